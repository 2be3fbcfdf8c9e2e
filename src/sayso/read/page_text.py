"""An article's body enters; its paragraphs leave, in order, each clean and on its own."""

from collections.abc import Iterator

from sayso.read.clean import clean_text
from sayso.read.page_tree import Element

# trafilatura's names for what stands within a line, in its output's own vocabulary.
_INLINE_TAGS = frozenset({"hi", "ref", "del", "code", "graphic", "lb", "a", "b", "i", "em", "strong", "span"})
# A cell longer than this holds prose: the table is there for the layout.
_MAX_CELL_CHARACTERS = 200


def read_paragraphs(body: Element) -> list[str]:
    """The paragraphs; a row of a data table is one, its cells parted by ` | `."""
    return [paragraph for block in _blocks(body) if (paragraph := _tidy(block))]


def _tidy(text: str) -> str:
    """Clean, with single spaces; of the line breaks one at a time stays."""
    lines = (_single_spaced(line) for line in clean_text(text).split("\n"))
    return "\n".join(line for line in lines if line)


def flat_text(element: Element) -> str:
    """All text of an element on one line."""
    return _single_spaced(clean_text("".join(element.itertext())))


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def _blocks(element: Element) -> Iterator[str]:
    """The element's stretches of running text: those between blocks, and each block's own."""
    running = _single_line(element.text)
    for child in element:
        if child.tag == "lb":
            running += "\n"
        elif child.tag in _INLINE_TAGS:
            running += _single_line("".join(child.itertext()))
        else:
            yield running
            running = ""
            yield from _row(child) if child.tag == "row" else _blocks(child)
        running += _single_line(child.tail)
    yield running


def _row(row: Element) -> Iterator[str]:
    cells = [(cell, flat_text(cell)) for cell in row]
    if any(len(text) > _MAX_CELL_CHARACTERS for _, text in cells):
        for cell, _ in cells:
            yield from _blocks(cell)
    else:
        yield " | ".join(text for _, text in cells if text)


def _single_line(text: str | None) -> str:
    """Line ends of the markup mean a space; only `lb` means a line end."""
    return (text or "").replace("\r", " ").replace("\n", " ")
