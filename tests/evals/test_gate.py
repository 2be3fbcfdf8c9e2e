import io
import json
from dataclasses import dataclass, field
from datetime import date

import pytest
from rich.console import Console

from evals.corpora import GOLD, ITEMS, POLNEAR, SEED
from evals.gate import Corpus, Gate
from evals.notes import RunNotes
from evals.seed import Outcome
from evals.table import print_run
from sayso.records import (
    Attribution,
    Certainty,
    Check,
    DateMention,
    Document,
    Event,
    EventType,
    Figure,
    Form,
    Place,
    PlaceKind,
    Polarity,
    Reading,
    Span,
    Stance,
    Tense,
    Verdict,
)

TEXT = "The harbour office said 12 barges sank near Lviv on 3 May 2021, which is unconfirmed."


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


CONTENT = "12 barges sank near Lviv on 3 May 2021"


def gold_row(name, language):
    link = {"attribution": "a1"}
    told = {"source": at("The harbour office"), "cue": at("said"), "content": [at(CONTENT)]}
    figure = {"low": 12, "high": 12, "approx": False, "unit": "barges sunk", "stance": "asserted"}
    place = {"name": "Lviv", "country": "UA", "kind": "city", "lat": 49.8, "lon": 24.0, "metonym": False}
    event = {"type": "DAMAGE", "certainty": "possible", "polarity": "pos", "tense": "past"}
    return {
        "id": name,
        "lang": language,
        "published": "2021-05-04",
        "text": TEXT,
        "attributions": [{"id": "a1", "form": "indirect", "stance": "asserts", "parent": None} | told],
        "figures": [{"span": at("12 barges"), "place": "near Lviv"} | figure | link],
        "places": [{"span": at("Lviv")} | place],
        "dates": [{"span": at("3 May 2021"), "start": "2021-05-03", "end": "2021-05-03"}],
        "checks": [
            {"span": at("which is unconfirmed"), "verdict": "unverified", "by": None, "about": ["a1"]}
        ],
        "events": [{"span": at("sank"), "when": "3 May 2021", "where": "Lviv"} | event | link],
    }


@pytest.fixture
def shared(tmp_path):
    told = {"source": [at("The harbour office")], "cue": [at("said")], "content": [at(CONTENT)]}
    polnear = {"id": "p1", "published": "2021-05-04", "text": TEXT, "attributions": [told]}
    tokens = TEXT.replace(",", " ,").replace(".", " .").split()
    tags = ["B-source", "I-source", "I-source", "B-cue", "B-content", *["I-content"] * 8, *["O"] * 5]
    item = {"id": "p1", "tokens": tokens, "labels": tags}
    for path, rows in {
        POLNEAR: [polnear],
        ITEMS: [item],
        GOLD: [gold_row("g1", "en"), gold_row("g2", "uk")],
        SEED: [gold_row("s1", "en")],
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return tmp_path


@dataclass
class PerfectReader:
    """Reads the one story as its annotators did, under ids of its own."""

    stories: list = field(default_factory=list)

    def read(self, story, notes):
        notes.stories += 1
        self.stories.append(story)

        def of(words):
            start = story.text.index(words)
            return Span(start, start + len(words))

        source, cue, content = of("The harbour office"), of("said"), (of(CONTENT),)
        day = date(2021, 5, 3)
        how = (EventType.DAMAGE, Certainty.POSSIBLE, Polarity.POSITIVE, Tense.PAST)
        return Reading(
            Document(story.id, "", story.id, story.text, story.language),
            attributions=(Attribution("r5", source, cue, content, Form.INDIRECT, Stance.ASSERTS, 1.0),),
            places=(Place(of("Lviv"), "Lviv", PlaceKind.CITY, "UA", lat=49.8, lon=24.0),),
            dates=(DateMention(of("3 May 2021"), day, day),),
            figures=(Figure(of("12 barges"), 12, 12, False, "barges sunk", attribution="r5", place=0),),
            checks=(Check(of("which is unconfirmed"), Verdict.UNVERIFIED, about=("r5",)),),
            events=(Event(of("sank"), *how, place=0, date=0, attribution="r5"),),
        )


class BlindReader:
    def read(self, story, notes):
        notes.stories += 1
        return Reading(Document(story.id, "", story.id, story.text, story.language))


def guarded(run):
    return [one for one in run.measurements if one.path.endswith((".f1", ".accuracy")) and one.size]


@pytest.mark.parametrize("corpus", Corpus)
def test_reading_as_the_annotators_did_scores_full_points(shared, corpus):
    run = Gate(shared, PerfectReader()).run(corpus)
    assert guarded(run)
    assert [one for one in guarded(run) if one.points != 100.0] == []


@pytest.mark.parametrize("corpus", Corpus)
def test_reading_nothing_scores_nothing(shared, corpus):
    run = Gate(shared, BlindReader()).run(corpus)
    assert guarded(run)
    assert [one for one in guarded(run) if one.points != 0.0] == []


def test_languages_are_scored_apart_and_together(shared):
    measured = {one.path: one for one in Gate(shared, PerfectReader()).run(Corpus.GOLD).measurements}
    assert measured["gold.en.attributions.found.f1"].size == 1
    assert measured["gold.all.attributions.found.f1"].size == 2
    assert measured["gold.ru.attributions.found.f1"].points is None


def test_stories_go_in_as_their_publisher_gave_them(shared):
    reader = PerfectReader()
    Gate(shared, reader).run(Corpus.GOLD)
    assert [(one.id, one.language, one.published) for one in reader.stories] == [
        ("g1", "en", "2021-05-04"),
        ("g2", "uk", "2021-05-04"),
    ]


def test_limit_reads_only_so_many_stories(shared):
    reader = PerfectReader()
    Gate(shared, reader, limit=1).run(Corpus.GOLD)
    assert len(reader.stories) == 1


def test_seed_report_says_what_became_of_each_annotation(shared):
    lines = Gate(shared, PerfectReader()).run(Corpus.SEED).lines
    assert [line.outcome for line in lines] == [Outcome.RIGHT] * 6
    assert [line.outcome for line in Gate(shared, BlindReader()).run(Corpus.SEED).lines] == [
        Outcome.MISSED
    ] * 6


def test_tables_stay_within_a_hundred_columns_and_show_the_floor(shared):
    console = Console(file=io.StringIO(), width=100)
    run = Gate(shared, PerfectReader()).run(Corpus.GOLD)
    print_run(console, run, {"gold.all.places.found.f1": 77.0})
    lines = console.file.getvalue().splitlines()
    assert max(map(len, lines)) <= 100
    assert any("found F1" in line and "77.0" in line for line in lines)


def test_a_text_that_came_out_different_is_reported(shared):
    class Rewriter(BlindReader):
        def read(self, story, notes):
            return Reading(Document(story.id, "", story.id, "something else", story.language))

    notes: RunNotes = Gate(shared, Rewriter()).run(Corpus.POLNEAR).notes
    assert notes.differing == ["p1"]
