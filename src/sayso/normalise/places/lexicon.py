"""`data/lexicons/places.yaml` in, the words that place names keep company with out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from sayso.records import ConfigError, PlaceKind
from sayso.words import read_data

_Yaml = Mapping[str, object]


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in cast("Iterable[object]", value))


def _alternatives(words: Iterable[str]) -> str:
    escaped = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return "|".join(sorted(escaped, key=len, reverse=True))


def _word(words: Iterable[str]) -> re.Pattern[str]:
    """Matches one of `words` whole, wherever it starts (used with `fullmatch`)."""
    return re.compile(f"(?:{_alternatives(words)})", re.IGNORECASE)


def _before(words: Iterable[str]) -> re.Pattern[str]:
    """Matches one of `words` at the end of what stands before a name."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})\.?\s+(?:the\s+)?[«\"“]?$", re.IGNORECASE)


def _after(words: Iterable[str]) -> re.Pattern[str]:
    """Matches one of `words` at the start of what stands after a name."""
    return re.compile(rf"[»\"”]?\s+({_alternatives(words)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words that, before or after a name, say what kind of place it is."""

    kind: PlaceKind
    before: re.Pattern[str]
    after: re.Pattern[str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]

    @classmethod
    def of(cls, kind: str, words: Mapping[str, object]) -> "KindWords":
        before, after = _strings(words["before"]), _strings(words["after"])
        return cls(
            kind=PlaceKind(kind),
            before=_before(before),
            after=_after(after),
            leading=re.compile(rf"(?:{_alternatives(before)})\.?\s+", re.IGNORECASE),
            trailing=re.compile(rf"\s+(?:{_alternatives(after)})$", re.IGNORECASE),
        )


@dataclass(frozen=True)
class PlaceLexicon:
    """Compiled patterns; `load` is the one way to get them."""

    endings: Mapping[str, tuple[str, ...]]
    kinds: tuple[KindWords, ...]
    facilities: Mapping[str, re.Pattern[str]]
    region_heads: tuple[str, ...]
    institution_places: frozenset[str]
    modifiers: frozenset[str]
    functions: frozenset[str]
    compounds: frozenset[str]
    extent: re.Pattern[str]
    at: re.Pattern[str]
    joint: re.Pattern[str]
    traps: frozenset[str]
    institution: re.Pattern[str]
    institution_head: re.Pattern[str]
    locative: re.Pattern[str]
    actor: re.Pattern[str]
    act: re.Pattern[str]
    speech: re.Pattern[str]
    home: frozenset[str]

    @classmethod
    def load(cls) -> "PlaceLexicon":
        try:
            return cls._from(cast("_Yaml", read_data("lexicons/places.yaml")))
        except (KeyError, TypeError, ValueError) as error:
            raise ConfigError(f"data/lexicons/places.yaml: {error!r}. Restore the shipped file.") from error

    @classmethod
    def _from(cls, raw: _Yaml) -> "PlaceLexicon":
        kinds = cast("Mapping[str, _Yaml]", raw["kinds"])
        metonyms = cast("_Yaml", raw["metonyms"])
        joints = "|".join(
            sorted(
                (re.escape(j).replace(r"\ ", r"\s+") for j in _strings(raw["joints"])), key=len, reverse=True
            )
        )
        return cls(
            endings={k: _strings(v) for k, v in cast("_Yaml", raw["endings"]).items()},
            kinds=tuple(KindWords.of(kind, words) for kind, words in kinds.items()),
            facilities={k: _word(_strings(v)) for k, v in cast("_Yaml", raw["facilities"]).items()},
            region_heads=_strings(raw["region_heads"]),
            institution_places=frozenset(_strings(raw["institution_places"])),
            modifiers=frozenset(_strings(raw["modifiers"])),
            functions=frozenset(_strings(raw["functions"])),
            compounds=frozenset(_strings(raw["compounds"])),
            extent=_before(_strings(raw["extent"])),
            at=_before(_strings(raw["at"])),
            joint=re.compile(rf"\s*(?:{joints})\s+", re.IGNORECASE),
            traps=frozenset(_strings(raw["traps"])),
            institution=_before(_strings(raw["institutions"])),
            institution_head=_after(_strings(raw["institution_heads"])),
            locative=_before(_strings(metonyms["locative"])),
            actor=_before(_strings(metonyms["actors"])),
            act=re.compile(rf"\s*(?:{_alternatives(_strings(metonyms['acts']))})(?!\w)", re.IGNORECASE),
            speech=_after(_strings(metonyms["speech"])),
            home=frozenset(_strings(raw["home"])),
        )

    @cached_property
    def longest_ending(self) -> int:
        return max(map(len, self.endings))
