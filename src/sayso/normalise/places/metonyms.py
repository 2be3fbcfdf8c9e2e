"""A place name in its sentence → whether it stands for those who govern there."""

import re
from collections.abc import Sequence

from sayso.normalise.places.gazetteer import Entry
from sayso.normalise.places.lexicon import PlaceLexicon
from sayso.normalise.places.names import is_cyrillic
from sayso.records import PlaceKind, Span

_REACH = 40
_SENTENCE_START = re.compile(r"(?:^|[.!?:;»”\"\n(—–])\s*[«“\"]?$")
_ENDS_NAME = re.compile(r"\s*(?:$|[.!?:)/\n])")
_ACRONYM = 4  # letters; longer words in capitals are datelines


class MetonymRules:
    """Cue words decide; where there are none, countries and capitals act and other places lie still."""

    def __init__(self, lexicon: PlaceLexicon) -> None:
        self._lexicon = lexicon

    def read_metonyms(
        self, text: str, spans: Sequence[Span], entries: Sequence[Entry | None]
    ) -> tuple[bool, ...]:
        """One answer a span, in text order; the members of a list go with its first."""
        answers: list[bool] = []
        for i, (span, entry) in enumerate(zip(spans, entries, strict=True)):
            listed = i > 0 and self._lexicon.joint.fullmatch(text, spans[i - 1].end, span.start) is not None
            if not _can_act(entry):
                answers.append(False)
            elif listed and _can_act(entries[i - 1]):
                answers.append(answers[i - 1])
            else:
                answers.append(self._acts(text, span, acts_unasked=not _is_region(entry)))
        return tuple(answers)

    def _acts(self, text: str, span: Span, *, acts_unasked: bool) -> bool:
        name = span.of(text)
        before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
        if self._lexicon.actor.search(before):
            return True
        if self._lexicon.locative.search(before):
            return self._lexicon.speech.match(after) is not None
        if _SENTENCE_START.search(before) and (
            _ENDS_NAME.match(after) or (name.isupper() and len(name) > _ACRONYM)
        ):
            return False  # a dateline, a heading or a gloss: "KYIV.", "(Italy)"
        # A region acts only where a cue says so: towns and battlefields are named far more often.
        return acts_unasked and (self._lexicon.act.match(after) is not None or is_cyrillic(name))


def _can_act(entry: Entry | None) -> bool:
    return entry is not None and (entry.kind is PlaceKind.COUNTRY or entry.capital or _is_region(entry))


def _is_region(entry: Entry | None) -> bool:
    return entry is not None and entry.kind is PlaceKind.REGION
