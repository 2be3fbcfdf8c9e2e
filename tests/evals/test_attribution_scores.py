from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.attributions import match_attributions, score_attributions
from evals.tallies import Counts, Ratio
from sayso.records import Attribution, Form, Span, Stance

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20))


@st.composite
def attribution_lists(draw):
    count = draw(st.integers(0, 5))
    ids = [f"a{number}" for number in range(count)]
    return tuple(
        Attribution(
            name,
            draw(st.none() | spans),
            draw(st.none() | spans),
            tuple(draw(st.lists(spans, min_size=1, max_size=2))),
            draw(st.sampled_from(Form)),
            draw(st.sampled_from(Stance)),
            1.0,
            parent=draw(st.none() | st.sampled_from(ids)),
        )
        for name in ids
    )


def said(name, source, *content, parent=None, stance=Stance.ASSERTS):
    return Attribution(name, source, Span(90, 94), content, Form.INDIRECT, stance, 1.0, parent=parent)


def score(gold, read):
    return score_attributions(gold, read, match_attributions(gold, read))


@given(attribution_lists())
def test_a_perfect_reading_scores_one(gold):
    scores = score(gold, gold)
    for share in (
        scores.found.f1,
        scores.stance.accuracy,
        scores.form.accuracy,
        scores.source.f1,
        scores.cue.f1,
        scores.content.f1,
    ):
        assert share in (1.0, None)


@given(attribution_lists())
def test_an_empty_reading_scores_zero(gold):
    scores = score(gold, ())
    assert scores.found.f1 == (0.0 if gold else None)
    assert scores.stance.accuracy is None


@given(attribution_lists(), attribution_lists())
def test_f1_does_not_depend_on_the_side(gold, read):
    there, back = score(gold, read), score(read, gold)
    assert there.found.f1 == back.found.f1
    assert there.content.precision == back.content.recall


def test_the_same_content_from_another_source_does_not_match():
    gold = [said("a1", Span(0, 10), Span(20, 40))]
    assert score(gold, [said("a1", Span(0, 9), Span(20, 40))]).found.hit == 1
    assert score(gold, [said("a1", Span(50, 60), Span(20, 40))]).found.hit == 0
    assert score(gold, [said("a1", None, Span(20, 40))]).found.hit == 0


def test_two_unnamed_sources_are_the_same():
    assert score([said("a1", None, Span(0, 9))], [said("a1", None, Span(0, 9))]).found.hit == 1


@pytest.mark.parametrize(("end", "hits"), [(20, 1), (10, 1), (9, 0), (40, 1), (41, 0)])
def test_content_matches_from_half_of_all_characters(end, hits):
    assert score([said("a1", None, Span(0, 20))], [said("a1", None, Span(0, end))]).found.hit == hits


def test_interrupted_content_is_compared_as_a_whole():
    gold = [said("a1", None, Span(0, 10), Span(20, 30))]
    assert score(gold, [said("a1", None, Span(0, 10))]).found.hit == 1  # half of it
    assert score(gold, [said("a1", None, Span(0, 9))]).found.hit == 0


def test_parents_are_followed_through_the_match():
    gold = [said("a1", Span(0, 5), Span(10, 40)), said("a2", Span(10, 15), Span(20, 40), parent="a1")]
    renamed = [said("b7", Span(10, 15), Span(20, 40), parent="b9"), said("b9", Span(0, 5), Span(10, 40))]
    assert score(gold, renamed).parent == Ratio(2, 2)
    assert score(gold, renamed).nested == Counts(1, 1, 1)
    turned = [replace(renamed[0], parent=None), replace(renamed[1], parent="b7")]
    assert score(gold, turned).parent == Ratio(0, 2)
    assert score(gold, turned).nested == Counts(0, 1, 1)


def test_a_missed_parent_makes_the_link_wrong():
    gold = [said("a1", Span(0, 5), Span(10, 40)), said("a2", Span(10, 15), Span(20, 40), parent="a1")]
    assert score(gold, [replace(gold[1], parent=None)]).parent == Ratio(0, 1)


def test_stance_is_judged_among_the_matched_only():
    gold = [said("a1", None, Span(0, 9)), said("a2", None, Span(30, 50), stance=Stance.DENIES)]
    scores = score(gold, [said("a1", None, Span(0, 9), stance=Stance.DOUBTS)])
    assert scores.stance.pairs == (("asserts", "doubts"),)


@given(attribution_lists().filter(lambda listed: len(listed) > 1))
def test_dropping_some_lowers_recall_and_keeps_precision(gold):
    scores = score(gold, gold[: len(gold) // 2])
    assert scores.found.recall < 1.0
    assert scores.found.precision == 1.0
