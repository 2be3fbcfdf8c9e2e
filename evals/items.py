"""Tokenised items and the attributions read in their text enter; CofeNet's scores leave.

CofeNet's protocol: every item (a paragraph, on its own) has flat BIO tags,
one role a token. Attributions overlap, so they are laid onto the tokens in
order of priority: a cue covers a source, a source covers content, and within
a role the shorter span covers the longer. Each run of one span is a unit; a
unit counts as found if its role, its first and its last token are right.
F1 is micro-averaged per role over all items.

Source: Wang et al. 2022, "CofeNet: Context and Former-Label Enhanced Net for
Complicated Quotation Extraction"; the order of priority and the cutting of
covered spans reproduce the published tags from PolNeAR's own annotation to
99 (source), 99 (cue) and 92 (content) F1, the rest being tokens that differ.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from evals.roles import count_shared
from evals.tallies import Counts
from sayso.records import Attribution, Span

ROLES = ("content", "source", "cue")  # later ones cover earlier ones

# The Penn Treebank's spellings of characters that its own notation needs.
PENN = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "--": "—"}
NO_SPACE_BEFORE = frozenset([*".,;:?!%)]”’", "...", "'", "n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'S"])
NO_SPACE_AFTER = frozenset("$([“‘")


class Join(StrEnum):
    """How an item's tokens become a text."""

    SPACES = "spaces"  # the tokens as they are, one space between: nothing added, nothing guessed
    NATURAL = "natural"  # Penn spellings undone and spaces where a newspaper has them


@dataclass(frozen=True, slots=True)
class ItemScores:
    source: Counts = field(default_factory=Counts)
    cue: Counts = field(default_factory=Counts)
    content: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A tagged run of tokens, `[start, end)` counted in tokens."""

    role: str
    start: int
    end: int


def joined(tokens: Sequence[str], join: Join) -> tuple[str, tuple[Span, ...]]:
    """The text and where each token lies in it."""
    text, spans, before = "", [], ""
    for token in tokens:
        word = PENN.get(token, token) if join is Join.NATURAL else token
        glued = join is Join.NATURAL and (word in NO_SPACE_BEFORE or before in NO_SPACE_AFTER)
        text += word if glued or not text else f" {word}"
        spans.append(Span(len(text) - len(word), len(text)))
        before = word
    return text, tuple(spans)


def units_of_tags(tags: Sequence[str]) -> frozenset[Unit]:
    """The runs that BIO tags mark; an I without its B begins a run, as conlleval has it."""
    units: list[Unit] = []
    for number, tag in enumerate(tags):
        if tag == "O":
            continue
        role, last = tag[2:], units[-1] if units else None
        if tag[0] == "I" and last and (last.role, last.end) == (role, number):
            units[-1] = Unit(role, last.start, number + 1)
        else:
            units.append(Unit(role, number, number + 1))
    return frozenset(units)


def units_of_attributions(tokens: Sequence[Span], attributions: Iterable[Attribution]) -> frozenset[Unit]:
    """The runs that are left of each span once the roles above it have covered their part."""
    owner: list[tuple[str, Span] | None] = [None] * len(tokens)
    for role, span in sorted(_spans(attributions), key=lambda pair: (ROLES.index(pair[0]), -len(pair[1]))):
        for number, token in enumerate(tokens):
            if token.overlaps(span):
                owner[number] = (role, span)
    tags = [_tag(one, before) for before, one in zip([None, *owner], owner, strict=False)]
    return units_of_tags(tags)


def _spans(attributions: Iterable[Attribution]) -> Iterable[tuple[str, Span]]:
    for one in attributions:
        yield from (("content", span) for span in one.content)
        if one.source:
            yield "source", one.source
        if one.cue:
            yield "cue", one.cue


def _tag(owner: tuple[str, Span] | None, before: tuple[str, Span] | None) -> str:
    if owner is None:
        return "O"
    return f"{'I' if owner == before else 'B'}-{owner[0]}"


def score_item(gold: frozenset[Unit], predicted: frozenset[Unit]) -> ItemScores:
    def of(role: str) -> Counts:
        return count_shared(
            {unit for unit in gold if unit.role == role}, {unit for unit in predicted if unit.role == role}
        )

    return ItemScores(source=of("source"), cue=of("cue"), content=of("content"))
