import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.contract import reading_to_json
from sayso.publish.from_contract import reading_from_json
from sayso.records import (
    Attribution,
    Caption,
    Certainty,
    Check,
    Claim,
    DateMention,
    Document,
    Entity,
    EntityLabel,
    Event,
    EventType,
    Figure,
    FigureStance,
    Form,
    Place,
    PlaceKind,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Tense,
    Verdict,
)

TEXT = "The port office said 40 workers left Lysohirka on Friday; no one confirmed it."
READING = Reading(
    document=Document(
        id="d1",
        sha256="ab",
        origin="port.txt",
        text=TEXT,
        language="en",
        publisher="Долина",
        published=date(2023, 5, 14),
        published_at=datetime(2023, 5, 14, 6, 30, tzinfo=UTC),
        captions=(Caption("The gate", "gate.jpg"),),
    ),
    attributions=(
        Attribution(
            "a1",
            Span(0, 15),
            Span(16, 20),
            (Span(21, 56),),
            Form.INDIRECT,
            Stance.ASSERTS,
            0.98765432,
            speaker=Speaker("Port office", SpeakerKind.GOVERNMENT, why="named here"),
        ),
    ),
    entities=(Entity(Span(37, 46), EntityLabel.LOC),),
    places=(Place(Span(37, 46), "Lysohirka", PlaceKind.CITY, "UA", 1, 47.0, 33.5),),
    dates=(DateMention(Span(50, 56), date(2023, 5, 12), date(2023, 5, 12)),),
    figures=(Figure(Span(21, 31), 40.0, 40.0, False, "workers", "a1", 0, 0, FigureStance.UNVERIFIED),),
    checks=(Check(Span(58, 77), Verdict.UNVERIFIED, None, ("a1",)),),
    events=(
        Event(Span(32, 36), EventType.MOVE, Certainty.CERTAIN, Polarity.POSITIVE, Tense.PAST, 0, 0, "a1"),
    ),
    claims=(
        Claim(
            "c1",
            ("a1",),
            Stance.ASSERTS,
            Certainty.POSSIBLE,
            Polarity.POSITIVE,
            Tense.PAST,
            Span(0, 78),
            event=0,
            figure=0,
            place=0,
            date=0,
            check=0,
        ),
    ),
)

# The contract, written out by hand: layer → its fields in order. Fields beyond these may follow.
CONTRACT = {
    "attributions": ["id", "parent", "source", "cue", "content", "form", "stance", "speaker", "score"],
    "entities": ["start", "end", "label"],
    "places": ["start", "end", "name", "country", "kind", "geonames_id", "lat", "lon", "metonym", "why"],
    "dates": ["start", "end", "from", "to"],
    "figures": [
        *("start", "end", "low", "high", "approximate", "unit", "attribution", "place", "date", "stance"),
    ],
    "checks": ["start", "end", "verdict", "by", "about"],
    "events": ["start", "end", "type", "place", "date", "certainty", "polarity", "tense", "attribution"],
    "claims": [
        *("id", "chain", "event", "figure", "place", "date"),
        *("stance", "certainty", "polarity", "tense", "check", "span"),
    ],
}
DOCUMENT = ["id", "sha256", "origin", "title", "publisher", "language", "published", "text"]


def test_fields_stand_in_the_order_of_the_contract() -> None:
    fields = json.loads(reading_to_json(READING))
    assert list(fields)[: len(DOCUMENT) + len(CONTRACT)] == DOCUMENT + list(CONTRACT)
    for layer, names in CONTRACT.items():
        assert list(fields[layer][0])[: len(names)] == names, layer
    assert list(fields["attributions"][0]["speaker"])[:3] == ["name", "kind", "profile"]


def test_values_are_those_of_the_contract() -> None:
    fields = json.loads(reading_to_json(READING))
    assert fields["published"] == "2023-05-14"
    assert fields["title"] is None
    (attribution,) = fields["attributions"]
    assert attribution["source"] == {"start": 0, "end": 15}
    assert attribution["content"] == [{"start": 21, "end": 56}]
    assert (attribution["parent"], attribution["score"]) == (None, 0.9877)
    (figure,) = fields["figures"]
    assert (figure["low"], figure["stance"], figure["attribution"]) == (40, "unverified", "a1")
    assert fields["dates"][0]["from"] == "2023-05-12"
    assert fields["claims"][0]["span"] == {"start": 0, "end": 78}
    assert fields["events"][0]["polarity"] == "pos"


def test_whole_numbers_have_no_decimal_point() -> None:
    assert '"low": 40, "high": 40' in reading_to_json(READING)


def test_letters_stay_letters() -> None:
    assert "Долина" in reading_to_json(READING)


def test_number_that_is_none_is_an_error() -> None:
    figure = Figure(Span(0, 1), float("nan"), None, False, "workers")
    with pytest.raises(ValueError, match="not JSON compliant"):
        reading_to_json(Reading(READING.document, figures=(figure,)))


@pytest.mark.parametrize("line", ["{}", "[]", "null", "3", '{"id": 1}', "not json", '{"attributions": [{}]}'])
def test_line_that_is_no_reading_is_a_value_error(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # json's own error is one too
        reading_from_json(line)


def test_unknown_fields_are_passed_over() -> None:
    fields = json.loads(reading_to_json(READING)) | {"added_later": 1}
    assert reading_from_json(json.dumps(fields)).document == READING.document


spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 999), st.integers(1, 99))
maybe_span = st.none() | spans
texts = st.text(st.characters(codec="utf-8") | st.sampled_from('\u2028\u2029\x85"\\є'), max_size=9)
numbers = st.none() | st.integers(0, 10**15) | st.floats(allow_nan=False, allow_infinity=False)
indexes = st.none() | st.integers(0, 9)
documents = st.builds(
    Document,
    text=texts,
    title=st.none() | texts,
    published=st.none() | st.dates(),
    published_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    author=st.none() | texts,
    address=st.none() | texts,
    captions=st.tuples(st.builds(Caption, text=texts, image=st.none() | texts, span=maybe_span)),
)
attributions = st.builds(
    Attribution,
    source=maybe_span,
    cue=maybe_span,
    content=st.lists(spans, max_size=2).map(tuple),
    score=st.floats(0, 1).map(lambda score: round(score, 4)),
    parent=st.none() | texts,
    speaker=st.none() | st.builds(Speaker, name=texts, why=st.none() | texts, profile=st.none() | texts),
)
readings = st.builds(
    Reading,
    document=documents,
    attributions=st.tuples(attributions),
    entities=st.tuples(st.builds(Entity, span=spans)),
    places=st.tuples(
        st.builds(
            Place,
            span=spans,
            country=st.none() | texts,
            lat=st.none() | st.floats(-90, 90),
            why=st.none() | texts,
        )
    ),
    dates=st.tuples(
        st.builds(
            DateMention, span=spans, first=st.none() | st.dates(), last=st.none() | st.dates(), why=texts
        )
    ),
    figures=st.tuples(st.builds(Figure, span=spans, low=numbers, high=numbers, place=indexes, why=texts)),
    checks=st.tuples(
        st.builds(Check, span=spans, by=maybe_span, about=st.lists(texts, max_size=2).map(tuple))
    ),
    events=st.tuples(st.builds(Event, span=spans, place=indexes, attribution=st.none() | texts)),
    claims=st.tuples(
        st.builds(Claim, span=spans, chain=st.lists(texts, max_size=2).map(tuple), check=indexes)
    ),
)


@given(readings)
def test_reading_survives_the_round_trip(reading: Reading) -> None:
    line = reading_to_json(reading)
    assert reading_from_json(line) == reading
    assert reading_to_json(reading_from_json(line)) == line


@given(readings)
def test_reading_is_one_line_that_can_be_written(reading: Reading) -> None:
    line = reading_to_json(reading)
    assert len(line.splitlines()) == 1
    assert line.encode()


def test_undecodable_file_name_can_be_written() -> None:
    reading = Reading(replace(READING.document, origin="bad\udcffname.txt"))
    assert "bad\\udcffname" in reading_to_json(reading)
    assert reading_from_json(reading_to_json(reading)) == reading
