"""The frozen types that flow through everything: plain values, no input or output."""

from sayso.records.attribution import Attribution, Form, Speaker, SpeakerKind, Stance
from sayso.records.capture import Capture
from sayso.records.claim import Claim
from sayso.records.document import Caption, Document
from sayso.records.errors import ConfigError, InputError, SaysoError
from sayso.records.extraction import Extraction, Mention, MentionLabel
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.values import (
    Certainty,
    Check,
    DateMention,
    Entity,
    EntityLabel,
    Event,
    EventType,
    Figure,
    FigureStance,
    Place,
    PlaceKind,
    Polarity,
    Tense,
    Verdict,
)

__all__ = [
    "Attribution",
    "Caption",
    "Capture",
    "Certainty",
    "Check",
    "Claim",
    "ConfigError",
    "DateMention",
    "Document",
    "Entity",
    "EntityLabel",
    "Event",
    "EventType",
    "Extraction",
    "Figure",
    "FigureStance",
    "Form",
    "InputError",
    "Mention",
    "MentionLabel",
    "Place",
    "PlaceKind",
    "Polarity",
    "Reading",
    "SaysoError",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Tense",
    "Verdict",
]
