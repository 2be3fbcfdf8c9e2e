"""Calendar arithmetic: years, months, weeks and their parts go in, inclusive intervals of days come out."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

LATE_FROM = 21  # the gold guide's thirds of a month: 1-10, 11-20, 21-end
MID_FROM = 11
WEEKS = {"week1": 0, "week2": 1, "week3": 2}  # which seven days from the start


@dataclass(frozen=True, slots=True)
class Interval:
    """Inclusive days; an open or unknown end is None, with the reason in `why`."""

    first: date | None
    last: date | None
    why: str | None = None


def unknown(why: str) -> Interval:
    return Interval(None, None, why)


def day_of(day: date) -> Interval:
    return Interval(day, day)


def year_of(year: int, *, to: int | None = None) -> Interval:
    return Interval(date(year, 1, 1), date(to or year, 12, 31))


def month_of(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def quarter_of(year: int, quarter: int) -> Interval:
    return months_of(year, 3 * quarter - 2, 3)


def season_of(year: int, season: int) -> Interval:
    """Spring is 1 and starts in March; winter is 4 and runs from December of `year` into the next."""
    return months_of(year, 3 * season, 3)


def months_of(year: int, month: int, count: int) -> Interval:
    end = add_months(date(year, month, 1), count - 1)
    return Interval(date(year, month, 1), month_of(end.year, end.month).last)


def week_of(day: date) -> Interval:
    """The ISO week, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6))


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def part_of(whole: Interval, part: str) -> Interval:
    """The early, middle or late part, or half, of a month, year, decade, season or week."""
    first, last = whole.first, whole.last
    if first is None or last is None:
        return whole
    if part in WEEKS:
        start = first + timedelta(days=7 * WEEKS[part])
        return Interval(start, start + timedelta(days=6))
    if part == "last_week":
        return Interval(last - timedelta(days=6), last)
    days = (last - first).days + 1
    if days <= 7:
        return _of_week(first, last, part)
    if days <= 31:
        return _of_month(first, last, part)
    return _of_months(first, last, part)


def _of_week(first: date, last: date, part: str) -> Interval:
    if part == "early":
        return Interval(first, first + timedelta(days=1))
    if part == "mid":
        return Interval(first + timedelta(days=2), first + timedelta(days=3))
    return Interval(last - timedelta(days=2), last)


def _of_month(first: date, last: date, part: str) -> Interval:
    days = {
        "early": (1, MID_FROM - 1),
        "mid": (MID_FROM, LATE_FROM - 1),
        "late": (LATE_FROM, last.day),
        "half1": (1, 15),
        "half2": (16, last.day),
    }
    start, end = days[part]
    return Interval(first.replace(day=start), first.replace(day=end))


def _of_months(first: date, last: date, part: str) -> Interval:
    """Halves in two; a year's early and late part is a quarter, a season's or decade's a third."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if part in {"half1", "half2"}:
        half = months // 2
        return months_of(first.year, first.month, half) if part == "half1" else _last_months(last, half)
    edge = {12: 3, 120: 36}.get(months, max(1, months // 3))
    if part == "early":
        return months_of(first.year, first.month, edge)
    if part == "late":
        return _last_months(last, edge)
    offset = {12: 4, 120: 48}.get(months, edge)
    start = add_months(first, offset)
    return months_of(start.year, start.month, months - 2 * offset if months != 120 else edge)


def _last_months(last: date, count: int) -> Interval:
    start = add_months(last.replace(day=1), 1 - count)
    return Interval(start, last)
