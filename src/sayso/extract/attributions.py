"""A document's tokens and its windows' logits enter; attributions without parents leave."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sayso.extract.decode import Floats, Run, best_tags, runs, softmax
from sayso.extract.encoder import WindowLogits
from sayso.extract.labels import ANCHOR_TAGS, ROLE_TAGS, STANCES
from sayso.extract.tokens import Tokens, span_of
from sayso.records import Span, Stance

CUE, MORE_CUE, BARE = (ANCHOR_TAGS.index(name) for name in ("B-CUE", "I-CUE", "BARE"))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure the heads must be; evals/attributions, dev halves, best F1."""

    anchor: float = 0.4
    score: float = 0.3


@dataclass(frozen=True, slots=True)
class RawAttribution:
    """An attribution as the heads see it: spans, the stance head's probabilities, and a score."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stances: dict[Stance, float]
    score: float


@dataclass(frozen=True, slots=True)
class _Anchor:
    """An accepted anchor: its place among the window's anchors, its cue's tokens, its probability."""

    row: int
    first: int
    last: int
    bare: bool
    score: float


def read_attributions(text: str, tokens: Tokens, logits: WindowLogits, limits: Thresholds) -> Iterator[RawAttribution]:
    """Decode the attributions whose anchors belong to this window."""
    anchors = _accept(logits, softmax(logits.tags["anchors"]), limits.anchor)
    if not anchors:
        return
    rows = [anchor.row for anchor in anchors]
    role_logits = logits.roles[rows]
    role_tags = best_tags(role_logits, ROLE_TAGS)
    for anchor, tags, probabilities, stance in zip(
        anchors, role_tags, softmax(role_logits), softmax(logits.stances[rows]), strict=True
    ):
        found = runs(tags, probabilities, ROLE_TAGS)
        content = [run for run in found if run.label == "CONTENT"]
        sources = [run for run in found if run.label == "SOURCE"]
        if not content:
            continue
        source = max(sources, key=lambda run: run.score, default=None)
        score = _score(anchor, content, source)
        if score < limits.score:
            continue
        zero = logits.window.first
        spans = [span_of(text, tokens, zero + run.first, zero + run.last) for run in content]
        yield RawAttribution(
            source=span_of(text, tokens, zero + source.first, zero + source.last) if source else None,
            cue=None if anchor.bare else span_of(text, tokens, zero + anchor.first, zero + anchor.last),
            content=tuple(span for span in spans if span),
            stances={Stance(name): float(p) for name, p in zip(STANCES, stance, strict=True)},
            score=score,
        )


def _accept(logits: WindowLogits, probabilities: Floats, least: float) -> list[_Anchor]:
    """Choose the anchors that are likely enough, belong to this window, and lie in no other's cue."""
    window = logits.window
    accepted: list[_Anchor] = []
    taken = 0
    for row, token in sorted(enumerate(logits.anchors.tolist()), key=lambda pair: pair[1]):
        mine = probabilities[token]
        score = float(mine[CUE] + mine[BARE])
        if score < least or not window.own_first <= window.first + token < window.own_last:
            continue
        if token < taken and mine[CUE] < mine[MORE_CUE]:
            continue
        bare = bool(mine[BARE] > mine[CUE])
        last = token + 1
        while not bare and last < len(probabilities) and _goes_on(probabilities[last]):
            last += 1
        accepted.append(_Anchor(row, token, last, bare, score))
        taken = last
    return accepted


def _goes_on(probabilities: Floats) -> bool:
    return bool(probabilities[MORE_CUE] > max(probabilities[0], probabilities[CUE], probabilities[BARE]))


def _score(anchor: _Anchor, content: list[Run], source: Run | None) -> float:
    """How sure the reader is of the whole: its anchor, its content and, where it has one, its source."""
    parts = [anchor.score, float(np.mean([run.score for run in content]))]
    if source:
        parts.append(source.score)
    return float(np.prod(parts) ** (1 / len(parts)))

