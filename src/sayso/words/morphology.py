"""Text and its language → words, each with every lemma it may belong to.

Russian and Ukrainian come from pymorphy3's dictionaries. English needs no
dictionary here: a word gets all lemmas that its ending allows, and whoever
asks keeps the one a lexicon knows.
"""

import re
from typing import Any

import pymorphy3  # pyright: ignore[reportMissingTypeStubs]

from sayso.records import Span
from sayso.words.phrases import split_list
from sayso.words.shipped import read_data
from sayso.words.word import Parse, Word

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ\-‑][^\W_]+)*|[%№$€£]", re.UNICODE)
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_CYRILLIC = re.compile(r"[а-яА-ЯёЁіїєґІЇЄҐ]")
_MIN_SHARE = 0.05  # of the likeliest parse: leaves out «стали» as steel, keeps real homonyms


def normalise_word(text: str) -> str:
    """Lower case, plain apostrophes and hyphens, and never longer or shorter: offsets hang on it (İ)."""
    lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return lower.translate({ord("’"): "'", ord("ʼ"): "'", ord("‑"): "-"})


class Morphology:
    """Looks words up, remembering each; build one and share it, it is the dear part of every lexicon."""

    def __init__(self, irregular: dict[str, tuple[Parse, ...]]) -> None:
        self._irregular = irregular
        self._analyzers: dict[str, Any] = {}
        self._known: dict[tuple[str, str], tuple[Parse, ...]] = {}

    @classmethod
    def load(cls) -> "Morphology":
        return cls(_read_irregular(read_data("lexicons/words.yaml")["irregular"]))

    def words(self, text: str, language: str, span: Span | None = None) -> tuple[Word, ...]:
        """The words of `text`, or of `span` in it, with offsets into `text`."""
        start, end = (span.start, span.end) if span else (0, len(text))
        found: list[Word] = []
        for match in _WORD.finditer(text, start, end):
            form = normalise_word(match.group())
            found.extend(self._word(part, language, match.start() + at) for at, part in _contraction(form))
        return tuple(found)

    def parses(self, form: str, language: str) -> tuple[Parse, ...]:
        """Every reading of one lower-cased word; the likeliest first."""
        language = script_language(form, language)
        key = (form, language)
        if key not in self._known:
            self._known[key] = self._english(form) if language == "en" else self._slavic(form, language)
        return self._known[key]

    def slavic_parses(self, form: str, language: str) -> list[Any]:
        """pymorphy3's parses for `ru` or `uk`, likeliest first; its dictionary loads at first use."""
        if language not in self._analyzers:
            self._analyzers[language] = pymorphy3.MorphAnalyzer(lang=language)
        try:
            return self._analyzers[language].parse(form)
        except ValueError:  # pymorphy3 asks Unicode for the name of each letter, and some have none (Tangut)
            return self._analyzers[language].parse("?" * len(form))

    def _word(self, form: str, language: str, start: int) -> Word:
        parses = self.parses(form, language)
        keys = frozenset({form, *(parse.lemma for parse in parses)})
        return Word(form, Span(start, start + len(form)), parses, keys)

    def _slavic(self, form: str, language: str) -> tuple[Parse, ...]:
        found = self.slavic_parses(form, language)
        floor = found[0].score * _MIN_SHARE
        kept = [Parse(one.normal_form, frozenset(one.tag.grammemes)) for one in found if one.score >= floor]
        return tuple(dict.fromkeys(kept))

    def _english(self, form: str) -> tuple[Parse, ...]:
        stem = form.removesuffix("'s")
        regular = [Parse(lemma, frozenset(tags)) for lemma, tags in _english_lemmas(stem)]
        return (*self._irregular.get(stem, ()), *regular)


def script_language(form: str, language: str) -> str:
    """The language whose rules fit the word: names in Latin letters stand in Russian text too."""
    if not _CYRILLIC.search(form):
        return "en"
    if language in {"ru", "uk"}:
        return language
    return "uk" if _UKRAINIAN.search(form) else "ru"


def _contraction(form: str) -> list[tuple[int, str]]:
    """`couldn't` as could + n't, so that negation is a word of its own in every language."""
    if form.endswith("n't"):
        return [(0, form[:-3]), (len(form) - 3, form[-3:])] if len(form) > 3 else [(0, form)]
    for ending in ("'ll", "'re", "'ve", "'m"):
        if form.endswith(ending) and len(form) > len(ending):
            return [(0, form[: -len(ending)]), (len(form) - len(ending), ending)]
    return [(0, form)]


def _english_lemmas(form: str) -> list[tuple[str, set[str]]]:
    found: list[tuple[str, set[str]]] = [(form, set())]
    if form.endswith("ing") and len(form) > 5:
        found += [(stem, {"ing"}) for stem in _stems(form[:-3])]
    if form.endswith("ed") and len(form) > 3:
        found += [(stem, {"past"}) for stem in _stems(form[:-2])]
        if form.endswith("ied"):
            found.append((form[:-3] + "y", {"past"}))
    if form.endswith("s") and not form.endswith("ss") and len(form) > 3:
        found.append((form[:-1], {"s"}))
        if form.endswith("ies"):
            found.append((form[:-3] + "y", {"s"}))
        elif form.endswith("es"):
            found.append((form[:-2], {"s"}))
    return found


def _stems(base: str) -> list[str]:
    """What may stand before -ed or -ing: claim, deni(e), plan(n)."""
    doubled = len(base) > 2 and base[-1] == base[-2]
    return [base, base + "e", *([base[:-1]] if doubled else [])]


def _read_irregular(lines: dict[str, str]) -> dict[str, tuple[Parse, ...]]:
    """`say: said, said` → both forms, as past; a form may belong to several verbs."""
    found: dict[str, tuple[Parse, ...]] = {}
    for lemma, forms in lines.items():
        for form in split_list(forms):
            found[form] = (*found.get(form, ()), Parse(lemma, frozenset({"past"})))
    return found
