"""Values → the short English words that the page prints for them."""

from calendar import month_name, monthrange
from datetime import date

from sayso.records import DateMention, Figure, Stance

LANGUAGES = {"en": "English", "ru": "Russian", "uk": "Ukrainian", "und": "not known"}

TONES = {
    Stance.DENIES: "against",
    Stance.DOUBTS: "against",
    Stance.OPPOSES: "against",
    Stance.PREDICTS: "ahead",
    Stance.PLANS: "ahead",
    Stance.THREATENS: "ahead",
    Stance.REQUESTS: "ahead",
}


def how_many(figure: Figure, words: str) -> str:
    """ "24 people", "up to 20 drones", "“thousands”: 1,000 or more people", "number not disclosed: people".

    words: the text's own, which stay beside the bound where they are vague.
    """
    low, high = figure.low, figure.high
    if low is None and high is None:
        return f"number not disclosed: {figure.unit}"
    if low == high and low is not None:
        count = f"{'about ' if figure.approximate else ''}{_number(low)}"
    elif high is None and low is not None:
        vague = f"“{words}”: " if figure.approximate else ""
        count = f"{vague}{_number(low)} or more"
    elif low is None and high is not None:
        count = f"up to {_number(high)}"
    else:
        count = f"{_number(low or 0)}–{_number(high or 0)}"
    return f"{count} {figure.unit}"


def when(mention: DateMention) -> str:
    """ "16 July 2022", "11–20 May 2022", "July 2022", "2020", "from 16 July 2022", "day not known"."""
    first, last = mention.first, mention.last
    if first is None or last is None:
        known = first or last
        return f"{'from' if first else 'until'} {_day(known)}" if known else "day not known"
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        month = f"{month_name[first.month]} {first.year}"
        return month if whole else f"{first.day}–{last.day} {month}"
    return f"{_day(first)} – {_day(last)}"


def day(value: date | None) -> str:
    return _day(value) if value else "not known"


def _day(value: date) -> str:
    return f"{value.day} {month_name[value.month]} {value.year}"


def _number(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"
