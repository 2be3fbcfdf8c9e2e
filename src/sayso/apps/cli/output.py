"""Readings one by one → a table, JSON lines or HTML at the target."""

import os
import re
import shutil
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from rich.console import Console

from sayso.apps.cli.table import print_story
from sayso.apps.cli.target import Format, Target, open_stream, replaced_file
from sayso.publish.contract import reading_to_json
from sayso.records import Reading

DEFAULT_COLUMNS = 80
MIN_COLUMNS = 40
MAX_COLUMNS = 120  # longer lines are hard to read, however wide the screen

Write = Callable[[Reading], object]


@contextmanager
def open_output(target: Target, environ: Mapping[str, str] = os.environ) -> Generator[Write]:
    """A function that writes one reading, at once where the format allows.

    If the block ends in an exception, no file appears at the target.
    """
    if target.path is not None and target.path.is_dir():
        yield _page_writer(target.path)
        return
    with open_stream(target.path) as stream:
        if target.format is Format.TABLE:
            yield _table_writer(stream, environ)
        elif target.format is Format.JSONL:
            yield _line_writer(stream)
        else:
            readings: list[Reading] = []
            yield readings.append
            stream.write(_page(*readings))


def columns_of(stream: TextIO, environ: Mapping[str, str]) -> int:
    """`COLUMNS` if set, else the terminal's width, else 80; within what can be read."""
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        width = int(columns)
    elif stream.isatty():
        width = shutil.get_terminal_size((DEFAULT_COLUMNS, 24)).columns
    else:
        width = DEFAULT_COLUMNS
    return max(MIN_COLUMNS, min(width, MAX_COLUMNS))


class _TableConsole(Console):
    def on_broken_pipe(self) -> None:
        """Leave a closed pipe to the edge; rich itself would exit with 1, which means something else."""
        raise BrokenPipeError


def _table_writer(stream: TextIO, environ: Mapping[str, str]) -> Write:
    width = columns_of(stream, environ)
    console = _TableConsole(file=stream, width=width, markup=False, highlight=False, emoji=False)

    def write(reading: Reading) -> None:
        print_story(reading, console)
        stream.flush()

    return write


def _line_writer(stream: TextIO) -> Write:
    def write(reading: Reading) -> None:
        stream.write(reading_to_json(reading) + "\n")
        stream.flush()

    return write


def _page_writer(folder: Path) -> Write:
    def write(reading: Reading) -> None:
        with replaced_file(folder / page_name(reading)) as stream:
            stream.write(_page(reading))

    return write


def page_name(reading: Reading) -> str:
    """A file name from the input's own, told apart by the document's id: `lysohirka-1f0c2a9b.html`."""
    stem = re.sub(r"[^\w-]+", "-", Path(reading.document.origin).stem)[:60].strip("-") or "story"
    return f"{stem}-{re.sub(r'[^0-9A-Za-z]', '', reading.document.id)[:8]}.html"


def _page(*readings: Reading) -> str:
    from sayso.publish.page import render_page  # noqa: PLC0415  # jinja2 costs 60 ms that a table need not wait for

    return render_page(readings)
