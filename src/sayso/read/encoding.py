"""Bytes enter; the text they stand for leaves.

In this order: a byte-order mark; UTF-16 without one; UTF-8, where the bytes
are valid (chance makes no such bytes, but for a word of two letters, while
pages saved by a browser often keep an outdated header); the page's own header; UTF-8 with a few broken
bytes; the likeliest legacy encoding.
"""

import codecs
import re

from sayso.read.legacy import LegacyEncodings

HEADER_BYTES = 4096

_MARKS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
_DECLARATION = re.compile(
    rb"""(?:<meta\b[^>]*?\bcharset|<\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
# Names of encodings of text; Python knows others (`zlib`, `idna`, `unicode_escape`) that a page could name.
_TEXT_ENCODING = re.compile(
    r"utf-8|cp\d+|iso8859-\d+|koi8-[rtu]|mac-\w+|gbk|gb2312|gb18030|big5\w*|euc_\w+|shift_jis\w*|tis-620"
)
_BROKEN_CHARACTER = "\N{REPLACEMENT CHARACTER}"
_SOUND_PER_BROKEN = 20
_MIN_NUL_SHARE = 0.02  # of the bytes; Cyrillic prose in UTF-16 has 0.08, stray NULs in 8-bit text far fewer


def decode_bytes(content: bytes, legacy: LegacyEncodings) -> str:
    """The text, without its byte-order mark; for bytes that are no text, whatever they would say as one."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace").lstrip("\ufeff")
    if b"\0" in content and (utf16 := _utf16_order(content)):
        return content.decode(utf16, "replace")
    try:
        return content.decode("utf_8")
    except UnicodeDecodeError:
        return _decode_declared(content) or _decode_damaged_utf8(content) or _decode_legacy(content, legacy)


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page's `<meta>` or XML declaration names, as Python calls it."""
    match = _DECLARATION.search(content, 0, HEADER_BYTES)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    # What calls itself Latin-1 or ASCII on the web is Windows-1252.
    name = "cp1252" if name in {"iso8859-1", "ascii"} else name
    return name if _TEXT_ENCODING.fullmatch(name) else None


def _decode_declared(content: bytes) -> str | None:
    encoding = declared_encoding(content)
    if encoding is None:
        return None
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_order(content: bytes) -> str | None:
    """Which UTF-16 the bytes are: one of its two bytes is NUL in every space, the other never."""
    nul_first, nul_second = content[0::2].count(0), content[1::2].count(0)
    if min(nul_first, nul_second) or max(nul_first, nul_second) < len(content) * _MIN_NUL_SHARE:
        return None
    return "utf_16_be" if nul_first else "utf_16_le"


def _decode_damaged_utf8(content: bytes) -> str | None:
    """UTF-8 cut short or with single bytes lost: for each break, many sound characters beyond ASCII."""
    text = content.decode("utf_8", "replace")
    broken = text.count(_BROKEN_CHARACTER)
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if sound >= _SOUND_PER_BROKEN * broken else None


def _decode_legacy(content: bytes, legacy: LegacyEncodings) -> str:
    return content.decode(legacy.choose(content), "replace")
