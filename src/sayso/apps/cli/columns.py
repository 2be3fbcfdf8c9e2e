"""Cells → lines of a row: what, where, when, told as, each wrapped in its column."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

GUTTER = 5  # "a123 "
_GAP = 2
_SHARES = (23, 20, 15, 11)  # what, where, when, told as: `Sat 11 Jun 2022` and `unverified` fit in 80 columns
_STACKED_BELOW = 64  # columns; narrower than that a row's cells follow one another
_HANGING = 2  # so that two long cells above each other are seen to be two
_HANGS_FROM = 20  # columns; `unverified` and a date need all of theirs


def wrap_text(text: Text, console: Console, *, width: int | None = None) -> list[Text]:
    """Lines no wider than `width`, at least one; what has no spaces is broken where it must be."""
    return list(text.wrap(console, width or console.width)) or [Text("")]


def lay_row(cells: Sequence[Text], console: Console) -> Iterator[Text]:
    """The cells beside each other, right of the gutter; on a narrow screen one after the other."""
    indent = " " * GUTTER
    if console.width < _STACKED_BELOW:
        joined = Text(" · ").join(cells)
        yield from (Text(indent).append_text(line) for line in _hang(joined, console, console.width - GUTTER))
        return
    widths = _column_widths(console.width - GUTTER)
    columns = [_hang(cell, console, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns):
        line = Text(indent)
        for part, width in zip(parts, widths, strict=True):
            cell = part or Text("")
            line.append_text(cell).append(" " * (width - cell.cell_len + _GAP))
        yield line


def _hang(cell: Text, console: Console, width: int) -> list[Text]:
    """The cell's lines, all but the first indented; a column too narrow for that stays flush."""
    first, *rest = wrap_text(cell, console, width=width)
    if not rest or width < _HANGS_FROM:
        return [first, *rest]
    lines = wrap_text(cell, console, width=width - _HANGING)
    return [lines[0], *(Text(" " * _HANGING).append_text(line) for line in lines[1:])]


def _column_widths(width: int) -> list[int]:
    """Room beyond the shares goes to what and where, whose words are the longest."""
    spare = width - sum(_SHARES) - _GAP * (len(_SHARES) - 1)
    what, where, when, told = _SHARES
    return [what + spare - spare // 3, where + spare // 3, when, told]
