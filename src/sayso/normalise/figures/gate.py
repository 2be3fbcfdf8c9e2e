"""Candidates go in, a verdict on each comes out: a figure, none, or one only beside another figure."""

from enum import Enum

from sayso.normalise.figures.candidates import Candidate
from sayso.normalise.figures.lexicon import FigureLexicon
from sayso.normalise.figures.ontology import Thing
from sayso.normalise.figures.words import Token, Words

CLAUSE = 14  # tokens between a total ("the death toll") and its number
FEW = 10  # so many officials are the source of a story, not a count in it
DASHES = frozenset("-–—‒")
GLUE = frozenset("-–—/:_.=+[)#@№§&*\\")
YEARS = range(1900, 2101)
KEYCAP = "\ufe0f"


class Verdict(Enum):
    FIGURE = "figure"
    LINKED = "linked"  # a bare number: a figure only where it shares its noun with another
    NONE = "none"


class FigureGate:
    """What is and is not a figure, in one language."""

    def __init__(self, lexicon: FigureLexicon, words: Words) -> None:
        self._lexicon = lexicon
        self._words = words

    def judge(
        self, tokens: tuple[Token, ...], candidate: Candidate, thing: Thing | None, *, befallen: bool
    ) -> Verdict:
        """thing: what its noun counts, where known; befallen: the sentence says what happened to it."""
        if (
            self._is_glued(tokens, candidate)
            or self._is_named(tokens, candidate, thing)
            or self._counts_nothing(tokens, candidate, known=bool(thing and thing.phrases))
            or self._refers(tokens, candidate, thing, befallen=befallen)
        ):
            return Verdict.NONE
        if not candidate.is_bare:
            return Verdict.FIGURE
        return self._bare(tokens, candidate)

    def _is_glued(self, tokens: tuple[Token, ...], candidate: Candidate) -> bool:
        """Part of a longer sign: Су-34, 18:00, utf-8, a phone number, a 12-year-old."""
        number = candidate.quantity.number
        before = tokens[number.first - 1] if number.first else None
        if number.digits and before is not None and before.end == tokens[number.first].start:
            lone_dash = before.text in DASHES and (
                number.first < 2 or tokens[number.first - 2].end < before.start
            )
            if before.is_word or (before.text in GLUE and not lone_dash):
                return True
        if candidate.measured is not None or candidate.compound is not None:
            return False
        after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
        if after is None or after.start != tokens[number.last].end:
            return False
        follower = tokens[number.last + 2] if number.last + 2 < len(tokens) else None
        goes_on = follower is not None and follower.start == after.end and follower.kind != "mark"
        sign = after.text in DASHES or after.text in ":/_=.,"
        return after.is_word or after.text == KEYCAP or (sign and goes_on)

    def _is_named(self, tokens: tuple[Token, ...], candidate: Candidate, thing: Thing | None) -> bool:
        """A year, or the number in a name: Article 5, Channel 4, Superjet 100."""
        number, low = candidate.quantity.number, candidate.quantity.low
        excused = candidate.quantity.compared and not candidate.is_bare
        if not number.digits or excused or candidate.measured is not None:
            return False
        plain = tokens[number.first].text.isdigit() and number.first == number.last
        if plain and low is not None and int(low) in YEARS and thing is None:
            return True
        before = self._before(tokens, candidate.first)
        if before is None:
            return False
        if self._is_herald(tokens, candidate.first, before):
            return True
        starts = candidate.first < 2 or tokens[candidate.first - 2].sentence != before.sentence
        return before.is_word and before.is_capitalised and not starts and thing is None

    def _is_herald(self, tokens: tuple[Token, ...], first: int, before: Token) -> bool:
        """One letter is an abbreviation only with its stop: «с. 31», but «с 7 до 10»."""
        if len(before.text) == 1 and before.is_word and tokens[first - 1].text != ".":
            return False
        return bool(self._lexicon.rejections.heralds & (self._words.lemmas(before.low) | {before.text}))

    def _before(self, tokens: tuple[Token, ...], first: int) -> Token | None:
        at = first - 1
        if at > 0 and tokens[at].text == "." and tokens[at].sentence == tokens[first].sentence:
            at -= 1  # «ст. 5»
        return tokens[at] if at >= 0 and tokens[at].sentence == tokens[first].sentence else None

    def _counts_nothing(self, tokens: tuple[Token, ...], candidate: Candidate, *, known: bool) -> bool:
        """A duration, an age, a date, a frequency, or a length that locates a place."""
        if candidate.measured is not None:
            return candidate.measured.measure.kind == "length" and self._locates(tokens, candidate.last)
        if known and candidate.counted is not None:
            return False  # «населённый пункт» is one, though «пункт» is none
        at = candidate.counted.head if candidate.counted else candidate.quantity.number.last + 1
        nearest = range(candidate.quantity.number.last + 1, at + 1)
        return any(
            self._lexicon.rejections.nouns & self._words.lemmas(tokens[one].low)
            for one in {*nearest, at}
            if one < len(tokens) and tokens[one].is_word
        )

    def _locates(self, tokens: tuple[Token, ...], last: int) -> bool:
        ahead = [token.low for token in tokens[last + 1 : last + 7] if token.is_word]
        parenthesis = [token.text for token in tokens[last + 1 : last + 3]]
        reach = 4 if "(" in parenthesis or "[" in parenthesis else 2
        return bool(self._lexicon.rejections.locating & set(ahead[:reach]))

    def _refers(
        self, tokens: tuple[Token, ...], candidate: Candidate, thing: Thing | None, *, befallen: bool
    ) -> bool:
        """People already spoken of ("the two men"), a story's sources, and "one" as a mere article."""
        low = candidate.quantity.number.low
        if low is None or candidate.measured is not None or candidate.quantity.compared:
            return False
        before = self._before(tokens, candidate.first)
        if low <= 2 and before is not None and before.low in self._lexicon.refer_back:
            return not self._is_described(candidate, before)
        if low == 1 and not candidate.quantity.number.digits:
            return not (befallen or (thing is not None and thing.kind == "outcome"))
        head = tokens[candidate.counted.head].low if candidate.counted else ""
        return low < FEW and bool(self._lexicon.rejections.sources & self._words.lemmas(head))

    @staticmethod
    def _is_described(candidate: Candidate, before: Token) -> bool:
        """ "The two British fighters" are introduced; "the two fighters" were spoken of before."""
        counted = candidate.counted
        return before.low == "the" and counted is not None and counted.head > counted.first

    def _bare(self, tokens: tuple[Token, ...], candidate: Candidate) -> Verdict:
        """A number without a noun: what else makes it a count."""
        quantity, number = candidate.quantity, candidate.quantity.number
        if number.wants_noun:
            return Verdict.NONE
        if (
            number.low is None
            or number.share
            or (number.scale >= 1000 and (number.approximate or number.digits))
        ):
            return Verdict.FIGURE
        if quantity.compared and number.digits and not self._is_year(number.low):
            return Verdict.FIGURE
        grouped = number.digits and not tokens[number.first].text.isdigit() and number.low >= 1000
        if grouped or (number.digits and self._is_total(tokens, number.first)):
            return Verdict.FIGURE
        return Verdict.LINKED

    @staticmethod
    def _is_year(low: float) -> bool:
        return int(low) in YEARS

    def _is_total(self, tokens: tuple[Token, ...], first: int) -> bool:
        """Whether "the number of dead rose to" stands before a number."""
        here = [
            token
            for token in tokens[max(0, first - CLAUSE) : first]
            if token.sentence == tokens[first].sentence
        ]
        totals = any(self._lexicon.totals & self._words.lemmas(token.low) for token in here)
        beside = tokens[first - 1].low if first else ""
        turns = self._lexicon.level | self._lexicon.departures
        return totals and (beside in turns or beside in {"at", ":", "—", "–", "-", "is", "was"})
