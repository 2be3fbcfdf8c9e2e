"""The content of a neutral cue ("said", «заявил») → the stance it gives the source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Span, Stance
from sayso.words import Morphology, PhraseTable, Word, split_list

_LEAD_WORDS = 25  # the main clause of a content stands early; what comes later is detail
_OPENING_WORDS = 3  # «про свої плани», "of its decision": an intention that is the content's head
_NEGATION_REACH = 2
_CLOSING_QUOTES = "”\"»“’'"


@dataclass(frozen=True, slots=True)
class ContentWords:
    """What to look for in a content, in one language.

    will, may: words of the future that a speaker can decide, and of mere possibility.
    own: pronouns by which a source speaks of itself.
    """

    stops: frozenset[str]
    complementisers: frozenset[str]
    negations: frozenset[str]
    own: frozenset[str]
    copulas: frozenset[str]
    finite: frozenset[str]
    against: frozenset[str]
    will: PhraseTable[None]
    may: PhraseTable[None]
    intention: PhraseTable[None]
    demand: PhraseTable[None]
    denial: PhraseTable[None]

    @classmethod
    def read(cls, data: Mapping[str, Mapping[str, str]], language: str) -> "ContentWords":
        def listed(name: str) -> frozenset[str]:
            return frozenset(split_list(data[name][language]))

        def table(name: str) -> PhraseTable[None]:
            return PhraseTable((phrase, None) for phrase in split_list(data[name][language]))

        return cls(
            stops=listed("stops"),
            complementisers=listed("complementisers"),
            negations=listed("negations"),
            own=listed("own"),
            copulas=listed("copulas"),
            finite=listed("finite"),
            against=listed("against"),
            will=table("will"),
            may=table("may"),
            intention=table("intention"),
            demand=table("demand"),
            denial=table("denial"),
        )


class ContentReader:
    """Reads the main clause of a content: is it about what will be, must be, or is not so?"""

    def __init__(self, morphology: Morphology, lexicon: ContentWords) -> None:
        self._morphology = morphology
        self._lexicon = lexicon

    def stance_of(self, text: str, language: str, content: Sequence[Span]) -> Stance:
        if not content or text[content[-1].start : content[-1].end].rstrip(_CLOSING_QUOTES).endswith("?"):
            return Stance.ASKS if content else Stance.ASSERTS
        words = [word for span in content for word in self._morphology.words(text, language, span)]
        clause = _main_clause(text, words, self._lexicon)
        if any(word.text in self._lexicon.against for word in clause[:1]):
            return Stance.OPPOSES
        if self._lexicon.denial.find(clause):
            return Stance.DENIES
        if self._demands(clause):
            return Stance.REQUESTS
        future = self._future_stance(clause)
        return Stance.PLANS if future == Stance.ASSERTS and self._intends(clause) else future

    def _intends(self, clause: Sequence[Word]) -> bool:
        hits = self._lexicon.intention.find(clause)
        return any(hit.start < _OPENING_WORDS and not self._negated(clause, hit.start) for hit in hits)

    def _negated(self, clause: Sequence[Word], at: int) -> bool:
        return any(word.text in self._lexicon.negations for word in clause[max(0, at - _NEGATION_REACH) : at])

    def _demands(self, clause: Sequence[Word]) -> bool:
        opening = clause[:_OPENING_WORDS]
        imperative = any(word.parses[0].grammemes >= {"impr"} and word.has("excl") for word in opening)
        return imperative or bool(self._lexicon.demand.find(clause))

    def _future_stance(self, clause: Sequence[Word]) -> Stance:
        """Plans where the source speaks of its own doing, predicts where of anything else."""
        none = len(clause)
        wills = [hit.start for hit in self._lexicon.will.find(clause) if hit.end < none]
        wills += [at for at, word in enumerate(clause) if _is_future(word)]
        will = min(wills, default=none)
        may = min((hit.start for hit in self._lexicon.may.find(clause)), default=none)
        now = min((at for at, word in enumerate(clause) if self._is_finite(word)), default=none)
        if min(will, may) == none or now < min(will, may):
            return Stance.ASSERTS
        if may < will or not self._is_own(clause, will):
            return Stance.PREDICTS
        # English negates after the modal ("would not"), Russian and Ukrainian before the verb.
        negated = self._negated(clause, will) or self._negated(clause, will + _NEGATION_REACH)
        return Stance.DENIES if negated else Stance.PLANS

    def _is_finite(self, word: Word) -> bool:
        """Whether a word is a verb of past or present: by its tag in Slavic, by the auxiliary in English."""
        tagged = word.parses[0].grammemes >= {"VERB"} and (word.has("past") or word.has("pres"))
        return word.text in self._lexicon.finite or tagged

    def _is_own(self, clause: Sequence[Word], will: int) -> bool:
        """Whether the one who speaks is the one who will: "we will", "he would", «что введёт»."""
        if any(word.text in self._lexicon.copulas for word in clause[will + 1 : will + 2]):
            return False
        subjects = [at for at in range(will) if _may_be_subject(clause, at)]
        if subjects:
            return clause[subjects[0]].text in self._lexicon.own
        return clause[will].parses[0].grammemes >= {"VERB"}


def _main_clause(text: str, words: Sequence[Word], lexicon: ContentWords) -> list[Word]:
    """The content's first clause without its complementiser, up to the next clause or the sentence's end."""
    start = 1 if words and words[0].text in lexicon.complementisers else 0
    clause: list[Word] = []
    for word in words[start : start + _LEAD_WORDS]:
        gap = text[clause[-1].span.end : word.span.start] if clause else ""
        if clause and (word.keys & lexicon.stops or ". " in gap):
            break
        clause.append(word)
    return clause


def _is_future(word: Word) -> bool:
    return word.parses[0].grammemes >= {"VERB"} and word.has("futr") and not word.has("pres")


def _may_be_subject(clause: Sequence[Word], at: int) -> bool:
    word = clause[at]
    if not any(parse.grammemes - {"past", "s", "ing"} for parse in word.parses) or word.has("NUMR"):
        return True  # English, names in Latin letters, «сім днів»
    preceded = any(before.has("PREP") for before in clause[max(0, at - 3) : at])
    return not preceded and (word.has("NOUN", "nomn") or word.has("NPRO", "nomn"))
