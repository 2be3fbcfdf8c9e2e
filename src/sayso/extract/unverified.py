"""Attributions enter; with them leave those of claims that nobody in particular could verify."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.attributions import RawAttribution
from sayso.records import Span, Stance
from sayso.words import read_data

SCORE = 0.6  # as sure as an attribution must be to be given at all; a pattern has no probability


@dataclass(frozen=True, slots=True)
class UnverifiedClaims:
    """The passive of verifying, with what it is about: "this claim could not be verified"."""

    pattern: re.Pattern[str]

    @classmethod
    def load(cls) -> "UnverifiedClaims":
        data = read_data("lexicons/chains.yaml")["unverified"]
        return cls(re.compile(rf"\b(?P<told>{data['told']}) (?P<cue>{data['cue']})\b", re.IGNORECASE))

    def add(self, text: str, raw: Sequence[RawAttribution]) -> list[RawAttribution]:
        """What a head found at the same cue stays alone."""
        cues = [one.cue for one in raw if one.cue]
        found = list(raw)
        for match in self.pattern.finditer(text):
            cue = Span(*match.span("cue"))
            if not any(cue.overlaps(other) for other in cues):
                found.append(RawAttribution(None, cue, (Span(*match.span("told")),), Stance.DOUBTS, SCORE))
        return found
