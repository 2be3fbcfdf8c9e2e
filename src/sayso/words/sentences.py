"""A text enters; its sentences leave, as spans that leave out only white space."""

import re

from sayso.records import Span
from sayso.records.span import trim

# A full stop after these ends no sentence. Provenance: written for Sayso.
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "maj",
        "gov",
        "sen",
        "rep",
        "rev",
        "st",
        "no",
        "vs",
        "etc",
        "u.s",
        "u.k",
        "u.n",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "inc",
        "corp",
        "ltd",
        "co",
        "jr",
        "sr",
        "г",
        "гг",
        "им",
        "ул",
        "д",
        "стр",
        "см",
        "т",
        "тыс",
        "млн",
        "млрд",
        "долл",
        "руб",
        "коп",
        "кв",
        "куб",
        "м",
        "н",
        "э",
        "др",
        "проф",
        "ст",
        "п",
        "пп",
        "зам",
        "и.о",
        "т.е",
        "т.д",
        "т.п",
        "т.н",
        "т.к",
        "ред",
        "акад",
        "р",
        "рр",
        "вул",
        "буд",
        "див",
        "тис",
        "грн",
        "напр",
        "св",
        "м",
        "ін",
        "тел",
        "гр",
        "обл",
        "оз",
    ]
)
END = re.compile(r"(?:[.!?…]+[\"”»’)\]]*)(?=\s|$|[A-ZА-ЯЁІЇЄҐ«“\"][a-zа-яёіїєґ’'])|\n+")
LAST_WORD = re.compile(r"([\w.]+)$")


def sentences_of(text: str) -> tuple[Span, ...]:
    """Cut at line ends and at full stops that end a sentence.

    A stop with no space after it counts where a capitalised word follows
    ("early in the war.The occupying …"), as news pages often lose the space.
    """
    found: list[Span] = []
    start = 0
    for stop in END.finditer(text):
        if not stop.group().startswith("\n") and not _ends_sentence(text, start, stop):
            continue
        span = trim(text, start, stop.end())
        if span:
            found.append(span)
        start = stop.end()
    span = trim(text, start, len(text))
    return (*found, span) if span else tuple(found)


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    mark = stop.group()
    # A dash after a quotation carries on to its speaker: «…!» — сказал он.
    following = text[stop.end() : stop.end() + 4].lstrip(" \t\u00a0–—-")[:1]
    if following and (following.islower() or following in ",;:)"):
        return False
    if mark != ".":
        return True
    word = LAST_WORD.search(text, start, stop.start())
    if word is None:
        return True
    last = word.group(1).strip(".").lower()
    return last not in ABBREVIATIONS and not (
        len(last) == 1 and last.isalpha() and word.group(1)[-1].isupper()
    )
