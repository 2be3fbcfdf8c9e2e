from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.matching import characters, jaccard, likeness, pair_up
from sayso.records import Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 15))
span_lists = st.lists(spans, max_size=5)


@given(spans, spans)
def test_likeness_is_the_jaccard_of_the_characters(one, other):
    assert likeness(one, other) == pytest.approx(jaccard(characters([one]), characters([other])))


@given(spans, spans)
def test_likeness_is_symmetric_and_one_only_for_equal_spans(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert (likeness(one, other) == 1.0) == (one == other)


def test_closer_pair_wins_over_the_first():
    gold, near, far = Span(0, 10), Span(1, 10), Span(5, 20)
    assert pair_up([gold], [far, near], likeness) == ((gold, near),)


def test_two_pairs_beat_one_closer_pair():
    # Greedy would join b with y (0.9) and leave a alone.
    worth = {("a", "y"): 0.5, ("b", "y"): 0.9, ("b", "z"): 0.5}
    pairs = pair_up(["a", "b"], ["y", "z"], lambda one, other: worth.get((one, other), 0.0))
    assert set(pairs) == {("a", "y"), ("b", "z")}


def test_nothing_pairs_with_what_is_not_alike():
    assert pair_up([Span(0, 5)], [Span(5, 9)], likeness) == ()


@given(span_lists, span_lists)
def test_swapping_sides_keeps_the_number_of_pairs(one, other):
    assert len(pair_up(one, other, likeness)) == len(pair_up(other, one, likeness))


@given(span_lists, span_lists)
def test_pairs_are_the_best_of_all_assignments(gold, predicted):
    few, many = sorted((gold, predicted), key=len)
    totals = [
        [likeness(a, b) for a, b in zip(few, choice, strict=True) if likeness(a, b)]
        for choice in permutations(many, len(few))
    ]
    count, total = max((len(found), sum(found)) for found in totals)
    pairs = pair_up(gold, predicted, likeness)
    assert len(pairs) == count
    assert sum(likeness(a, b) for a, b in pairs) == pytest.approx(total)


@given(span_lists)
def test_a_list_pairs_wholly_with_itself(listed):
    assert len(pair_up(listed, listed, likeness)) == len(listed)
