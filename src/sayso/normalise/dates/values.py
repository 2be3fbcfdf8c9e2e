"""What one expression says, and the setting it stands in, go in; an inclusive interval of days comes out."""

from collections.abc import Callable

from sayso.normalise.dates.absolute import read_calendar, read_holiday, read_numeric
from sayso.normalise.dates.calendar import Interval, unknown
from sayso.normalise.dates.parts import Parts
from sayso.normalise.dates.relative import (
    read_ago,
    read_ahead,
    read_deictic,
    read_in_future,
    read_night,
    read_stretch,
    read_unit,
    read_weekday,
)
from sayso.normalise.dates.setting import NO_ANCHOR, NO_SUCH_DAY, Setting


def resolve(reads: str, parts: Parts, setting: Setting) -> Interval | None:
    """The days an expression stands for; None where it turns out not to be a date."""
    try:
        return READERS[reads](parts, setting)
    except (ValueError, OverflowError):
        return unknown(NO_SUCH_DAY)


def _anchor(_parts: Parts, setting: Setting) -> Interval:
    return setting.anchor or unknown(NO_ANCHOR)


def _vague(_parts: Parts, _setting: Setting) -> Interval:
    return unknown(NO_ANCHOR)


def _era(_parts: Parts, setting: Setting) -> Interval | None:
    return Interval(setting.era.first, setting.era.early_to) if setting.era else None


READERS: dict[str, Callable[[Parts, Setting], Interval | None]] = {
    "calendar": read_calendar,
    "numeric": read_numeric,
    "holiday": read_holiday,
    "weekday": read_weekday,
    "deictic": read_deictic,
    "attribute": read_deictic,
    "night": read_night,
    "unit": read_unit,
    "ago": read_ago,
    "ahead": read_ahead,
    "in_future": read_in_future,
    "stretch": read_stretch,
    "anchor": _anchor,
    "vague": _vague,
    "era": _era,
}
