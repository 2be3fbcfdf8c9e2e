"""A Russian or Ukrainian name in any case → the same in the nominative, with the gender it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.words import Morphology

_CASES = ("nomn", "gent", "ablt", "datv", "loct", "accs")
_GENDERS = ("masc", "femn")


@dataclass(frozen=True, slots=True)
class Nominative:
    """gender: masc, femn, or None where the name does not show it."""

    name: str
    gender: str | None


def nominative_name(
    morphology: Morphology, tokens: Sequence[str], language: str, *, oblique: bool
) -> Nominative:
    """Put a person's name into the nominative: all its words must agree in case and gender.

    oblique: the sentence calls for another case («по словам …»), so the nominative is tried last.
    """
    cases = (*_CASES[1:], _CASES[0]) if oblique else _CASES
    parses = [morphology.slavic_parses(token, language) for token in tokens]
    for case in cases:
        genders = [gender for gender in _GENDERS if all(_fitting(one, case, gender) for one in parses)]
        if genders:
            forms = [
                _inflected(one, token, case, genders[0]) for one, token in zip(parses, tokens, strict=True)
            ]
            return Nominative(" ".join(forms), genders[0] if len(genders) == 1 else _given(parses))
    alone = [
        nominative_name(morphology, [token], language, oblique=oblique) for token in tokens[: len(tokens) - 1]
    ]
    if not alone:
        return Nominative(" ".join(tokens), _given(parses))
    last = nominative_name(morphology, tokens[-1:], language, oblique=oblique)
    return Nominative(" ".join(one.name for one in (*alone, last)), _given(parses))


def nominative_phrase(morphology: Morphology, text: str, language: str, *, oblique: bool) -> str:
    """Put a description's head noun and the adjectives before it into the nominative; leave the rest."""
    words = morphology.words(text, language)
    parses = [morphology.slavic_parses(word.text, language) for word in words]
    head = next((at for at, one in enumerate(parses) if one[0].tag.POS not in {"ADJF", "PRTF"}), len(parses))
    joined = head + 1 < len(words) and "CONJ" in parses[head + 1][0].tag
    if (
        head == len(parses)
        or joined
        or not _nouns(parses[head])
        or parses[head][0].tag.POS in {"PREP", "NPRO", "NUMR"}
    ):
        return text
    noun = _head_reading(parses[: head + 1], oblique=oblique)
    if "nomn" in noun.tag:
        return text
    plural = "plur" in noun.tag
    out: list[str] = []
    end = 0
    for at, word in enumerate(words[: head + 1]):
        one = noun if at == head else next((p for p in parses[at] if p.tag.POS in {"ADJF", "PRTF"}), None)
        form = _nominative(one, plural=plural, gender=noun.tag.gender if at < head else None) if one else None
        original = text[word.span.start : word.span.end]
        out += [text[end : word.span.start], _cased(form, original) if form else original]
        end = word.span.end
    return "".join(out) + text[end:]


def _head_reading(parses: Sequence[Sequence[Any]], *, oblique: bool) -> Any:
    """The reading of the noun, the last word, whose case its adjective shares and the sentence wants."""
    nouns = _nouns(parses[-1])
    adjectives = [one for one in parses[-2] if one.tag.POS in {"ADJF", "PRTF"}] if len(parses) > 1 else []

    def rank(noun: Any) -> tuple[bool, bool]:
        agrees = not adjectives or any(
            one.tag.case == noun.tag.case and ("plur" in one.tag) == ("plur" in noun.tag)
            for one in adjectives
        )
        return not agrees, ("nomn" in noun.tag) == oblique

    return min(nouns, key=rank)


def _nominative(parse: Any, *, plural: bool, gender: str | None) -> str | None:
    """The nominative of one word; Ukrainian readings do not say `sing`, so that wish is dropped there."""
    number = {"plur"} if plural else {"sing"}
    sexed = {gender} if gender and not plural else set[str]()
    for wanted in ({"nomn"} | number | sexed, {"nomn"} | sexed):
        form = parse.inflect(wanted)
        if form is not None and ("plur" in form.tag) == plural:
            return str(form.word)
    return None


def _nouns(parses: Sequence[Any]) -> list[Any]:
    return [one for one in parses if one.tag.POS == "NOUN"]


def _fitting(parses: Sequence[Any], case: str, gender: str) -> list[Any]:
    """The readings as part of a name in this case; initials and foreign words fit every case."""
    fitting = [
        one
        for one in parses
        if one.tag.POS in {"NOUN", "ADJF"} and case in one.tag and "plur" not in one.tag and gender in one.tag
    ]
    if not fitting and not any({"Name", "Surn", "Patr"} & set(one.tag.grammemes) for one in parses):
        return [
            one for one in parses if one.tag.POS in {None, "NOUN", "ADJF", "CONJ", "PRCL", "INTJ", "PREP"}
        ][:1]
    return sorted(fitting, key=lambda one: -len({"Name", "Surn", "Patr"} & set(one.tag.grammemes)))


def _inflected(parses: Sequence[Any], token: str, case: str, gender: str) -> str:
    if case == "nomn":
        return token
    best = _fitting(parses, case, gender)[0]
    adjective = best.tag.POS == "ADJF"
    form = _nominative(best, plural=False, gender=gender if adjective else None) if case in best.tag else None
    return _cased(form, token) if form else token


def _given(parses: Sequence[Sequence[Any]]) -> str | None:
    """The gender that a given name or patronymic shows by itself."""
    for one in (one for token in parses for one in token):
        if {"Name", "Patr"} & set(one.tag.grammemes):
            return next((gender for gender in _GENDERS if gender in one.tag), None)
    return None


def _cased(form: str, like: str) -> str:
    """`form` written as `like` was as far as the two go together: capitals, and no ё where none stood."""
    kept = [
        old if old.lower() == new or (old.lower(), new) == ("е", "ё") else new
        for new, old in zip(form, like, strict=False)
    ]
    written = "".join(kept) + form[len(kept) :]
    return written.upper() if like.isupper() and len(like) > 1 else written
