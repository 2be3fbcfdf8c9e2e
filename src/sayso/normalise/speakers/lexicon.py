"""The shipped word lists about speakers, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.records import SpeakerKind
from sayso.words import Morphology, Word, read_data, split_list


@dataclass(frozen=True, slots=True)
class Pronoun:
    """gender: masc, femn or any; number: sing, plur or any; whom: person, thing, self or any."""

    gender: str
    number: str
    whom: str


@dataclass(frozen=True, slots=True)
class SpeakerLexicon:
    """One language's words about speakers; all sets hold dictionary forms."""

    pronouns: Mapping[str, Pronoun]
    roles: frozenset[str]
    speak_for: frozenset[str]
    heads: Mapping[str, SpeakerKind]
    not_names: frozenset[str]
    joints: frozenset[str]
    governments: frozenset[str]
    particles: frozenset[str]
    given_names: Mapping[str, str]

    @classmethod
    def load_all(cls, morphology: Morphology) -> dict[str, "SpeakerLexicon"]:
        data = read_data("lexicons/speakers.yaml")
        return {language: cls.read(data, language, morphology) for language in data["pronouns"]}

    @classmethod
    def read(cls, data: Mapping[str, Any], language: str, morphology: Morphology) -> "SpeakerLexicon":
        given = {name: gender for gender, names in data["given_names"].items() for name in split_list(names)}
        heads = {
            word: SpeakerKind(kind)
            for kind, words in data["heads"][language].items()
            for word in split_list(words)
        }
        if language in {"ru", "uk"}:
            # Groups are listed as plurals; texts decline them, and only the singular is a dictionary form.
            for word, kind in tuple(heads.items()):
                heads.setdefault(morphology.parses(word, language)[0].lemma, kind)
        return cls(
            pronouns={form: Pronoun(**one) for form, one in data["pronouns"][language].items()},
            roles=frozenset(split_list(data["roles"][language])),
            speak_for=frozenset(split_list(data["speak_for"][language])),
            heads=heads,
            not_names=frozenset(split_list(data["not_names"][language])),
            joints=frozenset(split_list(data["joints"][language])),
            governments=frozenset(split_list(data["governments"][language])),
            particles=frozenset(split_list(data["particles"])),
            given_names=given,
        )

    def is_role(self, word: Word) -> bool:
        """Whether the word names an office or calling, also as half of one («премьер-министр»)."""
        return bool(word.keys & self.roles) or any(part in self.roles for part in word.text.split("-"))

    def head_kind(self, word: Word) -> SpeakerKind | None:
        """What a description with this head is; the plural is asked first, it may mean something else."""
        for key in (word.text, *(parse.lemma for parse in word.parses)):
            if key in self.heads:
                return self.heads[key]
        return None
