"""Attributions enter; the same, with the crossed sources of "X quoted Y as saying" put right, leave."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.attributions import RawAttribution
from sayso.records import Span
from sayso.records.span import trim

QUOTING = re.compile(r"quot(?:ed|es|ing)\b", re.IGNORECASE)
SAYING = re.compile(r"(?:as )?saying\b", re.IGNORECASE)
DETERMINER = re.compile(r"(?:the|a|an|its|their)", re.IGNORECASE)
WORDS_TO_CUE = re.compile(r"(?: [\w’'-]+){1,4} ?")


def untangle(text: str, raw: Sequence[RawAttribution]) -> list[RawAttribution]:
    """In English the quoting agency stands before its cue and the one it quotes between the two cues.

    Both hang on one content, and heads that choose token by token cross them.
    """
    settled = list(raw)
    for at, outer in enumerate(settled):
        for other, inner in enumerate(settled):
            if _is_pair(text, outer, inner) and _is_crossed(outer, inner):
                settled[at] = replace(outer, source=_whole(text, inner.source, outer.cue))
                content = tuple(c for c in inner.content if outer.source and not outer.source.overlaps(c))
                settled[other] = replace(inner, source=outer.source, content=content or inner.content)
                break
    return settled


def _is_pair(text: str, outer: RawAttribution, inner: RawAttribution) -> bool:
    return bool(
        outer.cue
        and inner.cue
        and QUOTING.match(outer.cue.of(text))
        and SAYING.match(inner.cue.of(text))
        and outer.cue.end <= inner.cue.start
        and any(a.overlaps(b) for a in outer.content for b in inner.content)
    )


def _is_crossed(outer: RawAttribution, inner: RawAttribution) -> bool:
    if outer.cue is None or inner.cue is None or outer.source is None:
        return False
    between = outer.cue.end <= outer.source.start and outer.source.end <= inner.cue.start
    return between and (inner.source is None or inner.source.end <= outer.cue.start)


def _whole(text: str, source: Span | None, cue: Span | None) -> Span | None:
    """A source of which only the article was taken, with the words between it and its cue."""
    if source is None or cue is None or not DETERMINER.fullmatch(source.of(text)):
        return source
    if WORDS_TO_CUE.fullmatch(text, source.end, cue.start) is None:
        return source
    return trim(text, source.start, cue.start)
