"""An attribution: the place where a text credits content to a source."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class Form(StrEnum):
    """How the content is given: word for word, in the reporter's words, or part of each."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """How the source stands to the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    PREDICTS = "predicts"
    PLANS = "plans"
    REQUESTS = "requests"
    THREATENS = "threatens"
    BELIEVES = "believes"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    ASKS = "asks"
    OTHER = "other"


class SpeakerKind(StrEnum):
    """What sort of origin a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    MEDIA = "media"
    GOVERNMENT = "government"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source span stands for, resolved within the document.

    name: the fullest name the document gives; the source's own words where it gives none.
    profile: id of the source profile, where one is known.
    why: how the name was found ("pronoun, last person named before it").
    """

    name: str
    kind: SpeakerKind
    profile: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, and how they hang together.

    id: unique within the document ("a1", "a2", … in order of the text).
    parent: id of the attribution that reports this one; None for the outermost.
    content: one span, or several where source or cue interrupt it.
    score: the reader's confidence, 0..1.
    """

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    stance: Stance
    score: float
    parent: str | None = None
    speaker: Speaker | None = None
