"""Weekdays, "yesterday", "last month", "three years ago" and the like go in; intervals of days come out."""

from datetime import date, timedelta

from sayso.normalise.dates.absolute import read_calendar
from sayso.normalise.dates.calendar import (
    Interval,
    add_months,
    day_of,
    month_of,
    part_of,
    quarter_of,
    unknown,
    week_of,
    year_of,
)
from sayso.normalise.dates.parts import Parts
from sayso.normalise.dates.setting import NO_ANCHOR, NOT_DATED, VAGUE, Setting
from sayso.records import Tense

SATURDAY = 5


def read_weekday(parts: Parts, setting: Setting) -> Interval:
    published, weekday = setting.published, parts.weekday or 0
    if published is None:
        return unknown(NOT_DATED)
    if parts.unit == "week" or parts.shift in {0, 1}:
        return day_of(_of_week(published, parts.shift or 0, weekday))
    ahead = (weekday - published.weekday()) % 7
    if parts.shift == -1:
        return day_of(published - timedelta(days=7 - ahead))
    if parts.shift is not None:
        return day_of(published + timedelta(days=ahead or 7))
    if setting.tense is Tense.FUTURE or ahead == 0:
        return day_of(published + timedelta(days=ahead))
    return day_of(published - timedelta(days=7 - ahead))


def _of_week(published: date, shift: int, weekday: int) -> date:
    return published + timedelta(days=7 * shift + weekday - published.weekday())


def read_deictic(parts: Parts, setting: Setting) -> Interval | None:
    if setting.published is None:
        # Undated, and of no past or future: "today" as "nowadays".
        nowadays = parts.offset == 0 and parts.offset_to is None and setting.tense is None
        return None if nowadays else unknown(NOT_DATED)
    first = parts.offset or 0
    last = first if parts.offset_to is None else parts.offset_to
    return Interval(setting.published + timedelta(days=first), setting.published + timedelta(days=last))


def read_night(parts: Parts, setting: Setting) -> Interval | None:
    """The night before a day: "the night to Saturday" is Friday and Saturday."""
    if parts.offset is not None:
        morning = read_deictic(parts, setting)
    else:
        morning = read_weekday(parts, setting) if parts.month is None else read_calendar(parts, setting)
    if morning is None or morning.first is None:
        return morning
    return Interval(morning.first - timedelta(days=1), morning.last)


def read_unit(parts: Parts, setting: Setting) -> Interval:
    published = setting.published
    if published is None:
        return unknown(NOT_DATED)
    shift = min(parts.shift or 0, 1)
    if parts.unit == "weekend" and parts.shift is None:
        # Midweek "at the weekend" is the one before, unless the clause looks ahead.
        shift = 0 if published.weekday() >= SATURDAY or setting.tense is Tense.FUTURE else -1
    whole = _whole_unit(parts.unit or "", shift, published)
    if parts.part == "so_far":
        return Interval(whole.first, published)
    if parts.part == "rest":
        return Interval(published, whole.last)
    return whole if parts.part is None else part_of(whole, parts.part)


def _whole_unit(unit: str, shift: int, published: date) -> Interval:
    if unit == "week":
        return week_of(published + timedelta(days=7 * shift))
    if unit == "weekend":
        saturday = _of_week(published, shift, 5)
        return Interval(saturday, saturday + timedelta(days=1))
    if unit == "month":
        month = add_months(published.replace(day=1), shift)
        return month_of(month.year, month.month)
    if unit == "quarter":
        month = add_months(published.replace(day=1), 3 * shift)
        return quarter_of(month.year, (month.month + 2) // 3)
    if unit == "decade":
        start = published.year // 10 * 10 + 10 * shift
        return year_of(start, to=start + 9)
    return year_of(published.year + shift)


def read_ago(parts: Parts, setting: Setting) -> Interval:
    """So many units before or after publication, or (offset 0) the date before."""
    if setting.published is None:
        return unknown(NOT_DATED)
    if parts.vague:
        return unknown(VAGUE)
    base = setting.published if parts.offset is None else _anchor_day(setting)
    if base is None:
        return unknown(NO_ANCHOR)
    count = (1 if parts.count is None else parts.count) * (parts.direction or -1)
    return _at_distance(parts.unit or "", count, base)


def read_ahead(parts: Parts, setting: Setting) -> Interval | None:
    """«через неделю» counts from publication; in a past clause it counts from that clause's own event."""
    return None if setting.tense is Tense.PAST else read_ago(parts, setting)


def read_in_future(parts: Parts, setting: Setting) -> Interval | None:
    """ "In two weeks": a date in a clause that looks ahead, else how long something took."""
    return read_ago(parts, setting) if setting.tense is Tense.FUTURE else None


def _anchor_day(setting: Setting) -> date | None:
    anchor = setting.anchor
    return anchor.first if anchor is not None and anchor.first == anchor.last else None


def _at_distance(unit: str, count: int, base: date) -> Interval:
    """As exact as the unit: a day, an ISO week, a month, a year."""
    if unit in {"week", "fortnight"}:
        return week_of(base + timedelta(days=count * (14 if unit == "fortnight" else 7)))
    if unit in {"month", "half_year"}:
        month = add_months(base.replace(day=1), count * (6 if unit == "half_year" else 1))
        return month_of(month.year, month.month)
    if unit in {"year", "decade"}:
        return year_of(base.year + count * (10 if unit == "decade" else 1))
    if unit == "hour":
        other = base + timedelta(days=count // 24 if count < 0 else -(-count // 24))
        return Interval(min(base, other), max(base, other))
    return day_of(base + timedelta(days=count))


def read_stretch(parts: Parts, setting: Setting) -> Interval:
    """A stretch that ends or begins with publication: "the past six years", "the next seven days"."""
    published = setting.published
    if published is None:
        return unknown(NOT_DATED)
    back = parts.direction == -1
    if parts.vague or parts.count is None:
        return Interval(None, published if back else None, VAGUE)
    if back:
        return Interval(_stretch_end(parts.unit or "", -parts.count, published), published)
    exact = parts.unit in {"day", "week", "fortnight"}
    first = published + timedelta(days=1) if exact else published
    return Interval(first, _stretch_end(parts.unit or "", parts.count, published))


def _stretch_end(unit: str, count: int, published: date) -> date:
    if unit in {"month", "half_year"}:
        return add_months(published, count * (6 if unit == "half_year" else 1))
    if unit in {"year", "decade"}:
        years = count * (10 if unit == "decade" else 1)
        # "The past six years" reaches back into a year, not to a day of it.
        return date(published.year + years, 1, 1) if years < -1 else add_months(published, 12 * years)
    if unit == "hour":
        return published + timedelta(days=min(-1, count // 24) if count < 0 else max(1, count // 24))
    return published + timedelta(days=count * {"week": 7, "fortnight": 14}.get(unit, 1))
