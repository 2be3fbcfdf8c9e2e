"""Figures are read as the cases say, and no text breaks the reader."""

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.normalise.figures.numbers import digits_value
from sayso.normalise.figures.rules import FigureRules, HeadUse
from sayso.records import Document, Extraction, Figure, Mention, MentionLabel, Span

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "figures.jsonl").read_text("utf-8").splitlines()
]
PIECES = re.findall(
    r"[^|]+",
    "23|12,5|more than|до|от|several|тысячи|млн|%|$|people|человек|із|-|—|half a|of|.|\n|погибли|1 200|’|«"
    "|2-х|and|Су-34|from|to|десятки|третина|a number of|no casualties|жертв нет|(|)|:|км²|тис|two|²|½|20:00",
)


@cache
def rules(heads: HeadUse = HeadUse.NOTHING) -> FigureRules:
    return FigureRules.load(heads=heads)


def document(text: str, language: str) -> Document:
    return Document("d1", "0" * 64, "-", text, language)


def read(text: str, language: str) -> tuple[Figure, ...]:
    return rules().read_figures(document(text, language), Extraction())


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}: {case['why']}" for case in CASES])
def test_figures_of_a_text(case: dict[str, Any]) -> None:
    found = [
        {
            "span": figure.span.of(case["text"]),
            "low": figure.low,
            "high": figure.high,
            "approximate": figure.approximate,
            "unit": figure.unit,
        }
        for figure in read(case["text"], case["language"])
    ]
    assert found == case["expect"], case["why"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=14),
    st.sampled_from(["en", "ru", "uk", "und"]),
)
def test_spans_are_in_order_apart_and_inside_the_text(pieces: list[tuple[str, str]], language: str) -> None:
    text = "".join(word + space for word, space in pieces)
    figures = read(text, language)
    for figure in figures:
        assert figure.span.end <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    assert all(one.span.end <= two.span.start for one, two in pairwise(figures))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["en", "ru", "uk"]))
def test_no_text_breaks_the_reader(text: str, language: str) -> None:
    assert all(figure.span.of(text) for figure in read(text, language))


def test_letters_of_an_unknown_script_are_no_noun() -> None:
    assert read("0\U00017000 и 5 \U00017000\U00017000\U00017000", "ru") == ()


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_keep_their_value(value: int) -> None:
    assert digits_value(f"{value:,}", decimal=".", scaled=False) == value
    assert digits_value(f"{value:,}".replace(",", "\u00a0"), decimal=",", scaled=False) == value


@pytest.mark.parametrize("text", ["14.04.2020", "1.2.3", "1,2,3"])
def test_dates_and_versions_have_no_value(text: str) -> None:
    assert digits_value(text, decimal=".", scaled=False) is None


def test_an_undisclosed_number_says_why_it_has_no_bounds() -> None:
    (figure,) = read("An unknown number of soldiers were captured.", "en")
    assert (figure.low, figure.high, figure.unit) == (None, None, "soldiers captured")
    assert figure.why == "the number is not given"


def test_the_encoder_can_narrow_down_what_the_rules_find() -> None:
    text = "They met 12 farmers and 40 miners."
    marked = Extraction(mentions=(Mention(Span(24, 33), MentionLabel.FIGURE, 0.9),))
    found = rules(HeadUse.FILTER).read_figures(document(text, "en"), marked)
    assert [figure.span.of(text) for figure in found] == ["40 miners"]


def test_the_encoder_can_vouch_for_a_bare_number() -> None:
    text = "The answer is 42 for now."
    marked = Extraction(mentions=(Mention(Span(14, 16), MentionLabel.FIGURE, 0.9),))
    assert rules().read_figures(document(text, "en"), marked) == ()
    found = rules(HeadUse.SUPPLEMENT).read_figures(document(text, "en"), marked)
    assert [figure.span.of(text) for figure in found] == ["42"]


def test_a_story_in_an_unknown_language_is_read_by_its_script() -> None:
    assert [figure.low for figure in read("Загинули 5 человек.", "und")] == [5]
    assert [figure.low for figure in read("Killed 5 people.", "und")] == [5]
