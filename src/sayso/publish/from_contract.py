"""One line of JSON that `contract.py` wrote → the reading it was written from."""

import json
from datetime import date, datetime
from typing import Any

from sayso.records import (
    Attribution,
    Caption,
    Certainty,
    Check,
    Claim,
    DateMention,
    Document,
    Entity,
    EntityLabel,
    Event,
    EventType,
    Figure,
    FigureStance,
    Form,
    Place,
    PlaceKind,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Tense,
    Verdict,
)


def reading_from_json(line: str) -> Reading:
    """The reading that `reading_to_json` wrote; unknown fields are passed over.

    Raises ValueError where the line is not a reading.
    """
    try:
        return _read_reading(json.loads(line))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a reading: {type(error).__name__} {error}") from error


def _read_reading(fields: dict[str, Any]) -> Reading:
    return Reading(
        document=_read_document(fields),
        attributions=tuple(_read_attribution(one) for one in fields["attributions"]),
        entities=tuple(Entity(_read_bounds(one), EntityLabel(one["label"])) for one in fields["entities"]),
        places=tuple(_read_place(one) for one in fields["places"]),
        dates=tuple(
            DateMention(_read_bounds(one), _read_day(one["from"]), _read_day(one["to"]), one.get("why"))
            for one in fields["dates"]
        ),
        figures=tuple(_read_figure(one) for one in fields["figures"]),
        checks=tuple(
            Check(_read_bounds(one), Verdict(one["verdict"]), _read_span(one["by"]), tuple(one["about"]))
            for one in fields["checks"]
        ),
        events=tuple(_read_event(one) for one in fields["events"]),
        claims=tuple(_read_claim(one) for one in fields["claims"]),
    )


def _read_document(fields: dict[str, Any]) -> Document:
    published_at = fields.get("published_at")
    return Document(
        id=fields["id"],
        sha256=fields["sha256"],
        origin=fields["origin"],
        text=fields["text"],
        language=fields["language"],
        title=fields["title"],
        publisher=fields["publisher"],
        author=fields.get("author"),
        published=_read_day(fields["published"]),
        published_at=datetime.fromisoformat(published_at) if published_at else None,
        address=fields.get("address"),
        captions=tuple(
            Caption(one["text"], one["image"], _read_span(one["span"])) for one in fields.get("captions", ())
        ),
    )


def _read_bounds(fields: dict[str, Any]) -> Span:
    return Span(fields["start"], fields["end"])


def _read_span(fields: dict[str, Any] | None) -> Span | None:
    return _read_bounds(fields) if fields else None


def _read_day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _read_attribution(fields: dict[str, Any]) -> Attribution:
    return Attribution(
        id=fields["id"],
        source=_read_span(fields["source"]),
        cue=_read_span(fields["cue"]),
        content=tuple(_read_bounds(span) for span in fields["content"]),
        form=Form(fields["form"]),
        stance=Stance(fields["stance"]),
        score=fields["score"],
        parent=fields["parent"],
        speaker=_read_speaker(fields["speaker"]) if fields["speaker"] else None,
    )


def _read_speaker(fields: dict[str, Any]) -> Speaker:
    return Speaker(fields["name"], SpeakerKind(fields["kind"]), fields["profile"], fields.get("why"))


def _read_place(fields: dict[str, Any]) -> Place:
    named = ("name", "country", "geonames_id", "lat", "lon", "metonym", "why")
    return Place(
        span=_read_bounds(fields), kind=PlaceKind(fields["kind"]), **{name: fields[name] for name in named}
    )


def _read_figure(fields: dict[str, Any]) -> Figure:
    named = ("low", "high", "approximate", "unit", "attribution", "place", "date")
    return Figure(
        span=_read_bounds(fields),
        stance=FigureStance(fields["stance"]),
        why=fields.get("why"),
        **{name: fields[name] for name in named},
    )


def _read_event(fields: dict[str, Any]) -> Event:
    return Event(
        span=_read_bounds(fields),
        type=EventType(fields["type"]),
        certainty=Certainty(fields["certainty"]),
        polarity=Polarity(fields["polarity"]),
        tense=Tense(fields["tense"]),
        place=fields["place"],
        date=fields["date"],
        attribution=fields["attribution"],
    )


def _read_claim(fields: dict[str, Any]) -> Claim:
    return Claim(
        id=fields["id"],
        chain=tuple(fields["chain"]),
        stance=Stance(fields["stance"]),
        certainty=Certainty(fields["certainty"]),
        polarity=Polarity(fields["polarity"]),
        tense=Tense(fields["tense"]),
        span=_read_bounds(fields["span"]),
        event=fields["event"],
        figure=fields["figure"],
        place=fields["place"],
        date=fields["date"],
        check=fields["check"],
    )
