from hypothesis import given
from hypothesis import strategies as st

from evals.roles import RoleSpans, roles_of, score_roles
from evals.tallies import Counts
from sayso.records import Attribution, Form, Span, Stance

TEXT = "Bread is dear, Olha said, and will stay so. She blamed the mill."

span_sets = st.frozensets(
    st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 9)),
    max_size=6,
)
role_spans = st.builds(RoleSpans, source=span_sets, cue=span_sets, content=span_sets)


def said(source, cue, *content):
    return Attribution("a1", source, cue, content, Form.INDIRECT, Stance.ASSERTS, 1.0)


def test_each_piece_of_interrupted_content_is_a_unit():
    read = roles_of(TEXT, [said(Span(15, 19), Span(20, 24), Span(0, 13), Span(26, 42))])
    assert read.content == {Span(0, 13), Span(26, 42)}


def test_a_shared_source_counts_once():
    once = said(Span(15, 19), Span(20, 24), Span(0, 13))
    twice = said(Span(15, 19), None, Span(26, 42))
    assert roles_of(TEXT, [once, twice]).source == {Span(15, 19)}


def test_only_white_space_is_trimmed():
    assert roles_of(TEXT, [said(Span(14, 20), None, Span(0, 15))]).source == {Span(15, 19)}
    assert roles_of(TEXT, [said(None, None, Span(0, 15))]).content == {Span(0, 14)}  # the comma stays


def test_a_longer_span_has_the_right_begin_only():
    scores = score_roles(
        RoleSpans(content=frozenset([Span(0, 13)])), RoleSpans(content=frozenset([Span(0, 14)]))
    )
    assert scores.content.exact == Counts(hit=0, predicted=1, gold=1)
    assert scores.content.begin == Counts(hit=1, predicted=1, gold=1)
    assert scores.content.characters == Counts(hit=13, predicted=14, gold=13)


@given(role_spans)
def test_a_perfect_reading_scores_one(gold):
    scores = score_roles(gold, gold)
    for role in (scores.source, scores.cue, scores.content):
        assert role.exact.f1 in (1.0, None)
        assert role.begin.f1 in (1.0, None)


@given(role_spans)
def test_an_empty_reading_scores_zero(gold):
    scores = score_roles(gold, RoleSpans())
    assert scores.source.exact.f1 == (0.0 if gold.source else None)


@given(role_spans, role_spans)
def test_f1_does_not_depend_on_the_side(gold, read):
    there, back = score_roles(gold, read), score_roles(read, gold)
    assert there.content.exact.f1 == back.content.exact.f1
    assert there.content.begin.precision == back.content.begin.recall
