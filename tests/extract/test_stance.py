"""Stances are read off cue and content as the cases say, and never fail on odd input."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.stance import StanceLexicon
from sayso.records import Span, Stance

CASES = Path(__file__).parents[1] / "cases" / "stance.jsonl"
LEXICON = StanceLexicon.load()


def cases() -> list[Any]:
    lines = CASES.read_text(encoding="utf8").splitlines()
    return [pytest.param(case, id=case["text"]) for case in map(json.loads, lines)]


def span_of(text: str, part: str | None) -> Span | None:
    return Span(text.index(part), text.index(part) + len(part)) if part else None


@pytest.mark.parametrize("case", cases())
def test_stance_is_what_the_case_says(case: dict[str, str]) -> None:
    text = case["text"]
    content = span_of(text, case["content"])
    assert content
    found = LEXICON.stance_of(
        text,
        case["language"],
        source=span_of(text, case.get("source")),
        cue=span_of(text, case["cue"]),
        content=[content],
    )
    assert found == case["expect"], case["why"]


def test_unknown_cue_asserts() -> None:
    text = "The mayor zorped the bridge was open."
    found = LEXICON.stance_of(text, "en", source=None, cue=Span(10, 16), content=[Span(17, 36)])
    assert found == Stance.ASSERTS


def test_unknown_language_is_read_with_the_rules_of_english() -> None:
    text = "The governor denied it."
    found = LEXICON.stance_of(text, "und", source=None, cue=Span(13, 19), content=[Span(20, 22)])
    assert found == Stance.DENIES


@given(st.text(min_size=3, max_size=40), st.sampled_from(["en", "ru", "uk", "und"]))
def test_any_text_has_a_stance(text: str, language: str) -> None:
    found = LEXICON.stance_of(text, language, source=Span(0, 1), cue=Span(1, 2), content=[Span(2, len(text))])
    assert found in Stance
