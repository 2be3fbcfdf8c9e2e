"""A document's tokens and its windows' logits enter; attributions without parents leave."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sayso.extract.decode import Floats, Run, best_tags, joined, runs, softmax
from sayso.extract.edges import settle_edges
from sayso.extract.encoder import WindowLogits
from sayso.extract.labels import ANCHOR_TAGS, ROLE_TAGS, STANCES
from sayso.extract.tokens import Tokens, span_of
from sayso.records import Span, Stance

CUE, MORE_CUE, BARE = (ANCHOR_TAGS.index(name) for name in ("B-CUE", "I-CUE", "BARE"))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure the heads must be: of 0.2–0.6 the best on our dev and on a third of PolNeAR dev."""

    anchor: float = 0.5
    score: float = 0.55


@dataclass(frozen=True, slots=True)
class RawAttribution:
    """An attribution as the heads see it: its spans, the likeliest stance, and a score."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: Stance
    score: float


@dataclass(frozen=True, slots=True)
class _Anchor:
    """An accepted anchor: its place among the window's anchors, its cue's tokens, its probability."""

    row: int
    first: int
    last: int
    bare: bool
    score: float


def read_attributions(
    text: str, tokens: Tokens, logits: WindowLogits, limits: Thresholds
) -> Iterator[RawAttribution]:
    """Decode the attributions whose anchors belong to this window."""
    anchors = _accept(logits, softmax(logits.tags["anchors"]), limits.anchor)
    if not anchors:
        return
    rows = [anchor.row for anchor in anchors]
    role_logits = logits.roles[rows]
    role_tags, chances = best_tags(role_logits, ROLE_TAGS), softmax(role_logits)
    for anchor, tags, chance, stances in zip(
        anchors, role_tags, chances, softmax(logits.stances[rows]), strict=True
    ):
        found = runs(tags, chance, ROLE_TAGS)
        content = joined([run for run in found if run.label == "CONTENT"])
        sources = joined([run for run in found if run.label == "SOURCE"])
        source = max(sources, key=lambda run: run.score * (run.last - run.first), default=None)
        spans = _content_spans(text, tokens, logits, content)
        score = _score(anchor, content, source) if spans else 0.0
        if score >= limits.score:
            yield RawAttribution(
                source=_span(text, tokens, logits, source.first, source.last) if source else None,
                cue=None if anchor.bare else _span(text, tokens, logits, anchor.first, anchor.last),
                content=spans,
                stance=Stance(STANCES[int(stances.argmax())]),
                score=score,
            )


def _span(text: str, tokens: Tokens, logits: WindowLogits, first: int, last: int) -> Span | None:
    return span_of(text, tokens, logits.window.first + first, logits.window.first + last)


def _content_spans(text: str, tokens: Tokens, logits: WindowLogits, content: list[Run]) -> tuple[Span, ...]:
    """The content's spans with their edges settled, in order; those that overlap then are one."""
    drawn = (_span(text, tokens, logits, run.first, run.last) for run in content)
    settled = sorted(span for one in drawn if one and (span := settle_edges(text, one)))
    whole: list[Span] = []
    for span in settled:
        if whole and whole[-1].overlaps(span):
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return tuple(whole)


def _accept(logits: WindowLogits, probabilities: Floats, least: float) -> list[_Anchor]:
    """Choose the anchors that are likely enough, belong to this window, and lie in no other's cue."""
    window = logits.window
    accepted: list[_Anchor] = []
    taken = 0
    tokens: list[int] = logits.anchors.tolist()
    for token, row in sorted((token, row) for row, token in enumerate(tokens)):
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
