"""What the encoder's heads found in one document, before any value is given to it."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.attribution import Attribution
from sayso.records.span import Span
from sayso.records.values import Entity


class MentionLabel(StrEnum):
    """What a mention is a candidate for; an event's label is its type, in `kind`."""

    PLACE = "place"
    METONYM = "metonym"
    DATE = "date"
    FIGURE = "figure"
    CHECK = "check"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that a head marked.

    kind: for events the type (`ASSAULT`, …); None otherwise.
    score: 0..1.
    """

    span: Span
    label: MentionLabel
    score: float
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one pass of the encoder gives, in text order."""

    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def labelled(self, *labels: MentionLabel) -> tuple[Mention, ...]:
        """The mentions with one of these labels, in text order."""
        return tuple(mention for mention in self.mentions if mention.label in labels)
