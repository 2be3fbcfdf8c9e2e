"""A place name as written → the key it is looked up by, and the nominatives it may be a form of."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_DROPPED = re.compile(r"[’ʼ'′`‘\"«»“”„.,]")
_SPACED = re.compile(r"[\s\-–‑—_/]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_POSSESSIVE = re.compile(r"['’ʼ`]s$|(?<=s)['’]$")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_MIN_STEM = 2
# The Latin letters that a name's first Cyrillic letter may stand for.
_FIRST_LETTERS = {
    **dict(zip("абдзклмнопрстф", "abdzklmnoprstf", strict=True)),
    "в": "vwu",
    "г": "hg",
    "е": "eyij",
    "є": "yei",
    "ж": "zjg",
    "и": "iyej",
    "і": "iyj",
    "ї": "iy",
    "й": "yij",
    "с": "scz",
    "у": "uwo",
    "х": "khc",
    "ц": "tzc",
    "ч": "ct",
    "ш": "s",
    "щ": "s",
    "э": "eai",
    "ю": "yiju",
    "я": "yij",
    "о": "oa",
    "к": "kcq",
    "д": "dj",
    "ф": "fp",
    "з": "zs",
    "а": "ae",
}


def is_cyrillic(text: str) -> bool:
    return _CYRILLIC.search(text) is not None


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """The key of a name: lower case, no Latin diacritics, no quotes or points, one space for any gap.

    Cyrillic keeps й and ї (they tell names apart) but not ё, which print usually leaves out.
    """
    name = _DROPPED.sub("", name.casefold()).replace("ё", "е").replace("ґ", "г")
    if not is_cyrillic(name):
        name = _MARKS.sub("", unicodedata.normalize("NFKD", name)).replace("ı", "i").replace("ł", "l")
        name = _DROPPED.sub("", name.casefold())
    return _SPACED.sub(" ", name).strip()


def starts_alike(name: str, other: str) -> bool:
    """Whether two folded names begin with the same letter, whatever the scripts."""
    return other[:1] in _FIRST_LETTERS.get(name[:1], name[:1])


def bare(name: str) -> str:
    """Without an English article in front or a possessive behind."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip()))


def nominatives(word: str, endings: Mapping[str, tuple[str, ...]], *, longest: int) -> tuple[str, ...]:
    """The forms a folded Cyrillic word may be an inflection of, itself first.

    endings: inflected ending → nominative endings; `longest` is the length of its longest key.
    A guess is wrong more often than not; the gazetteer tells which one is a name.
    """
    forms = {word: None}
    for size in range(min(longest, len(word) - _MIN_STEM), -1, -1):
        cut = len(word) - size
        for nominative in endings.get(word[cut:], ()):
            forms[word[:cut] + nominative] = None
    return tuple(forms)
