"""Dates and language codes are understood, or unknown, and never guessed."""

from datetime import UTC, date, datetime

import pytest

from sayso.read.page_facts import parse_page_date
from sayso.read.parts import Published, language_code, parse_published

DAY = date(2022, 6, 12)


@pytest.mark.parametrize(
    ("value", "expect"),
    [
        ("2022-06-12", Published(DAY)),
        (" 2022-06-12 ", Published(DAY)),
        ("2022-06-12T14:05:00", Published(DAY)),
        ("2022-06-12T00:05:00+03:00", Published(DAY, datetime(2022, 6, 11, 21, 5, tzinfo=UTC))),
        ("2022-06-12 14:05Z", Published(DAY, datetime(2022, 6, 12, 14, 5, tzinfo=UTC))),
        ("2022-06-12T14:05:00.123+0300", Published(DAY, datetime(2022, 6, 12, 11, 5, tzinfo=UTC))),
        ("2022-06", None),
        ("2022-06-31", None),
        ("12/06/2022", None),
        ("0001-01-01T00:00:00+03:00", None),
        ("", None),
    ],
)
def test_parse_published(value: str, expect: Published | None) -> None:
    assert parse_published(value) == expect


@pytest.mark.parametrize(
    ("value", "expect"),
    [
        ("20220612", Published(DAY)),
        ("Sun, 12 Jun 2022 14:05:00 +0300", Published(DAY, datetime(2022, 6, 12, 11, 5, tzinfo=UTC))),
        ("Sun, 99 Jun 2022", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_pages_may_write_dates_in_two_more_ways(value: str | None, expect: Published | None) -> None:
    assert parse_page_date(value) == expect


@pytest.mark.parametrize(
    ("value", "expect"),
    [
        ("ru-RU", "ru"),
        ("UK", "uk"),
        ("ua", "uk"),
        ("eng", "en"),
        ("en_GB", "en"),
        ("english", None),
        ("", None),
    ],
)
def test_language_code(value: str, expect: str | None) -> None:
    assert language_code(value) == expect
