"""Tokens go in, everything that could be a figure comes out: a quantity with its measure or noun."""

from dataclasses import dataclass, replace

from sayso.normalise.figures.bounds import BoundsReader, Quantity
from sayso.normalise.figures.lexicon import FigureLexicon
from sayso.normalise.figures.measures import Measured, MeasureReader
from sayso.normalise.figures.nouns import Counted, NounReader
from sayso.normalise.figures.words import Token, Words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity and what it counts; the span runs from token `first` to `last`, both included."""

    quantity: Quantity
    first: int
    last: int
    measured: Measured | None = None
    counted: Counted | None = None
    compound: str | None = None

    @property
    def is_bare(self) -> bool:
        return self.measured is None and self.counted is None and self.compound is None


class CandidateReader:
    """Walks over the tokens once; what one candidate covers starts no other."""

    def __init__(
        self, lexicon: FigureLexicon, words: Words, measures: MeasureReader, nouns: NounReader
    ) -> None:
        self._lexicon = lexicon
        self._words = words
        self._measures = measures
        self._nouns = nouns
        self._bounds = BoundsReader(lexicon, words, measures)

    def read(self, tokens: tuple[Token, ...]) -> tuple[Candidate, ...]:
        found: list[Candidate] = []
        at = 0
        while at < len(tokens):
            quantity = self._bounds.read(tokens, at)
            if quantity is None:
                at += 1
                continue
            if found and quantity.first <= found[-1].last:  # "200 or more than 5": the words are taken
                quantity = replace(quantity, first=found[-1].last + 1)
            candidate = self._widen(tokens, quantity)
            found.append(candidate)
            at = max(at, candidate.last) + 1
        return tuple(found)

    def _widen(self, tokens: tuple[Token, ...], quantity: Quantity) -> Candidate:
        """Take in the measure or noun after the number, or the adjective it is part of."""
        number = quantity.number
        compound = self._compound(tokens, number.last)
        if compound is not None:
            counted = self._nouns.read(tokens, number, number.last + 3)
            last = counted.last if counted else number.last + 2
            return Candidate(quantity, quantity.first, last, counted=counted, compound=compound)
        measured = self._measures.read(tokens, number.first, number.last)
        if measured is None:
            counted = self._nouns.read(tokens, number, number.last + 1)
            return Candidate(
                quantity, quantity.first, counted.last if counted else number.last, counted=counted
            )
        counted = self._part_of(tokens, quantity, measured) if measured.measure.kind == "percent" else None
        last = counted.last if counted else measured.last
        return Candidate(quantity, quantity.first, last, measured=measured, counted=counted)

    def _part_of(self, tokens: tuple[Token, ...], quantity: Quantity, measured: Measured) -> Counted | None:
        """The whole a percentage is taken of: "40% of voters", «22,1% избирателей»."""
        start = measured.last + 1
        ahead = tokens[start] if start < len(tokens) else None
        if ahead is None or (self._lexicon.language == "en" and ahead.low not in self._lexicon.of):
            return None
        return self._nouns.read(tokens, quantity.number, start)

    def _compound(self, tokens: tuple[Token, ...], last: int) -> str | None:
        """The unit of a counting adjective hyphened to the number ("30,000-strong"); "" where it has none."""
        if last + 2 >= len(tokens) or tokens[last + 1].text != "-":
            return None
        adjective = tokens[last + 2]
        if tokens[last].end != tokens[last + 1].start or tokens[last + 1].end != adjective.start:
            return None
        adjectives = self._lexicon.rejections.counting_adjectives
        for lemma in self._words.lemmas(adjective.low):
            if lemma in adjectives:
                return adjectives[lemma] or ""
        return None
