"""A number among tokens goes in, the measure beside it comes out: money, percent, area, energy, weight."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.normalise.figures.lexicon import Phrase, match_phrase
from sayso.normalise.figures.ontology import Measure, UnitOntology
from sayso.normalise.figures.words import Token, Words

LONGEST_PHRASE = 4
NEARBY = 300  # tokens to either side that say what a story is about; bounded, as tables can be endless


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure, the token it ends at, and its full unit ("m3 of gas per year")."""

    measure: Measure
    last: int
    unit: str


class MeasureReader:
    """Finds measures in one language."""

    def __init__(self, ontology: UnitOntology, words: Words) -> None:
        self._ontology = ontology
        self._words = words
        self._signs = {sign: one for one in ontology.measures for sign in one.signs}
        self._phrases = {phrase: one for one in ontology.measures for phrase in one.phrases}
        self._substances = {
            phrase: name for name, phrases in ontology.substances.items() for phrase in phrases
        }
        self._periods = {phrase: name for name, phrases in ontology.periods.items() for phrase in phrases}

    def sign_before(self, tokens: tuple[Token, ...], first: int) -> Measure | None:
        """The currency whose sign stands right before token `first`."""
        measure = self._signs.get(tokens[first - 1].text) if 0 < first < len(tokens) else None
        if measure is None or measure.kind == "percent":
            return None
        sign = tokens[first - 1]
        own = sign.end == tokens[first].start
        elder = first > 1 and tokens[first - 2].is_number and (not own or tokens[first - 2].end == sign.start)
        return None if elder else measure

    def sign_after(self, tokens: tuple[Token, ...], last: int) -> Measure | None:
        return self._signs.get(tokens[last + 1].text) if last + 1 < len(tokens) else None

    def read(self, tokens: tuple[Token, ...], first: int, last: int) -> Measured | None:
        """The measure of the number that stands from token `first` to `last`."""
        before = self.sign_before(tokens, first)
        if before is not None:
            return self._finish(tokens, before, last)
        after = self.sign_after(tokens, last)
        if after is not None:
            return self._finish(tokens, after, last + 1)
        start = last + 1
        if start < len(tokens) and tokens[start].text == "." and self._goes_on(tokens, start):
            start += 1
        phrase = self.match(tokens, start, self._phrases)
        if phrase is None:
            return None
        return self._finish(tokens, self._phrases[phrase], start + len(phrase) - 1)

    def match(self, tokens: tuple[Token, ...], at: int, phrases: Iterable[Phrase]) -> Phrase | None:
        """The longest phrase of dictionary forms at token `at`."""
        window = [self._words.lemmas(token.low) for token in tokens[at : at + LONGEST_PHRASE]]
        found = [
            phrase
            for phrase in phrases
            if len(phrase) <= len(window) and all(word in window[n] for n, word in enumerate(phrase))
        ]
        return max(found, key=len, default=None)

    def _finish(self, tokens: tuple[Token, ...], measure: Measure, last: int) -> Measured:
        unit = measure.unit
        if measure.takes_substance:
            last, substance = self._substance(tokens, last)
            substance = substance or self._assumed(tokens, measure, last)
            unit = f"{unit} of {substance}" if substance else unit
        period = match_phrase(tokens, last + 1, self._periods)
        if period is None:
            return Measured(measure, last, unit)
        last = last if measure.kind == "money" else last + len(period)
        return Measured(measure, last, f"{unit} per {self._periods[period]}")

    def _substance(self, tokens: tuple[Token, ...], last: int) -> tuple[int, str | None]:
        start = last + 1
        if start < len(tokens) and tokens[start].low == "of":
            start += 1
        phrase = self.match(tokens, start, self._substances)
        if phrase is None:
            return last, None
        return start + len(phrase) - 1, self._substances[phrase]

    def _assumed(self, tokens: tuple[Token, ...], measure: Measure, last: int) -> str | None:
        """The substance the story is about, where a bare «кубометров» names none."""
        if measure.assumed is None:
            return None
        names = {phrase[0] for phrase in self._ontology.substances[measure.assumed] if len(phrase) == 1}
        nearby = tokens[max(0, last - NEARBY) : last + NEARBY]
        return measure.assumed if any(names & self._words.lemmas(token.low) for token in nearby) else None

    @staticmethod
    def _goes_on(tokens: tuple[Token, ...], stop: int) -> bool:
        return stop + 1 < len(tokens) and tokens[stop].sentence == tokens[stop + 1].sentence
