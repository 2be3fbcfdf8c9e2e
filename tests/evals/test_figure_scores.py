from dataclasses import replace

import pytest

from evals.annotation import LinkedEvent, LinkedFigure
from evals.attributions import AttributionPairs, match_attributions
from evals.figures import same_words, score_events, score_figures, similar_unit
from evals.tallies import Counts, Ratio
from sayso.records import (
    Attribution,
    Certainty,
    Event,
    EventType,
    Figure,
    FigureStance,
    Form,
    Polarity,
    Span,
    Stance,
    Tense,
)

TOLD = Attribution("a1", None, None, (Span(0, 60),), Form.INDIRECT, Stance.ASSERTS, 1.0)
FIGURE = LinkedFigure(Figure(Span(10, 25), 40, 40, False, "buses burnt", attribution="a1"), ("Odesa",))
EVENT = LinkedEvent(
    Event(Span(30, 36), EventType.DAMAGE, Certainty.CERTAIN, Polarity.POSITIVE, Tense.PAST, attribution="a1"),
    ("Odesa",),
    ("Monday",),
)
MATCHED = match_attributions([TOLD], [replace(TOLD, id="b2")])


def figure(**changes):
    """The figure as the reading has it, in the reading's ids."""
    where = changes.pop("where", FIGURE.where)
    return LinkedFigure(replace(FIGURE.figure, **{"attribution": "b2"} | changes), where)


def event(**changes):
    return replace(EVENT, event=replace(EVENT.event, **{"attribution": "b2"} | changes))


def test_a_perfect_reading_of_a_figure():
    scores = score_figures([FIGURE], [figure()], MATCHED)
    assert scores.found.f1 == scores.valued.f1 == 1.0
    for ratio in (scores.bounds, scores.attribution, scores.place, scores.unit, scores.unit_loose):
        assert ratio == Ratio(1, 1)


def test_no_reading_of_a_figure():
    assert score_figures([FIGURE], [], MATCHED).found.f1 == 0.0
    assert score_figures([], [], MATCHED).found.f1 is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"high": None}, "bounds"),
        ({"low": 41.0}, "bounds"),
        ({"attribution": None}, "attribution"),
        ({"attribution": "b9"}, "attribution"),
        ({"where": ()}, "place"),
        ({"where": ("Lviv",)}, "place"),
        ({"unit": "people injured"}, "unit_loose"),
        ({"unit": "buses"}, "unit"),
    ],
)
def test_each_fault_of_a_figure_shows_in_its_own_score(change, field):
    scores = score_figures([FIGURE], [figure(**change)], MATCHED)
    assert getattr(scores, field) == Ratio(0, 1)
    assert scores.found.f1 == 1.0


def test_wrong_bounds_are_found_but_not_valued():
    assert score_figures([FIGURE], [figure(low=400, high=400)], MATCHED).valued == Counts(0, 1, 1)


def test_an_undisclosed_number_has_no_bounds_on_either_side():
    unknown = replace(FIGURE, figure=replace(FIGURE.figure, low=None, high=None))
    assert score_figures([unknown], [figure(low=None, high=None)], MATCHED).bounds == Ratio(1, 1)
    assert score_figures([unknown], [figure(low=0, high=0)], MATCHED).bounds == Ratio(0, 1)


def test_a_missed_attribution_is_not_blamed_on_the_figure():
    assert score_figures([FIGURE], [figure(attribution=None)], AttributionPairs()).attribution == Ratio(0, 0)


def test_stance_of_figures_is_compared():
    scores = score_figures([FIGURE], [figure(stance=FigureStance.PLANNED)], MATCHED)
    assert scores.stance.pairs == (("asserted", "planned"),)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("buses burnt", "bus burnt", False),
        ("drones launched", "drone launched", True),
        ("tonnes of grain per year", "tonnes grain", True),
        ("buses", "buses burnt", True),
        ("people killed", "people injured", False),
        ("USD", "EUR", False),
        ("USD", "USD", True),
    ],
)
def test_units_are_alike_by_half_their_words(one, other, alike):
    assert similar_unit(one, other) is alike
    assert similar_unit(other, one) is alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Odesa region",), ("Odesa",), True),
        (("Одесі", "Odesa"), ("Odesa",), True),
        (("Odesa",), ("Odes",), False),
        ((), ("Odesa",), False),
        ((), (), True),
    ],
)
def test_names_agree_when_one_holds_the_other(one, other, same):
    assert same_words(one, other) is same


def test_events_count_by_trigger_and_by_type():
    scores = score_events([EVENT], [event(type=EventType.ASSAULT, span=Span(33, 40))], MATCHED)
    assert scores.trigger == Counts(1, 1, 1)
    assert scores.typed == Counts(0, 1, 1)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"certainty": Certainty.POSSIBLE}, "certainty"),
        ({"polarity": Polarity.NEGATIVE}, "polarity"),
        ({"tense": Tense.FUTURE}, "tense"),
        ({"attribution": None}, "attribution"),
    ],
)
def test_each_fault_of_an_event_shows_in_its_own_score(change, field):
    scores = score_events([EVENT], [event(**change)], MATCHED)
    assert getattr(scores, field) == Ratio(0, 1)
    assert scores.typed.f1 == 1.0


def test_place_and_date_of_an_event_are_compared():
    scores = score_events([EVENT], [replace(event(), where=(), when=("on Monday",))], MATCHED)
    assert scores.place == Ratio(0, 1)
    assert scores.date == Ratio(1, 1)
