"""The words of a source, or of a whole text → the persons' names in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.normalise.speakers.lexicon import SpeakerLexicon
from sayso.normalise.speakers.profiles import ProfileHit
from sayso.records import Entity, EntityLabel, Span
from sayso.words import Word

_QUOTED = re.compile(r"[«“\"„][^«»“”\"„\n]{2,80}[»”\"“]")
_LATIN = re.compile(r"[A-Za-z]")
_ARTICLE_NAME = re.compile(r"(?:al|el|ad|ar|as|аль|ель)[-‑][A-ZА-ЯІЇЄ]")
_MAX_WORDS = 5
_NAME_TAGS = frozenset({"Name", "Surn", "Patr"})


@dataclass(frozen=True, slots=True)
class SourceWords:
    """A stretch of a document, cut into words, and what is known about it from outside."""

    text: str
    language: str
    span: Span
    words: Sequence[Word]
    lexicon: SpeakerLexicon
    hits: Sequence[ProfileHit] = ()
    entities: Sequence[Entity] = ()

    @property
    def cyrillic(self) -> bool:
        return self.language in {"ru", "uk"}

    def written(self, at: int) -> str:
        return self.words[at].span.of(self.text)

    def gap(self, at: int) -> str:
        """What stands between word `at` and the one before it."""
        return self.text[self.words[at - 1].span.end : self.words[at].span.start] if at else ""


def person_in(source: SourceWords) -> Span | None:
    """The name of the person who speaks, if the source names one."""
    scored = [(_score(source, run), len(run), run) for run in name_runs(source)]
    score, _, run = max(scored, key=lambda one: one[:2], default=(0, 0, list[int]()))
    return _span(source, run) if score > 0 else None


def persons_in(source: SourceWords) -> list[tuple[Span, Span]]:
    """Every full name in a text that an office or a given name marks as a person's.

    Each with the stretch around it that says who that is.
    """
    found: list[tuple[Span, Span]] = []
    for run in name_runs(source):
        first = run[0]
        after_role = first > 0 and source.lexicon.is_role(source.words[first - 1])
        if len(run) > 1 and (after_role or _is_name(source.words[first], source.lexicon)):
            name = _span(source, run)
            found.append((name, Span(_description_start(source, first), name.end)))
    return found


def name_runs(source: SourceWords) -> list[list[int]]:
    """Runs of capitalised words that are neither titles nor places nor inside quotation marks."""
    quoted = [
        Span(*match.span()) for match in _QUOTED.finditer(source.text, source.span.start, source.span.end)
    ]
    taken = {at for hit in source.hits for at in range(hit.start, hit.end)}
    runs: list[list[int]] = [[]]
    for at, word in enumerate(source.words):
        if runs[-1] and not re.fullmatch(r"[\u00a0 .]{0,3}", source.gap(at)):
            runs.append([])
        particle = word.text in source.lexicon.particles and bool(runs[-1]) and at + 1 < len(source.words)
        inside = any(span.contains(word.span) for span in quoted)
        if at not in taken and not inside and (particle or _may_be_name(source, at)):
            runs[-1].append(at)
        else:
            runs.append([])
    trimmed = ([at for at in run if at != run[-1] or _may_be_name(source, at)] for run in runs if run)
    return [run for run in trimmed if run and len(run) <= _MAX_WORDS]


def _may_be_name(source: SourceWords, at: int) -> bool:
    word, written, lexicon = source.words[at], source.written(at), source.lexicon
    if _ARTICLE_NAME.match(written):
        return True
    if not written[0].isupper() or (len(written) > 1 and written.isupper()):
        return False
    keys = {*word.keys, word.text.removesuffix("'s")}
    known = bool(keys & lexicon.not_names or keys & lexicon.governments)
    if known or lexicon.is_role(word) or lexicon.head_kind(word) is not None:
        return False
    return not (source.cyrillic and (_LATIN.search(written) is not None or _is_place(word)))


def _score(source: SourceWords, run: Sequence[int]) -> int:
    """How much speaks for a run of capitalised words being the person who speaks."""
    lexicon, first, last = source.lexicon, run[0], run[-1]
    span = _span(source, run)
    labels = {entity.label for entity in source.entities if entity.span.overlaps(span)}
    score = 4 * (EntityLabel.PER in labels) - 4 * bool(labels - {EntityLabel.PER})
    before = source.words[first - 1] if first else None
    has_role = any(lexicon.is_role(word) for at, word in enumerate(source.words) if at not in run)
    if before is not None:
        introduced = lexicon.is_role(before) or "," in source.gap(first) or source.cyrillic
        score -= 5 if before.text in lexicon.joints and "," not in source.gap(first) else 0
    else:
        # "Jo Doe, the chair" names a person; in "Turkish officials" the capital belongs to the office.
        introduced = last + 1 < len(source.words) and source.gap(last + 1).strip() != ""
    score += 3 * (has_role and introduced)
    score += 2 * any(_is_name(source.words[at], lexicon) for at in run)
    return score + (len(run) == len(source.words) and len(run) in {2, 3})


def _description_start(source: SourceWords, first: int) -> int:
    """Where the noun phrase before a name begins, as far as the words go on without a mark or a verb."""
    at = first
    while at > 0 and first - at < _MAX_WORDS and source.gap(at).strip(",") in {" ", ""}:
        at -= 1
    return source.words[at].span.start


def _is_place(word: Word) -> bool:
    """A place by its likeliest reading, and by no reading a name («Маас» is a river to the dictionary)."""
    named = any(_NAME_TAGS & parse.grammemes for parse in word.parses)
    return "Geox" in word.parses[0].grammemes and not named and not word.has("nomn")


def _is_name(word: Word, lexicon: SpeakerLexicon) -> bool:
    tagged = any(_NAME_TAGS & parse.grammemes for parse in word.parses)
    return tagged or word.text.removesuffix("'s") in lexicon.given_names


def _span(source: SourceWords, run: Sequence[int]) -> Span:
    return Span(source.words[run[0]].span.start, source.words[run[-1]].span.end)
