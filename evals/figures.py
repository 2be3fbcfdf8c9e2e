"""Two sets of figures or events of one text enter; their scores leave."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isclose

from evals.annotation import LinkedEvent, LinkedFigure
from evals.attributions import AttributionPairs
from evals.matching import SAME, pair_up
from evals.mentions import count_pairs, exactly, overlapping, plain_name
from evals.tallies import Counts, Labels, Ratio
from sayso.records import Figure

JOINING_WORDS = frozenset(["of", "the", "in", "for", "to", "a", "per"])  # that units are equal without


@dataclass(frozen=True, slots=True)
class FigureScores:
    """found: mentions that overlap. The rest among the found, but `valued`: found with the right bounds.

    attribution: where gold names none, or one that was matched.
    unit: the same words; unit_loose: at least half of the words the same.
    """

    found: Counts = field(default_factory=Counts)
    exact: Counts = field(default_factory=Counts)
    bounds: Ratio = field(default_factory=Ratio)
    valued: Counts = field(default_factory=Counts)
    stance: Labels = field(default_factory=Labels)
    attribution: Ratio = field(default_factory=Ratio)
    place: Ratio = field(default_factory=Ratio)
    unit: Ratio = field(default_factory=Ratio)
    unit_loose: Ratio = field(default_factory=Ratio)


@dataclass(frozen=True, slots=True)
class EventScores:
    """trigger: triggers that overlap. typed: and have the same type. The rest among the overlapping.

    attribution: where gold names none, or one that was matched.
    """

    trigger: Counts = field(default_factory=Counts)
    typed: Counts = field(default_factory=Counts)
    certainty: Ratio = field(default_factory=Ratio)
    polarity: Ratio = field(default_factory=Ratio)
    tense: Ratio = field(default_factory=Ratio)
    attribution: Ratio = field(default_factory=Ratio)
    place: Ratio = field(default_factory=Ratio)
    date: Ratio = field(default_factory=Ratio)


def score_figures(
    gold: Sequence[LinkedFigure], predicted: Sequence[LinkedFigure], matched: AttributionPairs
) -> FigureScores:
    pairs = pair_up(gold, predicted, overlapping)
    plain = [(one.figure, other.figure) for one, other in pairs]
    return FigureScores(
        found=Counts(len(pairs), len(predicted), len(gold)),
        exact=count_pairs(gold, predicted, exactly),
        bounds=Ratio.of_answers(same_bounds(one, other) for one, other in plain),
        valued=count_pairs(
            gold,
            predicted,
            lambda one, other: overlapping(one, other) * same_bounds(one.figure, other.figure),
        ),
        stance=Labels(tuple((one.stance.value, other.stance.value) for one, other in plain)),
        attribution=_links([(one.attribution, other.attribution) for one, other in plain], matched),
        place=Ratio.of_answers(same_words(one.where, other.where) for one, other in pairs),
        unit=Ratio.of_answers(plain_name(one.unit) == plain_name(other.unit) for one, other in plain),
        unit_loose=Ratio.of_answers(similar_unit(one.unit, other.unit) for one, other in plain),
    )


def score_events(
    gold: Sequence[LinkedEvent], predicted: Sequence[LinkedEvent], matched: AttributionPairs
) -> EventScores:
    pairs = pair_up(gold, predicted, overlapping)
    plain = [(one.event, other.event) for one, other in pairs]
    return EventScores(
        trigger=Counts(len(pairs), len(predicted), len(gold)),
        typed=count_pairs(
            gold, predicted, lambda one, other: overlapping(one, other) * (one.event.type is other.event.type)
        ),
        certainty=Ratio.of_answers(one.certainty is other.certainty for one, other in plain),
        polarity=Ratio.of_answers(one.polarity is other.polarity for one, other in plain),
        tense=Ratio.of_answers(one.tense is other.tense for one, other in plain),
        attribution=_links([(one.attribution, other.attribution) for one, other in plain], matched),
        place=Ratio.of_answers(same_words(one.where, other.where) for one, other in pairs),
        date=Ratio.of_answers(same_words(one.when, other.when) for one, other in pairs),
    )


def _links(pairs: Sequence[tuple[str | None, str | None]], matched: AttributionPairs) -> Ratio:
    return Ratio.of_answers(
        matched.link_is_right(gold_id, predicted_id)
        for gold_id, predicted_id in pairs
        if matched.can_judge(gold_id)
    )


def same_bounds(one: Figure, other: Figure) -> bool:
    return _same_number(one.low, other.low) and _same_number(one.high, other.high)


def _same_number(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else isclose(one, other, rel_tol=1e-6)


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of names share one, or one name holds another whole; two empty lists agree."""
    if not one or not other:
        return not one and not other
    return any(_holds(a, b) or _holds(b, a) for a in map(plain_name, one) for b in map(plain_name, other))


def _holds(outer: str, inner: str) -> bool:
    return bool(inner) and f" {inner} " in f" {outer} "


def similar_unit(one: str, other: str) -> bool:
    ours, theirs = _unit_words(one), _unit_words(other)
    return ours == theirs or len(ours & theirs) / max(1, len(ours | theirs)) >= SAME


def _unit_words(unit: str) -> frozenset[str]:
    """The words that carry meaning, singular ("passports issued" and "passport issued" are one unit)."""
    words = re.findall(r"\w+", unit.casefold())
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words) - JOINING_WORDS
