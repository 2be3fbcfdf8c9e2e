"""Figures and events enter with their values; which attribution, place and date each belongs to leaves.

All by position within one sentence: a reader, too, takes the place that
follows a figure before the one that stands ahead of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.claims.chains import Chains, sentence_at
from sayso.records import (
    Attribution,
    Check,
    DateMention,
    Event,
    Figure,
    FigureStance,
    Place,
    Reading,
    Span,
    Stance,
    Verdict,
)

STANCE_OF_FIGURE = {
    Stance.DENIES: FigureStance.DENIED,
    Stance.PREDICTS: FigureStance.FORECAST,
    Stance.PLANS: FigureStance.PLANNED,
    Stance.THREATENS: FigureStance.FORECAST,
    Stance.DOUBTS: FigureStance.UNVERIFIED,
}
BEHIND = 40  # characters: a place ahead of a figure counts as this much further than one after it


@dataclass(frozen=True, slots=True)
class Linker:
    """One document's sentences and chains, by which its mentions are joined."""

    reading: Reading
    sentences: tuple[Span, ...]
    chains: Chains

    def link_figures(self) -> tuple[Figure, ...]:
        figures = self.reading.figures
        return tuple(self._link_figure(figure, figures) for figure in figures)

    def link_events(self) -> tuple[Event, ...]:
        spans = [event.span for event in self.reading.events]
        return tuple(
            replace(
                event,
                place=self.place_of(event.span, spans),
                date=self.date_of(event.span),
                attribution=event.attribution or self._innermost_id(event.span),
            )
            for event in self.reading.events
        )

    def _innermost_id(self, span: Span) -> str | None:
        attribution = self.chains.innermost(span)
        return attribution.id if attribution else None

    def _link_figure(self, figure: Figure, figures: Sequence[Figure]) -> Figure:
        attribution = self.chains.innermost(figure.span)
        return replace(
            figure,
            attribution=attribution.id if attribution else None,
            place=self.place_of(figure.span, [other.span for other in figures]),
            date=self.date_of(figure.span),
            stance=self._stance(figure, attribution),
        )

    def _stance(self, figure: Figure, attribution: Attribution | None) -> FigureStance:
        check = self.check_of(figure.span, self.chains.chain(attribution))
        if check and check.verdict is not Verdict.CONFIRMED:
            return FigureStance.DENIED if check.verdict is Verdict.DENIED else FigureStance.UNVERIFIED
        if attribution and attribution.stance in STANCE_OF_FIGURE:
            return STANCE_OF_FIGURE[attribution.stance]
        return figure.stance

    def place_of(self, span: Span, rivals: Sequence[Span]) -> int | None:
        """The place that a mention is about: in its sentence, not a metonym, not beyond a rival's place."""
        sentence = sentence_at(self.sentences, span)
        inside = [
            (self._apart(span, place.span, rivals), number)
            for number, place in enumerate(self.reading.places)
            if sentence.contains(place.span) and not place.metonym
        ]
        return min(inside)[1] if inside else None

    def _apart(self, span: Span, place: Span, rivals: Sequence[Span]) -> int:
        between = [r for r in rivals if min(span.end, place.end) <= r.start < max(span.start, place.start)]
        behind = BEHIND if place.start < span.start else 0
        return span.gap(place) + behind + 1000 * len(between)

    def date_of(self, span: Span) -> int | None:
        sentence = sentence_at(self.sentences, span)
        inside = [
            (span.gap(date.span), number)
            for number, date in enumerate(self.reading.dates)
            if sentence.contains(date.span)
        ]
        return min(inside)[1] if inside else None

    def event_of(self, span: Span) -> Event | None:
        """The nearest event of the sentence that the same source tells."""
        sentence = sentence_at(self.sentences, span)
        teller = self._innermost_id(span)
        near = [
            e
            for e in self.reading.events
            if sentence.contains(e.span) and self._innermost_id(e.span) == teller
        ]
        return min(near, key=lambda event: event.span.gap(span), default=None)

    def check_of(self, span: Span, chain: Sequence[str]) -> Check | None:
        """The check about one of the chain's attributions; one that names none is about its own sentence."""
        sentence = sentence_at(self.sentences, span)
        for check in self.reading.checks:
            if set(check.about) & set(chain):
                return check
            if not check.about and sentence.contains(check.span):
                return check
        return None


def first_of(items: Sequence[Place | DateMention | Check | Event | Figure], wanted: object) -> int | None:
    """The position of a record in its tuple."""
    return next((number for number, item in enumerate(items) if item is wanted), None)
