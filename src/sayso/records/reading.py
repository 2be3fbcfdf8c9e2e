"""A reading: one document and everything found in it."""

from dataclasses import dataclass

from sayso.records.attribution import Attribution
from sayso.records.claim import Claim
from sayso.records.document import Document
from sayso.records.values import Check, DateMention, Entity, Event, Figure, Place


@dataclass(frozen=True, slots=True)
class Reading:
    """What `sayso read` gives for one document; every tuple is in text order."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
