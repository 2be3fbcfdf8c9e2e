import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.extract.decode import Run, best_tags, joined, runs, softmax
from sayso.extract.labels import EVENT_TAGS, ROLE_TAGS

LOGITS = arrays(np.float32, st.tuples(st.just(2), st.integers(1, 12), st.just(len(ROLE_TAGS))),
                elements=st.floats(-8, 8, width=32))  # fmt: skip


def one_hot(names: list[str], tags: tuple[str, ...] = ROLE_TAGS) -> np.ndarray:
    logits = np.zeros((1, len(names), len(tags)), np.float32)
    for token, name in enumerate(names):
        logits[0, token, tags.index(name)] = 5
    return logits


@given(LOGITS)
def test_inside_tag_always_follows_its_own_label(logits):
    for row in best_tags(logits, ROLE_TAGS):
        names = [ROLE_TAGS[tag] for tag in row]
        for before, after in zip(["O", *names], names, strict=False):
            assert not after.startswith("I-") or before[2:] == after[2:]


def test_lone_inside_tag_is_mended_into_a_whole_span():
    logits = one_hot(["O", "I-CONTENT", "I-CONTENT", "O"])
    logits[0, 1, ROLE_TAGS.index("B-CONTENT")] = 4
    assert [ROLE_TAGS[tag] for tag in best_tags(logits, ROLE_TAGS)[0]] == ["O", "B-CONTENT", "I-CONTENT", "O"]


def test_two_spans_that_touch_stay_two():
    logits = one_hot(["B-CONTENT", "I-CONTENT", "B-CONTENT", "B-SOURCE"])
    tags = best_tags(logits, ROLE_TAGS)[0]
    found = [(run.first, run.last, run.label) for run in runs(tags, softmax(logits[0]), ROLE_TAGS)]
    assert found == [(0, 2, "CONTENT"), (2, 3, "CONTENT"), (3, 4, "SOURCE")]


def test_plain_labels_run_on_until_they_change():
    names = ["O", "MOVE", "MOVE", "VOTE", "O"]
    logits = one_hot(names, EVENT_TAGS)
    tags = np.array([EVENT_TAGS.index(name) for name in names])
    found = [(run.first, run.last, run.label) for run in runs(tags, softmax(logits[0]), EVENT_TAGS)]
    assert found == [(1, 3, "MOVE"), (3, 4, "VOTE")]


def test_score_is_the_mean_probability_of_the_tags():
    probabilities = np.array([[0.1, 0.9, 0, 0, 0], [0.3, 0, 0.7, 0, 0]], np.float32)
    (run,) = runs(np.array([1, 2]), probabilities, ROLE_TAGS)
    assert run.score == pytest.approx(0.8)


def test_no_tokens_give_no_tags():
    assert best_tags(np.zeros((0, 7, 5), np.float32), ROLE_TAGS).shape == (0, 7)


def test_runs_that_touch_are_joined():
    found = joined([Run(2, 4, "SOURCE", 0.9), Run(4, 5, "SOURCE", 0.6), Run(20, 22, "SOURCE", 0.8)])
    assert [(run.first, run.last, round(run.score, 2)) for run in found] == [(2, 5, 0.8), (20, 22, 0.8)]


def test_runs_apart_stay_apart():
    found = [Run(2, 4, "CONTENT", 0.9), Run(5, 6, "CONTENT", 0.6)]
    assert joined(found) == found
