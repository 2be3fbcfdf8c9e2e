"""A path the user gave for the output → a stream that becomes a whole file or none."""

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from sayso.apps.cli.edge import UsageError


class Format(StrEnum):
    """How readings are written."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Target:
    """Where readings go and how; no path is standard output."""

    format: Format
    path: Path | None = None

    def check(self, inputs: Sequence[str]) -> None:
        """Raise UsageError for a target that cannot be written, before anything is read."""
        path = self.path
        if path is None:
            return
        if path.is_dir() and self.format is not Format.HTML:
            raise UsageError(
                f"--output {path} is a folder, which only --format html fills. Name a file in it."
            )
        folder = path if path.is_dir() else path.parent
        if not folder.is_dir():
            raise UsageError(f"--output {path}: there is no folder {folder}. Create it first.")
        if path.is_file() and any(Path(one).exists() and path.samefile(one) for one in inputs):
            raise UsageError(
                f"--output {path} is one of the inputs and would overwrite it. Name another file."
            )
        if not os.access(folder, os.W_OK) and not _is_special(path):
            raise UsageError(f"--output {path}: {folder} cannot be written to. Choose another folder.")


def open_stream(path: Path | None) -> AbstractContextManager[TextIO]:
    """Standard output, a device or pipe, or a file that appears only if the block ends well."""
    if path is None:
        return _standard_output()
    if _is_special(path):
        return path.open("w", encoding="utf-8", errors="replace", newline="\n")
    return replaced_file(path)


@contextmanager
def replaced_file(path: Path) -> Generator[TextIO]:
    """A file written beside `path` and renamed to it at the end, so that nobody sees half of it."""
    path = path.resolve()  # a link stays a link
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def _standard_output() -> Generator[TextIO]:
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="replace")  # JSON lines are UTF-8 whatever the locale says
    yield sys.stdout


def _is_special(path: Path) -> bool:
    """Whether it is there and no file (`/dev/null`, a named pipe): to be written to, never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()
