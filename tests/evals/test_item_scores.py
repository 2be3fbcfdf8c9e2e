from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.items import Join, Unit, joined, score_item, units_of_attributions, units_of_tags
from evals.tallies import Counts
from sayso.records import Attribution, Form, Span, Stance

TOKENS = ["``", "It", "'s", "late", ",", "''", "Olha", "says", "Ivan", "said", "."]

words = st.lists(st.text("abc'`.,“$(", min_size=1, max_size=4), min_size=1, max_size=12)


def said(source, cue, *content):
    return Attribution("a1", source, cue, content, Form.INDIRECT, Stance.ASSERTS, 1.0)


def over(tokens, first, last):
    return Span(tokens[first].start, tokens[last].end)


def test_spaces_join_keeps_the_tokens_as_they_are():
    text, spans = joined(TOKENS, Join.SPACES)
    assert text == "`` It 's late , '' Olha says Ivan said ."
    assert [span.of(text) for span in spans] == TOKENS


def test_natural_join_reads_like_a_newspaper():
    text, spans = joined(TOKENS, Join.NATURAL)
    assert text == "“It's late,” Olha says Ivan said."
    assert spans[2].of(text) == "'s"


@given(words, st.sampled_from(Join))
def test_tokens_lie_in_order_and_apart(tokens, join):
    text, spans = joined(tokens, join)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert spans[-1].end == len(text)


def test_tags_become_runs():
    assert units_of_tags(["B-cue", "I-cue", "O", "B-source", "B-source"]) == {
        Unit("cue", 0, 2),
        Unit("source", 3, 4),
        Unit("source", 4, 5),
    }


@pytest.mark.parametrize("tags", [["O", "I-cue"], ["B-source", "I-cue"]])
def test_an_inside_tag_without_its_begin_begins_a_run(tags):
    assert Unit("cue", 1, 2) in units_of_tags(tags)


def test_a_nested_report_cuts_the_content_around_it():
    _, tokens = joined(TOKENS, Join.SPACES)
    outer = said(over(tokens, 6, 6), over(tokens, 7, 7), over(tokens, 0, 5), over(tokens, 8, 9))
    inner = said(over(tokens, 8, 8), over(tokens, 9, 9), over(tokens, 0, 5))
    assert units_of_attributions(tokens, [outer, inner]) == {
        Unit("content", 0, 6),
        Unit("source", 6, 7),
        Unit("cue", 7, 8),
        Unit("source", 8, 9),
        Unit("cue", 9, 10),
    }


def test_a_cue_covers_a_source_and_a_source_covers_content():
    _, tokens = joined(["in", "his", "words", "all", "is", "well"], Join.SPACES)
    read = units_of_attributions(tokens, [said(over(tokens, 1, 1), over(tokens, 0, 2), over(tokens, 1, 5))])
    assert read == {Unit("cue", 0, 3), Unit("content", 3, 6)}


def test_content_within_content_begins_a_run_of_its_own():
    _, tokens = joined(["he", "knows", "she", "left"], Join.SPACES)
    read = units_of_attributions(
        tokens, [said(None, None, over(tokens, 0, 3)), said(None, None, over(tokens, 2, 3))]
    )
    assert read == {Unit("content", 0, 2), Unit("content", 2, 4)}


def test_one_token_too_many_is_a_miss():
    score = score_item(
        frozenset([Unit("content", 0, 3)]), frozenset([Unit("content", 0, 4), Unit("cue", 5, 6)])
    )
    assert score.content == Counts(hit=0, predicted=1, gold=1)
    assert score.cue == Counts(hit=0, predicted=1, gold=0)


@given(st.lists(st.sampled_from(["O", "B-cue", "I-cue", "B-source", "I-content"])))
def test_reading_the_gold_units_scores_one(tags):
    units = units_of_tags(tags)
    assert score_item(units, units).cue.f1 in (1.0, None)
    assert score_item(units, frozenset()).cue.hit == 0
