"""Logits enter; tagged runs of tokens leave."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `[first, last)` under one label, with the mean probability of their tags."""

    first: int
    last: int
    label: str
    score: float


def softmax(logits: Floats) -> Floats:
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    return shifted / shifted.sum(-1, keepdims=True)


def best_tags(logits: Floats, names: tuple[str, ...]) -> NDArray[np.int64]:
    """The likeliest legal BIO sequences of a batch.

    logits: (batch, tokens, tags), not softmaxed. Returns (batch, tokens).
    Legal means that I-x follows B-x or I-x.
    Source: BIO tags, Ramshaw & Marcus 1995; Viterbi 1967.
    """
    batch, count, _ = logits.shape
    if not batch or not count:
        return np.zeros((batch, count), dtype=np.int64)
    follows = _legal_moves(names)
    scores = logits - np.log(np.exp(logits - logits.max(-1, keepdims=True)).sum(-1, keepdims=True))
    best = scores[:, 0] + np.array([FORBIDDEN if name.startswith("I-") else 0 for name in names])
    came = np.zeros((batch, count, len(names)), dtype=np.int64)
    for token in range(1, count):
        ways = best[:, :, None] + follows[None]
        came[:, token] = ways.argmax(1)
        best = ways.max(1) + scores[:, token]
    tags = np.zeros((batch, count), dtype=np.int64)
    tags[:, -1] = best.argmax(1)
    for token in range(count - 1, 0, -1):
        tags[:, token - 1] = np.take_along_axis(came[:, token], tags[:, token, None], axis=1)[:, 0]
    return tags


def _legal_moves(names: tuple[str, ...]) -> Floats:
    moves = np.zeros((len(names), len(names)), dtype=np.float32)
    for after, name in enumerate(names):
        if name.startswith("I-"):
            for before, previous in enumerate(names):
                if previous[2:] != name[2:]:
                    moves[before, after] = FORBIDDEN
    return moves


def runs(tags: NDArray[np.int64], probabilities: Floats, names: tuple[str, ...]) -> list[Run]:
    """One sequence's labelled runs, in order.

    tags: (tokens,); probabilities: (tokens, tags). Plain labels (no B- or
    I-) run on while the label stays.
    """
    found: list[Run] = []
    first, label = 0, ""
    chosen: list[int] = tags.tolist()
    for token, name in enumerate([*(names[tag] for tag in chosen), "O"]):
        goes_on = name.startswith("I-") or (name == label and not name.startswith("B-"))
        if label and not goes_on:
            sure = np.take_along_axis(probabilities[first:token], tags[first:token, None], axis=1)
            found.append(Run(first, token, label, float(sure.mean())))
            label = ""
        if name != "O" and not label:
            first, label = token, name.removeprefix("B-")
    return found


def joined(found: list[Run]) -> list[Run]:
    """Runs of one label, in order; those that touch are one."""
    whole: list[Run] = []
    for run in found:
        last = whole[-1] if whole else None
        if last and run.first == last.last:
            weights = (last.last - last.first, run.last - run.first)
            score = (last.score * weights[0] + run.score * weights[1]) / sum(weights)
            whole[-1] = Run(last.first, run.last, run.label, score)
        else:
            whole.append(run)
    return whole
