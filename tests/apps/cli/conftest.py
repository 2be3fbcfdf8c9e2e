"""Readings of invented stories, and a fake of what stands behind the command."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

import pytest
from stories import english, russian, ukrainian
from typer.testing import CliRunner

from sayso.apps.cli.main import build_app
from sayso.config import Settings
from sayso.read.options import ReadOptions
from sayso.records import InputError, Reading

STORIES = {"english.txt": english, "russian.txt": russian, "ukrainian.txt": ukrainian}


@dataclass
class FakeReadings:
    """Stands for the whole pipeline: a path's name chooses its story; `missing` names an unreadable one.

    `breaks` is raised when its path's turn comes.
    """

    breaks: BaseException | None = None
    asked: list[ReadOptions] = field(default_factory=list)

    def __call__(
        self, paths: Sequence[str], settings: Settings, options: ReadOptions
    ) -> Iterator[Reading | InputError]:
        self.asked.append(options)
        for path in paths:
            name = PurePath(path).name
            if name == "breaks" and self.breaks:
                raise self.breaks
            if name in STORIES:
                yield STORIES[name]()
            else:
                yield InputError(path, "there is no such file", "Check the path")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Sayso = Callable[..., Ended]


@pytest.fixture
def readings() -> FakeReadings:
    return FakeReadings()


@pytest.fixture
def sayso(readings: FakeReadings) -> Sayso:
    """Runs a command line against the fake readings."""

    def run(*words: str, **environ: str) -> Ended:
        result = CliRunner().invoke(build_app(readings), list(words), env={"COLUMNS": None, **environ})
        return Ended(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture(name="english")
def english_story() -> Reading:
    return english()


@pytest.fixture(name="russian")
def russian_story() -> Reading:
    return russian()


@pytest.fixture(name="ukrainian")
def ukrainian_story() -> Reading:
    return ukrainian()
