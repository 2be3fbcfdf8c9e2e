"""A trigger in its sentence and under its attribution → polarity, tense and certainty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.records import Attribution, Certainty, Document, Polarity, Span, Stance, Tense
from sayso.words import Morphology, PhraseTable, Word, split_list

_NEAR_WORDS = 4  # auxiliaries and hedges stand this close before what they modify
_BEHIND_WORDS = 8
_NEGATION_REACH = 2
_AHEAD = frozenset({Stance.PLANS, Stance.PREDICTS, Stance.REQUESTS, Stance.THREATENS, Stance.ASKS})
# The guide's rules: what a source only thinks, asks for or doubts is possible; what it plans is probable.
_BY_STANCE = {
    Stance.BELIEVES: Certainty.POSSIBLE,
    Stance.DOUBTS: Certainty.POSSIBLE,
    Stance.REQUESTS: Certainty.POSSIBLE,
    Stance.ASKS: Certainty.POSSIBLE,
    Stance.DENIES: Certainty.PROBABLE,
    Stance.PLANS: Certainty.PROBABLE,
    Stance.PREDICTS: Certainty.PROBABLE,
    Stance.THREATENS: Certainty.PROBABLE,
}


@dataclass(frozen=True, slots=True)
class ModalWords:
    """One language's words about what is, was, will be, may be or is not."""

    negations: PhraseTable[None]
    possible: PhraseTable[None]
    probable: PhraseTable[None]
    tenses: Mapping[Tense, PhraseTable[None]]


@dataclass(frozen=True, slots=True)
class Modality:
    certainty: Certainty
    polarity: Polarity
    tense: Tense


class EventModality:
    """Reads how an event is told."""

    def __init__(self, morphology: Morphology, languages: Mapping[str, ModalWords]) -> None:
        self._morphology = morphology
        self._languages = languages

    @classmethod
    def read(cls, data: Mapping[str, Any], morphology: Morphology) -> "EventModality":
        return cls(morphology, {language: _read_words(data, language) for language in data["negations"]})

    def modality_of(
        self, document: Document, trigger: Span, sentence: Span, attribution: Attribution | None
    ) -> Modality:
        """attribution: the innermost one whose content holds the trigger."""
        lexicon = self._languages.get(document.language, self._languages["en"])
        words = self._morphology.words(document.text, document.language, sentence)
        inside = [at for at, word in enumerate(words) if word.span.overlaps(trigger)]
        first, last = (inside[0], inside[-1]) if inside else (0, 0)
        stance = attribution.stance if attribution else None
        tense = _tense(words, first, last, lexicon, stance)
        # A noun's verb comes after it ("referendums … could take place"), a verb's auxiliaries before it.
        behind = () if _is_verb(words[first]) else _up_to_verb(words[last + 1 :])
        near = (*words[max(0, first - _NEAR_WORDS) : first], *behind)
        negated = bool(lexicon.negations.find(words[max(0, first - _NEGATION_REACH) : first + 1]))
        hedge = attribution.cue if attribution and not attribution.source else None
        hedged = hedge is not None and self._is_hedge(document, hedge, lexicon)
        certainty = _certainty(near, lexicon, stance, tense, hedged=hedged)
        return Modality(certainty, Polarity.NEGATIVE if negated else Polarity.POSITIVE, tense)

    def _is_hedge(self, document: Document, cue: Span, lexicon: ModalWords) -> bool:
        """Whether nobody is named for it and the cue itself says so: "allegedly", «якобы»."""
        return bool(lexicon.possible.find(self._morphology.words(document.text, document.language, cue)))


def _certainty(
    near: Sequence[Word], lexicon: ModalWords, stance: Stance | None, tense: Tense, *, hedged: bool
) -> Certainty:
    if hedged or lexicon.possible.find(near):
        return Certainty.POSSIBLE
    sourced = _BY_STANCE.get(stance) if stance else None
    if sourced and not (stance in _AHEAD and tense != Tense.FUTURE):
        return sourced
    if tense == Tense.FUTURE or lexicon.probable.find(near):
        return Certainty.PROBABLE
    return Certainty.CERTAIN


def _tense(words: Sequence[Word], first: int, last: int, lexicon: ModalWords, stance: Stance | None) -> Tense:
    """The trigger's own tense; else that of the verb it leans on; else what its source's stance implies."""
    near = words[max(0, first - _NEAR_WORDS) : first]
    own = next((tense for at in range(first, last + 1) if (tense := _own_tense(words[at]))), None)
    leaning = _auxiliary_tense(near, lexicon)
    if leaning == Tense.FUTURE and own != Tense.PAST:
        return leaning
    if own and (own != Tense.PAST or leaning != Tense.FUTURE or not words[first].has("PRTS")):
        return own
    if leaning:
        return leaning
    if stance in _AHEAD:
        return Tense.FUTURE
    return _clause_tense(words, first) or Tense.PAST


def _up_to_verb(words: Sequence[Word]) -> Sequence[Word]:
    """The words after a noun, up to the verb that tells its tense by itself."""
    end = next((at for at, word in enumerate(words) if _own_tense(word)), len(words))
    return words[: min(end, _BEHIND_WORDS)]


def _is_verb(word: Word) -> bool:
    return _own_tense(word) is not None or word.has("INFN") or word.has("ing")


def _own_tense(word: Word) -> Tense | None:
    """What the form itself says; English -s and base forms say too little next to nouns."""
    if word.has("VERB", "futr") and not word.has("VERB", "pres"):
        return Tense.FUTURE
    if word.has("VERB", "pres"):
        return Tense.PRESENT
    if word.has("past") or word.has("Impe") or word.has("ADJF", "perf", "pssv"):
        return Tense.PAST
    return None


def _auxiliary_tense(near: Sequence[Word], lexicon: ModalWords) -> Tense | None:
    """The tense of the nearest auxiliary before the trigger."""
    found = [(hit.start, tense) for tense, table in lexicon.tenses.items() for hit in table.find(near)]
    return max(found, default=(0, None), key=lambda one: one[0])[1]


def _clause_tense(words: Sequence[Word], first: int) -> Tense | None:
    """The tense of the finite verb nearest to a noun; Slavic verbs only, others carry no tag."""
    verbs = [at for at, word in enumerate(words) if word.parses[0].grammemes >= {"VERB"} and _own_tense(word)]
    nearest = min(verbs, key=lambda at: abs(at - first), default=None)
    return _own_tense(words[nearest]) if nearest is not None else None


def _read_words(data: Mapping[str, Any], language: str) -> ModalWords:
    def table(listed: str) -> PhraseTable[None]:
        return PhraseTable((phrase, None) for phrase in split_list(listed))

    return ModalWords(
        negations=table(data["negations"][language]),
        possible=table(data["possible"][language]),
        probable=table(data["probable"][language]),
        tenses={Tense(name): table(listed) for name, listed in data["tense"][language].items()},
    )
