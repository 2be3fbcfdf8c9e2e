"""A word as it stands in a text: its form, its place, and every lemma it may belong to."""

from dataclasses import dataclass

from sayso.records import Span


@dataclass(frozen=True, slots=True)
class Parse:
    """One reading of a word: its lemma and pymorphy3's grammemes (English: `past`, `ing`, `s` or none)."""

    lemma: str
    grammemes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands.

    text: lower-cased, with a plain apostrophe and hyphen.
    keys: whatever a lexicon may know it by: its lemmas and its form.
    """

    text: str
    span: Span
    parses: tuple[Parse, ...]
    keys: frozenset[str]

    def has(self, *grammemes: str) -> bool:
        """Whether one parse has all of these."""
        return any(parse.grammemes.issuperset(grammemes) for parse in self.parses)
