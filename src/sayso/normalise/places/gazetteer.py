"""The shipped gazetteer: a name in, the places that bear it out.

Two files under `data/gazetteer`: `curated.tsv`, kept in memory, and
`places.sqlite`, opened read-only (`tools/build_gazetteer.py` makes it).
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import chain

from sayso.normalise.places.lexicon import PlaceLexicon
from sayso.normalise.places.names import bare, fold, is_cyrillic, nominatives
from sayso.records import ConfigError, PlaceKind

_KINDS = {"c": PlaceKind.CITY, "v": PlaceKind.VILLAGE, "r": PlaceKind.REGION, "d": PlaceKind.DISTRICT}
_COLUMNS = "place.id, place.name, kind, country, region, lat, lon, population, capital"
_CACHED_NAMES = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    geonames_id: None for places that GeoNames lacks.
    region: GeoNames id of the first-order region it lies in.
    population: 0 where unknown.
    curated: from `curated.tsv`, where names were chosen by hand.
    """

    name: str
    kind: PlaceKind
    country: str | None
    geonames_id: int | None
    lat: float | None
    lon: float | None
    population: int = 0
    region: int | None = None
    capital: bool = False
    curated: bool = False


class Gazetteer:
    """Look-ups by name. `load` opens the shipped files."""

    def __init__(
        self, base: sqlite3.Connection, curated: Iterable[tuple[str, Entry]], lexicon: PlaceLexicon
    ) -> None:
        self._base = base
        self._lexicon = lexicon
        self._curated: dict[str, list[Entry]] = defaultdict(list)
        self._chosen: dict[int, Entry] = {}
        for name, entry in curated:
            kept = self._with_register(entry)
            if kept not in self._curated[fold(name)]:
                self._curated[fold(name)].append(kept)
        self._tails = _tails(self._curated)
        self._named = lru_cache(maxsize=_CACHED_NAMES)(self._read_named)
        self._continuations = lru_cache(maxsize=_CACHED_NAMES)(self._read_continuations)
        self.find = lru_cache(maxsize=_CACHED_NAMES)(self._find)

    @classmethod
    def load(cls, lexicon: PlaceLexicon | None = None) -> "Gazetteer":
        lines = files("sayso.data").joinpath("gazetteer", "curated.tsv").read_text("utf-8").splitlines()
        return cls.open_register(read_curated(lines), lexicon or PlaceLexicon.load())

    @classmethod
    def open_register(cls, curated: Iterable[tuple[str, Entry]], lexicon: PlaceLexicon) -> "Gazetteer":
        """The shipped register with these curated names. Raises ConfigError if it is missing."""
        with as_file(files("sayso.data").joinpath("gazetteer", "places.sqlite")) as path:
            if not path.is_file():
                raise ConfigError(f"{path} is missing. Build it with tools/build_gazetteer.py.")
            # Readers on several threads are safe: nothing is ever written.
            base = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, check_same_thread=False)
        return cls(base, curated, lexicon)

    def _find(self, name: str) -> tuple[Entry, ...]:
        """Every place of this name, which may be inflected, possessive or behind an article."""
        entries: dict[Entry, None] = {}
        for form in dict.fromkeys((fold(name), fold(bare(name)))):
            entries.update(dict.fromkeys(self._named(form)))
        key = fold(name)
        if is_cyrillic(key):
            for form in self._forms(key):
                entries.update(dict.fromkeys(self._named(form)))
        return _without_doubles(entries)

    def _with_register(self, entry: Entry) -> Entry:
        """A curated entry with the population and region the register knows for its id."""
        if entry.geonames_id is None:
            return entry
        if entry.geonames_id not in self._chosen:
            row = self._base.execute(
                f"SELECT {_COLUMNS} FROM place WHERE id = ?", (entry.geonames_id,)
            ).fetchone()
            known = _entry(row) if row else entry
            self._chosen[entry.geonames_id] = replace(
                entry, population=known.population, region=known.region, capital=known.capital
            )
        return self._chosen[entry.geonames_id]

    def by_id(self, geonames_id: int) -> Entry | None:
        if geonames_id in self._chosen:
            return self._chosen[geonames_id]
        row = self._base.execute(f"SELECT {_COLUMNS} FROM place WHERE id = ?", (geonames_id,)).fetchone()
        return _entry(row) if row else None

    def _forms(self, key: str) -> Iterator[str]:
        """Names in the gazetteer that `key` may be an inflected form of."""
        first, *rest = key.split(" ")
        if not rest:
            yield from self._nominatives(first)
            return
        options = [frozenset(self._nominatives(word)) for word in rest]
        for name, words in self._continuations(first):
            if len(words) == len(options) and all(w in o for w, o in zip(words, options, strict=True)):
                yield name

    def _nominatives(self, word: str) -> tuple[str, ...]:
        return nominatives(word, self._lexicon.endings, longest=self._lexicon.longest_ending)

    def _read_continuations(self, word: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Names of several words that may start with this one, each with its further words."""
        names: list[tuple[str, tuple[str, ...]]] = []
        for head in self._nominatives(word):
            found = self._base.execute(
                "SELECT key FROM name WHERE key > ? AND key < ?", (f"{head} ", f"{head}!")
            )
            tails = chain(self._tails.get(head, ()), (str(row[0])[len(head) + 1 :] for row in found))
            names.extend((f"{head} {tail}", tuple(tail.split(" "))) for tail in dict.fromkeys(tails))
        return tuple(names)

    def longest_name(self, first: str) -> int:
        """The most words a name starting with this one has; 1 if none goes on."""
        return 1 + max((len(words) for _, words in self._continuations(fold(first))), default=0)

    def starts_curated(self, word: str) -> bool:
        """Whether a longer curated name starts with this word, inflected or not («страны Балтии»)."""
        return any(form in self._tails for form in self._nominatives(fold(word)))

    def _read_named(self, key: str) -> tuple[Entry, ...]:
        rows = self._base.execute(
            f"SELECT {_COLUMNS} FROM name JOIN place ON place.id = name.place WHERE key = ?", (key,)
        )
        return (*self._curated.get(key, ()), *(self._preferred(_entry(row)) for row in rows))

    def _preferred(self, entry: Entry) -> Entry:
        """The curated line of the same id, but not its rank: the name at hand was not among those chosen."""
        chosen = self._chosen.get(entry.geonames_id) if entry.geonames_id else None
        return replace(chosen, curated=False) if chosen else entry


def _tails(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    tails: dict[str, list[str]] = defaultdict(list)
    for name in names:
        head, gap, tail = name.partition(" ")
        if gap:
            tails[head].append(tail)
    return {head: tuple(found) for head, found in tails.items()}


def _entry(row: tuple[int, str, str, str, int | None, int, int, int, int]) -> Entry:
    id_, name, kind, country, region, lat, lon, population, capital = row
    return Entry(
        name=name,
        kind=_KINDS[kind],
        country=country,
        geonames_id=id_ if id_ > 0 else None,
        lat=lat / 1e4,
        lon=lon / 1e4,
        population=population,
        region=region,
        capital=bool(capital),
    )


def _without_doubles(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """A curated entry stands for the register's line of its id or, lacking ids, of its spot and kind."""
    ordered = sorted(entries, key=lambda entry: not entry.curated)
    kept: dict[Entry, None] = {}
    for entry in ordered:
        double = next((k for k in kept if _same(k, entry)), None)
        if double is None:
            kept[entry] = None
    return tuple(kept)


def _same(curated: Entry, other: Entry) -> bool:
    if curated.geonames_id is not None and other.geonames_id is not None:
        return curated.geonames_id == other.geonames_id
    if (
        not curated.curated
        or curated.lat is None
        or other.lat is None
        or curated.lon is None
        or other.lon is None
    ):
        return False
    towns = {PlaceKind.CITY, PlaceKind.VILLAGE}
    alike = curated.kind is other.kind or {curated.kind, other.kind} <= towns
    return alike and abs(curated.lat - other.lat) < 0.2 and abs(curated.lon - other.lon) < 0.3


def read_curated(lines: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Each name of each line of `curated.tsv` with its entry; the first English name is the canonical one."""
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    for kind, country, id_, lat, lon, english, russian, ukrainian in rows:
        names = [name for cell in (english, russian, ukrainian) for name in cell.split("|") if name]
        entry = Entry(
            name=names[0],
            kind=PlaceKind(kind),
            country=country or None,
            geonames_id=int(id_) if id_ else None,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            curated=True,
        )
        yield from ((name, entry) for name in names)
