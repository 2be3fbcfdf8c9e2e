from dataclasses import replace
from datetime import date

import pytest

from evals.attributions import AttributionPairs, match_attributions
from evals.mentions import distance_km, same_place, score_checks, score_dates, score_places
from evals.tallies import Counts, Ratio
from sayso.records import (
    Attribution,
    Check,
    DateMention,
    Form,
    Place,
    PlaceKind,
    Span,
    Stance,
    Verdict,
)

LVIV = Place(Span(0, 4), "Lviv", PlaceKind.CITY, country="UA", lat=49.84, lon=24.03)
ODESA = Place(Span(10, 15), "Odesa", PlaceKind.CITY, country="UA", lat=46.48, lon=30.73)
JULY = DateMention(Span(0, 7), date(2021, 7, 1), date(2021, 7, 31))


def test_perfect_and_empty_readings_of_places():
    assert score_places([LVIV, ODESA], [LVIV, ODESA]).placed.f1 == 1.0
    assert score_places([LVIV, ODESA], []).found.f1 == 0.0
    assert score_places([LVIV, ODESA], []).resolved.accuracy is None


def test_a_known_distance():
    assert distance_km(LVIV, ODESA) == pytest.approx(620, abs=10)


@pytest.mark.parametrize(
    ("read", "same"),
    [
        (replace(LVIV, name="Lemberg"), True),  # another name, the same point
        (replace(LVIV, lat=49.2, lon=24.8), True),  # a point far off, the same name
        (replace(LVIV, name="the Lviv"), True),
        (replace(LVIV, name="Lemberg", lat=49.2, lon=24.8), False),
        (replace(LVIV, country="PL"), False),
        (replace(LVIV, name="Lemberg", lat=None, lon=None), False),
    ],
)
def test_a_place_is_the_same_by_country_and_name_or_nearness(read, same):
    assert same_place(LVIV, read) is same
    assert score_places([LVIV], [read]).resolved == Ratio(int(same), 1)


def test_places_without_a_gold_point_are_not_judged_for_resolution():
    nowhere = replace(LVIV, lat=None, lon=None)
    assert score_places([nowhere], [LVIV]).resolved == Ratio(0, 0)


def test_a_place_mention_needs_half_of_its_characters():
    gold = replace(LVIV, span=Span(0, 10))
    assert score_places([gold], [replace(gold, span=Span(0, 5))]).found.hit == 1
    assert score_places([gold], [replace(gold, span=Span(0, 4))]).found.hit == 0


def test_metonyms_are_told_apart():
    scores = score_places([LVIV], [replace(LVIV, metonym=True)])
    assert scores.metonym.pairs == (("False", "True"),)


def test_dates_count_by_span_and_by_days():
    wider = replace(JULY, span=Span(0, 9))
    later = replace(JULY, last=date(2021, 8, 1))
    assert score_dates([JULY], [wider]).exact.f1 == 0.0
    assert score_dates([JULY], [wider]).valued.f1 == 1.0
    assert score_dates([JULY], [later]).exact.f1 == 1.0
    assert score_dates([JULY], [later]).valued.f1 == 0.0
    assert score_dates([JULY], [later]).value == Ratio(0, 1)


def test_unknown_days_match_only_unknown_days():
    unknown = replace(JULY, first=None, last=None)
    assert score_dates([unknown], [unknown]).valued.f1 == 1.0
    assert score_dates([unknown], [JULY]).valued.f1 == 0.0


def test_checks_count_by_verdict_and_by_what_they_check():
    told = Attribution("a1", None, None, (Span(0, 9),), Form.INDIRECT, Stance.ASSERTS, 1.0)
    read = replace(told, id="b4")
    matched = match_attributions([told], [read])
    check = Check(Span(20, 40), Verdict.UNVERIFIED, about=("a1",))
    right = replace(check, about=("b4",))
    assert score_checks([check], [right], matched).about == Ratio(1, 1)
    assert score_checks([check], [replace(right, about=())], matched).about == Ratio(0, 1)
    assert score_checks([check], [replace(right, verdict=Verdict.DENIED)], matched).verdict == Counts(0, 1, 1)
    assert score_checks([check], [right], AttributionPairs()).about == Ratio(0, 0)  # the claim was missed
