"""A document → the words that name events, each with a type and what it is worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.records import Document, EventType, Span
from sayso.words import Hit, Morphology, PhraseTable, Word, sentences_of, split_list

# Judgement, not a fit: three settings of _NOUN and _LOOSE were tried on gold, train, and trigger F1 moved
# by under .03; the rest are first guesses that were never swept.
_LEAD_LETTERS = 500
_LEAD = 1.3
_NOUN = 0.7
_REPEATED = 0.35
_PHRASE = 1.25
_WITH_NUMBER = 1.1
_LOOSE = 0.6  # "to withdraw", "occupying": the verb of no clause of its own
_IN_TITLE = 0.2  # what the title says the story says again


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that name an event; `score` ranks them within one document."""

    span: Span
    type: EventType
    score: float


class TriggerFinder:
    """Finds triggers by the phrases of the lexicon, the longest first."""

    def __init__(
        self,
        morphology: Morphology,
        tables: Mapping[str, PhraseTable[tuple[EventType, float]]],
        quiet: Mapping[str, frozenset[str]],
    ) -> None:
        self._morphology = morphology
        self._tables = tables
        self._quiet = quiet

    @classmethod
    def read(cls, data: Mapping[str, Any], morphology: Morphology) -> "TriggerFinder":
        weights = data["weights"]
        tables = {
            language: PhraseTable(
                (phrase, (EventType(name), float(weights.get(name, 1.0))))
                for name, listed in types.items()
                for phrase in split_list(listed)
            )
            for language, types in data["triggers"].items()
        }
        quiet = {language: frozenset(split_list(words)) for language, words in data["quiet"].items()}
        return cls(morphology, tables, quiet)

    def find(self, document: Document) -> list[Trigger]:
        language = document.language if document.language in self._tables else "en"
        found: list[Trigger] = []
        told: set[tuple[str, EventType]] = set()
        title = len(document.title) if document.title and document.text.startswith(document.title) else 0
        for sentence in sentences_of(document.text):
            words = self._morphology.words(document.text, language, sentence)
            with_number = any(word.text.isdigit() for word in words)
            for hit in _disjoint(self._tables[language].find(words)):
                trigger = self._trigger(words, hit, language, with_number=with_number)
                if trigger.span.start < title:
                    found.append(replace(trigger, score=trigger.score * _IN_TITLE))
                    continue
                known = (min(words[hit.start].keys), trigger.type)
                found.append(replace(trigger, score=trigger.score * _REPEATED) if known in told else trigger)
                told.add(known)
        return found

    def _trigger(
        self, words: Sequence[Word], hit: Hit[tuple[EventType, float]], language: str, *, with_number: bool
    ) -> Trigger:
        event_type, score = hit.value
        first = words[hit.start]
        span = Span(first.span.start, words[hit.end - 1].span.end)
        score *= _PHRASE if hit.weight > 1 else 1.0
        score *= _LEAD if span.start < _LEAD_LETTERS else 1.0
        score *= _WITH_NUMBER if with_number else 1.0
        score *= _NOUN if _is_noun(words, hit) else _LOOSE if _is_loose(words, hit) else 1.0
        if hit.weight == 1 and first.keys & self._quiet[language]:
            score *= _REPEATED
        return Trigger(span, event_type, score)


def _disjoint(hits: Sequence[Hit[tuple[EventType, float]]]) -> list[Hit[tuple[EventType, float]]]:
    """The longest phrases that do not overlap; of equal ones the weightier type."""
    kept: list[Hit[tuple[EventType, float]]] = []
    for hit in sorted(hits, key=lambda one: (-one.weight, -one.value[1], one.start)):
        if all(hit.end <= one.start or one.end <= hit.start for one in kept):
            kept.append(hit)
    return sorted(kept, key=lambda one: one.start)


def _is_noun(words: Sequence[Word], hit: Hit[tuple[EventType, float]]) -> bool:
    """Whether the phrase reads as a noun: by its tag, or in English by having no form only verbs have."""
    word = words[hit.start]
    if any(parse.grammemes for parse in word.parses if parse.grammemes - {"past", "ing", "s"}):
        return "NOUN" in word.parses[0].grammemes
    verbal = any(one.has("past") or one.has("ing") for one in words[hit.start : hit.end])
    before = words[hit.start - 1].text if hit.start else ""
    return before not in {"to", "'ll", "will"} and (not verbal or before in {"the", "a", "an", "of", "in"})


def _is_loose(words: Sequence[Word], hit: Hit[tuple[EventType, float]]) -> bool:
    """Whether an English verb is an infinitive or a participle that no auxiliary carries."""
    word, before = words[hit.start], words[max(0, hit.start - 2) : hit.start]
    if word.has("ing"):
        return not any(one.has("past") or one.text in {"is", "are", "be", "been"} for one in before)
    return bool(before) and before[-1].text == "to"
