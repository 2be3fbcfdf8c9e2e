"""The gazetteer's entries for each name of one story → the one each name means there, with the reason."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.normalise.places.context import Hint
from sayso.normalise.places.gazetteer import Entry
from sayso.normalise.places.names import bare, fold, starts_alike
from sayso.records import PlaceKind

_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.VILLAGE})
_AREAS = frozenset({PlaceKind.REGION, PlaceKind.DISTRICT})
_WHOLE = frozenset({PlaceKind.COUNTRY, PlaceKind.OTHER, PlaceKind.WATER})
_FORMER_NAME = -3.0  # the register lists what towns were once called, "Aleksandrovka" under Donetsk
_NEAR_KM = 150.0
_CLOSE_CALL = 0.8
_SAME_SPOT_KM = 60.0


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in the story, and what it may be.

    container: the region or country named right after it ("Paris, Texas"), as entries.
    """

    name: str
    entries: tuple[Entry, ...]
    hint: Hint
    container: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    entry: Entry | None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class _Story:
    countries: Counter[str]
    points: tuple[Entry, ...]


def choose(names: Sequence[Named]) -> tuple[Choice, ...]:
    """First each name by itself, then again in the light of what the others were read as."""
    alone = [_best(named, None) for named in names]
    story = _story(names, alone)
    return tuple(_best(named, story) for named in names)


def distance_km(one: Entry, other: Entry) -> float:
    """Great-circle distance; infinite where a point is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other.lon - one.lon) / 2
    a = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(a)))


def _story(names: Sequence[Named], choices: Sequence[Choice]) -> _Story:
    countries: Counter[str] = Counter()
    points: list[Entry] = []
    seen: set[str] = set()
    for named, choice in zip(names, choices, strict=True):
        entry, key = choice.entry, fold(named.name)
        if entry is None or key in seen:
            continue
        seen.add(key)
        if entry.country:
            # A name with one reading is evidence; one of many is hearsay.
            countries[entry.country] += 2 if len(named.entries) == 1 or entry.curated else 1
        if entry.kind not in _WHOLE:
            points.append(entry)
    return _Story(countries, tuple(points))


def _best(named: Named, story: _Story | None) -> Choice:
    if not named.entries:
        return Choice(None, "not in the gazetteer")
    ranked = sorted(
        ((_score(e, named, story), i) for i, e in enumerate(named.entries)), key=lambda x: (-x[0], x[1])
    )
    best = named.entries[ranked[0][1]]
    return Choice(best, _reason(named, [(score, named.entries[i]) for score, i in ranked]))


def _score(entry: Entry, named: Named, story: _Story | None) -> float:
    score = _importance(entry) + _fit(entry, named.hint) + _as_named(entry, named)
    if any(_inside(entry, container) for container in named.container):
        score += 4.0
    return score + (_in_story(entry, story) if story else 0.0)


def _importance(entry: Entry) -> float:
    if entry.kind is PlaceKind.COUNTRY:
        return 9.5
    known = math.log10(entry.population + 10)
    if entry.curated:
        return max(known + 1.0, 6.5)
    return known + (1.5 if entry.capital else 0.0)


def _fit(entry: Entry, hint: Hint) -> float:
    if hint.kind is None:
        return 0.0
    if not hint.firm:
        return 3.5 if entry.kind in _AREAS else 0.0
    if entry.kind is hint.kind:
        return 5.0
    alike = {entry.kind, hint.kind} <= _TOWNS or {entry.kind, hint.kind} <= _AREAS
    return 3.0 if alike else -2.0


def _as_named(entry: Entry, named: Named) -> float:
    """An area that only goes by its town's name for short gives way to the town; so does an unlike alias."""
    key = fold(bare(named.name))
    same = key == fold(entry.name)
    if not entry.curated and not starts_alike(key, fold(entry.name)):
        return _FORMER_NAME
    if entry.kind in _AREAS and not entry.curated:
        return (-1.0 if entry.kind is PlaceKind.REGION else -1.5) if same else -2.5
    if entry.kind is PlaceKind.REGION and entry.curated:
        return 0.0
    return 0.5 if same else 0.0


def _inside(entry: Entry, container: Entry) -> bool:
    if container.kind is PlaceKind.COUNTRY:
        return entry.country == container.country and entry.kind is not PlaceKind.COUNTRY
    return container.geonames_id is not None and entry.region == container.geonames_id


def _in_story(entry: Entry, story: _Story) -> float:
    total = sum(story.countries.values())
    share = story.countries[entry.country] / total if entry.country and total else 0.0
    near = sum(1 for point in story.points if point is not entry and distance_km(entry, point) < _NEAR_KM)
    return 2.0 * share + (0.8 * min(near, 2) if entry.kind not in _WHOLE else 0.0)


def _reason(named: Named, ranked: Sequence[tuple[float, Entry]]) -> str | None:
    """Says so where another reading came close and lies elsewhere."""
    (top, best), *others = ranked
    rivals = [e for score, e in others if top - score < _CLOSE_CALL and distance_km(best, e) > _SAME_SPOT_KM]
    if rivals:
        shown = "; ".join(describe(entry) for entry in (best, *rivals[:2]))
        return f"{len(rivals) + 1} places fit {named.name}: {shown}"
    return None


def describe(entry: Entry) -> str:
    point = "" if entry.lat is None or entry.lon is None else f" at {entry.lat:.1f}, {entry.lon:.1f}"
    return f"{entry.name} ({entry.kind}, {entry.country or 'no country'}{point})"
