"""Examples enter; tokenised windows with the labels every head learns from leave."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.extract.labels import ANCHOR_TAGS, ROLE_TAGS, STANCES, TOKEN_HEADS
from sayso.extract.tokens import Tokens, tokenise, windows
from training.corpora import AttributionLabels, Example, Labelled, Pair

IGNORE = -100
SEAM_TOKENS = 24  # less overlap than the reader keeps: every token costs training time
MENTION_HEADS = ("places", "dates", "figures", "checks", "events")


@dataclass(slots=True)
class Anchored:
    """One anchor in a window: its token, the role of every token to it, its stance (or IGNORE)."""

    token: int
    roles: NDArray[np.int64]
    stance: int


@dataclass(slots=True)
class LabelledWindow:
    """Token ids (n,) and tags (n,) for each token head; IGNORE where the corpus says nothing."""

    corpus: str
    ids: NDArray[np.int64]
    tags: dict[str, NDArray[np.int64]]
    anchors: list[Anchored] = field(default_factory=list)


def label(tokenizer: Tokenizer, example: Example) -> list[LabelledWindow]:
    """Tokenise an example and cut it, with its labels, into windows of the reader's size."""
    tokens = tokenise(tokenizer, example.text)
    tags = {head: np.full(len(tokens), IGNORE) for head in TOKEN_HEADS}
    anchors: list[Anchored] = []
    if example.attributions is not None:
        tags["anchors"][:] = 0
        anchors = _label_attributions(tokens, example.attributions, tags["anchors"])
    if example.entities is not None:
        tags["entities"][:] = 0
        for entity in example.entities:
            _mark_bio(tokens, entity, tags["entities"], TOKEN_HEADS["entities"])
    if example.mentions is not None:
        _label_mentions(tokens, example.mentions, tags)
    return [
        LabelledWindow(
            corpus=example.corpus,
            ids=tokens.ids[window.first : window.last],
            tags={head: values[window.first : window.last] for head, values in tags.items()},
            anchors=[
                Anchored(a.token - window.first, a.roles[window.first : window.last], a.stance)
                for a in anchors
                if window.first <= a.token < window.last
            ],
        )
        for window in windows(len(tokens), context=SEAM_TOKENS)
    ]


def token_range(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The tokens that overlap `[start, end)`; empty where none does."""
    first = int(np.searchsorted(tokens.ends, start, side="right"))
    return first, int(np.searchsorted(tokens.starts, end, side="left"))


def _mark(tokens: Tokens, pair: Pair, tags: NDArray[np.int64], begin: int, inside: int) -> int | None:
    first, last = token_range(tokens, *pair)
    if first >= last:
        return None
    tags[first:last] = inside
    tags[first] = begin
    return first


def _mark_bio(tokens: Tokens, mention: Labelled, tags: NDArray[np.int64], names: tuple[str, ...]) -> None:
    begin = names.index(f"B-{mention.label}")
    _mark(tokens, (mention.start, mention.end), tags, begin, begin + 1)


def _label_mentions(
    tokens: Tokens, mentions: tuple[Labelled, ...], tags: dict[str, NDArray[np.int64]]
) -> None:
    for head in MENTION_HEADS:
        tags[head][:] = 0
    for mention in mentions:
        if mention.label in TOKEN_HEADS["events"]:
            kind = TOKEN_HEADS["events"].index(mention.label)
            _mark(tokens, (mention.start, mention.end), tags["events"], kind, kind)
        else:
            head = next(h for h in MENTION_HEADS if f"B-{mention.label}" in TOKEN_HEADS[h])
            _mark_bio(tokens, mention, tags[head], TOKEN_HEADS[head])


def _label_attributions(
    tokens: Tokens, attributions: tuple[AttributionLabels, ...], tags: NDArray[np.int64]
) -> list[Anchored]:
    """Tag the anchors in place, and give every anchor its roles; attributions of one cue share an anchor."""
    by_token: dict[int, Anchored] = {}
    cue, bare = ANCHOR_TAGS.index("B-CUE"), ANCHOR_TAGS.index("BARE")
    for attribution in attributions:
        if attribution.cue:
            token = _mark(tokens, attribution.cue[0], tags, cue, cue + 1)
        else:
            token, _ = token_range(tokens, *(attribution.source or attribution.content)[0])
            if token < len(tokens) and tags[token] == 0:
                tags[token] = bare
        if token is None or token >= len(tokens):
            continue
        stance = STANCES.index(attribution.stance) if attribution.stance else IGNORE
        anchored = by_token.setdefault(token, Anchored(token, np.zeros(len(tokens), np.int64), stance))
        for role, pairs in (("CONTENT", attribution.content), ("SOURCE", attribution.source)):
            begin = ROLE_TAGS.index(f"B-{role}")
            for pair in pairs:
                _mark(tokens, pair, anchored.roles, begin, begin + 1)
    return list(by_token.values())
