"""A date expression in its sentence goes in; whether its clause is past or future comes out."""

import re

from sayso.normalise.dates.grammar import Grammar
from sayso.records import Span, Tense


def tense_at(text: str, span: Span, sentence: Span, grammar: Grammar) -> Tense | None:
    """The tense of the nearest verb: in the clause, before it if there is one, else in the sentence."""
    clause = _clause(text, span, sentence, grammar.clause)
    for left, right in (
        (text[clause.start : span.start], text[span.end : clause.end]),
        (text[sentence.start : span.start], text[span.end : sentence.end]),
    ):
        tense = _nearest(left, grammar, last=True) or _nearest(right, grammar, last=False)
        if tense is not None:
            return tense
    return None


def _clause(text: str, span: Span, sentence: Span, border: re.Pattern[str]) -> Span:
    start = sentence.start
    for match in border.finditer(text, sentence.start, span.start):
        start = match.end()
    after = border.search(text, span.end, sentence.end)
    return Span(start, after.start() if after else max(span.end, sentence.end))


def _nearest(text: str, grammar: Grammar, *, last: bool) -> Tense | None:
    """Where both tenses claim the same word ("planned") it looks ahead."""
    found = [(match.start(), Tense.PAST) for match in grammar.past.finditer(text)]
    found += [(match.start(), Tense.FUTURE) for match in grammar.future.finditer(text)]
    if not found:
        return None
    position = max(found)[0] if last else min(found)[0]
    tenses = {tense for start, tense in found if start == position}
    return Tense.FUTURE if Tense.FUTURE in tenses else Tense.PAST
