"""A reading with loose mentions enters; the same, linked, with its claims leaves."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from sayso.claims.chains import Chains, sentence_at
from sayso.claims.links import Linker, first_of
from sayso.records import (
    Attribution,
    Certainty,
    Check,
    Claim,
    Event,
    Figure,
    FigureStance,
    Polarity,
    Reading,
    Span,
    Stance,
    Tense,
    Verdict,
)
from sayso.words.sentences import sentences_of

TENSE_OF_FIGURE = {FigureStance.PLANNED: Tense.FUTURE, FigureStance.FORECAST: Tense.FUTURE}


class ClaimsFromMentions:
    """One claim for each figure, with its event, and one for each event that no figure took."""

    def join(self, reading: Reading) -> Reading:
        chains = Chains(reading.attributions)
        sentences = sentences_of(reading.document.text)
        reading = replace(reading, events=Linker(reading, sentences, chains).link_events())
        reading = replace(reading, figures=Linker(reading, sentences, chains).link_figures())
        linker = Linker(reading, sentences, chains)
        claims = sorted(_claims(linker), key=lambda claim: (claim.span, claim.id))
        return replace(reading, claims=tuple(claims))


def _claims(linker: Linker) -> Iterator[Claim]:
    reading = linker.reading
    taken: set[int] = set()
    for number, figure in enumerate(reading.figures):
        event = linker.event_of(figure.span)
        event_number = first_of(reading.events, event)
        if event_number is not None:
            taken.add(event_number)
        yield _claim(linker, figure.span, event=event_number, figure=number)
    for number, event in enumerate(reading.events):
        if number not in taken:
            yield _claim(linker, event.span, event=number, figure=None)


def _claim(linker: Linker, span: Span, *, event: int | None, figure: int | None) -> Claim:
    reading = linker.reading
    attribution = linker.chains.innermost(span)
    chain = linker.chains.chain(attribution)
    check = linker.check_of(span, chain)
    its_event = reading.events[event] if event is not None else None
    its_figure = reading.figures[figure] if figure is not None else None
    about = its_figure or its_event
    return Claim(
        id=_claim_id(reading.document.id, span, chain),
        chain=chain,
        stance=attribution.stance if attribution else Stance.ASSERTS,
        certainty=_certainty(its_event, attribution, check),
        polarity=its_event.polarity if its_event else Polarity.POSITIVE,
        tense=_tense(its_event, its_figure),
        span=sentence_at(linker.sentences, span),
        event=event,
        figure=figure,
        place=about.place if about else None,
        date=about.date if about else None,
        check=first_of(reading.checks, check),
    )


def _certainty(event: Event | None, attribution: Attribution | None, check: Check | None) -> Certainty:
    """As the event tells it; a claim that was checked and not confirmed is possible at most."""
    if check and check.verdict is not Verdict.CONFIRMED:
        return Certainty.POSSIBLE
    if event:
        return event.certainty
    hedged = {Stance.PREDICTS, Stance.DOUBTS, Stance.BELIEVES, Stance.DENIES}
    if attribution and attribution.stance in hedged:
        return Certainty.POSSIBLE
    if attribution and attribution.stance is Stance.PLANS:
        return Certainty.PROBABLE
    return Certainty.CERTAIN


def _tense(event: Event | None, figure: Figure | None) -> Tense:
    if event:
        return event.tense
    return TENSE_OF_FIGURE.get(figure.stance, Tense.PAST) if figure else Tense.PAST


def _claim_id(document_id: str, span: Span, chain: tuple[str, ...]) -> str:
    told = f"{document_id}/{span.start}/{span.end}/{'/'.join(chain)}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]
