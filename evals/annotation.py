"""A reading or an annotated story enters; the layers that are scored leave, with references as words.

Gold names the place of a figure in words and a reading by its position, so
both are brought to the same form: all the names that the place goes by.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from sayso.records import Attribution, Check, DateMention, Event, Figure, Place, Reading, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Story:
    """What goes into the pipeline: a text and what its publisher says about it."""

    id: str
    text: str
    language: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedFigure:
    """A figure and the names of its place, none where it has none."""

    figure: Figure
    where: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return self.figure.span


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """An event, the names of its place and the words of its date."""

    event: Event
    where: tuple[str, ...] = ()
    when: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return self.event.span


@dataclass(frozen=True, slots=True)
class Annotation:
    """The scored layers of one story."""

    attributions: tuple[Attribution, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[LinkedFigure, ...] = ()
    checks: tuple[Check, ...] = ()
    events: tuple[LinkedEvent, ...] = ()


def annotation_of(reading: Reading) -> Annotation:
    text = reading.document.text

    def where(index: int | None) -> tuple[str, ...]:
        return () if index is None else (reading.places[index].span.of(text), reading.places[index].name)

    def when(index: int | None) -> tuple[str, ...]:
        return () if index is None else (reading.dates[index].span.of(text),)

    return Annotation(
        attributions=reading.attributions,
        places=reading.places,
        dates=reading.dates,
        figures=tuple(LinkedFigure(one, where(one.place)) for one in reading.figures),
        checks=reading.checks,
        events=tuple(LinkedEvent(one, where(one.place), when(one.date)) for one in reading.events),
    )


def map_spans(record: T, move: Callable[[Span], Span]) -> T:
    """The record with every span in it, however deep, moved."""
    return _map(record, move)


def _map(value: Any, move: Callable[[Span], Span]) -> Any:
    match value:
        case Span():
            return move(value)
        case tuple() | frozenset():
            return type(value)(_map(one, move) for one in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            moved = {field.name: _map(getattr(value, field.name), move) for field in fields(value)}
            return replace(value, **moved)
        case _:
            return value
