"""A capture's name and first bytes enter; what sort of content it is leaves."""

import re
import unicodedata
from enum import StrEnum
from pathlib import PurePosixPath

from sayso.records import Capture

HEAD_BYTES = 4096


class Format(StrEnum):
    """The three things Sayso reads; the value is what messages call them."""

    LINES = "JSON lines"
    PAGE = "web page"
    TEXT = "text"


_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"bplist00", "a web archive"),
)
# Possessive, so that a run of comments is not tried in all its splits.
_PAGE_START = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+|(?><!--.*?-->)\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|title|meta|article|main|section|div|p|h[1-6]|br|span|a|img|table|script)\b|<!--",
    re.IGNORECASE,
)
_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})  # may begin with a tag and stay what it is
_LINE_NUMBER = re.compile(r":\d+$")
_MAX_UNREADABLE_SHARE = 0.05


def name_suffix(origin: str) -> str:
    """`.html` of a path or address, without its query; a line of a file (`posts.jsonl:7`) has its file's."""
    return PurePosixPath(_LINE_NUMBER.sub("", origin.partition("?")[0])).suffix.lower()


def format_of(capture: Capture) -> Format:
    """The name decides, unless the content is plainly something else; without a name the content does."""
    suffix, head = name_suffix(capture.origin), capture.content[:HEAD_BYTES]
    if suffix in _LINE_SUFFIXES or _is_line(head):
        return Format.LINES
    text = (
        head.replace(b"\0", b"").decode("latin_1").removeprefix("\u00ef\u00bb\u00bf").lstrip("\u00ff\u00fe")
    )
    begins_as_page = suffix not in _MARKDOWN_SUFFIXES and _PAGE_START.match(text)
    return Format.PAGE if begins_as_page or (suffix in _PAGE_SUFFIXES and _TAG.search(text)) else Format.TEXT


def binary_kind(content: bytes) -> str | None:
    """What the content is, if its first bytes are those of a known binary format."""
    return next((kind for signature, kind in _SIGNATURES if content.startswith(signature)), None)


def is_unreadable(text: str) -> bool:
    """Whether so many characters of the beginning are controls or undefined that this was never text."""
    head = text[:HEAD_BYTES]
    unreadable = sum(
        character == "\N{REPLACEMENT CHARACTER}"
        or (character not in "\t\n\r\f" and unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"})
        for character in head
    )
    return unreadable > len(head) * _MAX_UNREADABLE_SHARE


def _is_line(head: bytes) -> bool:
    """Whether the content begins with a JSON object that could be a story's line."""
    return re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"', head) is not None
