"""Attributions enter without parents; the same with their chains leave."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.records import Attribution, Span
from sayso.words import read_data

SAME_CONTENT = 0.6  # character Jaccard; gold, train: pairs that share a content lie above, others below


@dataclass(frozen=True, slots=True)
class ChainCues:
    """How cues begin that cite an inner source, and that relay an outer one."""

    cites: tuple[str, ...]
    relays: tuple[str, ...]

    @classmethod
    def load(cls) -> "ChainCues":
        data = read_data("lexicons/chains.yaml")
        return cls(cites=tuple(data["cites"]), relays=tuple(data["relays"]))


def with_parents(text: str, attributions: Sequence[Attribution], cues: ChainCues) -> tuple[Attribution, ...]:
    """Give every attribution the one that reports it.

    That is the attribution with the smallest content around it; failing
    that, of two with the same content, the one whose cue relays or whose
    partner's cue cites. A parent that would close a circle is not taken.
    """
    parents: dict[str, str] = {}
    for child in attributions:
        around = [a for a in attributions if a is not child and _reports(a, child)]
        beside = [
            a
            for a in attributions
            if a is not child and _shares(a, child) and _is_inner(text, child, a, cues)
        ]
        nearest = [*sorted(around, key=_size), *sorted(beside, key=lambda a: _distance(a, child))]
        for parent in nearest:
            if not _leads_to(parents, parent.id, child.id):
                parents[child.id] = parent.id
                break
    return tuple(replace(a, parent=parents.get(a.id)) for a in attributions)


def _anchor(attribution: Attribution) -> Span:
    return attribution.cue or attribution.source or attribution.content[0]


def _size(attribution: Attribution) -> int:
    return sum(len(span) for span in attribution.content)


def _distance(one: Attribution, other: Attribution) -> int:
    return _anchor(one).gap(_anchor(other))


def _reports(outer: Attribution, inner: Attribution) -> bool:
    return any(span.contains(_anchor(inner)) for span in outer.content)


def _shares(one: Attribution, other: Attribution) -> bool:
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content
    )
    return common >= SAME_CONTENT * (_size(one) + _size(other) - common)


def _is_inner(text: str, child: Attribution, parent: Attribution, cues: ChainCues) -> bool:
    mine, theirs = (" ".join(a.cue.of(text).lower().split()) if a.cue else "" for a in (child, parent))
    if mine.startswith(cues.cites) != theirs.startswith(cues.cites):
        return mine.startswith(cues.cites)
    return theirs.startswith(cues.relays) and not mine.startswith(cues.relays)


def _leads_to(parents: dict[str, str], start: str, goal: str) -> bool:
    """Whether climbing from `start` comes to `goal`."""
    at: str | None = start
    while at is not None:
        if at == goal:
            return True
        at = parents.get(at)
    return False
