"""An annotated story and its reading enter; a line for every annotation leaves, for people to read.

More lenient than the scores in one point: the same source words are the same
source, wherever they stand, since a reader cares whom the story names.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from evals.annotation import Annotation, LinkedEvent, LinkedFigure
from evals.attributions import AttributionPairs, same_source
from evals.figures import same_bounds, same_words, similar_unit
from evals.matching import SAME, characters, jaccard, likeness, pair_up
from evals.mentions import HasSpan, mostly_same, overlapping, same_days, same_place
from sayso.records import Attribution, Check, DateMention, Place, Span

A = TypeVar("A")


class Outcome(StrEnum):
    RIGHT = "right"
    PARTLY = "partly"  # found, but something about it differs
    MISSED = "missed"
    EXTRA = "extra"  # read, but not annotated


@dataclass(frozen=True, slots=True)
class SeedLine:
    """One annotation: what became of it, and what the reading has instead."""

    layer: str
    words: str
    outcome: Outcome
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Layer(Generic[A]):
    """Two lists of annotations, when two of them are the same one, and how to speak of them."""

    name: str
    gold: Sequence[A]
    read: Sequence[A]
    alike: Callable[[A, A], float]
    differences: Callable[[A, A], Iterator[str]]
    words: Callable[[A], str]

    def lines(self) -> Iterator[SeedLine]:
        pairs = pair_up(self.gold, self.read, self.alike)
        for one in self.gold:
            other = next((b for a, b in pairs if a is one), None)
            if other is None:
                yield SeedLine(self.name, self.words(one), Outcome.MISSED)
            else:
                remarks = tuple(self.differences(one, other))
                outcome = Outcome.PARTLY if remarks else Outcome.RIGHT
                yield SeedLine(self.name, self.words(one), outcome, remarks)
        for other in self.read:
            if not any(b is other for _, b in pairs):
                yield SeedLine(self.name, self.words(other), Outcome.EXTRA)


def report_lines(text: str, gold: Annotation, read: Annotation) -> Iterator[SeedLine]:
    """The lines of every layer in turn: its annotations, then what was read beyond them."""
    same = _same_statement(text)
    told = _Comparison(text, AttributionPairs(pair_up(gold.attributions, read.attributions, same)))
    layers = (
        _Layer("attribution", gold.attributions, read.attributions, same, told.attribution, told.statement),
        _Layer("figure", gold.figures, read.figures, overlapping, told.figure, told.quotation),
        _Layer("place", gold.places, read.places, mostly_same, told.place, told.quotation),
        _Layer("date", gold.dates, read.dates, overlapping, told.date, told.quotation),
        _Layer("check", gold.checks, read.checks, mostly_same, told.check, told.quotation),
        _Layer("event", gold.events, read.events, overlapping, told.event, told.quotation),
    )
    for layer in layers:
        yield from layer.lines()


def _same_statement(text: str) -> Callable[[Attribution, Attribution], float]:
    """Content mostly the same; of those, the one with the same source."""

    def alike(gold: Attribution, read: Attribution) -> float:
        content = jaccard(characters(gold.content), characters(read.content))
        return content + _same_quotation(text, gold.source, read.source) if content >= SAME else 0.0

    return alike


def _same_quotation(text: str, one: Span | None, other: Span | None) -> bool:
    if one and other and _quoted(text, one) == _quoted(text, other):
        return True
    return same_source(one, other)


def _quoted(text: str, span: Span | None) -> str:
    return " ".join(span.of(text).split()) if span else "-"


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What differs between an annotation and its reading, in words."""

    text: str
    matched: AttributionPairs

    def quotation(self, one: HasSpan) -> str:
        return _quoted(self.text, one.span)

    def statement(self, one: Attribution) -> str:
        content = " … ".join(_quoted(self.text, span) for span in one.content)
        return f"{_quoted(self.text, one.source)} | {_quoted(self.text, one.cue)} | {content}"

    def attribution(self, gold: Attribution, read: Attribution) -> Iterator[str]:
        if not _same_quotation(self.text, gold.source, read.source):
            yield f"source: {_quoted(self.text, read.source)}"
        if not _same_quotation(self.text, gold.cue, read.cue):
            yield f"cue: {_quoted(self.text, read.cue)}"
        if characters(gold.content) != characters(read.content):
            content = " … ".join(_quoted(self.text, span) for span in read.content)
            yield f"content: {content}"
        if gold.stance is not read.stance:
            yield f"stance: {read.stance}, not {gold.stance}"
        if gold.form is not read.form:
            yield f"form: {read.form}, not {gold.form}"
        if not self.matched.link_is_right(gold.parent, read.parent):
            yield f"parent: {read.parent or 'none'}, not {self._mine(gold.parent)}"

    def figure(self, gold: LinkedFigure, read: LinkedFigure) -> Iterator[str]:
        yield from self._span(gold.span, read.span)
        if not same_bounds(gold.figure, read.figure):
            yield f"bounds: {read.figure.low}..{read.figure.high}, not {gold.figure.low}..{gold.figure.high}"
        if not similar_unit(gold.figure.unit, read.figure.unit):
            yield f"unit: {read.figure.unit}, not {gold.figure.unit}"
        if gold.figure.stance is not read.figure.stance:
            yield f"stance: {read.figure.stance}, not {gold.figure.stance}"
        yield from self._link(gold.figure.attribution, read.figure.attribution)
        yield from self._where(gold.where, read.where)

    def place(self, gold: Place, read: Place) -> Iterator[str]:
        yield from self._span(gold.span, read.span)
        if not same_place(gold, read):
            yield f"place: {read.name}, {read.country}; not {gold.name}, {gold.country}"
        if gold.metonym != read.metonym:
            yield f"metonym: {read.metonym}"

    def date(self, gold: DateMention, read: DateMention) -> Iterator[str]:
        yield from self._span(gold.span, read.span)
        if not same_days(gold, read):
            yield f"days: {read.first}..{read.last}, not {gold.first}..{gold.last}"

    def check(self, gold: Check, read: Check) -> Iterator[str]:
        yield from self._span(gold.span, read.span)
        if gold.verdict is not read.verdict:
            yield f"verdict: {read.verdict}, not {gold.verdict}"
        wanted = {self._mine(one) for one in gold.about}
        if wanted != set(read.about):
            yield f"about: {', '.join(read.about) or 'none'}, not {', '.join(sorted(wanted)) or 'none'}"

    def event(self, gold: LinkedEvent, read: LinkedEvent) -> Iterator[str]:
        for name in ("type", "certainty", "polarity", "tense"):
            wanted, found = getattr(gold.event, name), getattr(read.event, name)
            if wanted is not found:
                yield f"{name}: {found}, not {wanted}"
        yield from self._link(gold.event.attribution, read.event.attribution)
        yield from self._where(gold.where, read.where)
        if not same_words(gold.when, read.when):
            yield f"date: {' / '.join(read.when) or 'none'}, not {' / '.join(gold.when) or 'none'}"

    def _span(self, gold: Span, read: Span) -> Iterator[str]:
        if likeness(gold, read) < 1:
            yield f"span: {_quoted(self.text, read)}"

    def _link(self, gold: str | None, read: str | None) -> Iterator[str]:
        if not self.matched.link_is_right(gold, read):
            yield f"attribution: {read or 'none'}, not {self._mine(gold)}"

    def _where(self, gold: tuple[str, ...], read: tuple[str, ...]) -> Iterator[str]:
        if not same_words(gold, read):
            yield f"place: {' / '.join(read) or 'none'}, not {' / '.join(gold) or 'none'}"

    def _mine(self, gold_id: str | None) -> str:
        """The reading's id for an annotated attribution."""
        return (
            "none"
            if gold_id is None
            else self.matched.predicted_for(gold_id) or f"one that was missed ({gold_id})"
        )
