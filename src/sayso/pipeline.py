"""The stages in order: captures enter, readings leave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.interfaces import (
    CheckReader,
    ClaimJoiner,
    DateReader,
    DocumentReader,
    EventReader,
    Extractor,
    FigureReader,
    PlaceReader,
    SpeakerResolver,
)
from sayso.records import Capture, Document, InputError, Reading


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Every stage that a story passes through, from the top down."""

    documents: DocumentReader
    extractor: Extractor
    speakers: SpeakerResolver
    places: PlaceReader
    dates: DateReader
    figures: FigureReader
    checks: CheckReader
    events: EventReader
    claims: ClaimJoiner

    def read(self, captures: Iterable[Capture | InputError]) -> Iterator[Reading | InputError]:
        """Read each capture's documents in turn; a bad input comes out as its error, in its place."""
        for capture in captures:
            if isinstance(capture, InputError):
                yield capture
                continue
            for document in self.documents.read(capture):
                yield document if isinstance(document, InputError) else self.read_document(document)

    def read_document(self, document: Document) -> Reading:
        extraction = self.speakers.resolve_speakers(document, self.extractor.extract(document))
        return self.claims.join(
            Reading(
                document=document,
                attributions=extraction.attributions,
                entities=extraction.entities,
                places=self.places.read_places(document, extraction),
                dates=self.dates.read_dates(document, extraction),
                figures=self.figures.read_figures(document, extraction),
                checks=self.checks.read_checks(document, extraction),
                events=self.events.read_events(document, extraction),
            )
        )
