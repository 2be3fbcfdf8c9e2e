"""A cue's words and what its content is about → how the source stands to the content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.extract.content import ContentReader, ContentWords
from sayso.records import Span, Stance
from sayso.words import Hit, Morphology, PhraseTable, Word, read_data, split_list

_NEGATION_REACH = 3  # words between a negation and what it negates: "could not yet independently verify"


@dataclass(frozen=True, slots=True)
class CueGroup:
    """Cues that say the same.

    rank: of phrases equally long, the one whose group stands further down the file counts.
    by_content: the cue leaves the stance to the content.
    """

    name: str
    rank: int
    stance: Stance
    negated: Stance
    by_content: bool


@dataclass(frozen=True, slots=True)
class StanceWords:
    """One language's part of the lexicon."""

    cues: PhraseTable[CueGroup]
    negations: frozenset[str]
    content: ContentReader


class StanceLexicon:
    """Reads stances off cues; build it with `StanceLexicon.load()`."""

    def __init__(self, morphology: Morphology, languages: Mapping[str, StanceWords]) -> None:
        self._morphology = morphology
        self._languages = languages

    @classmethod
    def load(cls, morphology: Morphology | None = None) -> "StanceLexicon":
        data = read_data("lexicons/stance.yaml")
        groups = _read_groups(data["groups"])
        morphology = morphology or Morphology.load()
        languages = {name: _read_words(data, groups, name, morphology) for name in data["cues"]}
        return cls(morphology, languages)

    def stance_of(
        self,
        text: str,
        language: str,
        *,
        source: Span | None,
        cue: Span | None,
        content: Sequence[Span],
        guess: Stance = Stance.ASSERTS,
    ) -> Stance:
        """The stance of an attribution.

        guess: the encoder's, for a cue that the lexicon does not know and a content that says nothing of it.
        """
        lexicon = self._languages.get(language) or self._languages["en"]
        group, negated = self._cue_group(lexicon, text, language, cue)
        if group and (negated or self._is_nobody(lexicon, text, language, source)):
            return group.negated
        if group and not group.by_content:
            return group.stance
        said = lexicon.content.stance_of(text, language, content)
        return guess if group is None and said is Stance.ASSERTS else said

    def _is_nobody(self, lexicon: StanceWords, text: str, language: str, source: Span | None) -> bool:
        """Whether the source negates the cue: "neither side confirmed", «ни одно ведомство не…»."""
        if source is None:
            return False
        return any(
            word.text in lexicon.negations for word in self._morphology.words(text, language, source)[:1]
        )

    def _cue_group(
        self, lexicon: StanceWords, text: str, language: str, cue: Span | None
    ) -> tuple[CueGroup | None, bool]:
        """The group of the cue's weightiest phrase, and whether the cue negates it."""
        if cue is None:
            return None, False
        words = self._morphology.words(text, language, cue)
        hits = lexicon.cues.find(words)
        if not hits:
            return None, False
        best = max(hits, key=lambda hit: (hit.weight, hit.value.rank))
        return best.value, _is_negated(words, best, lexicon.negations)


def _is_negated(words: Sequence[Word], hit: Hit[CueGroup], negations: frozenset[str]) -> bool:
    """Whether a negation stands just before the phrase; one that belongs to the phrase does not count."""
    before = words[max(0, hit.start - _NEGATION_REACH) : hit.start]
    return any(word.text in negations for word in before)


def _read_groups(data: Mapping[str, Any]) -> dict[str, CueGroup]:
    return {
        name: CueGroup(
            name=name,
            rank=rank,
            stance=Stance(one["stance"]),
            negated=Stance(one["negated"]),
            by_content=bool(one.get("by_content", False)),
        )
        for rank, (name, one) in enumerate(data.items())
    }


def _read_words(
    data: Mapping[str, Any], groups: Mapping[str, CueGroup], language: str, morphology: Morphology
) -> StanceWords:
    cues = data["cues"][language]
    phrases = ((phrase, groups[name]) for name, listed in cues.items() for phrase in split_list(listed))
    return StanceWords(
        cues=PhraseTable(phrases),
        negations=frozenset(split_list(data["negations"][language])),
        content=ContentReader(morphology, ContentWords.read(data["content"], language)),
    )
