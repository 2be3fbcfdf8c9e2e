"""Bytes are read in the encoding they were written in, whether or not they say which."""

import codecs

import pytest

from sayso.read.encoding import declared_encoding, decode_bytes
from sayso.read.legacy import LegacyEncodings

RUSSIAN = "В субботу в Нижнеозёрске начали выдавать удостоверения, заявил глава округа Пётр Яблоков."
UKRAINIAN = "У суботу в Нижньоозерську почали видавати посвідчення, сказав голова округу Євген Їжакевич."
ENGLISH = "“We have forty,” said the café owner – a claim that couldn’t be verified. It cost £5."


@pytest.fixture(scope="module")
def legacy() -> LegacyEncodings:
    return LegacyEncodings.load()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, name) for name in ("cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5")),
        *((UKRAINIAN, name) for name in ("cp1251", "koi8_u", "cp1125", "mac_cyrillic", "iso8859_5")),
        *((ENGLISH, name) for name in ("cp1252", "mac_roman")),
        *(
            (text, name)
            for text in (RUSSIAN, UKRAINIAN, ENGLISH)
            for name in ("utf_8", "utf_16", "utf_32", "utf_8_sig")
        ),
        *((text, name) for text in (RUSSIAN, UKRAINIAN, ENGLISH) for name in ("utf_16_le", "utf_16_be")),
    ],
)
def test_text_without_a_header_is_read(legacy: LegacyEncodings, text: str, encoding: str) -> None:
    assert decode_bytes(text.encode(encoding), legacy) == text


@pytest.mark.parametrize("text", ["Умань", "Немає", "Яблоков: нет", "Харків"])
def test_a_word_or_two_in_windows_1251_is_read(legacy: LegacyEncodings, text: str) -> None:
    assert decode_bytes(text.encode("cp1251"), legacy) == text


def test_long_text_shows_its_encoding_in_its_last_word(legacy: LegacyEncodings) -> None:
    text = "The council met and said nothing new. " * 5000 + "It met in the café."
    assert decode_bytes(text.encode("cp1252"), legacy) == text


def test_header_is_believed_where_the_bytes_allow(legacy: LegacyEncodings) -> None:
    page = '<meta charset="iso-8859-2">Łódź'
    assert decode_bytes(page.encode("iso8859_2"), legacy) == page


def test_valid_utf8_is_utf8_whatever_an_outdated_header_says(legacy: LegacyEncodings) -> None:
    page = f'<meta charset="windows-1251">{RUSSIAN}'
    assert decode_bytes(page.encode(), legacy) == page


def test_utf8_that_was_cut_short_loses_one_letter_only(legacy: LegacyEncodings) -> None:
    assert decode_bytes(RUSSIAN.encode()[:-2], legacy) == RUSSIAN[:-2] + "\N{REPLACEMENT CHARACTER}"


def test_mark_is_taken_off_once_or_doubled(legacy: LegacyEncodings) -> None:
    assert decode_bytes(codecs.BOM_UTF8 * 2 + b"text", legacy) == "text"


@pytest.mark.parametrize(
    ("head", "expect"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b'<META http-equiv=Content-Type content="text/html; charset=KOI8-R">', "koi8-r"),
        (b"<?xml version='1.0' encoding='utf-8'?>", "utf-8"),
        (b"<meta charset=latin1>", "cp1252"),
        (b"<meta charset=unicode_escape>", None),
        (b"<meta charset=zlib>", None),
        (b"<meta charset=no-such>", None),
        (b"no header", None),
    ],
)
def test_declared_encoding(head: bytes, expect: str | None) -> None:
    assert declared_encoding(head) == expect
