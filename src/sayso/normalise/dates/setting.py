"""What an expression is read against, and the reasons why one may stay without days."""

from dataclasses import dataclass
from datetime import date

from sayso.normalise.dates.calendar import Interval
from sayso.normalise.dates.grammar import Era
from sayso.records import Tense

NOT_DATED = "relative, and the day of publication is unknown"
NO_YEAR = "no year, and the day of publication is unknown"
TWO_READINGS = "day and month cannot be told apart"
NO_SUCH_DAY = "no such day in the calendar"
VAGUE = "how many is not said"
NO_ANCHOR = "relative to a date that the text does not give"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands.

    anchor: the date before it in the text. era: the war the story is about.
    """

    published: date | None
    tense: Tense | None = None
    anchor: Interval | None = None
    era: Era | None = None
