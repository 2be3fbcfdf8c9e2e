"""A document's source, cue and content spans, annotated and predicted, enter; PolNeAR's scores leave.

The unit is a span, counted per role over the document as a set:

- every source, cue and content span of every attribution is a unit of its
  role; content that is interrupted counts each of its pieces;
- annotations that share a span (two attributions with the same source) count
  it once, on either side;
- spans lose white space at their edges, and nothing else, on either side;
- *exact*: the same `[start, end)` stands on both sides; *begin*: the same start;
- *characters*: the positions that the role's spans cover, shared and not.

Precision is the share of predicted units that are annotated, recall the share
of annotated units that are predicted, F1 their harmonic mean, over all
documents together.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import TypeVar

from evals.matching import characters
from evals.tallies import Counts
from sayso.records import Attribution, Span
from sayso.records.span import trim

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RoleSpans:
    """The distinct spans of each role in one document."""

    source: frozenset[Span] = frozenset()
    cue: frozenset[Span] = frozenset()
    content: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class RoleScore:
    exact: Counts = field(default_factory=Counts)
    begin: Counts = field(default_factory=Counts)
    characters: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class RoleScores:
    source: RoleScore = field(default_factory=RoleScore)
    cue: RoleScore = field(default_factory=RoleScore)
    content: RoleScore = field(default_factory=RoleScore)


def roles_of(text: str, attributions: Iterable[Attribution]) -> RoleSpans:
    listed = tuple(attributions)
    return RoleSpans(
        source=_trimmed(text, (one.source for one in listed if one.source)),
        cue=_trimmed(text, (one.cue for one in listed if one.cue)),
        content=_trimmed(text, (span for one in listed for span in one.content)),
    )


def _trimmed(text: str, spans: Iterable[Span]) -> frozenset[Span]:
    return frozenset(kept for span in spans if (kept := trim(text, span.start, span.end)))


def score_roles(gold: RoleSpans, predicted: RoleSpans) -> RoleScores:
    return RoleScores(
        source=_score(gold.source, predicted.source),
        cue=_score(gold.cue, predicted.cue),
        content=_score(gold.content, predicted.content),
    )


def _score(gold: frozenset[Span], predicted: frozenset[Span]) -> RoleScore:
    return RoleScore(
        exact=count_shared(gold, predicted),
        begin=count_shared({span.start for span in gold}, {span.start for span in predicted}),
        characters=count_shared(characters(gold), characters(predicted)),
    )


def count_shared(gold: Set[T], predicted: Set[T]) -> Counts:
    return Counts(hit=len(gold & predicted), predicted=len(predicted), gold=len(gold))
