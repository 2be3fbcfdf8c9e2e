"""The whole of `sayso read`, shipped encoder and all, on the bundled sample and on stories written here."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sayso.publish.contract import reading_to_json
from sayso.publish.from_contract import reading_from_json
from sayso.records import Capture, FigureStance, Form, Reading, Span, Stance, Verdict

STORY = (
    "Clerks hand out papers in Lymanske\n\n"
    "The Harbour Wire, a regional agency, said 40 residents of Melitopol received passports on Friday.\n\n"
    "“We will never leave this town,” the agency quoted the town's governor, Lena Orlyk, as saying.\n\n"
    "Officials said thousands of people in Kherson applied for the documents, but this claim could not be "
    "verified.\n\n"
    "According to the lawmaker Ihor Vest, a referendum could take place as early as September.\n"
)


@pytest.fixture(scope="module")
def story(pipeline) -> Reading:
    (reading,) = pipeline.read([Capture("story.txt", STORY.encode())])
    assert isinstance(reading, Reading)
    return reading


def attribution_of(reading: Reading, source: str):
    text = reading.document.text
    return next(a for a in reading.attributions if a.source and source in a.source.of(text))


def test_plain_statement_gives_source_cue_and_content(story):
    found = attribution_of(story, "The Harbour Wire")
    assert found.cue.of(STORY) == "said"
    assert "40 residents of Melitopol received passports on Friday" in found.content[0].of(STORY)


def test_agency_quoting_a_governor_is_a_chain(story):
    agency, governor = attribution_of(story, "the agency"), attribution_of(story, "Lena Orlyk")
    assert governor.parent == agency.id
    assert agency.form is governor.form is Form.DIRECT
    assert governor.speaker.name == "Lena Orlyk"


def test_forecast_is_a_prediction(story):
    assert attribution_of(story, "Ihor Vest").stance is Stance.PREDICTS


def test_figure_comes_with_bounds_place_and_date(story):
    figure = next(f for f in story.figures if f.low == 40)
    assert story.places[figure.place].name == "Melitopol"
    assert story.dates[figure.date].first == date(2022, 6, 10)
    assert figure.attribution == attribution_of(story, "The Harbour Wire").id


def test_unverified_figure_says_so(story):
    figure = next(f for f in story.figures if f.low == 1000)
    assert figure.stance is FigureStance.UNVERIFIED
    assert [check.verdict for check in story.checks] == [Verdict.UNVERIFIED]


def test_every_span_lies_in_the_text_and_has_no_space_at_its_edges(sample, story):
    for reading in (*sample, story):
        for span in spans_of(reading):
            quotation = span.of(reading.document.text)
            assert quotation == quotation.strip()
            assert len(quotation) == span.end - span.start


def spans_of(reading: Reading) -> list[Span]:
    attributions = [s for a in reading.attributions for s in (a.source, a.cue, *a.content) if s]
    layers = (
        reading.entities,
        reading.places,
        reading.dates,
        reading.figures,
        reading.checks,
        reading.events,
    )
    return [*attributions, *(one.span for layer in layers for one in layer)]


def test_the_sample_is_read_whole_in_three_languages(sample):
    assert len(sample) == 12
    assert {reading.document.language for reading in sample} == {"en", "ru", "uk"}
    assert all(reading.attributions and reading.claims for reading in sample)


def test_references_point_to_what_exists(sample):
    for reading in sample:
        ids = {a.id for a in reading.attributions}
        assert all(a.parent is None or a.parent in ids for a in reading.attributions)
        for claim in reading.claims:
            assert set(claim.chain) <= ids
            for number, layer in (
                (claim.event, reading.events),
                (claim.figure, reading.figures),
                (claim.place, reading.places),
                (claim.date, reading.dates),
                (claim.check, reading.checks),
            ):
                assert number is None or 0 <= number < len(layer)


def test_json_lines_give_the_same_reading_back(sample):
    for reading in sample:
        line = reading_to_json(reading)
        assert reading_to_json(reading_from_json(line)) == line


def test_reading_twice_gives_the_same(pipeline, story):
    (again,) = pipeline.read([Capture("story.txt", STORY.encode())])
    assert again == story


def test_a_story_reads_the_same_inside_a_longer_text_as_alone(pipeline):
    """Attributions at the seams of windows are neither lost nor doubled."""
    (reading,) = pipeline.read([Capture("long.txt", (STORY * 8).encode())])
    contents = [tuple(span for span in a.content) for a in reading.attributions]
    assert len(set(contents)) >= len(contents) - 8  # only the quoting pair may share its content
    quoted = [
        a for a in reading.attributions if a.source and "Lena Orlyk" in a.source.of(reading.document.text)
    ]
    assert len(quoted) == 8


HOSTILE = {
    "empty.txt": b"",
    "spaces.txt": b" \n\t \n",
    "binary.txt": bytes(range(256)) * 40,
    "page-without-article.html": b"<html><body><nav><a href=/>Home</a></nav></body></html>",
    "page-truncated.html": b"<html><body><article><p>The mayor said on Friday that the bridge was closed",
    "cp1251.txt": "Об этом сообщило агентство. По его словам, выдано 40 паспортов.".encode("cp1251"),
    "one-word.txt": b"Passports",
    "long-word.txt": b"a" * 20000,
    "unnamed-letters.txt": "Мэр \U00017000 сказал, что \U00017001 закрыт.".encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_read_or_refused_in_words(pipeline, name):
    for outcome in pipeline.read([Capture(name, HOSTILE[name])]):
        if isinstance(outcome, Reading):
            assert all(span.end <= len(outcome.document.text) for span in spans_of(outcome))
        else:
            assert name in str(outcome)
            assert outcome.problem
            assert outcome.next_step


def test_command_reports_the_bad_file_and_reads_the_rest(tmp_path):
    (tmp_path / "good.txt").write_text(STORY, encoding="utf8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = subprocess.run(
        [Path(sys.executable).with_name("sayso"), "read", "good.txt", "empty.txt", "--format", "jsonl"],
        cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf8",
    )  # fmt: skip
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
    assert "Traceback" not in done.stderr
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["text"] == STORY.rstrip("\n") or json.loads(line)["text"] == STORY
