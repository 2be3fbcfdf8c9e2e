"""The annotated corpora of the shared folder enter; stories with their annotation leave."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evals.annotation import Annotation, LinkedEvent, LinkedFigure, Story
from evals.items import Join, joined
from evals.roles import RoleSpans
from sayso.records import (
    Attribution,
    Certainty,
    Check,
    DateMention,
    Event,
    EventType,
    Figure,
    FigureStance,
    Form,
    Place,
    PlaceKind,
    Polarity,
    Span,
    Stance,
    Tense,
    Verdict,
)
from sayso.records.span import trim

POLNEAR = Path("data/attribution/polnear-dev.jsonl")
ITEMS = Path("data/attribution/cofenet-polnear-valid.jsonl")
GOLD = Path("gold/dev.jsonl")
SEED = Path("gold/seed.jsonl")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RoleCase:
    """A PolNeAR article and the spans of its roles."""

    story: Story
    gold: RoleSpans


@dataclass(frozen=True, slots=True)
class ItemCase:
    """A CofeNet item: its text, where its tokens lie in it, and their tags."""

    story: Story
    tokens: tuple[Span, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldCase:
    """A story annotated in every layer."""

    story: Story
    gold: Annotation


def read_polnear(shared: Path) -> Iterator[RoleCase]:
    for row in _rows(shared / POLNEAR):
        story = _story(row, language="en")
        spans = {
            role: frozenset(
                span
                for attribution in row["attributions"]
                for start, end in attribution.get(role) or ()
                if (span := trim(story.text, start, end))
            )
            for role in ("source", "cue", "content")
        }
        yield RoleCase(story, RoleSpans(**spans))


def read_items(shared: Path, join: Join) -> Iterator[ItemCase]:
    """Each item as a story of its own; its number makes its id unique.

    Tokens are composed (NFC) first, as the reader would do, so that their
    places in the text hold.
    """
    for number, row in enumerate(_rows(shared / ITEMS)):
        text, tokens = joined([unicodedata.normalize("NFC", token) for token in row["tokens"]], join)
        story = Story(id=f"{row['id']}#{number}", text=text, language="en")
        yield ItemCase(story, tokens, tuple(row["labels"]))


def read_gold(path: Path) -> Iterator[GoldCase]:
    for row in _rows(path):
        yield GoldCase(_story(row, language=row["lang"]), _annotation(row))


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _story(row: Row, *, language: str) -> Story:
    return Story(
        row["id"], row["text"], language, row.get("title"), row.get("publisher"), row.get("published")
    )


def _annotation(row: Row) -> Annotation:
    places = tuple(_place(one) for one in row["places"])
    names = tuple((place.span.of(row["text"]), place.name) for place in places)
    return Annotation(
        attributions=tuple(_attribution(one) for one in row["attributions"]),
        places=places,
        dates=tuple(
            DateMention(_span(one["span"]), _day(one["start"]), _day(one["end"])) for one in row["dates"]
        ),
        figures=tuple(LinkedFigure(_figure(one), _where(one["place"], names)) for one in row["figures"]),
        checks=tuple(
            Check(_span(one["span"]), Verdict(one["verdict"]), _maybe(one["by"]), tuple(one["about"]))
            for one in row["checks"]
        ),
        events=tuple(
            LinkedEvent(_event(one), _where(one["where"], names), (one["when"],) if one["when"] else ())
            for one in row["events"]
        ),
    )


def _where(words: str | None, names: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The place's words, and the canonical names of the annotated places that they mention."""
    if not words:
        return ()
    return (words, *dict.fromkeys(name for mention, name in names if mention in words))


def _attribution(row: Row) -> Attribution:
    return Attribution(
        id=row["id"],
        source=_maybe(row["source"]),
        cue=_maybe(row["cue"]),
        content=tuple(_span(one) for one in row["content"]),
        form=Form(row["form"]),
        stance=Stance(row["stance"]),
        score=1.0,
        parent=row["parent"],
    )


def _place(row: Row) -> Place:
    return Place(
        span=_span(row["span"]),
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        country=row["country"],
        lat=row["lat"],
        lon=row["lon"],
        metonym=row["metonym"],
    )


def _figure(row: Row) -> Figure:
    return Figure(
        span=_span(row["span"]),
        low=row["low"],
        high=row["high"],
        approximate=row["approx"],
        unit=row["unit"],
        attribution=row["attribution"],
        stance=FigureStance(row["stance"]),
    )


def _event(row: Row) -> Event:
    return Event(
        span=_span(row["span"]),
        type=EventType(row["type"]),
        certainty=Certainty(row["certainty"]),
        polarity=Polarity(row["polarity"]),
        tense=Tense(row["tense"]),
        attribution=row["attribution"],
    )


def _span(pair: list[int]) -> Span:
    return Span(pair[0], pair[1])


def _maybe(pair: list[int] | None) -> Span | None:
    return _span(pair) if pair else None


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
