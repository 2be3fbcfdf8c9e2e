"""An annotated text and the text as it was read enter; a map of spans from the first to the second leaves.

Reading cleans a text before offsets exist (composed characters, no control
characters), so the few annotated texts that were not clean differ from what
was read. Their annotation moves along; texts that differ by more do not map.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from sayso.records import Span


@dataclass(frozen=True, slots=True)
class Letters:
    """A text's visible characters, decomposed, and the position each came from."""

    signs: str
    positions: tuple[int, ...]


def letters_of(text: str) -> Letters:
    """White space and control characters are left out: clean-up may drop or change them."""
    found = [
        (sign, position)
        for position, character in enumerate(text)
        for sign in unicodedata.normalize("NFD", _as_read(character))
        if not (sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf"))
    ]
    return Letters("".join(sign for sign, _ in found), tuple(position for _, position in found))


def _as_read(character: str) -> str:
    """A C1 control stands for what Windows-1252 has in its place, as browsers read it."""
    return bytes([ord(character)]).decode("cp1252", "ignore") if "\x80" <= character <= "\x9f" else character


def span_map(annotated: str, read: str) -> Callable[[Span], Span] | None:
    """Where a span of the annotated text lies in the read one; None if they are different texts."""
    before, after = letters_of(annotated), letters_of(read)
    if before.signs != after.signs:
        return None
    moved: dict[int, tuple[int, int]] = {}  # position → first and last position it became
    for old, new in zip(before.positions, after.positions, strict=True):
        moved[old] = (moved.get(old, (new, new))[0], new)

    def move(span: Span) -> Span:
        kept = [moved[position] for position in range(span.start, span.end) if position in moved]
        return Span(kept[0][0], kept[-1][1] + 1) if kept else span

    return move
