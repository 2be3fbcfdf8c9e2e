"""`data/units.yaml` goes in, what one language can count comes out: measures, things, frames."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self, cast

from sayso.normalise.figures.lexicon import Phrase
from sayso.words import read_data


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit that a sign or word fixes; `takes_substance`: it reads on into "of gas"."""

    unit: str
    kind: str
    signs: frozenset[str]
    phrases: frozenset[Phrase]
    takes_substance: bool
    assumed: str | None


@dataclass(frozen=True, slots=True)
class Thing:
    """What a head noun counts."""

    unit: str
    kind: str
    military: bool
    phrases: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event: dictionary forms, and beginnings (`prefixes`)."""

    lemmas: frozenset[str]
    prefixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What befalls things, and the unit that makes of them.

    kinds: classes of things it applies to; `only`: the things it applies to among those (empty: all).
    company: one of these must stand in the same sentence, or be what a topic word points back to.
    bare: the trigger right beside a number stands in for the noun ("killing 11").
    """

    unit: str
    kinds: frozenset[str]
    only: frozenset[str]
    trigger: Trigger
    company: frozenset[str]
    bare: bool
    military: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that only point back to a thing named earlier ("the documents")."""

    words: frozenset[str]
    stands_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnitOntology:
    measures: tuple[Measure, ...]
    substances: Mapping[str, frozenset[Phrase]]
    periods: Mapping[str, frozenset[Phrase]]
    things: tuple[Thing, ...]
    frames: tuple[Frame, ...]
    topics: tuple[Topic, ...]

    @classmethod
    def load(cls, language: str) -> Self:
        """The shipped ontology with the words of `en`, `ru` or `uk`."""
        raw = cast("dict[str, Any]", read_data("units.yaml"))
        return cls(
            measures=tuple(_measure(one, language) for one in raw["measures"]),
            substances={name: _phrases(words[language]) for name, words in raw["substances"].items()},
            periods={name: _phrases(words[language]) for name, words in raw["periods"].items()},
            things=tuple(_thing(one, language) for one in raw["things"]),
            frames=tuple(_frame(one, language) for one in raw["frames"]),
            topics=tuple(
                Topic(frozenset(one[language]), frozenset(one["stands_for"][language]))
                for one in raw["topics"]
            ),
        )


def _phrases(words: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(tuple(one.split()) for one in words)


def _measure(raw: Mapping[str, Any], language: str) -> Measure:
    return Measure(
        unit=raw["unit"],
        kind=raw["kind"],
        signs=frozenset(raw["sign"]),
        phrases=_phrases(raw[language]),
        takes_substance=bool(raw.get("of", False)),
        assumed=raw.get("assume"),
    )


def _thing(raw: Mapping[str, Any], language: str) -> Thing:
    return Thing(raw["unit"], raw["class"], bool(raw.get("military", False)), _phrases(raw[language]))


def _frame(raw: Mapping[str, Any], language: str) -> Frame:
    words = cast("list[str]", raw[language])
    return Frame(
        unit=raw["unit"],
        kinds=frozenset(raw["of"]),
        only=frozenset(raw.get("only", raw.get("needs", ()))),
        trigger=Trigger(
            lemmas=frozenset(word for word in words if not word.endswith("*")),
            prefixes=tuple(word[:-1] for word in words if word.endswith("*")),
        ),
        company=frozenset(raw["with"][language]) if "with" in raw else frozenset(),
        bare=bool(raw.get("bare", False)),
        military=bool(raw.get("military", False)),
    )
