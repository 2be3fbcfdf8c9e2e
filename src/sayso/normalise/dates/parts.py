"""The words of one date expression go in, what they say about the calendar comes out, not yet resolved."""

import re
from dataclasses import dataclass, replace
from typing import Any, Self

Value = int | str


@dataclass(frozen=True, slots=True)
class Parts:
    """What an expression says; None where it says nothing.

    day, month, year, …: as written; `_to` is the other end of a range written in one piece.
    weekday: 0 is Monday. season: 1 is spring.
    part: early, mid, late, half1, half2, so_far ("earlier this year"), rest ("later this month"), tens.
    shift: -1 last, 0 this, 1 next, 2 nearest to come. year_shift: the same, of the year.
    same_year: the year is that of the date before ("the same year").
    count, vague: how many units; vague for "several".
    direction: -1 backwards, 1 forwards.
    offset, offset_to: days from publication; in `ago` rules 0 means from the date before.
    """

    day: int | None = None
    day_to: int | None = None
    month: int | None = None
    year: int | None = None
    year_to: int | None = None
    decade: int | None = None
    quarter: int | None = None
    season: int | None = None
    weekday: int | None = None
    part: str | None = None
    shift: int | None = None
    year_shift: int | None = None
    same_year: bool = False
    unit: str | None = None
    count: int | None = None
    vague: bool = False
    direction: int | None = None
    offset: int | None = None
    offset_to: int | None = None
    holiday: str | None = None

    def filled(self, name: str, value: Value) -> Self:
        """The same with one more field; a word in place of a number sets the flag that it stands for."""
        if value == "vague":
            return replace(self, vague=True)
        if value == "same":
            return replace(self, same_year=True)
        return replace(self, **{name: value})


NO_PARTS = Parts()


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a pattern that fills one field: from a table of words, or from digits."""

    field: str
    pattern: str
    words: dict[str, Value] | None
    add: int

    @classmethod
    def of(cls, name: str, entry: dict[str, Any], *, cased: bool) -> Self:
        field, add = entry.get("field", name), entry.get("add", 0)
        if "pattern" in entry:
            return cls(field, entry["pattern"], None, add)
        table: dict[str, Value] = {
            word.casefold(): value for value, words in entry["words"].items() for word in words
        }
        words = sorted((word for words in entry["words"].values() for word in words), key=len, reverse=True)
        pattern = "|".join(re.escape(word).replace(r"\ ", " ") for word in words)
        return cls(field, f"(?-i:{pattern})" if cased else pattern, table, add)

    def fill(self, parts: Parts, word: str) -> Parts:
        if not self.field:
            return parts
        if self.words is None:
            return parts.filled(self.field, int(word) + self.add)
        return parts.filled(self.field, self.words[" ".join(word.casefold().split())])
