"""The words of one source → what they say of a speaker: a name, an office, a head noun, a pronoun."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sayso.normalise.speakers.cases import nominative_name, nominative_phrase
from sayso.normalise.speakers.lexicon import Pronoun, SpeakerLexicon
from sayso.normalise.speakers.persons import SourceWords, person_in, persons_in
from sayso.normalise.speakers.profiles import ProfileHit, ProfileIndex, SourceProfile
from sayso.records import Document, Entity, EntityLabel, Span, SpeakerKind
from sayso.words import Morphology, Word

_QUOTED = re.compile(r"[«“\"„]([^«»“”\"„\n]{2,80})[»”\"“]")
_LATIN_RUN = re.compile(r"[A-Z][\w.&'-]*(?: [A-Z0-9][\w.&'-]*)*", re.ASCII)
_LATIN = re.compile(r"[A-Za-z]")
_DETERMINERS = frozenset({"the", "this", "that", "a", "an", "his", "her", "its", "their"})
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Naming:
    """What a source's own words tell, before the rest of the document is asked.

    name: nominative and without titles; None where the words only describe or point back.
    bare: the name is a single word that a fuller one may explain.
    words: forms and dictionary forms of every word but determiners, so that "the institute" can find it.
    head: the description's head noun, as a dictionary form.
    """

    span: Span
    phrase: str
    kind: SpeakerKind
    name: str | None = None
    bare: bool = False
    profile: SourceProfile | None = None
    gender: str | None = None
    plural: bool = False
    head: str | None = None
    words: tuple[frozenset[str], ...] = ()
    role: str | None = None
    pronoun: Pronoun | None = None
    definite: bool = False


class SourceNamer:
    """Reads one source span at a time."""

    def __init__(
        self, morphology: Morphology, lexicons: Mapping[str, SpeakerLexicon], profiles: ProfileIndex
    ) -> None:
        self._morphology = morphology
        self._lexicons = lexicons
        self._profiles = profiles

    def read(
        self, document: Document, span: Span, entities: Sequence[Entity] = (), *, oblique: bool = False
    ) -> Naming:
        """oblique: the sentence calls for another case than the nominative («по словам …»)."""
        source = self._source(document, span, entities)
        phrase = span.of(document.text)
        if pronoun := _pronoun(source):
            kind = SpeakerKind.PERSON if pronoun.whom == "person" else SpeakerKind.UNNAMED
            gender = pronoun.gender if pronoun.gender != "any" else None
            return Naming(span, phrase, kind, gender=gender, plural=pronoun.number == "plur", pronoun=pronoun)
        person = person_in(source)
        naming = self._named_person(source, person, oblique=oblique) if person else None
        # «Муж Анны Каренской» is not she: a name in another case than its head noun belongs to someone else.
        owned = person and person.start > span.start and source.words[0].has("NOUN", "nomn") and not oblique
        if naming and person and not (owned and source.cyrillic and naming.name != person.of(document.text)):
            return naming
        return self._described(source, oblique=oblique)

    def persons(self, document: Document) -> tuple[Naming, ...]:
        """Those whom the text names in full anywhere, in case a source calls them by less."""
        whole = self._source(document, Span(0, len(document.text)), ()) if document.text else None
        found = persons_in(whole) if whole else []
        return tuple(self._text_person(document, name, around) for name, around in found)

    def _text_person(self, document: Document, name: Span, around: Span) -> Naming:
        """A person named outside any source: the office before the name shows the case («губернатора …»)."""
        source = self._source(document, around, ())
        role = next((word for word in reversed(source.words) if word.span.end <= name.start), None)
        oblique = role is not None and role.has("NOUN") and not role.has("NOUN", "nomn")
        return self._named_person(source, name, oblique=oblique)

    def _source(self, document: Document, span: Span, entities: Sequence[Entity]) -> SourceWords:
        words = self._morphology.words(document.text, document.language, span)
        lexicon = self._lexicons.get(document.language, self._lexicons["en"])
        hits = self._profiles.find(document.text, words, document.language)
        near = tuple(entity for entity in entities if entity.span.overlaps(span))
        return SourceWords(document.text, document.language, span, words, lexicon, hits, near)

    def _named_person(self, source: SourceWords, person: Span, *, oblique: bool = False) -> Naming:
        text, lexicon = source.text, source.lexicon
        tokens = _POSSESSIVE.sub("", person.of(text)).split()
        name, gender = " ".join(tokens), lexicon.given_names.get(tokens[0].lower())
        if source.cyrillic and not _LATIN.search(name):
            nominative = nominative_name(self._morphology, tokens, source.language, oblique=oblique)
            name, gender = nominative.name, nominative.gender
        around = [word for word in source.words if not person.contains(word.span)]
        speaks = any(word.keys & lexicon.speak_for for word in around)
        role = " ".join(
            f"{text[source.span.start : person.start]}{text[person.end : source.span.end]}".split()
        )
        return Naming(
            source.span,
            source.span.of(text),
            SpeakerKind.PERSON,
            name=name,
            bare=len(tokens) == 1,
            # A spokesman's words are the institution's; others speak for themselves.
            profile=source.hits[0].profile if source.hits and speaks else None,
            gender=gender,
            words=_description(around),
            role=role.strip(" ,–—") or None,
        )

    def _described(self, source: SourceWords, *, oblique: bool) -> Naming:
        head = _head(source)
        told = source.lexicon.head_kind(head) if head else None
        kind = told or _bare_kind(source)
        is_role = head is not None and source.lexicon.is_role(head)
        hit = _speaking_profile(source, told, is_role=is_role)
        name = hit.alias if hit else _own_name(source, head, kind)
        phrase = source.span.of(source.text)
        if source.cyrillic and hit is None:
            name = name and self._nominative(name, kind, source.language, oblique=oblique)
            phrase = nominative_phrase(self._morphology, phrase, source.language, oblique=oblique)
        return Naming(
            source.span,
            phrase,
            hit.profile.kind if hit else kind,
            name=name,
            bare=name is not None and hit is None and len(source.words) == 1,
            profile=hit.profile if hit else None,
            plural=head is not None and _is_plural(head),
            head=_lemma(head, source.lexicon) if head else None,
            words=_description(source.words),
            definite=_is_definite(source, head),
        )

    def _nominative(self, name: str, kind: SpeakerKind, language: str, *, oblique: bool) -> str:
        if kind == SpeakerKind.PERSON:
            return nominative_name(self._morphology, name.split(), language, oblique=oblique).name
        return nominative_phrase(self._morphology, name, language, oblique=oblique)


def _description(words: Sequence[Word]) -> tuple[frozenset[str], ...]:
    return tuple(word.keys for word in words if word.text not in _DETERMINERS and not word.has("Apro"))


def _pronoun(source: SourceWords) -> Pronoun | None:
    """The pronoun that the source is, if it is one; "US" is none."""
    if len(source.words) != 1 or (len(source.written(0)) > 1 and source.written(0).isupper()):
        return None
    return source.lexicon.pronouns.get(source.words[0].text)


def _speaking_profile(source: SourceWords, told: SpeakerKind | None, *, is_role: bool) -> ProfileHit | None:
    """The profile whose words these are: "UN officials" are not the UN, its spokesman and its report are."""
    if not source.hits:
        return None
    speaks = any(word.keys & source.lexicon.speak_for for word in source.words)
    institution = told in {
        SpeakerKind.MEDIA,
        SpeakerKind.GOVERNMENT,
        SpeakerKind.ORGANISATION,
        SpeakerKind.DOCUMENT,
    }
    fits = institution or (source.hits[0].start <= 1 and told is None and not is_role)
    return source.hits[0] if speaks or fits else None


def _head(source: SourceWords) -> Word | None:
    """The noun that says what the source is: the last before a preposition in English, else the first."""
    lexicon = source.lexicon
    if source.cyrillic:
        known = next(
            (word for word in source.words if lexicon.head_kind(word) or lexicon.is_role(word)), None
        )
        return known or next((word for word in source.words if word.parses[0].grammemes & {"NOUN"}), None)
    head: Word | None = None
    for at, word in enumerate(source.words):
        ends = word.text in lexicon.joints or "," in source.gap(at) or word.text in {"who", "that", "which"}
        settled = head is not None and (
            lexicon.head_kind(head) or lexicon.is_role(head) or word.text != "and"
        )
        if settled and ends:
            break
        if lexicon.head_kind(word) or not head or not lexicon.head_kind(head):
            head = word
    return head


def _bare_kind(source: SourceWords) -> SpeakerKind:
    """The kind where no head noun tells: a country speaks as its government, an office for its holder."""
    words, lexicon = source.words, source.lexicon
    phrase = _POSSESSIVE.sub("", " ".join(word.text for word in words if word.text != "the"))
    short = bool(words) and len(words) <= 3
    lemmas = {" ".join(keys) for keys in product(*(word.keys for word in words))} if short else set[str]()
    if phrase in lexicon.governments or lemmas & lexicon.governments:
        return SpeakerKind.GOVERNMENT
    roles = [word for word in words if lexicon.is_role(word)]
    if roles:
        group = SpeakerKind.GROUP if _is_plural(roles[0]) else None
        return group or (SpeakerKind.UNNAMED if words[0].text in {"a", "an"} else SpeakerKind.PERSON)
    labels = {entity.label for entity in source.entities}
    if EntityLabel.LOC in labels and EntityLabel.ORG not in labels:
        return SpeakerKind.GOVERNMENT
    single = (
        len(words) == 1 and not labels and source.written(0)[0].isupper() and not source.written(0).isupper()
    )
    if single and not (source.cyrillic and _LATIN.search(source.written(0))):
        return SpeakerKind.PERSON
    capitals = [at for at in range(len(words)) if source.written(at)[0].isupper()]
    return SpeakerKind.ORGANISATION if len(capitals) > len(words) / 2 else SpeakerKind.UNNAMED


def _own_name(source: SourceWords, head: Word | None, kind: SpeakerKind) -> str | None:
    """A name in the words, of an institution or of what nothing else explains: quoted, or in capitals."""
    if kind in {SpeakerKind.GROUP, SpeakerKind.UNNAMED} or (head and source.lexicon.is_role(head)):
        return None
    organisation = next((one for one in source.entities if one.label == EntityLabel.ORG), None)
    if organisation and source.span.contains(organisation.span):
        return organisation.span.of(source.text)
    quoted = _QUOTED.search(source.text, source.span.start, source.span.end)
    if quoted:
        return quoted.group(1)
    latin = _LATIN_RUN.findall(source.span.of(source.text)) if source.cyrillic else []
    if latin and kind != SpeakerKind.DOCUMENT:
        return max(latin, key=len)
    first = 1 if source.words[0].text == "the" and len(source.words) > 1 else 0
    written = [source.written(at) for at in range(first, len(source.words))]
    small = source.lexicon.joints | {"the", "and"}
    common = len(written) == 1 and source.lexicon.head_kind(source.words[first]) and not written[0].isupper()
    if all(word[0].isupper() or word.lower() in small for word in written) and not common:
        return _POSSESSIVE.sub("", source.text[source.words[first].span.start : source.words[-1].span.end])
    return None


def _is_definite(source: SourceWords, head: Word | None) -> bool:
    """Whether the words may point back; Russian and Ukrainian have no article, so a short noun phrase may."""
    if source.cyrillic:
        return len(source.words) <= 2
    first = source.words[0].text if source.words else ""
    title = (
        head is not None
        and source.lexicon.is_role(head)
        and len(source.words) <= 3
        and first not in {"a", "an"}
    )
    return title or first in _DETERMINERS - {"a", "an"}


def _is_plural(word: Word) -> bool:
    if any(parse.grammemes & {"NOUN"} for parse in word.parses):
        return word.has("NOUN", "plur") and not _reads_singular(word)
    return (word.text.endswith("s") and not word.text.endswith("ss")) or word.text in {
        "people",
        "men",
        "women",
    }


def _reads_singular(word: Word) -> bool:
    return any({"NOUN"} <= parse.grammemes and "plur" not in parse.grammemes for parse in word.parses)


def _lemma(word: Word, lexicon: SpeakerLexicon) -> str:
    return next((key for key in sorted(word.keys) if key in lexicon.heads or key in lexicon.roles), word.text)
