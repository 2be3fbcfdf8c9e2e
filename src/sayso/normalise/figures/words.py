"""A text goes in, its words come out with their dictionary forms and parts of speech."""

import re
from dataclasses import dataclass
from typing import Any, Protocol, cast

from sayso.words import Morphology

# A number keeps its digit groups together; a word keeps its apostrophe but not its hyphens.
NUMBER = r"(?P<number>\d{{1,3}}(?:[{spaces}]\d{{3}})+(?!\d)(?:[.,]\d+(?!\d))?|\d+(?:[.,]\d+)*)"
REST = (
    r"|(?P<word>[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*[²³]?)"
    r"|(?P<mark>\n|[^\s\w]|_)"
)
# A plain space groups digits in Russian and Ukrainian; in English it parts two numbers.
TOKEN = re.compile(NUMBER.format(spaces="\u00a0\u202f") + REST)
TOKEN_SPACED = re.compile(NUMBER.format(spaces=" \u00a0\u202f") + REST)
APOSTROPHES = str.maketrans("’ʼ`", "'''")
RARE = 0.1  # «вышли» is hardly ever "deport!": a reading so much rarer than the best is left out
SENTENCE_ENDS = frozenset("\n!?")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark; `sentence` counts the sentences before it."""

    text: str
    low: str
    start: int
    end: int
    kind: str
    sentence: int

    @property
    def is_word(self) -> bool:
        return self.kind == "word"

    @property
    def is_number(self) -> bool:
        return self.kind == "number"

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


def tokenise(text: str, *, spaced_groups: bool) -> tuple[Token, ...]:
    """The words, numbers and marks of a text; `spaced_groups`: "12 300" is one number."""
    tokens: list[Token] = []
    sentence = 0
    for match in (TOKEN_SPACED if spaced_groups else TOKEN).finditer(text):
        word = match.group()
        kind = str(match.lastgroup)
        low = word.lower().translate(APOSTROPHES)
        tokens.append(Token(word, low, match.start(), match.end(), kind, sentence))
        if word in SENTENCE_ENDS or (word == "." and _starts_afresh(text, match.end())):
            sentence += 1
    return tuple(tokens)


def _starts_afresh(text: str, after_stop: int) -> bool:
    """Whether a full stop ends a sentence: abbreviations («млн.») go on in lower case."""
    rest = text[after_stop : after_stop + 4].lstrip(' \u00a0»”"')
    return rest[:1].isupper() or rest[:1] in '«“"\n'


class Words(Protocol):
    """What a language knows about a single word, given in lower case."""

    def lemmas(self, word: str) -> frozenset[str]: ...

    def forms(self, lemma: str) -> frozenset[str]: ...

    def plural_forms(self, lemma: str) -> frozenset[str]: ...


class EnglishWords:
    """Dictionary forms by rule: every reading the ending allows, the wrong ones being harmless."""

    def __init__(self) -> None:
        self._lemmas: dict[str, frozenset[str]] = {}

    def lemmas(self, word: str) -> frozenset[str]:
        known = self._lemmas.get(word)
        if known is None:
            known = self._lemmas[word] = frozenset(_english_readings(word.removesuffix("'s")))
        return known

    def forms(self, lemma: str) -> frozenset[str]:
        return frozenset({lemma})

    def plural_forms(self, lemma: str) -> frozenset[str]:
        del lemma
        return frozenset()


def _english_readings(word: str) -> set[str]:
    readings = {word}
    for ending, replacements in (
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("ying", ("ie",)),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
    ):
        stem = word.removesuffix(ending)
        shortest = 3 if ending in {"s", "es"} else 2  # "has" and "was" are no plurals
        if stem != word and len(stem) >= shortest:
            readings.update(stem + replacement for replacement in replacements)
            if stem[-1] == stem[-2]:
                readings.add(stem[:-1])
    return readings


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one reading of a Slavic word allows."""

    lemma: str
    noun: bool
    modifier: bool
    plural: bool
    genitive: bool
    animate: bool
    likely: bool


class SlavicWords:
    """Dictionary forms and grammar from the pymorphy3 dictionaries; `language` is `ru` or `uk`."""

    def __init__(self, morphology: Morphology, language: str) -> None:
        self._morphology = morphology
        self._language = language
        self._grammar: dict[str, tuple[Grammar, ...]] = {}

    def grammar(self, word: str) -> tuple[Grammar, ...]:
        """The readings of a word, the likeliest first; at least one."""
        known = self._grammar.get(word)
        if known is None:
            known = self._grammar[word] = self._parsed(word)
        return known

    def _parsed(self, word: str) -> tuple[Grammar, ...]:
        parses = self._morphology.slavic_parses(word, self._language)
        return tuple(_grammar(parse, parses[0]) for parse in parses)

    def lemmas(self, word: str) -> frozenset[str]:
        return frozenset(one.lemma for one in self.grammar(word) if one.likely) | {word}

    def forms(self, lemma: str) -> frozenset[str]:
        return frozenset(word for word, _ in self._lexeme(lemma)) | {lemma}

    def plural_forms(self, lemma: str) -> frozenset[str]:
        return frozenset(word for word, plural in self._lexeme(lemma) if plural)

    def _lexeme(self, lemma: str) -> list[tuple[str, bool]]:
        parses = [
            parse
            for parse in self._morphology.slavic_parses(lemma, self._language)
            if parse.normal_form == lemma and parse.tag.POS not in {"VERB", "INFN", "PREP", "CONJ"}
        ]
        return [(str(form.word), "plur" in form.tag) for parse in parses for form in parse.lexeme]


def _grammar(parse: Any, best: Any) -> Grammar:
    tag = parse.tag
    part = cast("str | None", tag.POS)
    return Grammar(
        lemma=str(parse.normal_form),
        noun=part == "NOUN",
        modifier=part in {"ADJF", "PRTF"},
        plural="plur" in tag,
        genitive="gent" in tag,
        animate="anim" in tag,
        likely=bool(parse.score >= RARE * best.score),
    )
