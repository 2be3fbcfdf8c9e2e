"""How a run went, story by story: what could not be read, and whose text came out changed."""

from dataclasses import dataclass, field
from typing import TypeVar

from evals.alignment import span_map
from evals.annotation import Story, map_spans
from sayso.records import Reading

T = TypeVar("T")


@dataclass(slots=True)
class RunNotes:
    """What a reader of the scores should know about the run.

    unread: stories that came out as an error, or not at all; they score as empty readings.
    cleaned: stories whose text the reader cleaned; their annotation was moved along.
    differing: stories whose text came out as another one; they score as they are.
    """

    stories: int = 0
    words: int = 0
    unread: list[str] = field(default_factory=list)
    cleaned: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)


def follow_text(gold: T, story: Story, reading: Reading, notes: RunNotes) -> T:
    """The annotation with its spans where the read text has them."""
    if reading.document.text == story.text:
        return gold
    move = span_map(story.text, reading.document.text)
    if move is None:
        notes.differing.append(story.id)
        return gold
    notes.cleaned.append(story.id)
    return map_spans(gold, move)
