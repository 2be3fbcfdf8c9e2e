from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.words.sentences import sentences_of


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences_of(text)]


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It fell early in the war.The council fled.", ["It fell early in the war.", "The council fled."]),
        ("Mr. Brown met Sen. Lee at 5 p.m. on Friday.", ["Mr. Brown met Sen. Lee at 5 p.m. on Friday."]),
        (
            "Выдано 5 тыс. паспортов. Об этом сказал В. Орлик.",
            ["Выдано 5 тыс. паспортов.", "Об этом сказал В. Орлик."],
        ),
        ("Headline\n\n“Open.” He left.", ["Headline", "“Open.”", "He left."]),
        ("«Так и есть!» — сказал он.", ["«Так и есть!» — сказал он."]),
        ("", []),
    ],
)
def test_sentences(text, expect):
    assert cut(text) == expect


@given(st.text(max_size=200))
def test_sentences_are_ordered_disjoint_and_leave_out_only_white_space(text):
    spans = sentences_of(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
