"""A span: the half-open stretch of characters that every field points to."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points of one document's text; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The exact quotation."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def gap(self, other: "Span") -> int:
        """Characters between the two; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)


def covers(spans: Iterable[Span], span: Span) -> bool:
    """Whether one of `spans` contains `span` whole."""
    return any(one.contains(span) for one in spans)


def trim(text: str, start: int, end: int, *, drop: str = "") -> Span | None:
    """The span without white space and the characters of `drop` at its edges; None if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in drop):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in drop):
        end -= 1
    return Span(start, end) if start < end else None
