"""A reading → a story ready to print: paragraphs, each with the notes that stand beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten

from sayso.publish.page_notes import Note, read_margin
from sayso.publish.page_text import Role, Segment, split_blocks, split_segments
from sayso.publish.page_words import LANGUAGES, day
from sayso.records import Document, Reading, Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph and what stands beside it. kind: "title", "caption" or "text"."""

    kind: str
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]

    def notes_at(self, segment: Segment) -> list[Note]:
        """The notes whose numbers stand before this segment."""
        return [note for note in self.notes if note.at == segment.span.start]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the strip that shows how much of a story is somebody's say-so, in thousandths."""

    start: float
    width: float
    kind: str


@dataclass(frozen=True, slots=True)
class Story:
    """One reading, ready to print.

    numbers: note keys to the numbers printed for them.
    credited: per cent of the text that is credited to a source.
    """

    key: str
    document: Document
    reading: Reading
    language: str
    published: str
    blocks: tuple[Block, ...]
    numbers: dict[str, int]
    strip: tuple[Stretch, ...]
    credited: int

    @property
    def label(self) -> str:
        """What an index calls it: its title, or how it begins."""
        opening = " ".join(self.document.text[:200].split())
        return self.document.title or shorten(opening, 80, placeholder="…") or self.document.origin


def set_story(reading: Reading, key: str) -> Story:
    """key: a prefix that keeps this story's anchors apart from those of others on the page."""
    document = reading.document
    spans = split_blocks(document.text)
    notes, marks = read_margin(reading, key, spans)
    rows = split_segments(document.text, spans, marks, stops=[note.at for note in notes])
    blocks = tuple(_blocks(document, spans, rows, notes))
    segments = [segment for row in rows for segment in row]
    credited = sum(len(segment.span) for segment in segments if segment.depth)
    total = sum(len(segment.span) for segment in segments)
    return Story(
        key=key,
        document=document,
        reading=reading,
        language=LANGUAGES.get(document.language, document.language),
        published=day(document.published),
        blocks=blocks,
        numbers={note.key: number for number, note in enumerate(notes, 1)},
        strip=tuple(_strip(segments, total)),
        credited=round(100 * credited / total) if total else 0,
    )


def _blocks(
    document: Document, spans: Sequence[Span], rows: Sequence[tuple[Segment, ...]], notes: Sequence[Note]
) -> Iterator[Block]:
    captions = [caption.span for caption in document.captions if caption.span]
    for position, (span, row) in enumerate(zip(spans, rows, strict=True)):
        kind = "text"
        if position == 0 and span.of(document.text).strip() == (document.title or "").strip():
            kind = "title"
        elif any(caption.overlaps(span) for caption in captions):
            kind = "caption"
        yield Block(kind, row, tuple(note for note in notes if span.start <= note.at < span.end))


def _strip(segments: Sequence[Segment], total: int) -> Iterator[Stretch]:
    """Neighbours alike are joined, so that a strip has tens of parts and not thousands."""
    start = 0
    for kind, group in groupby(segments, key=_strip_kind):
        width = sum(len(segment.span) for segment in group)
        if kind:
            yield Stretch(round(1000 * start / total, 1), round(1000 * width / total, 1), kind)
        start += width


def _strip_kind(segment: Segment) -> str:
    if Role.CHECK in segment.roles:
        return "check"
    return f"d{min(segment.depth, 3)}" if segment.depth else ""
