"""Attributions enter; who tells a stretch of text, and through whom, leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Attribution, Span


@dataclass(frozen=True, slots=True)
class Chains:
    """A document's attributions, asked by position and by id."""

    attributions: tuple[Attribution, ...]

    def innermost(self, span: Span) -> Attribution | None:
        """The attribution with the smallest content around `span`; None where the outlet speaks itself.

        Of two with the same content the child is the inner one.
        """
        around = [(a, size) for a in self.attributions if (size := _size_around(a, span)) is not None]
        if not around:
            return None
        return min(around, key=lambda pair: (pair[1], -len(self.chain(pair[0]))))[0]

    def chain(self, attribution: Attribution | None) -> tuple[str, ...]:
        """Ids from this attribution out to the one that nobody reports."""
        by_id = {a.id: a for a in self.attributions}
        ids: list[str] = []
        while attribution is not None and attribution.id not in ids:
            ids.append(attribution.id)
            attribution = by_id.get(attribution.parent) if attribution.parent else None
        return tuple(ids)

    def get(self, attribution_id: str | None) -> Attribution | None:
        return next((a for a in self.attributions if a.id == attribution_id), None)


def _size_around(attribution: Attribution, span: Span) -> int | None:
    if not any(content.contains(span) for content in attribution.content):
        return None
    return sum(len(content) for content in attribution.content)


def sentence_at(sentences: Sequence[Span], span: Span) -> Span:
    """The sentence in which `span` begins; `span` itself where none does."""
    return next((s for s in sentences if s.start <= span.start < s.end), span)
