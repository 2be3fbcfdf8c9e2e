"""A text and the spans of its place names → what the words beside each name say about the kind of place."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.normalise.places.lexicon import PlaceLexicon
from sayso.records import PlaceKind, Span

_REACH = 40


@dataclass(frozen=True, slots=True)
class Hint:
    """What kind of place is meant.

    kind: None where nothing says so.
    firm: a kind word says so ("Kherson region"); otherwise the words only lean ("much of Kherson").
    """

    kind: PlaceKind | None = None
    firm: bool = False


NO_HINT = Hint()


def read_hints(text: str, spans: Sequence[Span], lexicon: PlaceLexicon) -> tuple[Hint, ...]:
    """One hint a span (in text order); a kind word at either end of a list holds for the whole list."""
    own = [_hint_at(text, span, lexicon) for span in spans]
    hints: list[Hint] = []
    for group in _lists(text, spans, lexicon):
        shared = next((own[i] for i in reversed(group) if own[i].kind), NO_HINT)
        # Only the last member's word is plural and shared for certain; a lone "wider" merely leans.
        firm = shared.firm and shared in (own[group[-1]], own[group[0]])
        hints.extend(own[i] if own[i].kind else Hint(shared.kind, firm=firm) for i in group)
    return tuple(hints)


def _hint_at(text: str, span: Span, lexicon: PlaceLexicon) -> Hint:
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    leaning = lexicon.extent.search(before) is not None
    for words in lexicon.kinds:
        inside = words.trailing.search(span.of(text))
        if inside or words.after.match(after) or words.before.search(before):
            return Hint(words.kind, firm=not leaning)
    return Hint(PlaceKind.REGION) if leaning else NO_HINT


def _lists(text: str, spans: Sequence[Span], lexicon: PlaceLexicon) -> list[list[int]]:
    """Positions of the spans, grouped into lists ("A, B and C")."""
    groups: list[list[int]] = []
    for i, span in enumerate(spans):
        if i and lexicon.joint.fullmatch(text, spans[i - 1].end, span.start):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups
