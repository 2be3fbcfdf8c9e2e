"""A page's paragraph enters; whether it is the page talking about itself and not the story leaves."""

import re
from dataclasses import dataclass
from importlib.resources import files

_MAX_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Furniture:
    """The phrases of data/reading/furniture.txt. Only pages are cleared of them; a text stays whole."""

    pattern: re.Pattern[str]

    @classmethod
    def load(cls) -> "Furniture":
        lines = (files("sayso.data") / "reading" / "furniture.txt").read_text(encoding="utf-8").splitlines()
        phrases = (line for line in lines if line and not line.startswith("#"))
        return cls(re.compile("|".join(f"(?:{phrase})" for phrase in phrases), re.IGNORECASE))

    def is_furniture(self, paragraph: str) -> bool:
        return len(paragraph) <= _MAX_CHARACTERS and self.pattern.fullmatch(paragraph) is not None
