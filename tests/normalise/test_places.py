import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.normalise.places.resolver import PlaceResolver
from sayso.records import (
    Document,
    Entity,
    EntityLabel,
    Extraction,
    Mention,
    MentionLabel,
    Place,
    PlaceKind,
    Span,
)

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "cases" / "places.jsonl").read_text("utf-8").splitlines()
]
RESOLVER = PlaceResolver.load()


def document(text: str) -> Document:
    return Document(id="d", sha256="0" * 64, origin="-", text=text, language="und")


def mark(text: str, name: str, label: MentionLabel = MentionLabel.PLACE) -> Mention:
    start = text.index(name)
    return Mention(Span(start, start + len(name)), label, 1.0)


def read(text: str, *mentions: Mention, entities: tuple[Entity, ...] = ()) -> tuple[Place, ...]:
    return RESOLVER.read_places(document(text), Extraction(mentions=mentions, entities=entities))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_places_are_found_and_resolved(case):
    text = case["text"]
    marked = [mark(text, expected[0]) for expected in case["expect"]] if case.get("marked") else []
    got = [[p.span.of(text), p.name, p.country, p.kind.value, p.metonym] for p in read(text, *marked)]
    assert got == case["expect"], case["why"]


def test_a_marked_name_that_no_gazetteer_knows_keeps_its_words_and_says_why():
    text = "They met in Qwertyville yesterday."
    (place,) = read(text, mark(text, "Qwertyville"))
    assert (place.name, place.kind, place.country, place.geonames_id, place.lat) == (
        "Qwertyville",
        PlaceKind.OTHER,
        None,
        None,
        None,
    )
    assert place.why == "not in the gazetteer"


def test_the_reader_of_mentions_decides_on_metonymy():
    text = "Tourists returned from Egypt."
    assert read(text, mark(text, "Egypt", MentionLabel.METONYM))[0].metonym
    assert not read(text, mark(text, "Egypt"))[0].metonym


def test_an_ambiguous_village_says_which_places_fit():
    text = "Shells fell near Oleksandrivka."
    (place,) = read(text, mark(text, "Oleksandrivka"))
    assert place.country == "UA"
    assert place.why is not None
    assert "places fit Oleksandrivka" in place.why


def test_a_nearby_town_settles_which_namesake_is_meant():
    text = "Shells fell in Melitopol, Tokmak and Mykhailivka."
    village = read(text, mark(text, "Mykhailivka"))[-1]
    assert village.lat == pytest.approx(47.27, abs=0.4)
    assert village.lon == pytest.approx(35.2, abs=0.6)


def test_names_inside_people_and_organisations_are_no_places():
    text = "Paris arrived with Visit Kyiv."
    entities = (Entity(Span(0, 5), EntityLabel.PER), Entity(Span(19, 29), EntityLabel.ORG))
    assert read(text, entities=entities) == ()


def test_a_country_that_the_reader_missed_is_added():
    text = "Troops crossed from Poland into Gdansk."
    names = [place.name for place in read(text, mark(text, "Gdansk"))]
    assert names[0] == "Poland"
    assert len(names) == 2


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Kyivaі Херсон,.-’(«»)\n\u00a0США"), max_size=60))
def test_spans_lie_in_the_text_in_order_and_apart(text):
    spans = [place.span for place in read(text)]
    assert all(span.end <= len(text) and span.of(text).strip() == span.of(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
