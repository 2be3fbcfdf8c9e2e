"""Marks of any shape cut a text without losing or moving a character."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.page_text import Mark, Role, split_blocks, split_segments
from sayso.records import Span


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(st.sampled_from("aбї “” \n"), min_size=1, max_size=60))
    cuts = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(cuts, cuts, st.sampled_from(Role)), max_size=12))
    return text, [
        Mark(Span(min(a, b), max(a, b)), role, f"k{i}") for i, (a, b, role) in enumerate(pairs) if a != b
    ]


@given(marked_texts())
def test_segments_of_a_block_join_to_its_text(case: tuple[str, list[Mark]]):
    text, marks = case
    blocks = split_blocks(text)
    rows = split_segments(text, blocks, marks, stops=[])
    assert ["".join(segment.text for segment in row) for row in rows] == [block.of(text) for block in blocks]


@given(marked_texts())
def test_segment_names_exactly_the_marks_that_cover_it(case: tuple[str, list[Mark]]):
    text, marks = case
    for row in split_segments(text, split_blocks(text), marks, stops=[]):
        for segment in row:
            assert set(segment.keys) == {mark.key for mark in marks if mark.span.overlaps(segment.span)}
            assert all(mark.span.contains(segment.span) for mark in marks if mark.span.overlaps(segment.span))


def test_closest_mark_comes_first():
    marks = [Mark(Span(0, 9), Role.CONTENT, "outer"), Mark(Span(3, 6), Role.CONTENT, "inner")]
    (row,) = split_segments("abcdefghi", [Span(0, 9)], marks, stops=[])
    assert [segment.keys for segment in row] == [("outer",), ("inner", "outer"), ("outer",)]
    assert [segment.depth for segment in row] == [1, 2, 1]


def test_lines_are_paragraphs_where_no_line_is_blank():
    assert [block.of("one\ntwo") for block in split_blocks("one\ntwo")] == ["one", "two"]
    assert [block.of("a\nb\n \nc") for block in split_blocks("a\nb\n \nc")] == ["a\nb", "c"]
