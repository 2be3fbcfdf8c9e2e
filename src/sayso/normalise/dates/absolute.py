"""Years, months, days and holidays, with or without a year, go in; intervals of days come out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sayso.normalise.dates.calendar import (
    Interval,
    day_of,
    month_of,
    part_of,
    quarter_of,
    season_of,
    unknown,
    year_of,
)
from sayso.normalise.dates.parts import Parts
from sayso.normalise.dates.setting import NO_SUCH_DAY, NO_YEAR, TWO_READINGS, Setting
from sayso.records import Tense

# Against the tense of its clause a day may still be the nearest by far; a month without a day hardly ever.
WRONG_TENSE_DAY, WRONG_TENSE_MONTH = 4, 8


def read_calendar(parts: Parts, setting: Setting) -> Interval:
    if parts.decade is not None:
        return _with_part(year_of(parts.decade, to=parts.decade + 9), parts.part)
    year = _year(parts, setting)
    if year is not None:
        return _in_year(parts, year)
    if setting.published is None:
        return unknown(NO_YEAR)
    near = setting.published.year
    candidates = [_try_year(parts, year) for year in (near - 1, near, near + 1)]
    return _choose([one for one in candidates if one is not None], parts, setting)


def _year(parts: Parts, setting: Setting) -> int | None:
    if parts.year is not None:
        return parts.year
    if parts.same_year and setting.anchor and setting.anchor.first:
        return setting.anchor.first.year
    if parts.year_shift is not None and setting.published:
        return setting.published.year + parts.year_shift
    return None


def _in_year(parts: Parts, year: int) -> Interval:
    if parts.month is not None and parts.part == "tens" and parts.day is not None:
        first = date(year, parts.month, parts.day)
        return Interval(first, first + timedelta(days=9))
    if parts.month is not None and parts.day is not None:
        return Interval(
            date(year, parts.month, parts.day), date(year, parts.month, parts.day_to or parts.day)
        )
    if parts.month is not None:
        whole = month_of(year, parts.month)
    elif parts.season is not None:
        whole = season_of(year, parts.season)
    elif parts.quarter is not None:
        whole = quarter_of(year, parts.quarter)
    else:
        whole = year_of(year, to=parts.year_to)
    return _with_part(whole, parts.part)


def _with_part(whole: Interval, part: str | None) -> Interval:
    return whole if part is None else part_of(whole, part)


def _try_year(parts: Parts, year: int) -> Interval | None:
    try:
        return _in_year(parts, year)
    except ValueError:
        return None


def _choose(candidates: Iterable[Interval], parts: Parts, setting: Setting) -> Interval:
    """The year that "last" or "next" names, or else the nearest, weighed by the tense of the clause."""
    published = setting.published or date.min

    def days_away(one: Interval) -> tuple[int, int]:
        first, last = one.first or date.min, one.last or date.max
        behind, ahead = max(0, (published - last).days), max(0, (first - published).days)
        weight = WRONG_TENSE_MONTH if parts.day is None else WRONG_TENSE_DAY
        if parts.shift is not None:
            wrong = {-1: first > published or last >= published, 0: first.year != published.year}
            return int(wrong.get(parts.shift, first <= published)), behind + ahead
        if setting.tense is Tense.PAST:
            ahead *= weight
        elif setting.tense is Tense.FUTURE:
            behind *= weight
        return 0, behind + ahead

    return min(candidates, key=days_away, default=unknown(NO_SUCH_DAY))


def read_numeric(parts: Parts, _setting: Setting) -> Interval:
    """Day and month either way round: `12/06/2022`."""
    one, other, year = parts.day or 0, parts.day_to or 0, parts.year or 0
    if one <= 12 and other <= 12 and one != other:
        return unknown(TWO_READINGS)
    day, month = (one, other) if one > 12 else (other, one)
    return day_of(date(year, month, day))


def read_holiday(parts: Parts, setting: Setting) -> Interval:
    """`holiday` is its days as `MM-DD/MM-DD`."""
    first, last = (parts.holiday or "").split("/")
    start = replace(parts, month=int(first[:2]), day=int(first[3:]), day_to=int(last[3:]))
    return read_calendar(start, setting)
