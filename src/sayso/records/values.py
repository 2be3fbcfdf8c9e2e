"""Mentions with their values: entities, places, dates, figures, checks and events.

Unknown is a value: `None`, with the reason in `why`. References to other
records of the same reading are ids (attributions) or positions in its tuples
(places, dates, figures, checks, events).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.records.span import Span


class EntityLabel(StrEnum):
    """The four classes of named entity."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    MISC = "MISC"


@dataclass(frozen=True, slots=True)
class Entity:
    span: Span
    label: EntityLabel


class PlaceKind(StrEnum):
    CITY = "city"
    VILLAGE = "village"
    REGION = "region"
    COUNTRY = "country"
    DISTRICT = "district"
    WATER = "water"
    FACILITY = "facility"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """A place mention and the gazetteer entry it was read as.

    name: canonical English name; the text's own words where nothing was found.
    country: ISO 3166 alpha-2; None for seas, continents and the unknown.
    lat, lon: degrees, WGS 84, of a representative point.
    metonym: the name stands for a government or an institution ("Moscow said").
    why: the reason for the reading, or for there being none.
    """

    span: Span
    name: str
    kind: PlaceKind
    country: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    metonym: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar expression and its inclusive interval of days; an open or unknown end is None."""

    span: Span
    first: date | None = None
    last: date | None = None
    why: str | None = None


class FigureStance(StrEnum):
    """How the text stands to a figure."""

    ASSERTED = "asserted"
    DENIED = "denied"
    UNVERIFIED = "unverified"
    PLANNED = "planned"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or measured quantity, as reported.

    low, high: bounds in `unit`; both None for an undisclosed number.
    unit: short English noun ("people killed", "USD", "km2").
    """

    span: Span
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    attribution: str | None = None
    place: int | None = None
    date: int | None = None
    stance: FigureStance = FigureStance.ASSERTED
    why: str | None = None


class Verdict(StrEnum):
    UNVERIFIED = "unverified"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Check:
    """An explicit statement of a claim's status.

    by: who says so; None is the outlet itself.
    about: ids of the attributions whose content is being checked.
    """

    span: Span
    verdict: Verdict
    by: Span | None = None
    about: tuple[str, ...] = ()


class EventType(StrEnum):
    """PLOVER's types and seven for civil life (see docs/events.md)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    ADMINISTER = "ADMINISTER"
    VOTE = "VOTE"
    CONTROL = "CONTROL"
    MOVE = "MOVE"
    HARM = "HARM"
    DAMAGE = "DAMAGE"
    ECONOMY = "ECONOMY"
    OTHER = "OTHER"


class Certainty(StrEnum):
    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Polarity(StrEnum):
    POSITIVE = "pos"
    NEGATIVE = "neg"


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Event:
    """What a desk would log: a trigger, its type, where and when, and how sure."""

    span: Span
    type: EventType
    certainty: Certainty
    polarity: Polarity
    tense: Tense
    place: int | None = None
    date: int | None = None
    attribution: str | None = None
