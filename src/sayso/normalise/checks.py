"""A document and its attributions → explicit statements of whether a claim was verified."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Attribution, Check, Document, Extraction, Span, Verdict
from sayso.records.span import covers, trim
from sayso.words import Hit, Morphology, PhraseTable, Word, read_data, sentences_of, split_list

_EDGES = "“”«»\"„’' ,;:—–-.!?…"


class CheckLexicon:
    """Reads checks off phrases such as "could not be verified"; build it with `CheckLexicon.load()`."""

    def __init__(
        self,
        morphology: Morphology,
        verdicts: dict[str, PhraseTable[Verdict]],
        clauses: dict[str, "_ClauseEdges"],
        claims: frozenset[str],
    ) -> None:
        self._morphology = morphology
        self._verdicts = verdicts
        self._clauses = clauses
        self._claims = claims

    @classmethod
    def load(cls, morphology: Morphology | None = None) -> "CheckLexicon":
        data = read_data("lexicons/checks.yaml")
        verdicts = {
            language: PhraseTable(
                (phrase, Verdict(verdict))
                for verdict, listed in groups.items()
                for phrase in split_list(listed)
            )
            for language, groups in data["verdicts"].items()
        }
        clauses = {
            language: _ClauseEdges.of(split_list(words)) for language, words in data["clauses"].items()
        }
        return cls(morphology or Morphology.load(), verdicts, clauses, frozenset(split_list(data["claims"])))

    def read_checks(self, document: Document, extraction: Extraction) -> tuple[Check, ...]:
        """At most one check a clause, in text order."""
        language = document.language if document.language in self._verdicts else "en"
        found: list[Check] = []
        before: Span | None = None
        for sentence in sentences_of(document.text):
            for clause in self._clauses_of(document.text, sentence, language):
                words = self._morphology.words(document.text, language, clause)
                hit = _weightiest(self._verdicts[language].find(words))
                disputes_nothing = hit and hit.value == Verdict.DISPUTED and not self._names_claim(words)
                if hit and not disputes_nothing:
                    trigger = Span(words[hit.start].span.start, words[hit.end - 1].span.end)
                    scene = _Scene(document.text, extraction.attributions, sentence, before, clause, trigger)
                    found += scene.checks(hit.value)
            before = sentence
        return tuple(found)

    def _names_claim(self, words: Sequence[Word]) -> bool:
        return any(word.keys & self._claims for word in words)

    def _clauses_of(self, text: str, sentence: Span, language: str) -> list[Span]:
        edges = self._clauses[language]
        cuts = [*edges.inner.finditer(text, sentence.start, sentence.end)]
        leading = edges.leading.match(text, sentence.start, sentence.end)
        starts = [leading.end() if leading else sentence.start, *(cut.end() for cut in cuts)]
        ends = [*(cut.start() for cut in cuts), sentence.end]
        spans = (
            trim(text, start, max(start, end), drop=",;") for start, end in zip(starts, ends, strict=True)
        )
        return [span for span in spans if span]


@dataclass(frozen=True, slots=True)
class _ClauseEdges:
    """inner: where a new clause begins in a sentence; leading: a joint at the sentence's start."""

    inner: re.Pattern[str]
    leading: re.Pattern[str]

    @classmethod
    def of(cls, joints: Sequence[str]) -> "_ClauseEdges":
        listed = _joints(joints)
        return cls(
            re.compile(rf"\s*;\s+|(?:,\s*|\s[–—]\s){listed}", re.IGNORECASE),
            re.compile(listed, re.IGNORECASE),
        )


@dataclass(frozen=True, slots=True)
class _Scene:
    """One checking phrase, the trigger, among the attributions around it."""

    text: str
    attributions: Sequence[Attribution]
    sentence: Span
    before: Span | None
    clause: Span
    trigger: Span

    def checks(self, verdict: Verdict) -> list[Check]:
        cued = next((one for one in self.attributions if one.cue and one.cue.overlaps(self.trigger)), None)
        if verdict == Verdict.CONFIRMED and not (cued and cued.source) and not self._told():
            return []  # a confirming word without anybody who confirms is mostly about something else
        told = cued or self._told()
        span = self._span(cued)
        about = self._about(span, cued, verdict)
        return [Check(span, verdict, told.source if told else None, about)] if span else []

    def _told(self) -> Attribution | None:
        """The attribution that tells the check: the narrowest whose content holds the phrase."""
        telling = [one for one in self.attributions if covers(one.content, self.trigger)]
        return min(telling, key=lambda one: sum(len(span) for span in one.content), default=None)

    def _span(self, cued: Attribution | None) -> Span:
        """The checking clause: the cue with its source and content, or what is told, or the clause itself."""
        start, end = self.clause.start, self.clause.end
        if cued:
            parts = [
                part for part in (cued.source, cued.cue, *cued.content) if part and self.clause.overlaps(part)
            ]
            start = max(start, min(part.start for part in parts))
            end = min(end, max(part.end for part in parts))
        elif told := self._told():
            part = next(part for part in told.content if part.contains(self.trigger))
            start, end = max(start, part.start), min(end, part.end)
        return trim(self.text, start, end, drop=_EDGES) or self.trigger

    def _about(self, span: Span, cued: Attribution | None, verdict: Verdict) -> tuple[str, ...]:
        """What is checked: attributions in the clause; else what the cue confirms; else those before it."""
        others = [one for one in self.attributions if one is not cued and one.content]
        inside = [one for one in others if (anchor := one.cue or one.source) and span.contains(anchor)]
        if inside:
            return tuple(one.id for one in inside)
        if cued and verdict == Verdict.CONFIRMED:
            return (cued.id,)
        told = self._told()
        for reach in (Span(self.sentence.start, max(span.start, self.sentence.start + 1)), self.before):
            near = [one for one in others if reach and one is not told and _stands_in(one, reach)]
            if near:
                return tuple(one.id for one in near)
        return ()


def _stands_in(attribution: Attribution, reach: Span) -> bool:
    return any(part.overlaps(reach) for part in (attribution.source, *attribution.content) if part)


def _weightiest(hits: Sequence[Hit[Verdict]]) -> Hit[Verdict] | None:
    return max(hits, key=lambda hit: hit.weight, default=None)


def _joints(words: Sequence[str]) -> str:
    listed = "|".join(re.escape(word) for word in words)
    return rf"(?:{listed})\b(?:,\s*|\s+)"
