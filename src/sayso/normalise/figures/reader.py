"""A text goes in, its figures in one language come out: candidates, judged, named and linked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from sayso.normalise.figures.candidates import Candidate, CandidateReader
from sayso.normalise.figures.gate import DASHES, FigureGate, Verdict
from sayso.normalise.figures.lexicon import FigureLexicon, words_of
from sayso.normalise.figures.links import linked, shared_scale
from sayso.normalise.figures.measures import MeasureReader
from sayso.normalise.figures.nouns import QUOTES, EnglishNouns, SlavicNouns
from sayso.normalise.figures.ontology import Thing, UnitOntology
from sayso.normalise.figures.units import Named, UnitNamer
from sayso.normalise.figures.words import SlavicWords, Token, tokenise
from sayso.records import Figure, Span
from sayso.words import Morphology

BESIDE = 3  # cost within which a trigger stands in for a noun: "killing 11", "5,000 displaced"


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its verdict, its unit, and the tokens that all candidates cover."""

    candidate: Candidate
    verdict: Verdict
    named: Named
    others: frozenset[int]


class FigureReader:
    """Figures of one language."""

    def __init__(
        self, lexicon: FigureLexicon, candidates: CandidateReader, namer: UnitNamer, gate: FigureGate
    ) -> None:
        self._lexicon = lexicon
        self._candidates = candidates
        self._namer = namer
        self._gate = gate

    @classmethod
    def load(cls, language: str, morphology: Morphology) -> Self:
        """With the shipped lexicon and units of `en`, `ru` or `uk`."""
        words = words_of(morphology, language)
        lexicon = FigureLexicon.load(language, words)
        ontology = UnitOntology.load(language)
        measures = MeasureReader(ontology, words)
        nouns = SlavicNouns(lexicon, words) if isinstance(words, SlavicWords) else EnglishNouns(lexicon)
        return cls(
            lexicon,
            CandidateReader(lexicon, words, measures, nouns),
            UnitNamer(ontology, words, measures),
            FigureGate(lexicon, words),
        )

    def read(self, text: str, *, marked: Iterable[Span] = ()) -> tuple[Figure, ...]:
        """Figures in text order; a bare number under one of the `marked` spans needs no other sign."""
        tokens = tokenise(text, spaced_groups=self._lexicon.grouping == " ")
        spans = tuple(marked)
        judged = self._judge(tokens, self._candidates.read(tokens), spans)
        figures = [_figure(tokens, one) for one in self._keep(tokens, judged)]
        for zero in sorted(self._zeros(text), key=lambda one: -len(one.span)):
            if not any(zero.span.overlaps(one.span) for one in figures):
                figures.append(zero)
        return tuple(sorted(figures, key=lambda figure: figure.span))

    def _judge(
        self, tokens: tuple[Token, ...], candidates: tuple[Candidate, ...], marked: tuple[Span, ...]
    ) -> list[Judged]:
        covered = frozenset(
            at
            for one in candidates
            if not one.is_bare or one.quantity.compared
            for at in range(one.first, one.last + 1)
        )
        judged: list[Judged] = []
        for candidate in candidates:
            listed = self._listed(tokens, candidate)
            named = self._namer.name(tokens, candidate, implied=listed, others=covered)
            if (
                judged
                and (not named.framed or named.distance > BESIDE)
                and self._in_list(tokens, judged[-1], candidate)
            ):
                named = self._namer.listed_after(tokens, named, judged[-1].named)
            verdict = self._gate.judge(tokens, candidate, named.thing, befallen=named.framed)
            beside = named.framed and named.distance <= BESIDE
            under = any(_span(tokens, candidate).overlaps(span) for span in marked)
            if verdict is Verdict.LINKED and (beside or under or listed is not None):
                verdict = Verdict.FIGURE
            judged.append(Judged(candidate, verdict, named, covered))
        return judged

    def _in_list(self, tokens: tuple[Token, ...], before: Judged, candidate: Candidate) -> bool:
        """Whether only a comma or "and" parts a figure from the one before it, whose verb came first."""
        last, first = before.candidate.last, candidate.first
        between = [token.low for token in tokens[last + 1 : first]]
        verb_first = before.named.trigger is not None and before.named.trigger < before.candidate.first
        return verb_first and 0 < len(between) <= 2 and set(between) <= self._lexicon.also

    def _listed(self, tokens: tuple[Token, ...], candidate: Candidate) -> Thing | None:
        """The noun before a dash, as loss tables have it: «танків — 12»."""
        dash = candidate.first - 1
        listing = candidate.is_bare and candidate.quantity.number.digits and dash >= 1
        if not listing or tokens[dash].text not in DASHES | {":"}:
            return None
        follower = tokens[candidate.last + 1].text if candidate.last + 1 < len(tokens) else ""
        if follower in QUOTES:
            return None  # a name: «Северный поток — 2»
        noun = tokens[dash - 1]
        apart = tokens[dash].start > noun.end or tokens[dash].text == ":"
        return self._namer.thing_at(tokens, dash - 1) if apart and noun.is_word else None

    def _keep(self, tokens: tuple[Token, ...], judged: list[Judged]) -> list[Judged]:
        """Figures, with the noun that a bare number shares with its neighbour."""
        kept: list[Judged] = []
        for at, one in enumerate(judged):
            if one.verdict is Verdict.NONE:
                continue
            after = judged[at + 1] if at + 1 < len(judged) else None
            neighbour = self._neighbour(tokens, one, kept[-1] if kept else None, after)
            if neighbour is not None:
                kept.append(self._share(tokens, one, neighbour))
            elif one.verdict is Verdict.FIGURE:
                kept.append(one)
        return kept

    def _neighbour(
        self, tokens: tuple[Token, ...], one: Judged, before: Judged | None, after: Judged | None
    ) -> Judged | None:
        """The figure a bare number leans on: coordinated, part of it, or the other end of a change."""
        if not one.candidate.is_bare:
            return None
        follows = after is not None and after.verdict is Verdict.FIGURE
        if after is not None and follows and linked(tokens, one.candidate, after.candidate, self._lexicon):
            return after
        if before is None or linked(tokens, before.candidate, one.candidate, self._lexicon):
            return before
        goes_on = (one.verdict is Verdict.FIGURE and one.named.thing is None) or one.named.is_people
        apart = tokens[one.candidate.first].sentence - tokens[before.candidate.last].sentence
        can_share = one.verdict is Verdict.FIGURE and apart <= 1 and before.named.thing is not None
        return before if goes_on and can_share else None

    def _share(self, tokens: tuple[Token, ...], one: Judged, neighbour: Judged) -> Judged:
        """A bare number with its neighbour's noun, and with its multiplier («с 30 до 40 млн»)."""
        named = self._namer.name(tokens, one.candidate, implied=neighbour.named.thing, others=one.others)
        if not named.framed:
            named = one.named if one.named.framed else neighbour.named
        scale = shared_scale(tokens, one.candidate, neighbour.candidate, self._lexicon)
        quantity = one.candidate.quantity
        scaled = replace(
            quantity,
            low=None if quantity.low is None else quantity.low * scale,
            high=None if quantity.high is None else quantity.high * scale,
        )
        return replace(one, candidate=replace(one.candidate, quantity=scaled), named=named)

    def _zeros(self, text: str) -> list[Figure]:
        return [
            Figure(Span(*match.span("figure")), 0, 0, False, zero.unit)
            for zero in self._lexicon.zero
            for match in zero.pattern.finditer(text)
        ]


def _span(tokens: tuple[Token, ...], candidate: Candidate) -> Span:
    return Span(tokens[candidate.first].start, tokens[candidate.last].end)


def _figure(tokens: tuple[Token, ...], one: Judged) -> Figure:
    quantity = one.candidate.quantity
    return Figure(
        _span(tokens, one.candidate),
        quantity.low,
        quantity.high,
        quantity.approximate,
        one.named.unit,
        why=quantity.number.why,
    )
