"""A text goes in; date expressions with their spans come out, joined but not yet resolved."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.normalise.dates.grammar import CONTEXT_CHARS, Grammar
from sayso.normalise.dates.parts import Parts
from sayso.records import Span

ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
POSSESSIVE = ("'s", "’s")
OPENERS = ("since", "from", "between")


@dataclass(frozen=True, slots=True)
class Term:
    """One match of one rule."""

    span: Span
    reads: str
    parts: Parts

    @property
    def is_day(self) -> bool:
        """Whether it names one day, so that another name of that day may stand beside it."""
        return (
            self.reads in {"weekday", "numeric"}
            or (self.reads == "deictic" and self.parts.offset_to is None)
            or (self.reads == "calendar" and self.parts.day is not None and self.parts.day_to is None)
        )


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression of the text: a term, or two that are the ends of a range.

    bound: the kind of word in front that changes the interval (`since`, `until`, …); plain `from` stays
        out of the span, but tells that the date lies behind.
    """

    span: Span
    head: Term
    tail: Term | None = None
    bound: str | None = None


def find_expressions(text: str, grammar: Grammar) -> list[Expression]:
    """Disjoint expressions in text order; of overlapping readings the longest stands."""
    addresses = [Span(*match.span()) for match in ADDRESS.finditer(text)]
    found = [term for term in _all_terms(text, grammar) if not any(map(term.span.overlaps, addresses))]
    terms = _join_names(text, _longest(found), grammar)
    return list(_bounded(text, terms, grammar))


def _all_terms(text: str, grammar: Grammar) -> Iterator[Term]:
    for rule in grammar.rules:
        for match, parts in rule.find(text):
            yield Term(Span(match.start(), match.end()), rule.reads, parts)


def _longest(terms: Iterable[Term]) -> list[Term]:
    kept: list[Term] = []
    taken: set[int] = set()
    for term in sorted(terms, key=lambda term: (-len(term.span), term.span.start)):
        places = range(term.span.start, term.span.end)
        if taken.isdisjoint(places):
            kept.append(term)
            taken.update(places)
    return sorted(kept, key=lambda term: term.span)


def _join_names(text: str, terms: list[Term], grammar: Grammar) -> list[Term]:
    """Make one term of two names of one day ("Thursday, 10 January")."""
    joined: list[Term] = []
    for term in terms:
        last = joined[-1] if joined else None
        if (
            last
            and last.is_day
            and term.is_day
            and last.reads != term.reads
            and (grammar.apposition.fullmatch(text, last.span.end, term.span.start))
        ):
            named = last if last.reads in {"calendar", "deictic"} and term.reads != "calendar" else term
            joined[-1] = replace(named, span=Span(last.span.start, term.span.end))
        else:
            joined.append(term)
    return joined


def _bounded(text: str, terms: list[Term], grammar: Grammar) -> Iterator[Expression]:
    index = 0
    while index < len(terms):
        head = terms[index]
        bound, start = _bound_before(text, head, grammar)
        tail = terms[index + 1] if index + 1 < len(terms) else None
        if tail and _is_range(text, head, tail, bound, grammar):
            opened = bound in OPENERS
            yield Expression(Span(start if opened else head.span.start, tail.span.end), head, tail)
            index += 2
            continue
        if bound == "from" and head.parts.part == "early":
            bound = "since"
        elif bound in {"from", "between"}:
            start = head.span.start
        yield Expression(Span(start, head.span.end), head, bound=bound)
        index += 1


def _bound_before(text: str, term: Term, grammar: Grammar) -> tuple[str | None, int]:
    """The bounding word right before a date, and where the whole starts."""
    span = term.span
    # "after Monday's attack" bounds by the attack: its date is Monday.
    if text.startswith(POSSESSIVE, span.end) or term.reads == "attribute":
        return None, span.start
    window = max(0, span.start - CONTEXT_CHARS)
    left = text[window : span.start]
    found = [(match.start(), kind) for kind, words in grammar.bounds if (match := words.search(left))]
    if not found:
        return None, span.start
    start, kind = min(found)
    if kind == "since" and grammar.not_since.search(span.of(text)):
        return None, span.start
    return kind, window + start


def _is_range(text: str, head: Term, tail: Term, bound: str | None, grammar: Grammar) -> bool:
    def between(pattern: re.Pattern[str]) -> bool:
        return pattern.fullmatch(text, head.span.end, tail.span.start) is not None

    if head.reads != tail.reads or head.reads not in {"calendar", "weekday"}:
        return False
    if bound == "between":
        return between(grammar.between)
    if head.reads == "weekday" and between(grammar.pair):
        return ((tail.parts.weekday or 0) - (head.parts.weekday or 0)) % 7 == 1
    dashed = text[head.span.end : tail.span.start].strip() in {"-", "–", "—"}
    days = head.parts.day is not None and tail.parts.day is not None
    return between(grammar.range) and (dashed or days or bound in OPENERS)
