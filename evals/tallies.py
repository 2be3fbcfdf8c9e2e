"""Tallies of one document enter; their sums and the measurements made of them leave.

Every score is a tally that adds up, so that a corpus counts each annotation
once (micro average), however the annotations are spread over its documents.
A tally over nothing measures None, not zero: there was nothing to be right about.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, TypeVar

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found, out of those predicted and those annotated."""

    hit: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hit + other.hit, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        return self.hit / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        return self.hit / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        total = self.predicted + self.gold
        return 2 * self.hit / total if total else None


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of a number of questions were answered right."""

    right: int = 0
    of: int = 0

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(self.right + other.right, self.of + other.of)

    @property
    def accuracy(self) -> float | None:
        return self.right / self.of if self.of else None

    @classmethod
    def of_answers(cls, answers: Iterable[bool]) -> "Ratio":
        listed = list(answers)
        return cls(sum(listed), len(listed))


@dataclass(frozen=True, slots=True)
class Labels:
    """Pairs of annotated and predicted label."""

    pairs: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: "Labels") -> "Labels":
        return Labels(self.pairs + other.pairs)

    @property
    def accuracy(self) -> float | None:
        return sum(gold == found for gold, found in self.pairs) / len(self.pairs) if self.pairs else None

    @property
    def macro_f1(self) -> float | None:
        """The mean F1 of the labels that occur on either side."""
        if not self.pairs:
            return None
        gold = Counter(pair[0] for pair in self.pairs)
        found = Counter(pair[1] for pair in self.pairs)
        hits = Counter(pair[0] for pair in self.pairs if pair[0] == pair[1])
        labels = gold | found
        return sum(2 * hits[label] / (gold[label] + found[label]) for label in labels) / len(labels)


@dataclass(frozen=True, slots=True)
class Measurement:
    """One number of the report.

    path: where it belongs, from the corpus down ("gold.ru.attributions.found.f1").
    points: 0..100; None where there was nothing to score.
    size: the annotations (or questions) that it rests on.
    """

    path: str
    points: float | None
    size: int


def add(one: S, other: S) -> S:
    """The sum of two records made of tallies, or of such records."""
    if isinstance(one, Counts | Ratio | Labels):
        return one + other  # type: ignore[operator]
    sums = {field.name: add(getattr(one, field.name), getattr(other, field.name)) for field in fields(one)}  # type: ignore[arg-type]
    return type(one)(**sums)


def measure(path: str, scores: Any) -> Iterator[Measurement]:
    """Every number that a record of tallies gives, depth first."""
    match scores:
        case Counts():
            for name in ("f1", "precision", "recall"):
                yield _measurement(f"{path}.{name}", getattr(scores, name), scores.gold)
        case Ratio():
            yield _measurement(f"{path}.accuracy", scores.accuracy, scores.of)
        case Labels():
            for name in ("accuracy", "macro_f1"):
                yield _measurement(f"{path}.{name}", getattr(scores, name), len(scores.pairs))
        case _:
            for field in fields(scores):
                yield from measure(f"{path}.{field.name}", getattr(scores, field.name))


def _measurement(path: str, share: float | None, size: int) -> Measurement:
    return Measurement(path, None if share is None else round(100 * share, 2), size)
