from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.normalise.places.gazetteer import Gazetteer, read_curated
from sayso.normalise.places.lexicon import PlaceLexicon
from sayso.normalise.places.names import bare, fold, nominatives
from sayso.records import PlaceKind

GAZETTEER = Gazetteer.load()
FOLDER = files("sayso.data").joinpath("gazetteer")


def rows(name):
    lines = FOLDER.joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def first(name):
    return GAZETTEER.find(name)[0]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Харкова", "Kharkiv"),
        ("Миколаєві", "Mykolaiv"),
        ("Тернополя", "Ternopil"),
        ("Бєлгородської області", "Belgorod Oblast"),
        ("Белой Церкви", "Bila Tserkva"),
        ("Соединенных Штатов Америки", "United States"),
        ("странам Балтии", "Baltic states"),
        ("Тель-Авивом", "Tel Aviv"),
        ("Deir Ezzor", "Deir ez-Zor"),
        ("the Netherlands", "Netherlands"),
        ("Russia’s", "Russia"),
    ],
)
def test_inflected_and_variant_names_lead_to_the_place(form, name):
    assert name in {entry.name for entry in GAZETTEER.find(form)}


def test_an_unknown_name_finds_nothing():
    assert GAZETTEER.find("Qwertyville") == ()


def test_a_curated_entry_stands_for_the_registers_own():
    kherson = [entry for entry in GAZETTEER.find("Херсон") if entry.country == "UA"]
    assert [(entry.name, entry.curated) for entry in kherson] == [("Kherson", True)]
    assert kherson[0].population > 0


def test_every_country_has_names_in_three_languages_and_a_point():
    countries = [row for row in rows("curated.tsv") if row[0] == "country"]
    assert len(countries) > 240
    assert all(row[1] and row[3] and row[4] and row[5] and row[6] and row[7] for row in countries)


def test_curated_ids_are_used_once_and_kinds_are_known():
    entries = {
        entry for _, entry in read_curated(FOLDER.joinpath("curated.tsv").read_text("utf-8").splitlines())
    }
    ids = [entry.geonames_id for entry in entries if entry.geonames_id]
    assert len(ids) == len(set(ids))
    assert {entry.kind for entry in entries} == set(PlaceKind)


@pytest.mark.parametrize("row", rows("borders.tsv"), ids=lambda row: row[2])
def test_borders_follow_the_stated_policy(row):
    country, _, names = row
    for name in names.split("|"):
        assert first(name).country == country


def test_every_town_of_crimea_is_ukrainian():
    towns = ["Симферополь", "Ялта", "Керчь", "Севастополь", "Джанкой", "Євпаторія"]
    assert {first(town).country for town in towns} == {"UA"}


def test_a_possessive_or_article_is_set_aside():
    assert bare("the Hague's") == "Hague"
    assert bare("Wales") == "Wales"


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@given(st.text(alphabet="абвгєіїкйлостуюья", min_size=1, max_size=12))
def test_a_word_is_always_among_its_own_nominatives(word):
    lexicon = PlaceLexicon.load()
    assert nominatives(word, lexicon.endings, longest=lexicon.longest_ending)[0] == word


def test_curated_ids_are_those_of_the_register():
    lines = FOLDER.joinpath("curated.tsv").read_text("utf-8").splitlines()
    towns = {
        entry for _, entry in read_curated(lines) if entry.geonames_id and entry.kind is not PlaceKind.COUNTRY
    }
    register = Gazetteer.open_register([], PlaceLexicon.load())
    for town in towns:
        known = register.by_id(town.geonames_id)
        assert known is not None, town.name
        assert known.country == town.country, town.name
        assert abs(known.lat - town.lat) < 5, town.name
