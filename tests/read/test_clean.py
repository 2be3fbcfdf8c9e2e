"""Clean-up leaves clean text alone and does its work in one go."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.clean import clean_line, clean_text

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=60)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(ANY_TEXT)
def test_cleaned_text_is_normal_without_controls_and_can_be_written(text: str) -> None:
    cleaned = clean_text(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {one for one in cleaned if unicodedata.category(one) in {"Cc", "Cs"}} - {"\n", "\t"}
    cleaned.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_clean_text_is_unchanged(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\ftwo\vthree", "one\ntwo\nthree"),
        ("sto\x00ry\x07", "story"),
        ("й", "й"),
        ("\x93quoted\x94 \x97 and\x85", "“quoted” — and…"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("1\u00a0200 «слов»\u00ad\u200b\ttab", "1\u00a0200 «слов»\u00ad\u200b\ttab"),
        ("\ufeffmark", "\ufeffmark"),
    ],
)
def test_clean_text(text: str, expect: str) -> None:
    assert clean_text(text) == expect


@pytest.mark.parametrize(("text", "expect"), [(" a\n b\u00a0c ", "a b c"), (" \n", None), (None, None)])
def test_clean_line(text: str | None, expect: str | None) -> None:
    assert clean_line(text) == expect
