"""The token heads' logits enter; entities and candidate mentions leave."""

import numpy as np

from sayso.extract.decode import Run, best_tags, runs, softmax
from sayso.extract.encoder import WindowLogits
from sayso.extract.labels import TOKEN_HEADS
from sayso.extract.tokens import Tokens, span_of
from sayso.records import Entity, EntityLabel, Mention, MentionLabel

MENTION_HEADS = ("places", "dates", "figures", "checks")
MIN_EVENT = 0.3  # evals/events, dev, best F1 of trigger and type


def read_entities(text: str, tokens: Tokens, logits: WindowLogits) -> list[Entity]:
    """The window's own named entities."""
    found: list[Entity] = []
    for run in _own_runs(logits, "entities"):
        span = span_of(text, tokens, logits.window.first + run.first, logits.window.first + run.last)
        if span:
            found.append(Entity(span, EntityLabel(run.label)))
    return found


def read_mentions(text: str, tokens: Tokens, logits: WindowLogits) -> list[Mention]:
    """The window's own candidates for places, dates, figures, checks and events."""
    found: list[Mention] = []
    for head in (*MENTION_HEADS, "events"):
        for run in _own_runs(logits, head):
            span = span_of(text, tokens, logits.window.first + run.first, logits.window.first + run.last)
            if not span:
                continue
            if head == "events":
                found.append(Mention(span, MentionLabel.EVENT, run.score, kind=run.label))
            else:
                found.append(Mention(span, MentionLabel(run.label), run.score))
    return found


def _own_runs(logits: WindowLogits, head: str) -> list[Run]:
    """The head's runs that begin in the part of the window that is its own."""
    names, values = TOKEN_HEADS[head], logits.tags[head]
    probabilities = softmax(values)
    if head == "events":
        likely = probabilities.copy()
        likely[:, 0] = 0
        tags = np.where(1 - probabilities[:, 0] >= MIN_EVENT, likely.argmax(-1), 0)
    else:
        tags = best_tags(values[None], names)[0]
    window = logits.window
    return [
        run
        for run in runs(tags, probabilities, names)
        if window.own_first <= window.first + run.first < window.own_last
    ]
