"""Values of a reading → the words a person reads for them on the screen."""

import re
import unicodedata
from calendar import monthrange
from datetime import date
from urllib.parse import unquote

from sayso.records import (
    Attribution,
    Check,
    DateMention,
    Event,
    Figure,
    Place,
    Speaker,
    SpeakerKind,
)

LANGUAGES = {"en": "English", "ru": "Russian", "uk": "Ukrainian", "und": "language unknown"}

# A file name or a hostile page must not be able to steer the terminal or to reorder what is read on it.
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
_REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STEM_LETTERS = 4  # words that begin alike are one name in two cases: «Сальдо», «Сальдо»; "institute's"


def plain(text: str) -> str:
    """One line of text that is safe to print."""
    line = _REORDERING.sub("", " ".join(text.split()))
    return "".join("\ufffd" if unicodedata.category(char) in _UNPRINTABLE else char for char in line)


def quoted(text: str) -> str:
    return f"“{plain(text)}”"


def origin_words(origin: str) -> str:
    """A path as it is; an address with its letters readable, where that leaves it one word."""
    readable = unquote(origin) if "://" in origin else origin
    return plain(origin if any(char.isspace() for char in readable) else readable)


def day_words(day: date) -> str:
    """`11 Jun 2022`, in English whatever the machine's locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday_words(day: date) -> str:
    """`Sat 11 Jun 2022`, so that "on Saturday" can be checked at a glance."""
    return f"{_WEEKDAYS[day.weekday()]} {day_words(day)}"


def date_words(mention: DateMention, text: str) -> str:
    """The interval as short as it can be said: `Sat 11 Jun 2022`, `11–20 May 2022`, `Jul 2022`, `2020`."""
    first, last = mention.first, mention.last
    if first and last:
        return interval_words(first, last)
    if first:
        return f"from {day_words(first)}"
    if last:
        return f"until {day_words(last)}"
    return f"{quoted(mention.span.of(text))}, unresolved"


def interval_words(first: date, last: date) -> str:
    if first == last:
        return weekday_words(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        month = f"{_MONTHS[first.month - 1]} {first.year}"
        return month if whole_months else f"{first.day}–{last.day} {month}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def figure_words(figure: Figure, text: str) -> str:
    """`23 people`, `≥ 700,000 people`, `“thousands” (≥ 1,000) forms`, `undisclosed number of people`."""
    unit, said = plain(figure.unit), plain(figure.span.of(text))
    bounds = _bounds(figure)
    if bounds is None:
        return f"undisclosed number of {unit}"
    if not figure.approximate or any(char.isdigit() for char in said):
        return f"{bounds} {unit}".rstrip()
    # A number in words: the words are what was said, the bounds are a convention.
    return f"{quoted(said)} ({bounds})" + ("" if unit in said else f" {unit}")


def _bounds(figure: Figure) -> str | None:
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        about = "≈ " if figure.approximate else ""
        return about + (number_words(low) if low == high else f"{number_words(low)}–{number_words(high)}")
    if low is not None:
        return f"≥ {number_words(low)}"
    return f"≤ {number_words(high)}" if high is not None else None


def number_words(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def place_words(place: Place) -> str:
    """`Kherson (city, UA)`; a place that no gazetteer entry was found for says so."""
    if is_unresolved(place):
        return f"{quoted(place.name)}, unresolved"
    kind = "government" if place.metonym else place.kind.value
    return (
        f"{plain(place.name)} ({kind}, {place.country})" if place.country else f"{plain(place.name)} ({kind})"
    )


def is_unresolved(place: Place) -> bool:
    return place.geonames_id is None and place.lat is None and place.country is None


def event_words(event: Event, text: str) -> str:
    return f"{quoted(event.span.of(text))} ({event.type.value.lower()})"


def check_words(check: Check, text: str, *, outlet: str) -> str:
    by = quoted(check.by.of(text)) if check.by else outlet
    return f"{quoted(check.span.of(text))}, by {by}"


def speaker_words(attribution: Attribution, text: str) -> str:
    """The speaker's name, with the text's own words where the name is not in them."""
    source = plain(attribution.source.of(text)) if attribution.source else None
    speaker = attribution.speaker
    if speaker is None:
        return f"“{source}”" if source else _unnamed_source(attribution, text)
    name = plain(speaker.name)
    if speaker.kind is SpeakerKind.UNNAMED:
        return f"{name} (unnamed)"
    return f"{name} (“{source}”)" if source and _is_another_name(speaker, source) else name


def stance_words(attribution: Attribution, text: str) -> str:
    """`denies (“rejected”), indirect`: the reading, and the word it rests on."""
    cue, source = attribution.cue, attribution.source
    word = f" ({quoted(cue.of(text))})" if cue and source else ""  # without a source the cue stands for it
    return f"{attribution.stance.value}{word}, {attribution.form.value}"


def _unnamed_source(attribution: Attribution, text: str) -> str:
    cue = f", {quoted(attribution.cue.of(text))}" if attribution.cue else ""
    return f"source not named{cue}"


def _is_another_name(speaker: Speaker, source: str) -> bool:
    """Whether a reader could not see for himself that the source's words mean this speaker."""
    if speaker.name.casefold() == source.casefold():
        return False
    return not (_stems(speaker.name) & _stems(source))


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM_LETTERS].casefold() for word in re.findall(r"\w+", name) if len(word) > 1)


def count_words(count: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `no claims`."""
    return f"{count or 'no'} {noun}" if count == 1 else f"{count or 'no'} {noun}s"
