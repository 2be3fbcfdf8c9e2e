"""`data/lexicons/figures.yaml` goes in, what one language says about numbers comes out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self, cast

from sayso.normalise.figures.words import EnglishWords, SlavicWords, Token, Words
from sayso.words import Morphology, read_data

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Multiplier:
    """A word that multiplies; `lone_plural` where the form can stand alone as "at least so many"."""

    value: float
    lone_plural: bool
    lone_singular: bool


@dataclass(frozen=True, slots=True)
class Comparator:
    """A phrase beside a number: `low`, `high`, `about` or `plain`."""

    bound: str
    phrase: Phrase
    in_span: bool


@dataclass(frozen=True, slots=True)
class ZeroPhrase:
    pattern: re.Pattern[str]
    unit: str


@dataclass(frozen=True, slots=True)
class Rejections:
    """Words beside a number that make it no figure."""

    nouns: frozenset[str]
    heralds: frozenset[str]
    sources: frozenset[str]
    locating: frozenset[str]
    counting_adjectives: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """Everything `figures.yaml` says about one language."""

    language: str
    grouping: str
    decimal: str
    articles: frozenset[str]
    numerals: Mapping[str, float]
    multipliers: Mapping[str, Multiplier]
    attached: Mapping[str, float]
    shy: frozenset[str]
    open_plurals: Mapping[str, float]
    vague: Mapping[Phrase, float]
    needs_of: frozenset[Phrase]
    about: Mapping[str, float]
    halves: frozenset[Phrase]
    and_half: frozenset[Phrase]
    shares: Mapping[Phrase, float]
    every_nth: Mapping[Phrase, float]
    undisclosed: frozenset[Phrase]
    before: tuple[Comparator, ...]
    after: tuple[Comparator, ...]
    level: frozenset[str]
    departures: frozenset[str]
    money_only: frozenset[str]
    cardinals: frozenset[str]
    openers: frozenset[str]
    joiners: frozenset[str]
    bare_joiners: frozenset[str]
    changes: frozenset[str]
    totals: frozenset[str]
    ordinals: frozenset[str]
    relational: frozenset[str]
    also: frozenset[str]
    of: frozenset[str]
    possessive: frozenset[str]
    stops: frozenset[str]
    inner: frozenset[str]
    not_plural: frozenset[str]
    plurals: frozenset[str]
    refer_back: frozenset[str]
    zero: tuple[ZeroPhrase, ...]
    rejections: Rejections

    @classmethod
    def load(cls, language: str, words: Words) -> Self:
        """The shipped lexicon of `en`, `ru` or `uk`."""
        raw = cast("dict[str, Any]", read_data("lexicons/figures.yaml"))
        own = cast("dict[str, Any]", raw[language])
        ranges = own["ranges"]
        return cls(
            language=language,
            grouping=own["grouping"],
            decimal=own["decimal"],
            articles=frozenset(own["articles"]),
            numerals={
                form: value
                for lemma, value in own["numerals"].items()
                for form in words.forms(lemma)
                if form not in own["not_plural"]
            },
            multipliers=_multipliers(own["multipliers"], words),
            attached=own["attached"],
            shy=frozenset(own["shy"]),
            open_plurals=own["open"],
            vague=_phrase_values(own["vague"]),
            needs_of=_phrases(own["needs_of"]),
            about={form: value for word, value in own["about"].items() for form in words.forms(word)},
            halves=_phrases(own["halves"]),
            and_half=_phrases(own["and_half"]),
            shares=_phrase_values(own["fractions"]),
            every_nth=_phrase_values(own["every_nth"]),
            undisclosed=_phrases(own["undisclosed"]),
            before=_comparators(own["before"], own["no_span"]),
            after=_comparators(own["after"], ()),
            level=frozenset(own["level"]),
            departures=frozenset(own["departures"]),
            money_only=frozenset(own["money_only"]),
            cardinals=frozenset(own["cardinals"]),
            openers=frozenset(ranges["openers"]),
            joiners=frozenset(ranges["joiners"]),
            bare_joiners=frozenset(ranges["bare_joiners"]),
            changes=frozenset(own["changes"]),
            totals=frozenset(own["totals"]),
            ordinals=frozenset(own["ordinals"]),
            relational=frozenset(own["relational"]),
            also=frozenset(own["and"]),
            of=frozenset(own["of"]),
            possessive=frozenset(own["possessive"]),
            stops=frozenset(own["stops"]),
            inner=frozenset(own["inner"]),
            not_plural=frozenset(own["not_plural"]),
            plurals=frozenset(own["plurals"]),
            refer_back=frozenset(own["refer_back"]),
            zero=tuple(
                ZeroPhrase(re.compile(one["pattern"].replace(" ", r"\s+"), re.I), one["unit"])
                for one in own["zero"]
            ),
            rejections=_rejections(raw["not_figures"], language),
        )


def words_of(morphology: Morphology, language: str) -> Words:
    """What is known of the words of `en`, `ru` or `uk`."""
    return EnglishWords() if language == "en" else SlavicWords(morphology, language)


def match_phrase(tokens: tuple[Token, ...], at: int, phrases: Iterable[Phrase]) -> Phrase | None:
    """The longest of `phrases` that stands at token `at`."""
    found = [
        phrase
        for phrase in phrases
        if len(phrase) <= len(tokens) - at
        and all(tokens[at + offset].low == word for offset, word in enumerate(phrase))
    ]
    return max(found, key=len, default=None)


def _phrase(words: str) -> Phrase:
    return tuple(words.lower().replace("-", " - ").split())


def _phrases(items: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(_phrase(item) for item in items)


def _phrase_values(items: Mapping[str, float]) -> dict[Phrase, float]:
    return {_phrase(words): value for words, value in items.items()}


def _multipliers(items: Mapping[str, float], words: Words) -> dict[str, Multiplier]:
    multipliers: dict[str, Multiplier] = {}
    for lemma, value in items.items():
        plurals = words.plural_forms(lemma)
        for form in words.forms(lemma):
            singular = form == lemma or form not in plurals or form.endswith(("и", "і"))
            multipliers[form] = Multiplier(value, lone_plural=form in plurals, lone_singular=singular)
    return multipliers


def _comparators(raw: Mapping[str, Iterable[str]], no_span: Iterable[str]) -> tuple[Comparator, ...]:
    outside = _phrases(no_span)
    found = [
        Comparator(bound, _phrase(words), _phrase(words) not in outside)
        for bound, phrases in raw.items()
        for words in phrases
    ]
    return tuple(sorted(found, key=lambda one: -len(one.phrase)))


def _rejections(raw: Mapping[str, Any], language: str) -> Rejections:
    return Rejections(
        nouns=frozenset(raw["nouns"][language]),
        heralds=frozenset(raw["heralds"][language]),
        sources=frozenset(raw["sources"][language]),
        locating=frozenset(raw["locating"][language]),
        counting_adjectives=raw["counting_adjectives"][language],
    )
