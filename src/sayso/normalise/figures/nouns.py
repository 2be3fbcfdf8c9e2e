"""A number among tokens goes in, the noun it counts comes out: how far the phrase goes, and its head."""

from dataclasses import dataclass
from typing import Protocol

from sayso.normalise.figures.lexicon import FigureLexicon
from sayso.normalise.figures.numbers import Number
from sayso.normalise.figures.words import SlavicWords, Token

MAX_MODIFIERS = 5
QUOTES = frozenset('«»"“”„')
SHORTEST_NOUN = 3  # shorter ones are prepositions that the dictionary also knows as notes and letters


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase of a number: tokens `first` to `last`, and its head."""

    first: int
    last: int
    head: int


class NounReader(Protocol):
    def read(self, tokens: tuple[Token, ...], number: Number, start: int) -> Counted | None:
        """The noun phrase counted by `number`, looked for from token `start` on."""
        ...


class EnglishNouns:
    """The run of words up to the first plural: English marks its head nouns by little else."""

    def __init__(self, lexicon: FigureLexicon) -> None:
        self._lexicon = lexicon

    def read(self, tokens: tuple[Token, ...], number: Number, start: int) -> Counted | None:
        first = self._past_of(tokens, number, start)
        if first is None:
            return None
        head = None if number.low == 1 else self._plural(tokens, first)
        if head is None and (number.low == 1 or number.share):
            head = self._singular(tokens, first)
        if head is None:
            return None
        head = self._compound(tokens, head)
        return Counted(first, self._joined(tokens, head), head)

    def _past_of(self, tokens: tuple[Token, ...], number: Number, start: int) -> int | None:
        """The token the noun phrase starts at; None where "of" is wanted and missing."""
        at = start
        if at < len(tokens) and tokens[at].low in {"more", "other"}:
            at += 1
        has_of = at < len(tokens) and tokens[at].low in self._lexicon.of
        # "thousands applied", "hundreds marched": without "of" a standing plural has no noun
        stands_alone = number.low is None or (number.approximate and number.scale == number.low)
        if not has_of:
            return None if number.wants_noun or (stands_alone and at == start) else at
        at += 1
        if at < len(tokens) and tokens[at].low == "them":
            return None
        if at < len(tokens) and tokens[at].low in self._lexicon.possessive:
            at += 1
        counted_on = at < len(tokens) and (tokens[at].is_number or tokens[at].low in self._lexicon.numerals)
        return None if counted_on else at

    def _plural(self, tokens: tuple[Token, ...], first: int) -> int | None:
        for at in range(first, min(first + MAX_MODIFIERS + 1, len(tokens))):
            token = tokens[at]
            in_name = at > first and tokens[at - 1].end == token.start and token.text != ","
            if at > first and (token.low in self._lexicon.inner or (in_name and not token.is_word)):
                continue  # "two Mi-8 helicopters"
            if not token.is_word or (token.low in self._lexicon.stops and not token.text.isupper()):
                return None
            if self._is_plural(token):
                return at
        return None

    def _singular(self, tokens: tuple[Token, ...], first: int) -> int | None:
        """The last word before the phrase stops; a count of one marks nothing."""
        at = first
        while at < len(tokens) and at < first + 3 and tokens[at].is_word:
            if tokens[at].low in self._lexicon.stops:
                break
            at += 1
        return at - 1 if at > first else None

    def _compound(self, tokens: tuple[Token, ...], head: int) -> int:
        """Plurals in a row are one compound: "sanctions listings"."""
        while head + 1 < len(tokens) and self._is_plural(tokens[head + 1]):
            head += 1
        return head

    def _joined(self, tokens: tuple[Token, ...], head: int) -> int:
        """Where "women and children" or "fighters and their families" end."""
        at = head + 1
        if at >= len(tokens) or tokens[at].low != "and":
            return head
        at += 1
        if at < len(tokens) and tokens[at].low in self._lexicon.possessive:
            at += 1
        return at if at < len(tokens) and self._is_plural(tokens[at]) else head

    def _is_plural(self, token: Token) -> bool:
        word = token.low
        if not token.is_word or word in self._lexicon.not_plural or word in self._lexicon.stops:
            return False
        if word in self._lexicon.plurals:
            return True
        acronym = token.text.isupper()
        return word.endswith("s") and len(word) > 3 and not acronym and not word.endswith(("ss", "'s", "ous"))


class SlavicNouns:
    """Modifiers and a noun that agree with a numeral, by the dictionaries' grammar."""

    def __init__(self, lexicon: FigureLexicon, words: SlavicWords) -> None:
        self._lexicon = lexicon
        self._words = words

    def read(self, tokens: tuple[Token, ...], number: Number, start: int) -> Counted | None:
        first = self._past_of(tokens, number, start)
        if first is None:
            return None
        head = self._head(tokens, first)
        pronoun = number.share and head is not None and tokens[head].low in self._lexicon.possessive
        if head is None or not (pronoun or self._agrees(tokens[head], number)):
            return None
        return Counted(first, self._chain(tokens, head), head)

    def _past_of(self, tokens: tuple[Token, ...], number: Number, start: int) -> int | None:
        at = start
        if at < len(tokens) and tokens[at].text == "." and at + 1 < len(tokens):
            at += tokens[at].sentence == tokens[at + 1].sentence  # «55 тыс. пассажиров»
        if number.share and at < len(tokens) and tokens[at].low in self._lexicon.of:
            at += 1
        opens = at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start > tokens[at - 1].end + 1
        if opens and tokens[at].text in QUOTES:
            at += 1  # «12 «шахедов»»
        return at if at < len(tokens) else None

    def _head(self, tokens: tuple[Token, ...], first: int) -> int | None:
        last_modifier: int | None = None
        for at in range(first, min(first + MAX_MODIFIERS, len(tokens))):
            token = tokens[at]
            if not token.is_word or len(token.text) < SHORTEST_NOUN:
                return last_modifier
            best = self._words.grammar(token.low)[0]
            if best.noun and token.low not in self._lexicon.possessive:
                return at
            if token.low in self._lexicon.possessive or any(
                one.modifier for one in self._words.grammar(token.low)
            ):
                last_modifier = at
            elif any(one.noun for one in self._words.grammar(token.low)):
                return at
            elif last_modifier is not None or at > first:
                return last_modifier
            elif not token.low.endswith("о"):  # an adverb before a participle: «недавно найденных»
                return None
        return last_modifier

    def _agrees(self, token: Token, number: Number) -> bool:
        """Whether a noun's form can stand with a numeral: in the genitive or the plural."""
        if len(token.text) < SHORTEST_NOUN:
            return False
        ends_in_one = number.low is not None and number.low % 10 == 1
        return ends_in_one or any(
            (one.noun or one.modifier) and (one.plural or one.genitive)
            for one in self._words.grammar(token.low)
        )

    def _chain(self, tokens: tuple[Token, ...], head: int) -> int:
        """A noun joined by a hyphen, a Latin type name, or the body that members belong to."""
        last = head
        if last + 2 < len(tokens) and tokens[last + 1].text in "-–":
            joined = tokens[last + 2].start == tokens[last + 1].end
            if joined and tokens[last + 2].is_word:
                last += 2
        if last + 1 < len(tokens) and tokens[head - 1].text in QUOTES and tokens[last + 1].text in QUOTES:
            return last + 1
        follower = tokens[last + 1] if last + 1 < len(tokens) else None
        if follower is None or not follower.is_word or follower.sentence != tokens[last].sentence:
            return last
        if follower.text.isascii() and follower.text.isupper():
            return last + 1
        if self._lexicon.relational & self._words.lemmas(tokens[head].low):
            end = self._head(tokens, last + 1)
            if end is not None and any(
                one.noun and one.genitive for one in self._words.grammar(tokens[end].low)
            ):
                return end
        return last
