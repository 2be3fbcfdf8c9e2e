import pytest

from evals.floors import Miss, find_misses, is_guarded, raised, read_floors, write_floors
from evals.tallies import Measurement

FOUND = "gold.all.places.found.f1"


def test_a_value_below_its_floor_is_named_with_both_numbers():
    misses = find_misses([Measurement(FOUND, 79.94, 300)], {FOUND: 80.0}, ["gold"])
    assert [str(miss) for miss in misses] == ["gold.all.places.found.f1: 79.94, floor 80.00"]


def test_a_value_on_its_floor_holds():
    assert find_misses([Measurement(FOUND, 80.0, 300)], {FOUND: 80.0}, ["gold"]) == []


def test_a_floor_that_nothing_measures_any_more_is_missed():
    assert find_misses([], {FOUND: 80.0}, ["gold"]) == [Miss(FOUND, None, 80.0)]


def test_floors_of_corpora_that_did_not_run_are_left_alone():
    assert find_misses([], {FOUND: 80.0}, ["polnear"]) == []


@pytest.mark.parametrize(("size", "floor"), [(1000, 89.5), (50, 88.0)])
def test_a_floor_leaves_half_a_point_or_one_annotation(size, floor):
    assert raised({}, [Measurement(FOUND, 90.0, size)])[FOUND] == floor


def test_floors_never_fall():
    assert raised({FOUND: 95.0}, [Measurement(FOUND, 60.0, 1000)]) == {FOUND: 95.0}


def test_what_rests_on_a_handful_gets_no_floor():
    assert raised({}, [Measurement(FOUND, 100.0, 3), Measurement(FOUND, None, 0)]) == {}


@pytest.mark.parametrize(
    ("path", "guarded"),
    [
        ("polnear.content.exact.f1", True),
        ("polnear.content.exact.precision", False),
        ("items.cue.f1", True),
        ("gold.uk.attributions.found.f1", True),
        ("gold.uk.figures.found.f1", False),
        ("gold.all.figures.found.f1", True),
        ("gold.all.attributions.stance.macro_f1", False),
        ("seed.dates.value.accuracy", True),
    ],
)
def test_which_measurements_are_guarded(path, guarded):
    assert is_guarded(path) is guarded


def test_floors_survive_the_file(tmp_path):
    path = tmp_path / "floors.toml"
    assert read_floors(path) == {}
    write_floors(path, {FOUND: 88.0, "items.cue.f1": 70.25})
    assert read_floors(path) == {FOUND: 88.0, "items.cue.f1": 70.25}
