from dataclasses import replace
from datetime import date

import pytest

from sayso.claims.join import ClaimsFromMentions
from sayso.records import (
    Attribution,
    Certainty,
    Check,
    DateMention,
    Document,
    Event,
    EventType,
    Figure,
    FigureStance,
    Form,
    Place,
    PlaceKind,
    Polarity,
    Reading,
    Span,
    Stance,
    Tense,
    Verdict,
)

TEXT = (
    "The Harbour Wire quoted the mayor as saying 40 clerks in Lymanske and an undisclosed number in "
    "Berdyansk got passports on Friday. The governor said 300 people in Kherson applied, but this could "
    "not be verified. "
    "Two offices opened."
)


def at(part: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(part, start + 1)
    return Span(start, start + len(part))


def attribution(
    name: str, content: str, stance: Stance = Stance.ASSERTS, parent: str | None = None
) -> Attribution:
    return Attribution(name, None, None, (at(content),), Form.INDIRECT, stance, 0.9, parent)


def place(name: str, *, metonym: bool = False) -> Place:
    return Place(at(name), name, PlaceKind.CITY, metonym=metonym)


def figure(part: str, low: float | None = 1, high: float | None = None) -> Figure:
    return Figure(at(part), low, high, approximate=False, unit="people")


def event(part: str, kind: EventType = EventType.ADMINISTER, tense: Tense = Tense.PAST) -> Event:
    return Event(at(part), kind, Certainty.CERTAIN, Polarity.POSITIVE, tense)


FIRST = "40 clerks in Lymanske and an undisclosed number in Berdyansk got passports on Friday"
READING = Reading(
    document=Document("d1", "0" * 64, "invented.txt", TEXT, "en"),
    attributions=(
        attribution("a1", FIRST),
        attribution("a2", FIRST, parent="a1"),
        attribution("a3", "300 people in Kherson applied"),
    ),
    places=(place("Lymanske"), place("Berdyansk"), place("Kherson")),
    dates=(DateMention(at("Friday"), date(2022, 6, 10), date(2022, 6, 10)),),
    figures=(
        figure("40 clerks"),
        figure("an undisclosed number", None),
        figure("300 people"),
        figure("Two offices", 2),
    ),
    checks=(Check(at("this could not be verified"), Verdict.UNVERIFIED, about=("a3",)),),
    events=(event("got passports"), event("opened")),
)
JOINED = ClaimsFromMentions().join(READING)


def test_each_figure_takes_the_place_that_follows_it():
    assert [f.place for f in JOINED.figures] == [0, 1, 2, None]


def test_metonym_is_no_place_of_a_figure():
    metonym = replace(READING, places=(place("Lymanske", metonym=True), *READING.places[1:]))
    assert ClaimsFromMentions().join(metonym).figures[0].place != 0


def test_date_reaches_the_figures_of_its_sentence_alone():
    assert [f.date for f in JOINED.figures] == [0, 0, None, None]


def test_figure_belongs_to_the_innermost_attribution():
    assert [f.attribution for f in JOINED.figures] == ["a2", "a2", "a3", None]


def test_chain_runs_from_the_innermost_speaker_outwards():
    assert JOINED.claims[0].chain == ("a2", "a1")


def test_check_makes_the_figure_unverified_and_the_claim_possible():
    claim = next(c for c in JOINED.claims if c.figure == 2)
    assert JOINED.figures[2].stance is FigureStance.UNVERIFIED
    assert (claim.check, claim.certainty) == (0, Certainty.POSSIBLE)


def test_confirmed_check_leaves_the_figure_asserted():
    confirmed = replace(READING, checks=(replace(READING.checks[0], verdict=Verdict.CONFIRMED),))
    assert ClaimsFromMentions().join(confirmed).figures[2].stance is FigureStance.ASSERTED


@pytest.mark.parametrize(
    ("stance", "expect"),
    [
        (Stance.DENIES, FigureStance.DENIED),
        (Stance.PREDICTS, FigureStance.FORECAST),
        (Stance.PLANS, FigureStance.PLANNED),
        (Stance.ASSERTS, FigureStance.ASSERTED),
    ],
)
def test_figure_takes_its_stance_from_its_source(stance, expect):
    told = replace(READING, attributions=(attribution("a1", FIRST, stance),), checks=())
    assert ClaimsFromMentions().join(told).figures[0].stance is expect


def test_outlets_own_claim_has_no_chain():
    own = next(c for c in JOINED.claims if c.figure == 3)
    assert (own.chain, own.stance, own.span.of(TEXT)) == ((), Stance.ASSERTS, "Two offices opened.")


def test_event_that_a_figure_took_makes_no_second_claim():
    assert sum(claim.event == 0 for claim in JOINED.claims if claim.figure is None) == 0


def test_joining_twice_changes_nothing():
    assert ClaimsFromMentions().join(JOINED) == JOINED


def test_claim_ids_are_unique():
    ids = [claim.id for claim in JOINED.claims]
    assert len(ids) == len(set(ids))
