"""A story's text and the marks on it → paragraphs of segments, each with the marks that cover it whole."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sayso.records import Span

_BLANK_LINES = re.compile(r"\n\s*\n")
_LINE_END = re.compile(r"\n")


class Role(StrEnum):
    """What a mark says about the words under it."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    FIGURE = "figure"
    CHECK = "check"
    DETAIL = "detail"  # a place, date or event trigger: seen only while its note is lit


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text, its role, and the key of the note that it belongs to ("" for none)."""

    span: Span
    role: Role
    key: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Text that no boundary cuts.

    keys: of the notes that it belongs to, the closest fit first.
    depth: how many attributions have it as content; 2 is second hand.
    """

    span: Span
    text: str
    roles: tuple[Role, ...]
    keys: tuple[str, ...]
    depth: int

    @property
    def classes(self) -> str:
        depth = (f"d{min(self.depth, 3)}",) if self.depth else ()
        return " ".join((*self.roles, *depth))


def split_blocks(text: str) -> list[Span]:
    """The paragraphs: between blank lines, or the lines where a text has no blank ones."""
    gaps = _BLANK_LINES if _BLANK_LINES.search(text) else _LINE_END
    edges = [0, *(edge for gap in gaps.finditer(text) for edge in gap.span()), len(text)]
    blocks = ((edges[i], edges[i + 1]) for i in range(0, len(edges), 2))
    return [Span(start, end) for start, end in blocks if text[start:end].strip()]


def split_segments(
    text: str, blocks: Sequence[Span], marks: Iterable[Mark], stops: Iterable[int]
) -> list[tuple[Segment, ...]]:
    """One tuple of segments a block, cut at every edge of every mark and at `stops`.

    Attributions nest and overlap, which elements of a page cannot; flat
    segments that each name all their marks can show any of it.
    """
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    points = {*stops, *(edge for block in blocks for edge in (block.start, block.end))}
    for mark in marks:
        opening[mark.span.start].append(mark)
        points.update((mark.span.start, mark.span.end))
    segments = _sweep(text, sorted(points), opening)
    rows: list[tuple[Segment, ...]] = []
    segment = next(segments, None)
    for block in blocks:
        row: list[Segment] = []
        while segment and segment.span.end <= block.end:
            if segment.span.start >= block.start:
                row.append(segment)
            segment = next(segments, None)
        rows.append(tuple(row))
    return rows


def _sweep(text: str, points: Sequence[int], opening: dict[int, list[Mark]]) -> Iterator[Segment]:
    active: list[Mark] = []
    for start, end in pairwise(point for point in points if 0 <= point <= len(text)):
        active = [mark for mark in active if mark.span.end > start] + opening.get(start, [])
        yield _segment(text, Span(start, end), active)


def _segment(text: str, span: Span, marks: Iterable[Mark]) -> Segment:
    closest_first = sorted(marks, key=lambda mark: len(mark.span))
    return Segment(
        span=span,
        text=span.of(text),
        roles=tuple(role for role in Role if any(mark.role is role for mark in closest_first)),
        keys=tuple(dict.fromkeys(mark.key for mark in closest_first if mark.key)),
        depth=len({mark.key for mark in closest_first if mark.role is Role.CONTENT}),
    )
