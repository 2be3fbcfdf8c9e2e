"""A document's names → the fullest form of each: "Saldo" → Volodymyr Saldo, "ISW" → its full name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_ENDING = re.compile(r"(?<=\w{3})(?:ого|его|ому|ему|ими|ыми|[иыоеї]м|ий|ый|[іо]й|ой|ою|[аеиоуыюяьійїєі])$")
_INITIAL = re.compile(r"\w\.?$")
_ACRONYM = re.compile(r"[A-ZА-ЯІЇЄҐ]{2,8}$")
_SMALL = {"of", "the", "for", "and", "in", "на", "в", "и", "по", "з", "із", "та", "і", "для"}


def name_stem(word: str) -> str:
    """A surname without its case ending, so that «Коболева» and "Saldo's" meet their other forms."""
    bare = re.sub(r"['’]s$", "", word).lower().replace("ё", "е")
    return _ENDING.sub("", bare)


@dataclass(slots=True)
class DocumentNames:
    """Full names seen so far in one document; persons and organisations apart."""

    _persons: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    _acronyms: dict[str, str] = field(default_factory=dict[str, str])

    def add_person(self, name: str) -> None:
        tokens = name.split()
        if len(tokens) > 1:
            self._persons.setdefault(name_stem(tokens[-1]), []).append(name)

    def add_organisation(self, name: str) -> None:
        letters = "".join(
            word[0] for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL
        )
        if len(letters) > 1:
            self._acronyms.setdefault(letters.upper(), name)

    def full_person(self, name: str) -> str:
        """The longest name with the same surname that the shorter one may stand for; else the name itself."""
        tokens = name.split()
        longer = [
            one for one in self._persons.get(name_stem(tokens[-1]), ()) if _may_be_short(tokens, one.split())
        ]
        if not longer:
            return name
        full = max(longer, key=lambda one: (_weight(one), -len(one.split()[-1]), -longer.index(one))).split()
        # Of two forms of one surname the shorter is the nominative («Цзиньпин», «Цзиньпиня»).
        return " ".join((*full[:-1], min(full[-1], tokens[-1], key=len)))

    def full_organisation(self, name: str) -> str:
        return self._acronyms.get(name, name) if _ACRONYM.match(name) else name


def _may_be_short(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether every given name or initial of `short` fits one of `long`, and `long` says more."""
    if _weight(" ".join(long)) <= _weight(" ".join(short)):
        return False
    given = [name_stem(token) for token in long[:-1]]
    return all(_fits(token, given) for token in short[:-1])


def _fits(token: str, given: Iterable[str]) -> bool:
    if _INITIAL.fullmatch(token):
        return any(name.startswith(token[0].lower()) for name in given)
    return name_stem(token) in given


def _weight(name: str) -> int:
    """Letters of the words that are more than initials."""
    return sum(len(token) for token in name.split() if not _INITIAL.fullmatch(token))
