"""Two sets of attributions of one text enter; who matches whom and the scores leave.

A predicted attribution matches an annotated one if their content covers
mostly the same characters (Jaccard of at least 0.5 over all content spans) and
they have the same source: both none, or spans with a Jaccard of at least 0.5.
Matches are one to one, as many as possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from evals.matching import SAME, characters, jaccard, likeness, pair_up
from evals.roles import count_shared
from evals.tallies import Counts, Labels, Ratio
from sayso.records import Attribution, Span


@dataclass(frozen=True, slots=True)
class AttributionPairs:
    """Matched attributions, annotated first."""

    pairs: tuple[tuple[Attribution, Attribution], ...] = ()

    def predicted_for(self, gold_id: str) -> str | None:
        """The id of the predicted attribution that matches; None if none does."""
        return next((predicted.id for gold, predicted in self.pairs if gold.id == gold_id), None)

    def link_is_right(self, gold_id: str | None, predicted_id: str | None) -> bool:
        """Whether a reference to an attribution points to the same on both sides, or to none on both."""
        if gold_id is None or predicted_id is None:
            return gold_id == predicted_id
        return self.predicted_for(gold_id) == predicted_id

    def can_judge(self, gold_id: str | None) -> bool:
        """Whether a reference can be judged at all: not if the attribution itself was missed."""
        return gold_id is None or self.predicted_for(gold_id) is not None


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """found: matched attributions. parent, stance, form: among the matched.

    nested: parents, as links to be found (those of attributions that have one).
    source, cue, content: characters of each role, by the whole document.
    """

    found: Counts = field(default_factory=Counts)
    parent: Ratio = field(default_factory=Ratio)
    nested: Counts = field(default_factory=Counts)
    stance: Labels = field(default_factory=Labels)
    form: Ratio = field(default_factory=Ratio)
    source: Counts = field(default_factory=Counts)
    cue: Counts = field(default_factory=Counts)
    content: Counts = field(default_factory=Counts)


def match_attributions(gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> AttributionPairs:
    return AttributionPairs(pair_up(gold, predicted, _alike))


def _alike(gold: Attribution, predicted: Attribution) -> float:
    content = jaccard(characters(gold.content), characters(predicted.content))
    if content < SAME or not same_source(gold.source, predicted.source):
        return 0.0
    return content + _span_likeness(gold.source, predicted.source) + _span_likeness(gold.cue, predicted.cue)


def same_source(gold: Span | None, predicted: Span | None) -> bool:
    return (gold is None and predicted is None) or _span_likeness(gold, predicted) >= SAME


def _span_likeness(one: Span | None, other: Span | None) -> float:
    return likeness(one, other) if one and other else 0.0


def score_attributions(
    gold: Sequence[Attribution], predicted: Sequence[Attribution], matched: AttributionPairs
) -> AttributionScores:
    parents = [matched.link_is_right(one.parent, other.parent) for one, other in matched.pairs]
    return AttributionScores(
        found=Counts(len(matched.pairs), len(predicted), len(gold)),
        parent=Ratio.of_answers(parents),
        nested=Counts(
            hit=sum(
                right and one.parent is not None
                for right, (one, _) in zip(parents, matched.pairs, strict=True)
            ),
            predicted=sum(one.parent is not None for one in predicted),
            gold=sum(one.parent is not None for one in gold),
        ),
        stance=Labels(tuple((one.stance.value, other.stance.value) for one, other in matched.pairs)),
        form=Ratio.of_answers(one.form is other.form for one, other in matched.pairs),
        source=_role([one.source for one in gold], [one.source for one in predicted]),
        cue=_role([one.cue for one in gold], [one.cue for one in predicted]),
        content=_role(
            [span for one in gold for span in one.content],
            [span for one in predicted for span in one.content],
        ),
    )


def _role(gold: Sequence[Span | None], predicted: Sequence[Span | None]) -> Counts:
    return count_shared(
        characters(span for span in gold if span), characters(span for span in predicted if span)
    )
