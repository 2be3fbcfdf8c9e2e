"""A Ukrainian or Russian place name in, its likely spelling in the other languages out."""

import re

_LETTERS = {
    **dict(zip("абвгґдезиіклмнопрстуф", "abvhgdezyiklmnoprstuf", strict=True)),
    "є": "ie",
    "ж": "zh",
    "ї": "i",
    "й": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ь": "",
    "ю": "iu",
    "я": "ia",
}
_FIRST_LETTERS = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_TO_RUSSIAN = (
    *((r"ївка\b", "евка"), (r"івка\b", "овка"), (r"ськ(?=е\b|ий\b|а\b|\b)", "ск"), (r"ське\b", "ское")),
    *((r"ске\b", "ское"), (r"цьк", "цк"), (r"цке\b", "цкое"), (r"(?<=[оие])не\b", "но")),
    *((r"(?<=[^оие])не\b", "ное"), (r"ове\b", "ово"), (r"[еє]ве\b", "ево"), (r"ий\b", "ый"), (r"['’]", "ь")),
    *(("є", "е"), ("ї", "и"), ("ґ", "г"), (r"и(?!й\b|на|но|ца|нка|вка)", "ы"), ("і", "и")),
)


def romanise(name: str) -> str:
    """Ukrainian to Latin by the official table (Cabinet of Ministers, resolution 55 of 2010)."""
    out: list[str] = []
    for word in re.split(r"([ \-])", re.sub(r"[’']", "", name.lower()).replace("зг", "zgh")):
        first, rest = word[:1], word[1:]
        head = _FIRST_LETTERS.get(first, _LETTERS.get(first, first))
        out.append((head + "".join(_LETTERS.get(letter, letter) for letter in rest)).capitalize())
    return "".join(out)


def russian_form(name: str) -> str:
    """A likely Russian spelling of a Ukrainian village: «Роботине» gives «Роботино»."""
    for pattern, spelling in _TO_RUSSIAN:
        name = re.sub(pattern, spelling, name)
    return name


def ukrainian_forms(names: set[str]) -> set[str]:
    """Russia's oblasts have no Ukrainian alias: «Курская область» gives «Курська область»."""
    forms = {
        n.replace("ская", "ська").replace("ский", "ський") for n in names if re.search(r"(ская|ский) ", n)
    }
    return {f.replace("и", "і").replace("і край", "ий край") for f in forms}
