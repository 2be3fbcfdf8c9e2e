"""A document goes in; every expression that places something on the calendar comes out with its days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from sayso.normalise.dates.calendar import Interval, unknown
from sayso.normalise.dates.grammar import Era, Grammar, Grammars
from sayso.normalise.dates.matching import Expression, find_expressions
from sayso.normalise.dates.parts import Parts
from sayso.normalise.dates.setting import Setting
from sayso.normalise.dates.tense import tense_at
from sayso.normalise.dates.values import resolve
from sayso.records import DateMention, Document, Extraction, MentionLabel, Span, Tense
from sayso.words.sentences import sentences_of

NOT_READ = "marked as a date, but not understood"


@dataclass(frozen=True, slots=True)
class DateRules:
    """Reads dates by rules made from the lexicon.

    keep_unread: also give the dates that the encoder marked and no rule reads, without days.
    """

    grammars: Grammars
    keep_unread: bool = False

    @classmethod
    def load(cls, *, keep_unread: bool = False) -> Self:
        return cls(Grammars.load(), keep_unread)

    def read_dates(self, document: Document, extraction: Extraction) -> tuple[DateMention, ...]:
        """Every date of the text, disjoint and in text order."""
        mentions: list[DateMention] = []
        era = self._era(document)
        for grammar in self.grammars.of(document.language):
            taken = [mention.span for mention in mentions]
            mentions += [one for one in _read(document, grammar, era) if not _overlaps(one.span, taken)]
        if self.keep_unread:
            taken = [mention.span for mention in mentions]
            marked = [mention.span for mention in extraction.labelled(MentionLabel.DATE)]
            mentions += [DateMention(span, why=NOT_READ) for span in marked if not _overlaps(span, taken)]
        return tuple(sorted(mentions, key=lambda mention: mention.span))

    def _era(self, document: Document) -> Era | None:
        """The war that "the war" means: the story names its land and came out after it began."""
        for era in self.grammars.eras:
            if document.published and document.published >= era.first and era.where.search(document.text):
                return era
        return None


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _read(document: Document, grammar: Grammar, era: Era | None) -> Iterator[DateMention]:
    anchor: Interval | None = None
    sentences = sentences_of(document.text)
    for expression in find_expressions(document.text, grammar):
        sentence = next((one for one in sentences if one.contains(expression.span)), expression.span)
        tense = tense_at(document.text, expression.span, sentence, grammar)
        setting = Setting(document.published, _tense_under(expression, tense), anchor, era)
        days = _days(expression, setting)
        if days is None:
            continue
        bounded = _bound(days, expression, document.published)
        yield DateMention(expression.span, bounded.first, bounded.last, bounded.why)
        if days.first is not None:
            anchor = days


def _tense_under(expression: Expression, tense: Tense | None) -> Tense | None:
    """A term looks past its verb ("extended it until Thursday"); "the ruling from 5 May" lies behind."""
    if expression.bound in {"until", "by"} and expression.head.reads != "weekday":
        return None
    if expression.bound == "until":
        return Tense.FUTURE
    if expression.bound == "from" or (expression.bound == "since" and tense is None):
        return Tense.PAST
    return tense


def _days(expression: Expression, setting: Setting) -> Interval | None:
    head, tail = expression.head, expression.tail
    if tail is None:
        return resolve(head.reads, head.parts, setting)
    first = resolve(head.reads, _shared(head.parts, tail.parts), setting)
    last = resolve(tail.reads, _shared(tail.parts, head.parts), setting)
    if first is None or last is None or first.first is None or last.last is None:
        return unknown((first and first.why) or (last and last.why) or "")
    return _in_order(first.first, last.last, tail_is_weekday=tail.reads == "weekday")


def _shared(parts: Parts, other: Parts) -> Parts:
    """What is said once for both ends: «конец марта - начало апреля 2018 года», "last Monday and Tuesday"."""
    if parts.weekday is not None and parts.shift is None:
        return replace(parts, shift=other.shift, unit=other.unit)
    if parts.month is not None and parts.year is None and parts.year_shift is None:
        return replace(parts, year=other.year, year_shift=other.year_shift)
    return parts


def _in_order(start: date, end: date, *, tail_is_weekday: bool) -> Interval:
    """A range whose ends were each read as the nearest; the first end comes first."""
    if start <= end:
        return Interval(start, end)
    if tail_is_weekday:
        return Interval(start - timedelta(days=7), end)
    return Interval(start.replace(year=start.year - 1), end)


def _bound(days: Interval, expression: Expression, published: date | None) -> Interval:
    """Apply the word in front: an end it leaves open is publication if that lies ahead, else None."""
    bound, late = expression.bound, expression.head.parts.part == "late"
    if days.first is None or days.last is None:
        return days
    if bound == "since":
        return _onwards(days.first, published)
    if bound == "after":
        return _onwards(days.last + timedelta(days=1), published)
    if bound == "before":
        return Interval(None, days.first - timedelta(days=1))
    if bound == "until" or (bound == "by" and late):
        return Interval(None, days.last)
    return days


def _onwards(first: date, published: date | None) -> Interval:
    return Interval(first, published if published and first <= published else None)
