"""`sayso read`: paths and options → readings on the target, problems on standard error, an exit code."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.apps.cli.edge import Exit
from sayso.apps.cli.output import Write, open_output
from sayso.apps.cli.report import Report
from sayso.apps.cli.target import Target
from sayso.config import Settings
from sayso.read.options import ReadOptions
from sayso.records import InputError, Reading


class OpenReadings(Protocol):
    """Paths → readings and errors, in order, each as soon as it is there."""

    def __call__(
        self, paths: Sequence[str], settings: Settings, options: ReadOptions
    ) -> Iterator[Reading | InputError]: ...


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """What the command line asks for."""

    paths: tuple[str, ...]
    options: ReadOptions
    target: Target
    quiet: bool = False


class _NothingReadError(Exception):
    """Leaves the output's block, so that an older file at the target stays as it is."""


def open_readings(
    paths: Sequence[str], settings: Settings, options: ReadOptions
) -> Iterator[Reading | InputError]:
    """The real pipeline over the real files."""
    # The encoder's engine takes most of a second to import: `sayso --help` must not wait for it.
    from sayso.ingest.files import read_files  # noqa: PLC0415
    from sayso.wiring import build_pipeline  # noqa: PLC0415

    captures = read_files(paths, stdin=sys.stdin.buffer, max_bytes=settings.max_input_bytes)
    return build_pipeline(settings, options).read(captures)


def read_stories(request: ReadRequest, open_readings: OpenReadings) -> Exit:
    """Read everything that can be read. Raises UsageError or ConfigError before the first input."""
    request.target.check(request.paths)
    settings = Settings.from_environment()
    on_screen = request.target.path is None and sys.stdout.isatty()
    with Report(quiet=request.quiet, screen_is_free=not on_screen) as report:
        if "-" in request.paths and sys.stdin.isatty():
            report.note("reading standard input; end it with Ctrl-D")
        try:
            with open_output(request.target) as write:
                _write_all(open_readings(request.paths, settings, request.options), write, report)
        except _NothingReadError:
            report.note("nothing could be read.")
    _sum_up(request, report)
    return report.exit_code


def _write_all(items: Iterable[Reading | InputError], write: Write, report: Report) -> None:
    for item in items:
        if isinstance(item, InputError):
            report.problem(item)
        else:
            write(item)
            report.story_read()
    if not report.read_count:
        raise _NothingReadError


def _sum_up(request: ReadRequest, report: Report) -> None:
    if report.read_count and (report.problem_count or request.target.path):
        where = f"; written to {request.target.path}" if request.target.path else ""
        report.note(f"{report.summary()}{where}.")
