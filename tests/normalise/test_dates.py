"""Dates are read as the cases say, and no text breaks the reader."""

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.normalise.dates.rules import DateRules
from sayso.records import DateMention, Document, Extraction, Mention, MentionLabel, Span

CASES = Path(__file__).parents[1] / "cases" / "dates.jsonl"
RULES = DateRules.load()
PUBLISHED = date(2023, 5, 17)
WORDS = re.findall(
    r"\S+",
    "early mid- late end of since until before after by from between and to last next this the in on "
    "May March Monday Friday June 5 12 31 30 2012 2023 1990s week month year years ago two several "
    "с до по к в конце начале мая июня среду пятницу 2020 года прошлой неделе три года назад "
    "з до після на початку травня п'ятницю суботу року минулого тижня через ніч на - – , . / said will",
)


def document(text: str, *, language: str = "en", published: date | None = PUBLISHED) -> Document:
    return Document(id="d", sha256="0" * 64, origin="-", text=text, language=language, published=published)


def read(text: str, *, language: str = "en", published: date | None = PUBLISHED) -> tuple[DateMention, ...]:
    return RULES.read_dates(document(text, language=language, published=published), Extraction())


def cases() -> list[Any]:
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    return [pytest.param(row, id=f"{row['language']}-{row['why']}") for row in rows]


@pytest.mark.parametrize("case", cases())
def test_case_is_read_as_expected(case: dict[str, Any]):
    published = date.fromisoformat(case["published"]) if case["published"] else None
    found = read(case["text"], language=case["language"], published=published)
    got = [
        {
            "date": mention.span.of(case["text"]),
            "from": mention.first and mention.first.isoformat(),
            "to": mention.last and mention.last.isoformat(),
        }
        for mention in found
    ]
    assert got == case["expect"]


def test_unknown_days_come_with_a_reason():
    (mention,) = read("The council met on Monday.", published=None)
    assert (mention.first, mention.last) == (None, None)
    assert mention.why == "relative, and the day of publication is unknown"


def test_known_days_need_no_reason():
    (mention,) = read("The council met on Monday.")
    assert mention.why is None


def test_marked_date_that_no_rule_reads_is_kept_only_on_request():
    text = "It happened at harvest time, on Monday."
    marked = [Span(15, 27), Span(32, 38)]
    extraction = Extraction(mentions=tuple(Mention(span, MentionLabel.DATE, 0.9) for span in marked))
    keeping = DateRules.load(keep_unread=True).read_dates(document(text), extraction)
    assert [mention.span for mention in keeping] == marked
    assert keeping[0].why == "marked as a date, but not understood"
    assert [mention.span for mention in RULES.read_dates(document(text), extraction)] == marked[1:]


def test_language_of_the_document_chooses_the_grammar():
    assert read("On Monday", language="ru") == ()
    assert len(read("On Monday", language="be")) == 1


@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.sampled_from(["en", "ru", "uk", "und"]),
    st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2090, 12, 31))),
)
def test_any_words_give_disjoint_ordered_spans_and_intervals(
    text: str, language: str, published: date | None
):
    mentions = read(text, language=language, published=published)
    spans = [mention.span for mention in mentions]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert all(
        mention.first <= mention.last
        for mention in mentions
        if mention.first is not None and mention.last is not None
    )


@given(st.text(max_size=60), st.sampled_from(["en", "ru", "uk", "und"]))
def test_any_text_is_read_without_error(text: str, language: str):
    assert read(text, language=language) == read(text, language=language)


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_full_date_is_read_the_same_whatever_the_day_of_publication(day: date, published: date):
    (mention,) = read(f"Signed on {day:%d.%m.%Y}.", published=published)
    assert (mention.first, mention.last) == (day, day)


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_past_weekday_lies_within_the_week_before_publication(published: date):
    (mention,) = read("The council met on Friday.", published=published)
    assert mention.first is not None
    assert mention.first.weekday() == 4
    assert 0 <= (published - mention.first).days < 7
