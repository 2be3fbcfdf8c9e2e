from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.tallies import Counts, Labels, Measurement, Ratio, add, measure

counts = st.builds(
    lambda hit, more, missed: Counts(hit, hit + more, hit + missed),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
)


@dataclass(frozen=True, slots=True)
class Inner:
    found: Counts = field(default_factory=Counts)
    right: Ratio = field(default_factory=Ratio)


@dataclass(frozen=True, slots=True)
class Outer:
    inner: Inner = field(default_factory=Inner)
    stance: Labels = field(default_factory=Labels)


def test_f1_is_the_harmonic_mean():
    tally = Counts(hit=2, predicted=4, gold=3)
    assert tally.precision == 0.5
    assert tally.recall == pytest.approx(2 / 3)
    assert tally.f1 == pytest.approx(2 * 0.5 * (2 / 3) / (0.5 + 2 / 3))


def test_nothing_to_find_and_nothing_found_measures_nothing():
    assert Counts().f1 is None
    assert Ratio().accuracy is None
    assert Labels().accuracy is None
    assert Labels().macro_f1 is None


def test_finding_nothing_of_something_is_zero():
    assert Counts(hit=0, predicted=0, gold=3).f1 == 0.0
    assert Counts(hit=0, predicted=3, gold=0).f1 == 0.0


@given(counts)
def test_f1_lies_between_precision_and_recall(tally):
    if tally.precision is not None and tally.recall is not None:
        low, high = sorted((tally.precision, tally.recall))
        assert low - 1e-12 <= tally.f1 <= high + 1e-12


def test_macro_f1_counts_a_rare_label_as_much_as_a_common_one():
    labels = Labels((("asserts", "asserts"),) * 8 + (("denies", "asserts"), ("denies", "denies")))
    assert labels.accuracy == 0.9
    assert labels.macro_f1 == pytest.approx(((2 * 8 / 17) + (2 * 1 / 3)) / 2)


def test_sums_reach_every_tally():
    one = Outer(Inner(Counts(1, 2, 3), Ratio(1, 1)), Labels((("a", "a"),)))
    two = Outer(Inner(Counts(1, 1, 1), Ratio(0, 1)), Labels((("a", "b"),)))
    assert add(one, two) == Outer(Inner(Counts(2, 3, 4), Ratio(1, 2)), Labels((("a", "a"), ("a", "b"))))


def test_measurements_are_named_from_the_top_and_in_points():
    measured = list(measure("gold.ru", Outer(Inner(Counts(1, 2, 4), Ratio(1, 4)))))
    assert measured[:4] == [
        Measurement("gold.ru.inner.found.f1", 33.33, 4),
        Measurement("gold.ru.inner.found.precision", 50.0, 4),
        Measurement("gold.ru.inner.found.recall", 25.0, 4),
        Measurement("gold.ru.inner.right.accuracy", 25.0, 4),
    ]
    assert measured[-1] == Measurement("gold.ru.stance.macro_f1", None, 0)
