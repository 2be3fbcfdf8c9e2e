"""Bytes that are not Unicode enter; the single-byte encoding that makes the most sense of them leaves.

Each candidate decodes a sample, and what comes out is weighed character by
character: common Cyrillic letters in words of one case and one script are
what text looks like, box-drawing characters and `оПХБЕР` are not. On our
languages this is surer than a general detector: docs/reading.md has its
figures beside charset-normalizer's.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

SAMPLE_BYTES = 1 << 14
_CHARACTERS_BEFORE = 20

# Candidate → bits of doubt that the evidence must make up for: a short text in Mac Cyrillic is rarer than one
# in Windows-1251 with an odd letter.
CANDIDATES: Mapping[str, float] = {
    "cp1251": 0.0,
    "cp1252": 0.0,
    "koi8_u": 3.0,
    "cp866": 3.0,
    "cp1125": 4.0,  # code page 866 with the Ukrainian letters
    "iso8859_5": 8.0,
    "mac_cyrillic": 8.0,
    "mac_roman": 8.0,
}

# Costs in bits a character; a letter of the alphabet costs 3 to 13, by its frequency.
_LATIN_LETTER_COST = 9.0
_TYPOGRAPHY_COST = 6.0
_RARE_TYPOGRAPHY_COST = 10.0
_ODD_CHARACTER_COST = 16.0
_ODD_NEIGHBOUR_COST = 12.0

_HIGH = re.compile(r"[^\x00-\x7f]")
_TYPOGRAPHY_COSTS: Mapping[str, float] = {
    **dict.fromkeys("«»“”‘’–—…\u00a0", _TYPOGRAPHY_COST),
    **dict.fromkeys("„‚‹›№°€£§•·©®™±½", _RARE_TYPOGRAPHY_COST),
}
_LATIN_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœšžąćęłńśźżčřěůďťňőűğış")


@dataclass(frozen=True, slots=True)
class LegacyEncodings:
    """Chooses among `CANDIDATES` by the letters' frequencies.

    letter_bits: lower-case Cyrillic letter → bits, -log2 of its share.
    """

    letter_bits: Mapping[str, float]

    @classmethod
    def load(cls) -> "LegacyEncodings":
        lines = (files("sayso.data") / "reading" / "letters.tsv").read_text(encoding="utf-8").splitlines()
        rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
        return cls({letter: -math.log2(int(share) / 10_000) for letter, share in rows})

    def choose(self, content: bytes) -> str:
        """The name of the encoding; code page 866, for one, gives every byte a meaning."""
        sample = _sample(content)
        costs: dict[str, float] = {}
        for encoding, doubt in CANDIDATES.items():
            try:
                costs[encoding] = doubt + self.cost(sample.decode(encoding))
            except UnicodeDecodeError:
                continue
        return min(costs, key=costs.__getitem__)

    def cost(self, text: str) -> float:
        """Bits that the characters beyond ASCII cost; the fewer, the likelier."""
        return sum(self._cost_at(text, match.start()) for match in _HIGH.finditer(text))

    def _cost_at(self, text: str, at: int) -> float:
        character, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
        bits = self._letter_cost(character)
        if bits is None:
            opens_word = character in "’”»" and after.isalpha() and not before.isalpha()
            return _TYPOGRAPHY_COSTS.get(character, _ODD_CHARACTER_COST) + _ODD_NEIGHBOUR_COST * opens_word
        odd = (
            (before.islower() and character.isupper())
            or _mixed(character, before)
            or _mixed(character, after)
            or (character.lower() in _LATIN_LETTERS and before.lower() in _LATIN_LETTERS)
        )
        return bits + _ODD_NEIGHBOUR_COST * odd

    def _letter_cost(self, character: str) -> float | None:
        lower = character.lower()
        return self.letter_bits.get(lower, _LATIN_LETTER_COST if lower in _LATIN_LETTERS else None)


def _mixed(letter: str, neighbour: str) -> bool:
    """Whether a Cyrillic letter touches a Latin one."""
    return letter >= "\u0400" and neighbour.isalpha() and neighbour < "\u0250"


def _sample(content: bytes) -> bytes:
    """The first stretches that go beyond ASCII, with what surrounds them: a long English text with one
    `café` at its end must show it."""
    if len(content) <= SAMPLE_BYTES:
        return content
    pieces: list[bytes] = []
    size = 0
    for match in re.finditer(rb"[\x80-\xff][^\n]{0,400}", content):
        pieces.append(content[max(0, match.start() - _CHARACTERS_BEFORE) : match.end()])
        size += len(pieces[-1])
        if size >= SAMPLE_BYTES:
            break
    return b"\n".join(pieces)
