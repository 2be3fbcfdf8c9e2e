"""Figures and days in words."""

from datetime import date

import pytest

from sayso.publish.page_words import how_many, when
from sayso.records import DateMention, Figure, Span


@pytest.mark.parametrize(
    ("low", "high", "approximate", "expect"),
    [
        (24, 24, False, "24 people"),
        (15, 15, True, "about 15 people"),
        (2000, None, False, "2,000 or more people"),
        (1000, None, True, "“thousands”: 1,000 or more people"),
        (None, 20, False, "up to 20 people"),
        (0, 0, False, "0 people"),
        (1.5, 2.5, False, "1.5–2.5 people"),
        (None, None, False, "number not disclosed: people"),
    ],
)
def test_figure_in_words(low, high, approximate, expect):
    assert how_many(Figure(Span(0, 9), low, high, approximate, "people"), "thousands") == expect


@pytest.mark.parametrize(
    ("first", "last", "expect"),
    [
        (date(2022, 7, 16), date(2022, 7, 16), "16 July 2022"),
        (date(2022, 5, 11), date(2022, 5, 20), "11–20 May 2022"),
        (date(2022, 9, 1), date(2022, 9, 30), "September 2022"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2014, 1, 1), date(2021, 12, 31), "2014–2021"),
        (date(2022, 6, 27), date(2022, 7, 3), "27 June 2022 – 3 July 2022"),
        (date(2022, 7, 16), None, "from 16 July 2022"),
        (None, date(2022, 7, 16), "until 16 July 2022"),
        (None, None, "day not known"),
    ],
)
def test_days_in_words(first, last, expect):
    assert when(DateMention(Span(0, 1), first, last)) == expect
