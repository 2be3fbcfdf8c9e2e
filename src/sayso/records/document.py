"""A document: what was read from a capture. Its text is never edited afterwards."""

from dataclasses import dataclass
from datetime import date, datetime

from sayso.records.span import Span


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's caption and, where the page names one, the picture's address.

    span: where the caption stands in the document's text; None where it is not part of it.
    """

    text: str
    image: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A story as text and what is known about it.

    id: content hash, so that the same input twice is the same document.
    sha256: of the capture the text was read from (for JSON lines, of the line).
    origin: path, address, or the line's own id.
    text: clean (NFC, `\\n` line ends, no control characters); every span points into it.
    language: ISO 639-1 code; `und` where none could be told.
    published: the day the story came out, by the publisher's clock; None if unknown.
    published_at: the instant, aware UTC, where the page gives one.
    address: the canonical address the page names for itself.
    """

    id: str
    sha256: str
    origin: str
    text: str
    language: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    address: str | None = None
    captions: tuple[Caption, ...] = ()
