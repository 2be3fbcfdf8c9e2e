"""The words of a source → the profile of a well-known public origin, where they name one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.records import SpeakerKind
from sayso.words import Morphology, PhraseTable, Word, read_data

_SHORT = 3  # letters; longer acronyms are read as words and written like them


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """A named origin across documents.

    names: by language, the full name first.
    state: ISO 3166 code of the state that owns or is the institution; None where none does.
    party: ISO 3166 code of the side of a war whose institution it is; None for all others.
    reference, reference_url: the public source for owner and state.
    """

    id: str
    kind: SpeakerKind
    names: Mapping[str, tuple[str, ...]]
    owner: str
    state: str | None
    party: str | None
    reference: str
    reference_url: str

    def name(self, language: str) -> str:
        return self.names.get(language, self.names["en"])[0]


@dataclass(frozen=True, slots=True)
class ProfileHit:
    """A profile named at words [start, end), by the alias as the profile writes it."""

    start: int
    end: int
    alias: str
    profile: SourceProfile


class ProfileIndex:
    """Finds profiles by their names, in whatever case they stand."""

    def __init__(self, morphology: Morphology, profiles: Iterable[SourceProfile]) -> None:
        self.profiles = tuple(profiles)
        self._tables = {language: self._table(morphology, language) for language in ("en", "ru", "uk")}

    @classmethod
    def load(cls, morphology: Morphology) -> "ProfileIndex":
        return cls(morphology, (_read_profile(one) for one in read_data("profiles.yaml")["profiles"]))

    def find(self, text: str, words: Sequence[Word], language: str) -> tuple[ProfileHit, ...]:
        """Every profile named, longest names first; a shorter name inside a longer one is left out."""
        table = self._tables.get(language, self._tables["en"])
        hits = sorted(table.find(words), key=lambda hit: (hit.start - hit.end, hit.start))
        kept: list[ProfileHit] = []
        for hit in hits:
            alias, profile = hit.value
            inside = any(one.start < hit.end and hit.start < one.end for one in kept)
            if not inside and _written_alike(text, words[hit.start : hit.end], alias):
                kept.append(ProfileHit(hit.start, hit.end, alias, profile))
        return tuple(kept)

    def _table(self, morphology: Morphology, language: str) -> PhraseTable[tuple[str, SourceProfile]]:
        phrases: dict[tuple[str, str], tuple[str, SourceProfile]] = {}
        for profile in self.profiles:
            for alias in (*profile.names.get(language, ()), *profile.names["en"]):
                words = morphology.words(alias, language)
                forms = " ".join(word.text for word in words)
                # Texts decline names word by word, so each word is also known by its dictionary form.
                lemmas = " ".join(word.parses[0].lemma for word in words)
                for phrase in (forms, lemmas):
                    phrases.setdefault((phrase, profile.id), (alias, profile))
        return PhraseTable((phrase, value) for (phrase, _), value in phrases.items())


def _written_alike(text: str, words: Sequence[Word], alias: str) -> bool:
    """Whether capitals agree: UN is no "un", but Tass is TASS, and "guardian" is not the Guardian.

    Cyrillic names of several words are often written small.
    """
    quoted = text[words[0].span.start : words[-1].span.end]
    if alias.isupper() and len(alias) <= _SHORT:
        return quoted.isupper()
    return quoted[0].isupper() or alias[0].islower() or (" " in alias and not quoted.isascii())


def _read_profile(one: Mapping[str, Any]) -> SourceProfile:
    return SourceProfile(
        id=one["id"],
        kind=SpeakerKind(one["kind"]),
        names={language: tuple(names) for language, names in one["names"].items()},
        owner=one["owner"],
        state=one["state"],
        party=one["party"],
        reference=one["reference"]["title"],
        reference_url=one["reference"]["url"],
    )
