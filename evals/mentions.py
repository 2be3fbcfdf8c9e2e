"""Two sets of places, dates or checks of one text enter; their scores leave."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Protocol, TypeVar

from evals.attributions import AttributionPairs
from evals.matching import SAME, likeness, pair_up
from evals.tallies import Counts, Labels, Ratio
from sayso.records import Check, DateMention, Place, Span

NEAR_KM = 50.0  # gold gives points to 0.1-0.5 degrees

EARTH_RADIUS_KM = 6371.0


class HasSpan(Protocol):
    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=HasSpan)


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """found: mentions with mostly the same characters (Jaccard at least 0.5). resolved, metonym: among them.

    resolved: where gold gives a point, the same country and a point within 50 km or the same name.
    placed: mentions that are found and resolved.
    """

    found: Counts = field(default_factory=Counts)
    exact: Counts = field(default_factory=Counts)
    resolved: Ratio = field(default_factory=Ratio)
    placed: Counts = field(default_factory=Counts)
    metonym: Labels = field(default_factory=Labels)


@dataclass(frozen=True, slots=True)
class DateScores:
    """exact: the same span. valued: an overlapping span with the same days. value: among the overlapping."""

    exact: Counts = field(default_factory=Counts)
    found: Counts = field(default_factory=Counts)
    valued: Counts = field(default_factory=Counts)
    value: Ratio = field(default_factory=Ratio)


@dataclass(frozen=True, slots=True)
class CheckScores:
    """found: mostly the same characters. verdict: and the same verdict. about: among the found, whose
    checked attributions were matched, those that name the same attributions."""

    found: Counts = field(default_factory=Counts)
    verdict: Counts = field(default_factory=Counts)
    about: Ratio = field(default_factory=Ratio)


def mostly_same(gold: HasSpan, predicted: HasSpan) -> float:
    alike = likeness(gold.span, predicted.span)
    return alike if alike >= SAME else 0.0


def overlapping(gold: HasSpan, predicted: HasSpan) -> float:
    return likeness(gold.span, predicted.span)


def count_pairs(gold: Sequence[M], predicted: Sequence[M], alike: Callable[[M, M], float]) -> Counts:
    return Counts(len(pair_up(gold, predicted, alike)), len(predicted), len(gold))


def exactly(gold: HasSpan, predicted: HasSpan) -> float:
    return float(gold.span == predicted.span)


def score_places(gold: Sequence[Place], predicted: Sequence[Place]) -> PlaceScores:
    pairs = pair_up(gold, predicted, mostly_same)
    return PlaceScores(
        found=Counts(len(pairs), len(predicted), len(gold)),
        exact=count_pairs(gold, predicted, exactly),
        resolved=Ratio.of_answers(same_place(one, other) for one, other in pairs if one.lat is not None),
        placed=count_pairs(
            gold, predicted, lambda one, other: mostly_same(one, other) if same_place(one, other) else 0.0
        ),
        metonym=Labels(tuple((str(one.metonym), str(other.metonym)) for one, other in pairs)),
    )


def same_place(one: Place, other: Place) -> bool:
    if one.country != other.country:
        return False
    return plain_name(one.name) == plain_name(other.name) or distance_km(one, other) <= NEAR_KM


def plain_name(name: str) -> str:
    """The name without case, punctuation and article."""
    return " ".join(word for word in re.findall(r"\w+", name.casefold()) if word != "the")


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance; infinite where either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    north, south = radians(one.lat), radians(other.lat)
    east = radians(other.lon - one.lon)
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def score_dates(gold: Sequence[DateMention], predicted: Sequence[DateMention]) -> DateScores:
    pairs = pair_up(gold, predicted, overlapping)
    return DateScores(
        exact=count_pairs(gold, predicted, exactly),
        found=Counts(len(pairs), len(predicted), len(gold)),
        valued=count_pairs(
            gold, predicted, lambda one, other: overlapping(one, other) if same_days(one, other) else 0.0
        ),
        value=Ratio.of_answers(same_days(one, other) for one, other in pairs),
    )


def same_days(one: DateMention, other: DateMention) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def score_checks(gold: Sequence[Check], predicted: Sequence[Check], matched: AttributionPairs) -> CheckScores:
    pairs = pair_up(gold, predicted, mostly_same)
    return CheckScores(
        found=Counts(len(pairs), len(predicted), len(gold)),
        verdict=count_pairs(
            gold, predicted, lambda one, other: mostly_same(one, other) * (one.verdict is other.verdict)
        ),
        about=Ratio.of_answers(
            {matched.predicted_for(gold_id) for gold_id in one.about} == set(other.about)
            for one, other in pairs
            if all(matched.can_judge(gold_id) for gold_id in one.about)
        ),
    )
