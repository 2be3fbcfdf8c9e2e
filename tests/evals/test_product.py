import json
from dataclasses import dataclass
from datetime import date

import pytest

pytest.importorskip("sayso.wiring", exc_type=ImportError)

from evals.annotation import Story
from evals.notes import RunNotes
from evals.product import Product, capture_of
from sayso.records import Document, InputError, Place, PlaceKind, Reading, Span

STORY = Story("s1", "Київ мовчить.", "uk", title="Тиша", publisher="Вісник", published="2021-05-04")


@dataclass
class OneAnswer:
    answer: Reading | InputError | None

    def read(self, captures):
        list(captures)
        return iter([self.answer] if self.answer else [])


def test_a_story_goes_in_as_one_json_line():
    assert json.loads(capture_of(STORY).content) == {
        "id": "s1",
        "text": "Київ мовчить.",
        "language": "uk",
        "title": "Тиша",
        "publisher": "Вісник",
        "published": "2021-05-04",
    }


def test_what_is_scored_has_been_through_the_contract():
    document = Document("d1", "ab", "s1", STORY.text, "uk", published=date(2021, 5, 4))
    reading = Reading(document, places=(Place(Span(0, 4), "Kyiv", PlaceKind.CITY, "UA", metonym=True),))
    notes = RunNotes()
    read = Product(OneAnswer(reading)).read(STORY, notes)
    assert read == reading
    assert read is not reading
    assert (notes.stories, notes.words, notes.unread) == (1, 2, [])


@pytest.mark.parametrize("answer", [InputError("s1", "no text", "Give one"), None])
def test_a_story_that_cannot_be_read_is_noted_and_scores_as_empty(answer):
    notes = RunNotes()
    read = Product(OneAnswer(answer)).read(STORY, notes)
    assert read.attributions == ()
    assert read.document.text == STORY.text
    assert len(notes.unread) == 1
