"""Paths, folders and standard input enter; captures leave, and an error for each that cannot be read.

JSON lines come out one capture a line, so that a file of any size, or a pipe
that never ends, is read in the memory of one line.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.records import Capture, InputError

STANDARD_INPUT = "-"
STORY_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"})
DEFAULT_MAX_BYTES = 256 * 1024 * 1024

_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_MEBIBYTE = 1024 * 1024
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_files(
    arguments: Iterable[str], *, stdin: BinaryIO, max_bytes: int = DEFAULT_MAX_BYTES
) -> Iterator[Capture | InputError]:
    """The captures that the arguments stand for, in order; a folder stands for its stories, sorted by path.

    max_bytes: for each file, and for each line of JSON lines.
    """
    for argument in arguments:
        if argument == STANDARD_INPUT:
            yield from _read_stream(stdin, STANDARD_INPUT, max_bytes)
        elif _is_folder(Path(argument)):
            yield from _read_folder(Path(argument), max_bytes)
        else:
            yield from _read_file(Path(argument), max_bytes)


def _read_folder(folder: Path, max_bytes: int) -> Iterator[Capture | InputError]:
    unreadable: list[OSError] = []
    paths = sorted(_stories_in(folder, unreadable))
    for error in unreadable:
        yield _unreadable(_name(Path(error.filename or folder)), error)
    if not paths and not unreadable:
        suffixes = ", ".join(sorted(STORY_SUFFIXES))
        yield InputError(_name(folder), "no stories in this folder", f"Sayso looks for {suffixes}")
    for path in paths:
        yield from _read_file(path, max_bytes)


def _stories_in(folder: Path, unreadable: list[OSError]) -> Iterator[Path]:
    """The folder's story files at any depth, but nothing hidden, no special files, and no linked folders."""
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_page_part(name, names)]
        for name in names:
            path = Path(parent, name)
            if path.suffix.lower() in STORY_SUFFIXES and not name.startswith(".") and not _is_special(path):
                yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, a folder on the way that may not be entered: opening it will say so
        return False


def _is_special(path: Path) -> bool:
    """Whether reading could wait for ever (a pipe, a device); a file that cannot be examined is opened."""
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def _is_page_part(folder: str, beside: list[str]) -> bool:
    """Whether a browser put the folder beside a page that it saved: `Story_files` beside `Story.html`."""
    stem = folder.removesuffix("_files")
    return stem != folder and any(f"{stem}{suffix}" in beside for suffix in (".html", ".htm"))


def _read_file(path: Path, max_bytes: int) -> Iterator[Capture | InputError]:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, _name(path), max_bytes)
    except FileNotFoundError:
        yield InputError(_name(path), "no such file", "Check the path")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield _unreadable(_name(path), error)


def _read_stream(stream: BinaryIO, origin: str, max_bytes: int) -> Iterator[Capture | InputError]:
    """One capture, or one for each JSON line. At no time is more than `max_bytes` read ahead."""
    first = stream.readline(max_bytes + 1)
    if not first:
        yield InputError(origin, "empty", "Check that the file was saved whole, or that the pipe has output")
    elif _are_lines(first, origin):
        yield from _read_lines(first.removeprefix(_UTF8_MARK), stream, origin, max_bytes)
    else:
        content = first + stream.read(max(0, max_bytes + 1 - len(first)))
        yield _too_large(origin, max_bytes) if len(content) > max_bytes else Capture(origin, content)


def _are_lines(first: bytes, origin: str) -> bool:
    """Whether a stream is JSON lines, by its name or its first line, and not one value over many lines."""
    if first.startswith(_UTF16_MARKS):
        return False
    line = first.removeprefix(_UTF8_MARK).strip()
    if Path(origin).suffix.lower() in _LINE_SUFFIXES:
        return not (line in {b"{", b"["} or line.startswith(b"[{"))
    return origin == STANDARD_INPUT and line.startswith(b"{") and line.endswith(b"}")


def _read_lines(line: bytes, stream: BinaryIO, origin: str, max_bytes: int) -> Iterator[Capture | InputError]:
    number = 1
    while line:
        name = f"{origin}:{number}"
        if len(line) > max_bytes:
            yield _too_large(name, max_bytes)
            _skip_line(line, stream)
        elif line.strip():
            yield Capture(name, line.strip())
        line = stream.readline(max_bytes + 1)
        number += 1


def _skip_line(line: bytes, stream: BinaryIO) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_MEBIBYTE)


def _too_large(origin: str, max_bytes: int) -> InputError:
    return InputError(
        origin,
        f"larger than the limit of {max_bytes / _MEBIBYTE:g} MB",
        "Split it, or raise the limit (SAYSO_MAX_INPUT_MB)",
    )


def _unreadable(origin: str, error: OSError | ValueError) -> InputError:
    if isinstance(error, PermissionError):
        return InputError(origin, "no permission to read it", "Change its permissions or copy it elsewhere")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(origin, f"cannot be read ({reason})", "Check the path and the disk")


def _name(path: Path) -> str:
    """The path as text that can be printed; a name that is no UTF-8 gets U+FFFD for what is not."""
    return os.fsencode(path).decode("utf-8", "replace")
