"""Phrases of lemmas or forms, as a lexicon lists them → where they stand among a text's words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.words.word import Word

T = TypeVar("T")

GAP = "…"
_GAP_WORDS = 4


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found at words [start, end); `weight` is how many words the lexicon spelled out."""

    start: int
    end: int
    weight: int
    value: T


def split_list(text: str) -> tuple[str, ...]:
    """`say, tell,\\n add` → its items; the lexicons write word lists so because they read and load best."""
    return tuple(item for item in (" ".join(part.split()) for part in text.split(",")) if item)


class PhraseTable(Generic[T]):
    """Phrases by their first word; `…` in a phrase stands for up to four words."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases:
            parts = tuple(phrase.split())
            self._by_first.setdefault(parts[0], []).append((parts[1:], value))

    def find(self, words: Sequence[Word]) -> tuple[Hit[T], ...]:
        """Every phrase that stands in `words`, overlapping ones included, in text order."""
        found: list[Hit[T]] = []
        for start, word in enumerate(words):
            for key in word.keys:
                for rest, value in self._by_first.get(key, ()):
                    end = _match(rest, words, start + 1)
                    if end is not None:
                        weight = 1 + sum(part != GAP for part in rest)
                        found.append(Hit(start, end, weight, value))
        return tuple(found)


def _match(parts: Sequence[str], words: Sequence[Word], at: int) -> int | None:
    """Where the phrase ends if `parts` stand at word `at`, gaps as short as can be."""
    if not parts:
        return at
    if parts[0] == GAP:
        ends = (_match(parts[1:], words, at + skip) for skip in range(_GAP_WORDS + 1))
        return next((end for end in ends if end is not None), None)
    if at < len(words) and parts[0] in words[at].keys:
        return _match(parts[1:], words, at + 1)
    return None
