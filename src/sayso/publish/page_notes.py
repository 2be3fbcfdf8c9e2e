"""A reading → the notes in its margin, and the marks that tie each note to the text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.publish.page_text import Mark, Role
from sayso.publish.page_words import TONES, how_many, when
from sayso.records import Attribution, Check, Claim, FigureStance, Polarity, Reading, Span


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: a name, and the key of the attribution that it speaks in."""

    key: str
    name: str
    named: bool


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One row of the ledger in words; what is not known is said in `caveats`."""

    how_many: str | None
    event: str | None
    event_type: str | None
    where: str | None
    when: str | None
    how_sure: str
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckLine:
    verdict: str
    by: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin for one attribution, or for one sentence in the outlet's own voice.

    at: where in the text its number stands.
    steps: the chain, innermost speaker first, without the publisher; empty for the outlet's own voice.
    """

    key: str
    at: int
    steps: tuple[Step, ...] = ()
    attribution: Attribution | None = None
    tone: str = ""
    claims: tuple[ClaimLine, ...] = ()
    checks: tuple[CheckLine, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Its own and those of the attributions that relay it, so that the whole chain lights up."""
        return (self.key, *(step.key for step in self.steps[1:]))


@dataclass(slots=True)
class _Margin:
    """Builds one story's notes; `prefix` keeps its keys apart from other stories'."""

    reading: Reading
    prefix: str
    blocks: Sequence[Span]
    by_id: dict[str, Attribution] = field(init=False)
    keys: dict[str, str] = field(init=False)
    claims_of: dict[str, list[Claim]] = field(init=False)
    own_voice: list[list[Claim]] = field(init=False)

    def __post_init__(self) -> None:
        attributions = self.reading.attributions
        self.by_id = {attribution.id: attribution for attribution in attributions}
        # Our own counter, not the record's id, goes into the page: it is safe in any attribute.
        self.keys = {one.id: f"{self.prefix}a{i}" for i, one in enumerate(attributions, 1)}
        self.claims_of = defaultdict(list)
        for claim in self.reading.claims:
            speaker = claim.chain[0] if claim.chain else ""
            self.claims_of[speaker if speaker in self.by_id else ""].append(claim)
        by_sentence: defaultdict[Span, list[Claim]] = defaultdict(list)
        for claim in self.claims_of[""]:
            by_sentence[claim.span].append(claim)
        self.own_voice = [by_sentence[span] for span in sorted(by_sentence)]

    def notes(self) -> Iterator[Note]:
        told_below = self._relays()
        for attribution in self.reading.attributions:
            if attribution.id not in told_below:
                yield self._attribution_note(attribution)
        yield from self._own_voice_notes()

    def marks(self) -> Iterator[Mark]:
        for one in self.reading.attributions:
            key = self.keys[one.id]
            spans = (
                (one.source, Role.SOURCE),
                (one.cue, Role.CUE),
                *((s, Role.CONTENT) for s in one.content),
            )
            yield from (Mark(span, role, key) for span, role in spans if span)
            for claim in self.claims_of[one.id]:
                yield from self._details(claim, key)
        for position, claims in enumerate(self.own_voice, 1):
            yield from (
                mark for claim in claims for mark in self._details(claim, f"{self.prefix}v{position}")
            )
        yield from (Mark(figure.span, Role.FIGURE) for figure in self.reading.figures)
        for check in self.reading.checks:
            yield Mark(check.span, Role.CHECK)
            yield from (Mark(check.span, Role.CHECK, self.keys[a]) for a in check.about if a in self.keys)

    def _relays(self) -> set[str]:
        """Attributions that pass on, word for word and no more, what a child of theirs says.

        The child's note names them as a step; a note of their own would say it twice.
        """
        return {
            one.parent
            for one in self.reading.attributions
            if one.parent in self.by_id
            and self.by_id[one.parent].content == one.content
            and not self.claims_of[one.parent]
        }

    def _attribution_note(self, attribution: Attribution) -> Note:
        claims = self.claims_of[attribution.id]
        checks = [check for check in self.reading.checks if attribution.id in check.about]
        return Note(
            key=self.keys[attribution.id],
            at=self._anchor(attribution),
            steps=tuple(self._step(one) for one in self._chain(attribution)),
            attribution=attribution,
            tone=TONES.get(attribution.stance, "plain"),
            claims=tuple(self._claim_line(claim) for claim in claims),
            checks=self._check_lines(claims, checks),
        )

    def _own_voice_notes(self) -> Iterator[Note]:
        for position, claims in enumerate(self.own_voice, 1):
            yield Note(
                key=f"{self.prefix}v{position}",
                at=claims[0].span.start,
                claims=tuple(self._claim_line(claim) for claim in claims),
                checks=self._check_lines(claims, ()),
            )

    def _chain(self, attribution: Attribution) -> list[Attribution]:
        chain = [attribution]
        while (parent := self.by_id.get(chain[-1].parent or "")) and parent not in chain:
            chain.append(parent)
        return chain

    def _step(self, attribution: Attribution) -> Step:
        key, source, speaker = self.keys[attribution.id], attribution.source, attribution.speaker
        if speaker:
            return Step(key, speaker.name, named=True)
        if source:
            return Step(key, source.of(self.reading.document.text), named=True)
        return Step(key, "source not named", named=False)

    def _anchor(self, attribution: Attribution) -> int:
        """The first of its words in the paragraph where the content begins."""
        parts = [span for span in (*attribution.content, attribution.source, attribution.cue) if span]
        if not parts:
            return 0
        home = next((block for block in self.blocks if block.overlaps(parts[0])), parts[0])
        return min((span.start for span in parts if home.contains(span)), default=parts[0].start)

    def _details(self, claim: Claim, key: str) -> Iterator[Mark]:
        reading = self.reading
        for table, position, role in (
            (reading.figures, claim.figure, Role.FIGURE),
            (reading.places, claim.place, Role.DETAIL),
            (reading.dates, claim.date, Role.DETAIL),
            (reading.events, claim.event, Role.DETAIL),
            (reading.checks, claim.check, Role.CHECK),
        ):
            if position is not None:
                yield Mark(table[position].span, role, key)

    def _claim_line(self, claim: Claim) -> ClaimLine:
        reading, text = self.reading, self.reading.document.text
        figure = None if claim.figure is None else reading.figures[claim.figure]
        event = None if claim.event is None else reading.events[claim.event]
        place = None if claim.place is None else reading.places[claim.place]
        mention = None if claim.date is None else reading.dates[claim.date]
        # A check has a line of its own.
        told = {FigureStance.ASSERTED, *((FigureStance.UNVERIFIED,) if claim.check is not None else ())}
        sure = (
            "said not to be so" if claim.polarity is Polarity.NEGATIVE else None,
            figure.stance if figure and figure.stance not in told else None,
            f"put as {claim.certainty}",
        )
        caveats = (
            place.why if place and place.lat is None else None,
            figure.why if figure and figure.low is None and figure.high is None else None,
            mention.why if mention and mention.first is None and mention.last is None else None,
        )
        return ClaimLine(
            how_many=how_many(figure, figure.span.of(text)) if figure else None,
            event=event.span.of(text) if event else None,
            event_type=event.type if event else None,
            where=place.name if place else None,
            when=when(mention) if mention else None,
            how_sure=", ".join(word for word in sure if word),
            caveats=tuple(why for why in caveats if why),
        )

    def _check_lines(self, claims: Iterable[Claim], about: Iterable[Check]) -> tuple[CheckLine, ...]:
        own = (self.reading.checks[claim.check] for claim in claims if claim.check is not None)
        text = self.reading.document.text
        return tuple(
            CheckLine(check.verdict, check.by.of(text) if check.by else None)
            for check in dict.fromkeys((*about, *own))
        )


def read_margin(reading: Reading, prefix: str, blocks: Sequence[Span]) -> tuple[list[Note], list[Mark]]:
    """The notes in the order of the text, and every mark."""
    margin = _Margin(reading, prefix, blocks)
    return sorted(margin.notes(), key=lambda note: note.at), list(margin.marks())
