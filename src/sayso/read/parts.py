"""What a reader finds in its format, before options, language and identity complete it to a document."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sayso.records import Caption


@dataclass(frozen=True, slots=True)
class Published:
    """When a story came out.

    on: the day by the publisher's own clock.
    at: the instant, aware UTC; None where no time zone is given.
    """

    on: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A text and the facts its own source gives.

    text: clean.
    id: the source's own name for the story (a line's `id`).
    language: as the source states it, normalised; trusted: whether that is a statement about this very text
    (a line's or a front matter's field) and not about a page's template.
    """

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Published | None = None
    language: str | None = None
    language_trusted: bool = False
    address: str | None = None
    captions: tuple[Caption, ...] = ()


def parse_published(value: str) -> Published | None:
    """An ISO 8601 day or instant (`2022-06-12`, `2022-06-12T14:05:00+03:00`); None for anything else.

    A bare year or month is not a day, and other notations (12/06/22) are ambiguous: both count as unknown.
    """
    match = _ISO.fullmatch(value.strip())
    if match is None:
        return None
    try:
        day = date.fromisoformat(match["day"])
        if match["time"] is None:
            return Published(day)
        instant = datetime.fromisoformat(f"{match['day']}T{match['time']}{_zone(match['zone'])}")
        return Published(day, instant.astimezone(UTC) if instant.tzinfo else None)
    except (ValueError, OverflowError):  # the 31st of June; year 1 in a zone east of Greenwich
        return None


def language_code(value: str | None) -> str | None:
    """`ru` from `ru-RU`, `RU` or `rus`; None for what is no ISO 639-1 code."""
    code = re.split(r"[-_]", (value or "").strip().lower())[0]
    code = _LANGUAGE_ALIASES.get(code, code)
    return code if re.fullmatch(r"[a-z]{2}", code) else None


def _zone(zone: str | None) -> str:
    return "+00:00" if zone in {"Z", "z"} else (zone or "").replace(" ", "")


_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[Tt ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)? ?(?P<zone>[Zz]|[+-]\d\d(?::?\d\d)?)?)?"
)
# `ua` is the country; publishers use it for the language as often as `uk`.
_LANGUAGE_ALIASES = {"eng": "en", "rus": "ru", "ukr": "uk", "ua": "uk"}
