"""Tokens go in, the number that starts at one of them comes out, in digits or words, exact or vague."""

import re
from dataclasses import dataclass

from sayso.normalise.figures.lexicon import FigureLexicon, Phrase, match_phrase
from sayso.normalise.figures.words import Token

SPACES = re.compile(r"[\s\u00a0\u202f]")
PLAIN = re.compile(r"\d+")
DECIMAL = re.compile(r"\d+[.,]\d+")
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens `first` to `last`, both included, and what they say.

    scale: the product of the multipliers, which the first half of a range may share ("2-3 million").
    digits: written in digits; otherwise in words.
    wants_noun: a number only with a noun after it («ряд», "a number of").
    why: how a vague number was read.
    """

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool = False
    scale: float = 1
    digits: bool = False
    wants_noun: bool = False
    share: bool = False
    why: str | None = None


class NumberReader:
    """The number grammar of one language."""

    def __init__(self, lexicon: FigureLexicon) -> None:
        self._lexicon = lexicon
        self._phrases = tuple({**lexicon.vague, **lexicon.shares, **lexicon.every_nth})

    def read(self, tokens: tuple[Token, ...], at: int, *, governed: bool = False) -> Number | None:
        """The number at token `at`; `governed`: a comparator stands before it («около тысячи»)."""
        return (
            self._undisclosed(tokens, at)
            or self._phrase(tokens, at)
            or self._open(tokens, at, governed=governed)
            or self._round(tokens, at)
            or self._exact(tokens, at)
        )

    def _undisclosed(self, tokens: tuple[Token, ...], at: int) -> Number | None:
        phrase = match_phrase(tokens, at, self._lexicon.undisclosed)
        if phrase is None:
            return None
        return Number(at, at + len(phrase) - 1, None, None, why="the number is not given")

    def _phrase(self, tokens: tuple[Token, ...], at: int) -> Number | None:
        phrase = match_phrase(tokens, at, self._phrases)
        if phrase is None:
            return None
        last = at + len(phrase) - 1
        for shares in (self._lexicon.shares, self._lexicon.every_nth):
            if phrase in shares:
                last -= phrase[-1] in self._lexicon.of
                exact = shares[phrase]
                part = shares is self._lexicon.shares
                return Number(at, last, exact, exact, exact % 5 != 0, wants_noun=part, share=True)
        return self._vague(tokens, at, phrase)

    def _vague(self, tokens: tuple[Token, ...], at: int, phrase: Phrase) -> Number:
        last = at + len(phrase) - 1
        scale = 1.0
        while last + 1 < len(tokens) and tokens[last + 1].low in self._lexicon.multipliers:
            last += 1
            scale *= self._lexicon.multipliers[tokens[last].low].value
        low = self._lexicon.vague[phrase] * scale
        wants_noun = phrase in self._lexicon.needs_of
        return Number(at, last, low, None, True, scale, wants_noun=wants_noun, why=_floor(tokens, at, last))

    def _open(self, tokens: tuple[Token, ...], at: int, *, governed: bool) -> Number | None:
        """A plural that stands alone: "thousands", "tens of thousands", «сотни тысяч»."""
        low = self._open_value(tokens[at].low, governed=governed)
        if low is None:
            return None
        last = at
        while True:
            step = last + 1
            if step < len(tokens) and tokens[step].low in self._lexicon.of:
                step += 1
            more = self._open_value(tokens[step].low, governed=False) if step < len(tokens) else None
            if more is None:
                break
            low, last = low * more, step
        return Number(at, last, low, None, True, low, why=_floor(tokens, at, last))

    def _open_value(self, word: str, *, governed: bool) -> float | None:
        if word in self._lexicon.open_plurals:
            return self._lexicon.open_plurals[word]
        multiplier = self._lexicon.multipliers.get(word)
        if multiplier is None or not multiplier.lone_plural or (governed and multiplier.lone_singular):
            return None
        return multiplier.value

    def _round(self, tokens: tuple[Token, ...], at: int) -> Number | None:
        value = self._lexicon.about.get(tokens[at].low)
        return None if value is None else Number(at, at, value, value, True, why="a round word")

    def _exact(self, tokens: tuple[Token, ...], at: int) -> Number | None:
        token = tokens[at]
        if token.is_number:
            return self._digits(tokens, at)
        half = match_phrase(tokens, at, self._lexicon.halves)
        if half is not None:
            return self._scaled(tokens, at, at + len(half) - 1, 0.5)
        if token.low in self._lexicon.articles:
            return self._scaled(tokens, at, at, 1)
        if token.low in self._lexicon.numerals:
            last, value = self._sum(tokens, at)
            return self._scaled(tokens, at, last, value, needs_scale=False)
        multiplier = self._lexicon.multipliers.get(token.low)
        if multiplier is not None and multiplier.lone_singular:
            return Number(at, at, multiplier.value, multiplier.value, scale=multiplier.value)
        return None

    def _sum(self, tokens: tuple[Token, ...], at: int) -> tuple[int, float]:
        """Numerals that add up: "twenty-three", «двести тридцать три»."""
        last, value = at, self._lexicon.numerals[tokens[at].low]
        step = at + 1
        while step < len(tokens):
            word = tokens[step].low
            if tokens[step].text == "-" and tokens[step].start == tokens[last].end:
                step += 1
                continue
            more = self._lexicon.numerals.get(word)
            room = 100 if value % 100 == 0 else 10 if value % 10 == 0 and value % 100 != 10 else 0
            if more is None or more >= room:
                break
            last, value = step, value + more
            step += 1
        return last, value

    def _digits(self, tokens: tuple[Token, ...], at: int) -> Number | None:
        follower = tokens[at + 1].low if at + 1 < len(tokens) else ""
        scaled = follower in self._lexicon.multipliers or follower in {"%"}
        value = digits_value(tokens[at].text, decimal=self._lexicon.decimal, scaled=scaled)
        if value is None:
            return None
        last = at
        if _glued(tokens, at + 1, at) and follower in self._lexicon.attached and self._spoken(tokens, at):
            scale = self._lexicon.attached[follower]
            return Number(at, at + 1, value * scale, value * scale, scale=scale, digits=True)
        if _glued(tokens, at + 2, at) and tokens[at + 1].text == "-":
            ending = tokens[at + 2].low
            if ending in self._lexicon.ordinals:
                return None
            if ending in self._lexicon.cardinals:
                last = at + 2
        return self._scaled(tokens, at, last, value, needs_scale=False, digits=True)

    def _spoken(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether a letter on the digits multiplies: "$10m" does, "10m" is a length."""
        signed = at > 0 and not tokens[at - 1].is_word and tokens[at - 1].end == tokens[at].start
        return tokens[at + 1].low not in self._lexicon.shy or signed

    def _scaled(
        self,
        tokens: tuple[Token, ...],
        first: int,
        last: int,
        value: float,
        *,
        needs_scale: bool = True,
        digits: bool = False,
    ) -> Number | None:
        """The multipliers after a number: «2,5 млн», "two and a half thousand"."""
        half = match_phrase(tokens, last + 1, self._lexicon.and_half)
        if half is not None and value == int(value):
            last, value = last + len(half), value + 0.5
        scale = 1.0
        while last + 1 < len(tokens) and tokens[last + 1].low in self._lexicon.multipliers:
            last += 1
            scale *= self._lexicon.multipliers[tokens[last].low].value
        if needs_scale and scale == 1:
            return None
        total = value * scale
        rest = self._rest(tokens, last, total, scale)
        if rest is not None:
            last, total, scale = rest.last, total + (rest.low or 0), 1.0
        total = round(total, 6)
        return Number(first, last, total, total, scale=scale, digits=digits)

    def _rest(self, tokens: tuple[Token, ...], last: int, total: float, scale: float) -> Number | None:
        """What a spoken number adds below its multiplier: "two thousand five hundred"."""
        step = last + 1
        if step < len(tokens) and tokens[step].low == "and":
            step += 1
        spoken = step < len(tokens) and (
            tokens[step].low in self._lexicon.numerals
            or (tokens[step].is_number and self._multiplies(tokens, step + 1, below=scale))
        )
        if scale < 100 or not spoken or tokens[last + 1].low in self._lexicon.articles:
            return None
        more = self._exact(tokens, step)
        return more if more is not None and more.low is not None and more.low < min(scale, total) else None

    def _multiplies(self, tokens: tuple[Token, ...], at: int, *, below: float) -> bool:
        """Whether a smaller multiplier stands at a token: «3 миллиона 200 тысяч»."""
        multiplier = self._lexicon.multipliers.get(tokens[at].low) if at < len(tokens) else None
        return multiplier is not None and multiplier.value < below


def digits_value(text: str, *, decimal: str, scaled: bool) -> float | None:
    """The value of digits as a language writes them; None for dates and versions ("14.04.2020").

    decimal: the language's decimal mark; the other one groups.
    scaled: a multiplier follows, so that «1,250 млн» is a fraction and not a thousand.
    """
    bare = SPACES.sub("", text)
    grouped = GROUPED.fullmatch(bare)
    if PLAIN.fullmatch(bare):
        return float(bare)
    if grouped is not None and bare[0] != "0":
        mark = grouped.group(1)
        if mark != decimal or bare.count(mark) > 1 or (not scaled and decimal == ","):
            other = {",": ".", ".": ","}[mark]
            return float(bare.replace(mark, "").replace(other, "."))
    return float(bare.replace(",", ".")) if DECIMAL.fullmatch(bare) else None


def _glued(tokens: tuple[Token, ...], index: int, at: int) -> bool:
    """Whether the tokens from `at` to `index` stand without a space between them."""
    return index < len(tokens) and all(tokens[one].end == tokens[one + 1].start for one in range(at, index))


def _floor(tokens: tuple[Token, ...], first: int, last: int) -> str:
    words = " ".join(token.text for token in tokens[first : last + 1])
    return f'"{words}" counts as its conservative lower bound'
