"""A document and its candidate mentions in, places with their gazetteer entries out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.normalise.places.choice import Choice, Named, choose
from sayso.normalise.places.context import Hint, read_hints
from sayso.normalise.places.finder import PlaceFinder
from sayso.normalise.places.gazetteer import Entry, Gazetteer
from sayso.normalise.places.lexicon import PlaceLexicon
from sayso.normalise.places.metonyms import MetonymRules
from sayso.normalise.places.names import bare, fold
from sayso.records import Document, Extraction, MentionLabel, Place, PlaceKind, Span
from sayso.records.span import trim

Facilities = Mapping[str, re.Pattern[str]]
_CONTAINERS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.VILLAGE})
_SHARED_LETTERS = 5  # "Kursk", "Kursk Oblast"; "Zug", "Zug"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """metonym: None where no reader said."""

    span: Span
    name: str
    entries: tuple[Entry, ...]
    metonym: bool | None = None
    kind: PlaceKind | None = None
    span_text: str = ""


class PlaceResolver:
    """Reads places off the mentions a head marked, and off the gazetteer where none did."""

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._finder = PlaceFinder(gazetteer, lexicon)
        self._metonyms = MetonymRules(lexicon)

    @classmethod
    def load(cls) -> "PlaceResolver":
        lexicon = PlaceLexicon.load()
        return cls(Gazetteer.load(lexicon), lexicon)

    def read_places(self, document: Document, extraction: Extraction) -> tuple[Place, ...]:
        text = document.text
        candidates = self._candidates(text, extraction)
        spans = [candidate.span for candidate in candidates]
        hints = read_hints(text, spans, self._lexicon)
        names = self._named(text, candidates, hints)
        choices = choose(names)
        acts = self._metonyms.read_metonyms(text, spans, [choice.entry for choice in choices])
        return tuple(
            _place(candidate, choice, hint, acting, self._lexicon.facilities)
            for candidate, choice, hint, acting in zip(candidates, choices, hints, acts, strict=True)
        )

    def _candidates(self, text: str, extraction: Extraction) -> tuple[_Candidate, ...]:
        marked: list[_Candidate] = []
        for mention in extraction.labelled(MentionLabel.PLACE, MentionLabel.METONYM):
            span = trim(text, mention.span.start, mention.span.end)
            if span and not any(span.overlaps(other.span) for other in marked):
                marked.append(self._marked(text, span, metonym=mention.label is MentionLabel.METONYM))
        known = {fold(candidate.name) for candidate in marked}
        found = (
            _Candidate(found.span, found.name, found.entries)
            for found in self._finder.find_places(text, extraction.entities)
            if not any(found.span.overlaps(other.span) for other in marked)
            # Beside a reader of mentions, only what it can hardly have meant to leave out.
            and (not marked or fold(found.name) in known or any(map(_prominent, found.entries)))
        )
        return tuple(sorted((*marked, *found), key=lambda candidate: candidate.span))

    def _marked(self, text: str, span: Span, *, metonym: bool) -> _Candidate:
        """A head's span, with its kind word ("Deir Ezzor region") set aside where the whole is no name."""
        name = span.of(text)
        entries = self._gazetteer.find(name)
        if entries:
            return _Candidate(span, name, entries, metonym)
        for words in self._lexicon.kinds:
            core = words.trailing.sub("", words.leading.sub("", name, count=1), count=1)
            if core != name:
                return _Candidate(span, core, self._gazetteer.find(core), metonym, words.kind, name)
        return _Candidate(span, name, (), metonym)

    def _named(self, text: str, candidates: Sequence[_Candidate], hints: Sequence[Hint]) -> list[Named]:
        names: list[Named] = []
        for i, (candidate, hint) in enumerate(zip(candidates, hints, strict=True)):
            own = Hint(candidate.kind, firm=True) if candidate.kind else hint
            entries = candidate.entries
            if own.kind in (PlaceKind.REGION, PlaceKind.DISTRICT) or own.kind is None:
                entries = (*entries, *self._regions_of(candidate.name, entries, own))
            names.append(Named(candidate.name, _unique(entries), own, self._container(text, candidates, i)))
        return names

    def _regions_of(self, name: str, entries: Sequence[Entry], hint: Hint) -> Iterable[Entry]:
        """The regions that go by a bare name ("Kherson" for Kherson Oblast) where the words ask for one."""
        if hint.kind is None:
            return
        for head in self._lexicon.region_heads:
            yield from self._gazetteer.find(f"{bare(name)} {head}")
        for town in entries:
            region = self._gazetteer.by_id(town.region) if town.region else None
            if region and fold(region.name)[:_SHARED_LETTERS] == fold(town.name)[:_SHARED_LETTERS]:
                yield region

    def _container(self, text: str, candidates: Sequence[_Candidate], i: int) -> tuple[Entry, ...]:
        """What the place right behind a comma or bracket may be: "Paris, Texas", «Маніли (Філіппіни)»."""
        if i + 1 == len(candidates):
            return ()
        follower = candidates[i + 1]
        between = text[candidates[i].span.end : follower.span.start]
        if between not in (", ", " (", ",\u00a0"):
            return ()
        return tuple(entry for entry in follower.entries if entry.kind in _CONTAINERS)


def _prominent(entry: Entry) -> bool:
    return entry.kind is PlaceKind.COUNTRY or entry.capital or entry.curated


def _unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(entries))


def _place(candidate: _Candidate, choice: Choice, hint: Hint, acting: bool, facilities: Facilities) -> Place:
    metonym = acting if candidate.metonym is None else candidate.metonym
    entry = choice.entry
    if entry and candidate.kind is PlaceKind.FACILITY and entry.kind in _TOWNS:
        return _facility(candidate, entry, facilities, metonym=metonym)
    if entry is None:
        return Place(
            candidate.span,
            candidate.name,
            candidate.kind or hint.kind or PlaceKind.OTHER,
            metonym=metonym,
            why=choice.why,
        )
    return Place(
        span=candidate.span,
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        geonames_id=entry.geonames_id,
        lat=entry.lat,
        lon=entry.lon,
        metonym=metonym,
        why=choice.why,
    )


def _facility(candidate: _Candidate, town: Entry, facilities: Facilities, *, metonym: bool) -> Place:
    """A facility known only by its town's name («аэропорт Минвод»): the town's point, a name of its own."""
    words = fold(candidate.span_text).replace(fold(candidate.name), "").strip()
    kind = next((kind for kind, pattern in facilities.items() if pattern.fullmatch(words)), "")
    return Place(
        span=candidate.span,
        name=f"{town.name} {kind}".strip(),
        kind=PlaceKind.FACILITY,
        country=town.country,
        lat=town.lat,
        lon=town.lon,
        metonym=metonym,
        why=f"the facility is not in the gazetteer; the point is that of {town.name}",
    )
