"""Tokens go in, the quantity at one of them comes out: a number with its comparators, or a range of two."""

from dataclasses import dataclass, replace

from sayso.normalise.figures.lexicon import Comparator, FigureLexicon
from sayso.normalise.figures.measures import MeasureReader
from sayso.normalise.figures.numbers import Number, NumberReader
from sayso.normalise.figures.words import Token, Words

CLAUSE = 14  # tokens a change of level ("rose to") may stand before its number
DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what bounds it.

    number: its tokens are the core; of a range, those of both ends.
    first: token the span starts at, comparator and currency sign included.
    compared: a comparator or a range stands beside it.
    """

    number: Number
    first: int
    low: float | None
    high: float | None
    approximate: bool
    compared: bool
    is_range: bool = False


class BoundsReader:
    """Comparators and ranges of one language."""

    def __init__(self, lexicon: FigureLexicon, words: Words, measures: MeasureReader) -> None:
        self._lexicon = lexicon
        self._words = words
        self._measures = measures
        self._numbers = NumberReader(lexicon)

    def read(self, tokens: tuple[Token, ...], at: int) -> Quantity | None:
        """The quantity whose number starts at token `at`."""
        governed = self._ending_at(tokens, at) is not None
        number = self._numbers.read(tokens, at, governed=governed)
        if number is None:
            return None
        signed = self._measures.sign_before(tokens, at) is not None
        first = at - signed
        number, is_range = self._range(tokens, number, first)
        quantity = Quantity(
            number, first, number.low, number.high, number.approximate, is_range, is_range=is_range
        )
        return self._after(tokens, self._before(tokens, quantity))

    def _range(self, tokens: tuple[Token, ...], number: Number, first: int) -> tuple[Number, bool]:
        joint = number.last + 1
        joint += joint < len(tokens) and tokens[joint].text == "%"
        if number.low is None or joint + 1 >= len(tokens) or not self._joins(tokens, joint, first):
            return number, False
        start = joint + 1 + (self._measures.sign_before(tokens, joint + 2) is not None)
        other = self._numbers.read(tokens, start) if start < len(tokens) else None
        if other is None or other.low is None or other.digits != number.digits:
            return number, False
        low = number.low
        if number.scale == 1 and other.scale > 1 and low < other.low / other.scale:
            low *= other.scale
        if low >= other.low:
            return number, False
        return replace(number, last=other.last, low=low, high=other.high), True

    def _joins(self, tokens: tuple[Token, ...], joint: int, first: int) -> bool:
        token = tokens[joint]
        if token.text in DASHES:
            return True
        if token.low not in self._lexicon.joiners:
            return False
        opened = first > 0 and tokens[first - 1].low in self._lexicon.openers
        if opened or token.low in self._lexicon.bare_joiners:
            return not (self._changes(tokens, first) and opened and token.low in self._lexicon.level)
        return False

    def _before(self, tokens: tuple[Token, ...], quantity: Quantity) -> Quantity:
        """Take in the comparators that stand before a quantity, at most two ("more than an estimated 5")."""
        for _ in range(2):
            found = self._ending_at(tokens, quantity.first)
            if found is None or self._is_opener_of(found, quantity):
                break
            if found.phrase[-1] in self._lexicon.level and self._is_level(tokens, quantity.first - 1):
                break
            if found.phrase[-1] in self._lexicon.money_only and not self._is_price(tokens, quantity):
                break
            quantity = self._bounded(quantity, found)
        return self._opened(tokens, quantity)

    def _opened(self, tokens: tuple[Token, ...], quantity: Quantity) -> Quantity:
        """A range takes in its opener: «от 30 до 40»."""
        opener = tokens[quantity.first - 1] if quantity.first else None
        if quantity.is_range and opener is not None and opener.low in self._lexicon.openers:
            return replace(quantity, first=quantity.first - 1)
        return quantity

    def _is_opener_of(self, found: Comparator, quantity: Quantity) -> bool:
        return quantity.is_range and found.phrase[-1] in self._lexicon.openers

    def _is_price(self, tokens: tuple[Token, ...], quantity: Quantity) -> bool:
        """Whether «от» can mean "at least": with money and no other comparator."""
        measured = self._measures.read(tokens, quantity.number.first, quantity.number.last)
        return measured is not None and measured.measure.kind == "money" and not quantity.compared

    def _after(self, tokens: tuple[Token, ...], quantity: Quantity) -> Quantity:
        """Take in a comparator that follows: "200 or more"."""
        start = quantity.number.last + 1
        for one in self._lexicon.after:
            end = start + len(one.phrase)
            if tuple(token.low for token in tokens[start:end]) == one.phrase:
                number = replace(quantity.number, last=end - 1)
                return replace(self._bounded(quantity, replace(one, phrase=())), number=number)
        return quantity

    @staticmethod
    def _bounded(quantity: Quantity, found: Comparator) -> Quantity:
        low, high, approximate = quantity.low, quantity.high, quantity.approximate
        if found.bound == "low":
            high = None
        elif found.bound == "high":
            low, high = None, high if high is not None else low
        elif found.bound == "about":
            approximate = True
        first = quantity.first - len(found.phrase)
        return replace(
            quantity,
            first=first if found.in_span else quantity.first,
            low=low,
            high=high,
            approximate=approximate,
            compared=quantity.compared or found.bound != "plain",
        )

    def _ending_at(self, tokens: tuple[Token, ...], at: int) -> Comparator | None:
        """The comparator whose last word stands right before token `at`."""
        for one in self._lexicon.before:
            start = at - len(one.phrase)
            if start >= 0 and tuple(token.low for token in tokens[start:at]) == one.phrase:
                return one
        return None

    def _is_level(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether the "to" at token `at` names the level a change arrived at."""
        departed = any(
            tokens[one].is_number or tokens[one].low in self._lexicon.numerals
            for one in range(max(1, at - 5), at)
            if tokens[one - 1].low in self._lexicon.departures
        )
        return departed or self._changes(tokens, at)

    def _changes(self, tokens: tuple[Token, ...], at: int) -> bool:
        here = tokens[at].sentence
        return any(
            token.sentence == here and self._lexicon.changes & self._words.lemmas(token.low)
            for token in tokens[max(0, at - CLAUSE) : at]
            if token.is_word
        )
