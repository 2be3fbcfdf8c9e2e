"""The date lexicon goes in (YAML), compiled rules per language come out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from sayso.normalise.dates.parts import NO_PARTS, Parts, Slot
from sayso.words import read_data

SPACE = "[ \u00a0\u202f]"
CONTEXT_CHARS = 60  # how far the guards of a rule look to either side
NAME = re.compile(r"\{([a-z_]+)\}")
# A number that goes on ("1,200", "3.5", "12:30") is no day, month or year.
LEFT_EDGE = r"(?<!\w)(?<!\d[.,:/])"
RIGHT_EDGE = r"(?!\w)(?![.,]\d)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern, what it reads, and what must or must not stand beside it."""

    reads: str
    pattern: re.Pattern[str]
    slots: tuple[tuple[str, Slot], ...]
    constant: Parts
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Parts]]:
        for match in self.pattern.finditer(text):
            if self._fits(text, match.start(), match.end()):
                yield match, self._parts(match)

    def _parts(self, match: re.Match[str]) -> Parts:
        parts = self.constant
        for group, slot in self.slots:
            word = match.group(group)
            if word is not None:
                parts = slot.fill(parts, word)
        return parts

    def _fits(self, text: str, start: int, end: int) -> bool:
        left = text[max(0, start - CONTEXT_CHARS) : start]
        right = text[end : end + CONTEXT_CHARS]
        return (
            (self.before is None or self.before.search(left) is not None)
            and (self.not_before is None or self.not_before.search(left) is None)
            and (self.after is None or self.after.match(right) is not None)
            and (self.not_after is None or self.not_after.match(right) is None)
        )


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything known about dates in one language.

    bounds: kind → the words of it at the end of what precedes a date.
    not_since: the end of a date that takes a word for "since" as "with".
    joins: what may stand between two dates that are one (`apposition`, `range`, `between`, `pair`).
    """

    rules: tuple[Rule, ...]
    bounds: tuple[tuple[str, re.Pattern[str]], ...]
    not_since: re.Pattern[str]
    apposition: re.Pattern[str]
    range: re.Pattern[str]
    between: re.Pattern[str]
    pair: re.Pattern[str]
    clause: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Era:
    """A long event that stories name without a date ("early in the war")."""

    name: str
    first: date
    early_to: date
    where: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammars:
    languages: tuple[tuple[str, Grammar], ...]
    eras: tuple[Era, ...]

    @classmethod
    def load(cls) -> Self:
        data: dict[str, Any] = read_data("lexicons/dates.yaml")
        common = data.pop("common")
        languages = tuple((name, _Compiler(common, own).grammar()) for name, own in data.items())
        eras = tuple(
            Era(era["name"], era["from"], era["early_to"], re.compile(era["where"])) for era in common["eras"]
        )
        return cls(languages, eras)

    def of(self, language: str) -> tuple[Grammar, ...]:
        """The language's own grammar; all of them where it has none."""
        own = tuple(grammar for name, grammar in self.languages if name == language)
        return own or tuple(grammar for _, grammar in self.languages)


@dataclass
class _Compiler:
    """Turns one language's section, with the common one, into a Grammar."""

    common: dict[str, Any]
    own: dict[str, Any]
    slots: dict[str, Slot] = field(init=False)

    def __post_init__(self) -> None:
        cased = self.own["cased"]
        entries = {**self.common["slots"], **self.own["slots"]}
        self.slots = {name: Slot.of(name, entry, cased=name in cased) for name, entry in entries.items()}

    def grammar(self) -> Grammar:
        own, joins, tense = self.own, self.own["joins"], self.own["tense"]
        return Grammar(
            rules=tuple(self._rule(rule) for rule in [*self.common["rules"], *own["rules"]]),
            bounds=tuple((kind, self._bound(words)) for kind, words in own["bounds"].items()),
            not_since=re.compile(own["not_since"], re.IGNORECASE),
            apposition=self._flat(joins["apposition"]),
            range=self._flat(joins["range"]),
            between=self._flat(joins["between"]),
            pair=self._flat(joins["pair"]),
            clause=re.compile(own["clause"], re.IGNORECASE),
            future=re.compile(tense["future"], re.IGNORECASE),
            past=re.compile(tense["past"], re.IGNORECASE),
        )

    def _rule(self, rule: dict[str, Any]) -> Rule:
        groups: list[tuple[str, Slot]] = []
        pattern = LEFT_EDGE + "(?:" + self._expand(rule["pattern"], groups) + ")" + RIGHT_EDGE
        constant = NO_PARTS
        for name, value in rule.get("set", {}).items():
            constant = constant.filled(name, value)
        guards = {key: rule.get(key) for key in ("before", "not_before", "after", "not_after")}
        compiled = {key: self._flat(guard) if guard else None for key, guard in guards.items()}
        return Rule(rule["reads"], re.compile(pattern, re.IGNORECASE), tuple(groups), constant, **compiled)

    def _bound(self, words: list[str]) -> re.Pattern[str]:
        longest_first = sorted(words, key=len, reverse=True)
        return self._flat(rf"(?<!\w)(?:{'|'.join(longest_first)}) (?:the )?$")

    def _flat(self, pattern: str) -> re.Pattern[str]:
        """A pattern without fields."""
        return re.compile(self._expand(pattern, []), re.IGNORECASE)

    def _expand(self, pattern: str, groups: list[tuple[str, Slot]]) -> str:
        macros: dict[str, str] = {**self.common["macros"], **self.own["macros"]}

        def expand(match: re.Match[str]) -> str:
            name = match[1]
            if name in macros:
                return "(?:" + NAME.sub(expand, macros[name].replace(" ", SPACE)) + ")"
            slot = self.slots[name]
            group = f"g{len(groups)}"
            groups.append((group, slot))
            return f"(?P<{group}>{slot.pattern.replace(' ', SPACE)})"

        return NAME.sub(expand, pattern.replace(" ", SPACE))
