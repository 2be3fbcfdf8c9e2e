import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.edges import settle_edges
from sayso.records import Span

CASES_FILE = Path(__file__).parents[1] / "cases" / "edges.jsonl"
CASES = [json.loads(line) for line in CASES_FILE.read_text("utf8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_edges(case):
    start = case["text"].index(case["span"])
    settled = settle_edges(case["text"], Span(start, start + len(case["span"])))
    assert settled is not None
    assert settled.of(case["text"]) == case["expect"]


def test_marks_alone_leave_nothing():
    assert settle_edges(" – , ", Span(1, 4)) is None


@given(st.text(alphabet='ab “”«»".,—', min_size=1, max_size=30), st.data())
def test_settling_twice_changes_nothing(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    once = settle_edges(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
    assert once is None or settle_edges(text, once) == once
