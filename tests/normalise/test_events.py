"""Events are found, typed and dated as the cases say, few enough to log, and inside the text."""

import json
from pathlib import Path
from typing import Any

import pytest
from attributed import attribution, document, extraction, span_of
from hypothesis import given
from hypothesis import strategies as st

from sayso.normalise.events.reader import MAX_EVENTS, EventLexicon, EventSource
from sayso.records import Certainty, EventType, Extraction, Mention, MentionLabel, Stance, Tense
from sayso.words import Morphology

CASES = Path(__file__).parents[1] / "cases" / "events.jsonl"
MORPHOLOGY = Morphology.load()
EVENTS = EventLexicon.load(MORPHOLOGY)


def cases() -> list[Any]:
    lines = CASES.read_text(encoding="utf8").splitlines()
    return [pytest.param(case, id=case["text"]) for case in map(json.loads, lines)]


@pytest.mark.parametrize("case", cases())
def test_event_is_what_the_case_says(case: dict[str, str]) -> None:
    text = case["text"]
    found = [
        "|".join((one.span.of(text), one.type, one.certainty, one.polarity, one.tense))
        for one in EVENTS.read_events(document(text, language=case["language"]), extraction())
    ]
    assert case["expect"] in found, case["why"]


def test_event_belongs_to_the_innermost_attribution() -> None:
    text = "Wire One said the mayor said rockets shelled Ridge."
    outer = attribution(text, source="Wire One", content="the mayor said rockets shelled Ridge", id="a1")
    inner = attribution(text, source="the mayor", content="rockets shelled Ridge", id="a2", parent="a1")
    (event,) = EVENTS.read_events(document(text), extraction(outer, inner))
    assert event.attribution == "a2"


def test_what_a_source_only_predicts_is_not_certain() -> None:
    text = "The lawmaker said referendums could take place in July."
    told = attribution(
        text, source="The lawmaker", content="referendums could take place in July", stance=Stance.PREDICTS
    )
    (event,) = EVENTS.read_events(document(text), extraction(told))
    assert (event.type, event.certainty, event.tense) == (EventType.VOTE, Certainty.POSSIBLE, Tense.FUTURE)


def test_hedge_without_a_source_makes_an_event_possible() -> None:
    text = "Guards allegedly shelled the village."
    hedge = attribution(text, cue="allegedly", content="shelled the village")
    (event,) = EVENTS.read_events(document(text), extraction(hedge))
    assert event.certainty == Certainty.POSSIBLE


def test_title_gives_way_to_the_story() -> None:
    title = "Rockets shelled Ridge"
    story = " ".join(f"Rockets shelled village {n}, then troops bombed it." for n in range(MAX_EVENTS))
    text = f"{title}\n\n{story}"
    found = EVENTS.read_events(document(text, title=title), extraction())
    assert all(one.span.start > len(title) for one in found)


def test_a_story_has_no_more_events_than_a_desk_would_log() -> None:
    text = " ".join(["Rockets shelled the town. Guards arrested a man. Crowds protested."] * 20)
    found = EVENTS.read_events(document(text), extraction())
    assert len(found) == MAX_EVENTS
    assert list(found) == sorted(found, key=lambda one: one.span)


HEADED = "Rockets shelled Ridge and something happened."
HEAD = Extraction(mentions=(Mention(span_of(HEADED, "happened"), MentionLabel.EVENT, 0.9, "OTHER"),))


@pytest.mark.parametrize(
    ("source", "expect"),
    [
        (EventSource.LEXICON, ["shelled"]),
        (EventSource.HEAD, ["happened"]),
        (EventSource.BOTH, ["shelled", "happened"]),
    ],
)
def test_triggers_come_from_where_the_option_says(source: EventSource, expect: list[str]) -> None:
    found = EventLexicon.load(MORPHOLOGY, source=source).read_events(document(HEADED), HEAD)
    assert [one.span.of(HEADED) for one in found] == expect


@given(st.text(max_size=80), st.sampled_from(["en", "ru", "uk", "und"]))
def test_events_lie_inside_any_text_and_apart(text: str, language: str) -> None:
    found = EVENTS.read_events(document(text, language=language), extraction())
    assert all(one.span.end <= len(text) for one in found)
    assert all(not one.span.overlaps(other.span) for one in found for other in found if one is not other)
