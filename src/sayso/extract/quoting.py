"""Attributions enter; those of "X quoted Y as saying" leave as two, an agency's and the one inside it.

Heads that choose token by token cross the two sources, or take one for
content. The words themselves are plain: who quotes stands before, who is
quoted between the two cues, and both have the same content.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.attributions import RawAttribution
from sayso.records import Span
from sayso.records.span import trim

QUOTED_AS = re.compile(r"\bquot(?:ed|es|ing) (?P<who>[^“”\".;:\n]{2,140}?),? (?P<saying>as saying)\b")
QUOTATION = re.compile(r"“[^“”]{3,600}”|\"[^\"\n]{3,600}\"")
DETERMINER = re.compile(r"(?:the|a|an|its|their)", re.IGNORECASE)
WORDS_TO_CUE = re.compile(r"(?: [\w’'-]+){1,4} ?")
REACH = 60  # characters between a quotation and the cue that credits it: room for the agency's name


def untangle(text: str, raw: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Draw both attributions anew wherever a head hung something on either cue."""
    settled = list(raw)
    for match in QUOTED_AS.finditer(text):
        both = Span(*match.span())
        hung = [one for one in settled if one.cue and both.contains(one.cue)]
        content = _content(text, both, hung)
        if hung and content:
            outer = max(hung, key=lambda one: one.score)
            agency = next((o.source for o in hung if o.source and o.source.end <= both.start), None)
            cue = Span(both.start, match.start("who") - 1)
            settled = [one for one in settled if one not in hung]
            settled.append(replace(outer, source=_whole(text, agency, cue), cue=cue, content=content))
            governor, saying = trim(text, *match.span("who")), Span(*match.span("saying"))
            settled.append(replace(outer, source=governor, cue=saying, content=content))
    return settled


def _content(text: str, both: Span, hung: Sequence[RawAttribution]) -> tuple[Span, ...]:
    """What the heads took for content outside the cues; failing that, the quotation just before them."""
    told = {span for one in hung for span in one.content if not span.overlaps(both)}
    if told:
        return tuple(span for span in sorted(told) if not any(o != span and o.contains(span) for o in told))
    before = [Span(*found.span()) for found in QUOTATION.finditer(text, max(0, both.start - 700), both.start)]
    return tuple(span for span in before[-1:] if both.start - span.end <= REACH)


def _whole(text: str, source: Span | None, cue: Span) -> Span | None:
    """A source of which only the article was taken, with the words between it and its cue."""
    if source is None or not DETERMINER.fullmatch(source.of(text)):
        return source
    if WORDS_TO_CUE.fullmatch(text, source.end, cue.start) is None:
        return source
    return trim(text, source.start, cue.start)
