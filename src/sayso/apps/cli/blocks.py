"""A reading → its blocks in text order: one source's chain, what it said, and the claims made there."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records import Attribution, Check, Claim, Reading, Span
from sayso.records.span import covers

# A relaying attribution gets a block of its own only where it says this many letters
# that the attributions nested in it do not say: about four words.
_OWN_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Block:
    """What one chain says in one place.

    chain: innermost speaker first; empty where the outlet speaks in its own voice.
    said: the content; for the outlet's own voice the sentence.
    """

    chain: tuple[Attribution, ...]
    said: tuple[Span, ...]
    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]


def arrange_blocks(reading: Reading) -> tuple[Block, ...]:
    """Every attribution and every claim once, in the order of the text."""
    return tuple(sorted([*_attributed(reading), *_own_voice(reading)], key=_position))


def loose_checks(reading: Reading, blocks: Iterable[Block]) -> tuple[Check, ...]:
    """The checks that no block shows, because they are about nothing that was annotated."""
    shown = [check for block in blocks for check in block.checks]
    return tuple(check for check in reading.checks if check not in shown)


def _position(block: Block) -> int:
    """Where its words stand: a source can stand paragraphs before them."""
    return min((span.start for span in block.said), default=0)


def _attributed(reading: Reading) -> Iterable[Block]:
    for attribution in reading.attributions:
        claims = _in_text_order(reading, attribution.id)
        if claims or (_says_more(attribution, reading) and not _is_check(attribution, reading.checks)):
            yield Block(
                chain=_chain(attribution, reading),
                said=attribution.content,
                claims=claims,
                checks=_checks(reading, claims, attribution.id),
            )


def _own_voice(reading: Reading) -> Iterable[Block]:
    own = _in_text_order(reading, None)
    for span in dict.fromkeys(claim.span for claim in own):
        claims = tuple(claim for claim in own if claim.span == span)
        yield Block(chain=(), said=(span,), claims=claims, checks=_checks(reading, claims, None))


def _in_text_order(reading: Reading, speaker: str | None) -> tuple[Claim, ...]:
    """The claims whose innermost speaker this is, as their figures and events stand in the text."""

    def position(claim: Claim) -> int:
        if claim.figure is not None:
            return reading.figures[claim.figure].span.start
        return reading.events[claim.event].span.start if claim.event is not None else claim.span.start

    claims = (claim for claim in reading.claims if (claim.chain[0] if claim.chain else None) == speaker)
    return tuple(sorted(claims, key=position))


def _chain(attribution: Attribution, reading: Reading) -> tuple[Attribution, ...]:
    by_id = {one.id: one for one in reading.attributions}
    chain: list[Attribution] = []
    link: Attribution | None = attribution
    while link and link not in chain:
        chain.append(link)
        link = by_id.get(link.parent) if link.parent else None
    return tuple(chain)


def _checks(reading: Reading, claims: Iterable[Claim], attribution_id: str | None) -> tuple[Check, ...]:
    of_claims = {claim.check for claim in claims}
    return tuple(
        check
        for position, check in enumerate(reading.checks)
        if position in of_claims or attribution_id in check.about
    )


def _says_more(attribution: Attribution, reading: Reading) -> bool:
    """Whether it says anything beyond what the attributions nested in it say."""
    hulls = [_hull(one) for one in reading.attributions if one.parent == attribution.id]
    nested = [hull for hull in hulls if hull]
    if not nested:
        return True
    text = reading.document.text
    own = [
        position
        for span in attribution.content
        for position in range(span.start, span.end)
        if text[position].isalnum() and not covers(nested, Span(position, position + 1))
    ]
    return len(own) >= _OWN_LETTERS


def _hull(attribution: Attribution) -> Span | None:
    parts = [part for part in (attribution.source, attribution.cue, *attribution.content) if part]
    return Span(min(part.start for part in parts), max(part.end for part in parts)) if parts else None


def _is_check(attribution: Attribution, checks: Iterable[Check]) -> bool:
    """ "This claim could not be verified" is shown as the check it is, not as words of a nameless source."""
    cue = attribution.cue
    return (
        attribution.source is None and cue is not None and any(check.span.contains(cue) for check in checks)
    )
