"""A text in, the spans that the gazetteer alone takes for place names out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.normalise.places.gazetteer import Entry, Gazetteer
from sayso.normalise.places.lexicon import PlaceLexicon
from sayso.normalise.places.names import fold, is_cyrillic
from sayso.records import Entity, EntityLabel, PlaceKind, Span

# A Latin word ends before a possessive; "U.S." is one word.
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʼ](?!s\b)[^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0\-–‑]|\. ")
_HYPHENS = ("-", "‑")
_REACH = 40
_STARTS = re.compile(r"(?:^|[.!?:»\"”“«\n])\s*$")
_CAPITAL_LAST = re.compile(r"(?<!\w)[A-ZА-ЯЁІЇЄҐ][^\W\d_]+[ \u00a0]$")
_CAPITAL_NEXT = re.compile(r"[ \u00a0](?=[^\W\d_])[A-ZА-ЯЁІЇЄҐ]")
_MAX_WORDS = 7
_TOO_SHORT = 3
_WELL_KNOWN = 100_000  # people; smaller towns are found only where a preposition or kind word points at them
_AREAS = frozenset({PlaceKind.REGION, PlaceKind.DISTRICT})
_KNOWN_AT_HOME = 20_000
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.VILLAGE, PlaceKind.DISTRICT})


@dataclass(frozen=True, slots=True)
class Found:
    span: Span
    name: str
    entries: tuple[Entry, ...]


class PlaceFinder:
    """Looks every capitalised word up, longest name first."""

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon

    def find_places(self, text: str, entities: Sequence[Entity]) -> tuple[Found, ...]:
        words = [Span(*match.span()) for match in _WORD.finditer(text)]
        names = [e.span for e in entities if e.label in (EntityLabel.PER, EntityLabel.ORG)]
        found = [
            found
            for found in self._longest_names(text, words)
            if not any(found.span.overlaps(name) for name in names) and self._is_place(text, found)
        ]
        return tuple(one for one in found if self._at_home(text, one, found))

    def _at_home(self, text: str, one: Found, found: Sequence[Found]) -> bool:
        """Little-known towns count only in a country that the story names (or is at home in)."""
        before = text[max(0, one.span.start - _REACH) : one.span.start]
        if any(words.before.search(before) for words in self._lexicon.kinds):
            return True
        if any(
            e.curated or e.capital or e.kind not in _TOWNS or e.population >= _WELL_KNOWN for e in one.entries
        ):
            return True
        countries = {e.country for other in found for e in other.entries if e.curated or e.capital}
        home = self._lexicon.home if is_cyrillic(one.name) else frozenset[str]()
        return any(entry.country in countries or entry.country in home for entry in one.entries)

    def _longest_names(self, text: str, words: Sequence[Span]) -> Iterator[Found]:
        position = 0
        while position < len(words):
            found, used = self._name_at(text, words, position)
            if found:
                yield found
            position += used

    def _name_at(self, text: str, words: Sequence[Span], position: int) -> tuple[Found | None, int]:
        run = _run(text, words[position : position + _MAX_WORDS])
        first = run[0].of(text)
        if not self._may_start(text, run):
            return None, 1
        longest = min(len(run), self._gazetteer.longest_name(first))
        for count in range(longest, 0, -1):
            span = Span(run[0].start, run[count - 1].end)
            if count == 1 and (not first[0].isupper() or fold(first) in self._lexicon.traps):
                break
            entries = self._gazetteer.find(span.of(text)) if self._well_formed(span.of(text)) else ()
            if not first[0].isupper():
                entries = tuple(entry for entry in entries if entry.curated)
            if entries:
                return Found(span, span.of(text), entries), count
        return None, 1

    def _well_formed(self, name: str) -> bool:
        """Not an English name with its region word ("Zaporizhzhia region"): the word stays outside the span.

        Nor a direction before a country ("northern Syria").
        """
        if is_cyrillic(name):
            return True
        if not name.rsplit(maxsplit=1)[-1][0].isupper():
            return not any(
                words.trailing.search(name) for words in self._lexicon.kinds if words.kind in _AREAS
            )
        return name[0].isupper() or not any(
            entry.kind is PlaceKind.COUNTRY for entry in self._gazetteer.find(name.rsplit(maxsplit=1)[-1])
        )

    def _may_start(self, text: str, run: Sequence[Span]) -> bool:
        first = run[0].of(text)
        if first[0].isupper():
            return len(first) > 1 and fold(first) != "the"
        # «страны Балтии», "eastern Ghouta": a curated name may start in lower case.
        if len(run) < 2 or first == "the" or not run[1].of(text)[0].isupper():
            return False
        return self._gazetteer.starts_curated(first)

    def _is_place(self, text: str, found: Found) -> bool:
        lexicon, span = self._lexicon, found.span
        before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
        if lexicon.institution.search(before) or lexicon.institution_head.match(after):
            return False
        if any(entry.curated and entry.name in lexicon.institution_places for entry in found.entries):
            return False
        if before[-1:] in _HYPHENS:
            return False  # the second half of a compound: «Інтерфакс-Україна»
        if after[:1] in _HYPHENS and after[1:2].islower() and not is_cyrillic(span.of(text)):
            return re.split(r"\W", after[1:], maxsplit=1)[0] in lexicon.compounds
        if fold(span.of(text)) in lexicon.modifiers and not self._stands_alone(after):
            return False
        return self._known_enough(found, before, after)

    def _stands_alone(self, after: str) -> bool:
        word = re.match(r"\s+(\w+)", after)
        return (
            word is None
            or word.group(1) in self._lexicon.functions
            or self._lexicon.act.match(after) is not None
        )

    def _known_enough(self, found: Found, before: str, after: str) -> bool:
        entries = found.entries
        if any(entry.kind is PlaceKind.COUNTRY for entry in entries):
            return True
        if any(entry.curated and entry.kind not in _TOWNS for entry in entries):
            # «Азия Биби» is a person, «в Азии Биби…» a place.
            return not _CAPITAL_NEXT.match(after) or self._lexicon.at.search(before) is not None
        if any(entry.kind is PlaceKind.REGION for entry in entries) and len(found.name.split()) > 1:
            return True
        if any(words.before.search(before) for words in self._lexicon.kinds):
            return True
        if len(found.span) <= _TOO_SHORT and not any(entry.curated for entry in entries):
            return False
        return not self._beside_capital(before, after) and self._town_known(found, before, after)

    def _beside_capital(self, before: str, after: str) -> bool:
        """Whether another capitalised word touches the name, as in a person's name ("Jack London")."""
        if _CAPITAL_NEXT.match(after):
            return True
        left = _CAPITAL_LAST.search(before)
        if left is None or self._lexicon.locative.search(before):
            return False
        # A Cyrillic sentence may well open with its verb; an English one opens with a name.
        return not (is_cyrillic(left.group()) and _STARTS.search(before[: left.start()]))

    def _town_known(self, found: Found, before: str, after: str) -> bool:
        entries = found.entries
        if any(entry.curated or entry.capital for entry in entries):
            return True
        if self._lexicon.at.search(before) or any(words.after.match(after) for words in self._lexicon.kinds):
            return True
        # At the start of a sentence any word is capitalised, and many a word is somewhere a town.
        return any(self._well_known(entry, found.name) for entry in entries) and not _STARTS.search(before)

    def _well_known(self, entry: Entry, name: str) -> bool:
        at_home = is_cyrillic(name) and entry.country in self._lexicon.home
        return entry.population >= (_KNOWN_AT_HOME if at_home else _WELL_KNOWN)


def _run(text: str, words: Sequence[Span]) -> Sequence[Span]:
    """The first word and those that follow it with nothing but a space, hyphen or point between."""
    for count, (left, right) in enumerate(pairwise(words), start=1):
        capital_district = text[left.end : right.end] == ", D.C."
        if not capital_district and not _GAP.fullmatch(text, left.end, right.start):
            return words[:count]
    return words
