"""A story enters; what the product reads in it leaves, as its users get it."""

import json
from dataclasses import asdict, dataclass

from evals.annotation import Story
from evals.notes import RunNotes
from sayso.config import Settings
from sayso.pipeline import Pipeline
from sayso.publish.contract import reading_to_json
from sayso.publish.from_contract import reading_from_json
from sayso.read.options import ReadOptions
from sayso.records import Capture, Document, Reading
from sayso.wiring import build_pipeline


@dataclass(frozen=True, slots=True)
class Product:
    """The whole pipeline, from a line of JSON to the contract and back.

    Through the contract, because the scores are to hold for what a user of
    `sayso read --format jsonl` gets.
    """

    pipeline: Pipeline

    @classmethod
    def load(cls) -> "Product":
        """Raises ConfigError where the encoder or the shipped data is missing."""
        return cls(build_pipeline(Settings.from_environment(), ReadOptions()))

    def read(self, story: Story, notes: RunNotes) -> Reading:
        notes.stories += 1
        notes.words += len(story.text.split())
        outcome = next(iter(self.pipeline.read([capture_of(story)])), None)
        if isinstance(outcome, Reading):
            return reading_from_json(reading_to_json(outcome))
        notes.unread.append(f"{story.id}: {outcome or 'the pipeline gave nothing'}")
        return empty_reading(story)


def capture_of(story: Story) -> Capture:
    """The story as a file of one JSON line: a capture each, so that an error costs one story."""
    return Capture(f"{story.id}.jsonl", json.dumps(asdict(story), ensure_ascii=False).encode())


def empty_reading(story: Story) -> Reading:
    return Reading(
        Document(id=story.id, sha256="", origin=story.id, text=story.text, language=story.language)
    )
