from datetime import date

import pytest

from sayso.apps.cli.words import date_words, figure_words, place_words, plain
from sayso.records import DateMention, Figure, Place, PlaceKind, Span


@pytest.mark.parametrize(
    ("said", "low", "high", "approximate", "words"),
    [
        ("23", 23, 23, False, "23 people"),
        ("more than 700,000", 700_000, None, False, "≥ 700,000 people"),
        ("до 80", None, 80, False, "≤ 80 people"),
        ("20 to 30", 20, 30, False, "20–30 people"),
        ("about 50", 50, 50, True, "≈ 50 people"),
        ("3.5", 3.5, 3.5, False, "3.5 people"),
        ("thousands", 1000, None, True, "“thousands” (≥ 1,000) people"),
        ("десятки", 10, None, True, "“десятки” (≥ 10) people"),
        ("dozens of people", 12, None, True, "“dozens of people” (≥ 12)"),
        ("about fifty", 50, 50, True, "“about fifty” (≈ 50) people"),
        ("an undisclosed number", None, None, False, "undisclosed number of people"),
    ],
)
def test_figure_is_told_with_its_bounds(
    said: str, low: float | None, high: float | None, approximate: bool, words: str
) -> None:
    figure = Figure(Span(0, len(said)), low, high, approximate, "people")
    assert figure_words(figure, said) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2022, 6, 11), date(2022, 6, 11), "Sat 11 Jun 2022"),
        (date(2022, 5, 11), date(2022, 5, 20), "11–20 May 2022"),
        (date(2022, 7, 1), date(2022, 7, 31), "Jul 2022"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (date(2023, 2, 1), date(2023, 2, 27), "1–27 Feb 2023"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2019, 1, 1), date(2021, 12, 31), "2019–2021"),
        (date(2022, 2, 24), date(2022, 3, 31), "24 Feb – 31 Mar 2022"),
        (date(2021, 12, 30), date(2022, 1, 2), "30 Dec 2021 – 2 Jan 2022"),
        (date(2019, 1, 1), None, "from 1 Jan 2019"),
        (None, date(2019, 1, 1), "until 1 Jan 2019"),
        (date(9999, 12, 1), date.max, "Dec 9999"),
        (None, None, "“some day”, unresolved"),
    ],
)
def test_interval_is_told_as_short_as_it_can_be(first: date | None, last: date | None, words: str) -> None:
    assert date_words(DateMention(Span(0, 8), first, last), "some day") == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(Span(0, 1), "Kherson", PlaceKind.CITY, "UA", 1, 46.6, 32.6), "Kherson (city, UA)"),
        (Place(Span(0, 1), "Black Sea", PlaceKind.WATER, None, 2, 43.0, 34.0), "Black Sea (water)"),
        (Place(Span(0, 1), "Russia", PlaceKind.COUNTRY, "RU", 3, metonym=True), "Russia (government, RU)"),
        (Place(Span(0, 1), "Brodske", PlaceKind.OTHER, why="two of that name"), "“Brodske”, unresolved"),
    ],
)
def test_place_is_told_with_what_it_was_read_as(place: Place, words: str) -> None:
    assert place_words(place) == words


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("two\nlines\tand  spaces", "two lines and spaces"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("abc\u202edef", "abcdef"),
        ("bad\udcffname", "bad\ufffdname"),
        ("Сальдо́, «є» ™ 👍", "Сальдо́, «є» ™ 👍"),
    ],
)
def test_text_cannot_steer_the_terminal(text: str, safe: str) -> None:
    assert plain(text) == safe
