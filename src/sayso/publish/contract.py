"""Reading → one line of JSON: the machine-readable contract of `sayso read --format jsonl`.

Field for field the layout that docs/cli.md describes, in its order; what is
given beyond it stands last in its object. Fields may be added, none may go.
"""

import json
import re
from datetime import date
from typing import Any

from sayso import __version__
from sayso.records import (
    Attribution,
    Caption,
    Check,
    Claim,
    DateMention,
    Event,
    Figure,
    Place,
    Reading,
    Span,
    Speaker,
)

# Legal inside a JSON string, but `str.splitlines` and some log tools end a line there;
# lone surrogates cannot be written as UTF-8 at all. Both travel as \uXXXX.
_LINE_BREAKERS = re.compile("[\x85\u2028\u2029\ud800-\udfff]")

SCORE_DIGITS = 4  # the int8 encoder's scores do not repeat across processors beyond the fourth


def reading_to_json(reading: Reading) -> str:
    """The reading as one line of JSON, without the line end; the same reading gives the same characters."""
    line = json.dumps(_reading(reading), ensure_ascii=False, allow_nan=False)
    return _LINE_BREAKERS.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _reading(reading: Reading) -> dict[str, Any]:
    document = reading.document
    return {
        "id": document.id,
        "sha256": document.sha256,
        "origin": document.origin,
        "title": document.title,
        "publisher": document.publisher,
        "language": document.language,
        "published": _day(document.published),
        "text": document.text,
        "attributions": [_attribution(one) for one in reading.attributions],
        "entities": [_bounds(one.span) | {"label": one.label.value} for one in reading.entities],
        "places": [_place(one) for one in reading.places],
        "dates": [_date(one) for one in reading.dates],
        "figures": [_figure(one) for one in reading.figures],
        "checks": [_check(one) for one in reading.checks],
        "events": [_event(one) for one in reading.events],
        "claims": [_claim(one) for one in reading.claims],
        "author": document.author,
        "published_at": document.published_at.isoformat() if document.published_at else None,
        "address": document.address,
        "captions": [_caption(one) for one in document.captions],
        "made_by": f"sayso {__version__}",
    }


def _bounds(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def _span(span: Span | None) -> dict[str, Any] | None:
    return _bounds(span) if span else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: float | None) -> float | None:
    """Whole numbers without the `.0`, as the text has them."""
    return int(value) if value is not None and float(value).is_integer() else value


def _attribution(one: Attribution) -> dict[str, Any]:
    return {
        "id": one.id,
        "parent": one.parent,
        "source": _span(one.source),
        "cue": _span(one.cue),
        "content": [_bounds(span) for span in one.content],
        "form": one.form.value,
        "stance": one.stance.value,
        "speaker": _speaker(one.speaker) if one.speaker else None,
        "score": round(one.score, SCORE_DIGITS),
    }


def _speaker(one: Speaker) -> dict[str, Any]:
    return {"name": one.name, "kind": one.kind.value, "profile": one.profile, "why": one.why}


def _place(one: Place) -> dict[str, Any]:
    return _bounds(one.span) | {
        "name": one.name,
        "country": one.country,
        "kind": one.kind.value,
        "geonames_id": one.geonames_id,
        "lat": one.lat,
        "lon": one.lon,
        "metonym": one.metonym,
        "why": one.why,
    }


def _date(one: DateMention) -> dict[str, Any]:
    return _bounds(one.span) | {"from": _day(one.first), "to": _day(one.last), "why": one.why}


def _figure(one: Figure) -> dict[str, Any]:
    return _bounds(one.span) | {
        "low": _number(one.low),
        "high": _number(one.high),
        "approximate": one.approximate,
        "unit": one.unit,
        "attribution": one.attribution,
        "place": one.place,
        "date": one.date,
        "stance": one.stance.value,
        "why": one.why,
    }


def _check(one: Check) -> dict[str, Any]:
    return _bounds(one.span) | {"verdict": one.verdict.value, "by": _span(one.by), "about": list(one.about)}


def _event(one: Event) -> dict[str, Any]:
    return _bounds(one.span) | {
        "type": one.type.value,
        "place": one.place,
        "date": one.date,
        "certainty": one.certainty.value,
        "polarity": one.polarity.value,
        "tense": one.tense.value,
        "attribution": one.attribution,
    }


def _claim(one: Claim) -> dict[str, Any]:
    return {
        "id": one.id,
        "chain": list(one.chain),
        "event": one.event,
        "figure": one.figure,
        "place": one.place,
        "date": one.date,
        "stance": one.stance.value,
        "certainty": one.certainty.value,
        "polarity": one.polarity.value,
        "tense": one.tense.value,
        "check": one.check,
        "span": _bounds(one.span),
    }


def _caption(one: Caption) -> dict[str, Any]:
    return {"text": one.text, "image": one.image, "span": _span(one.span)}
