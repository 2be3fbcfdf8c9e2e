"""Measurements and the floors file enter; what fell below its floor leaves.

A floor is a promise: no change may lower what it guards. Floors only rise,
and only by `--update-floors`, to the measured value less a margin.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from evals.tallies import Measurement

# Which measurements are guarded. Single languages hold 80 to 125 attributions but only some twenty
# figures, so that one of them would weigh five points: the smaller layers are guarded over all languages.
GUARDED = (
    "polnear.*.exact.f1",
    "polnear.*.begin.f1",
    "items.*.f1",
    "gold.??.attributions.*.f1",
    "gold.??.attributions.stance.accuracy",
    "gold.??.places.found.f1",
    "gold.??.places.placed.f1",
    "gold.??.dates.valued.f1",
    "gold.all.*.f1",
    "gold.all.*.accuracy",
    "seed.*.f1",
    "seed.*.accuracy",
)

MARGIN_POINTS = 0.5  # int8 arithmetic differs a little between processors
SMALLEST = 4  # annotations; fewer say nothing

HEADER = """\
# The least that each measurement may be, in points (0..100); a run that measures less fails.
# Written by `python -m evals --update-floors`, which only raises: measured less 0.5 points, or less one
# annotation where one weighs more. Lower one by hand, with the reason in the commit.

[floors]
"""


@dataclass(frozen=True, slots=True)
class Miss:
    """A measurement below its floor, or a floor whose measurement is gone (points None)."""

    path: str
    points: float | None
    floor: float

    def __str__(self) -> str:
        measured = "not measured" if self.points is None else f"{self.points:.2f}"
        return f"{self.path}: {measured}, floor {self.floor:.2f}"


def read_floors(path: Path) -> dict[str, float]:
    if not path.exists():
        return {}
    return {name: float(value) for name, value in tomllib.loads(path.read_text("utf-8"))["floors"].items()}


def find_misses(
    measurements: Iterable[Measurement], floors: Mapping[str, float], corpora: Iterable[str]
) -> list[Miss]:
    """Every floor of the corpora that ran which its measurement does not reach."""
    measured = {one.path: one.points for one in measurements}
    ran = set(corpora)
    misses: list[Miss] = []
    for path, floor in floors.items():
        points = measured.get(path)
        if path.split(".")[0] in ran and (points is None or points < floor):
            misses.append(Miss(path, points, floor))
    return misses


def raised(floors: Mapping[str, float], measurements: Iterable[Measurement]) -> dict[str, float]:
    """The floors, each as high as the measurements let it be and never lower than it was."""
    new = dict(floors)
    for one in measurements:
        if one.points is None or one.size < SMALLEST or not is_guarded(one.path):
            continue
        floor = one.points - max(MARGIN_POINTS, 100 / one.size)
        new[one.path] = max(new.get(one.path, 0.0), round(max(0.0, floor), 2))
    return new


def is_guarded(path: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in GUARDED)


def write_floors(path: Path, floors: Mapping[str, float]) -> None:
    lines = (f'"{name}" = {floor:.2f}\n' for name, floor in sorted(floors.items()))
    path.write_text(HEADER + "".join(lines), "utf-8")
