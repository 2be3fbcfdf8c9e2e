"""What each stage takes and gives; `wiring.py` chooses who does it."""

from collections.abc import Iterator
from typing import Protocol

from sayso.records import (
    Capture,
    Check,
    DateMention,
    Document,
    Event,
    Extraction,
    Figure,
    InputError,
    Place,
    Reading,
)


class DocumentReader(Protocol):
    """Capture → documents; one for a page or a text, many for JSON lines.

    An iterator, so that a gigabyte of lines stays out of memory. What cannot
    be read comes out as its error, in its place, and the rest goes on.
    """

    def read(self, capture: Capture) -> Iterator[Document | InputError]: ...


class Extractor(Protocol):
    """Document → attributions, entities and candidate mentions, in one pass of the encoder."""

    def extract(self, document: Document) -> Extraction: ...


class PlaceReader(Protocol):
    def read_places(self, document: Document, extraction: Extraction) -> tuple[Place, ...]: ...


class DateReader(Protocol):
    def read_dates(self, document: Document, extraction: Extraction) -> tuple[DateMention, ...]: ...


class FigureReader(Protocol):
    """Figures with bounds and units; which place, date and attribution they belong to is `claims`' work."""

    def read_figures(self, document: Document, extraction: Extraction) -> tuple[Figure, ...]: ...


class SpeakerResolver(Protocol):
    """Names the speaker of every attribution that has a source."""

    def resolve_speakers(self, document: Document, extraction: Extraction) -> Extraction: ...


class CheckReader(Protocol):
    def read_checks(self, document: Document, extraction: Extraction) -> tuple[Check, ...]: ...


class EventReader(Protocol):
    def read_events(self, document: Document, extraction: Extraction) -> tuple[Event, ...]: ...


class ClaimJoiner(Protocol):
    """A reading with mentions → the same with links between them and its claims."""

    def join(self, reading: Reading) -> Reading: ...
