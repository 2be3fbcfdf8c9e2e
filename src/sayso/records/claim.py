"""A claim: one row of the ledger."""

from dataclasses import dataclass

from sayso.records.attribution import Stance
from sayso.records.span import Span
from sayso.records.values import Certainty, Polarity, Tense


@dataclass(frozen=True, slots=True)
class Claim:
    """One event or figure as one chain tells it in one document.

    chain: attribution ids, innermost speaker first; empty where the outlet speaks itself.
    event, figure, place, date, check: positions in the reading's tuples.
    span: the sentence that makes the claim.
    """

    id: str
    chain: tuple[str, ...]
    stance: Stance
    certainty: Certainty
    polarity: Polarity
    tense: Tense
    span: Span
    event: int | None = None
    figure: int | None = None
    place: int | None = None
    date: int | None = None
    check: int | None = None
