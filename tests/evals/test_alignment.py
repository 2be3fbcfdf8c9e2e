import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.alignment import letters_of, span_map
from evals.annotation import LinkedFigure, map_spans
from evals.roles import RoleSpans
from sayso.records import Figure, Span

RAW = "Olha\x07 Ne\u0301mec said\r\n\x84no"  # a bell, a decomposed é, a carriage return, a C1 control
CLEAN = "Olha Némec said\n„no"


@pytest.mark.parametrize(
    ("words", "clean"), [("Ne\u0301mec", "Némec"), ("said", "said"), ("no", "no"), ("Olha\x07", "Olha")]
)
def test_spans_follow_the_clean_up(words, clean):
    start = RAW.index(words)
    move = span_map(RAW, CLEAN)
    assert move is not None
    assert move(Span(start, start + len(words))).of(CLEAN) == clean


def test_another_text_does_not_map():
    assert span_map("Olha said no", "Olha said yes") is None


@given(st.text("aé \u0301\n\x00ї", min_size=1), st.data())
def test_composing_a_text_keeps_what_spans_quote(text, data):
    clean = unicodedata.normalize("NFC", text)
    move = span_map(text, clean)
    assert move is not None
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quoted = letters_of(span.of(text)).signs
    if quoted:
        assert quoted in letters_of(move(span).of(clean)).signs  # more where a mark joined its letter


def test_every_span_of_a_record_moves():
    later = lambda span: Span(span.start + 1, span.end + 1)  # noqa: E731
    moved = map_spans(LinkedFigure(Figure(Span(0, 2), 1, 1, False, "cats"), ("Lviv",)), later)
    assert moved == LinkedFigure(Figure(Span(1, 3), 1, 1, False, "cats"), ("Lviv",))
    assert map_spans(RoleSpans(cue=frozenset([Span(4, 5)])), later).cue == {Span(5, 6)}
    assert map_spans((Span(0, 1), Span(1, 2)), later) == (Span(1, 2), Span(2, 3))
