"""Attributions with source spans → the same with their speakers, as far as the document names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.normalise.speakers.lexicon import Pronoun, SpeakerLexicon
from sayso.normalise.speakers.names import DocumentNames
from sayso.normalise.speakers.naming import Naming, SourceNamer
from sayso.normalise.speakers.profiles import ProfileIndex
from sayso.records import Attribution, Document, EntityLabel, Extraction, Span, Speaker, SpeakerKind
from sayso.records.span import covers
from sayso.words import Morphology

_SENTENCE_END = re.compile(r"[.!?][”»\"]?\s|\n")
_HUMAN = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED})
_INSTITUTIONS = frozenset(
    {
        SpeakerKind.ORGANISATION,
        SpeakerKind.MEDIA,
        SpeakerKind.GOVERNMENT,
        SpeakerKind.GROUP,
        SpeakerKind.DOCUMENT,
    }
)


@dataclass(frozen=True, slots=True)
class Known:
    """Someone the document has already named or described."""

    naming: Naming
    speaker: Speaker


class SpeakerNames:
    """Resolves speakers within one document; build it with `SpeakerNames.load()`."""

    def __init__(self, morphology: Morphology, namer: SourceNamer) -> None:
        self._morphology = morphology
        self._namer = namer

    @classmethod
    def load(cls, morphology: Morphology | None = None) -> "SpeakerNames":
        morphology = morphology or Morphology.load()
        return cls(
            morphology,
            SourceNamer(morphology, SpeakerLexicon.load_all(morphology), ProfileIndex.load(morphology)),
        )

    def resolve_speakers(self, document: Document, extraction: Extraction) -> Extraction:
        """Every attribution that has a source with its speaker; the rest as they were."""
        resolved = _Resolution(document, extraction, self._namings(document, extraction)).speakers()
        attributions = tuple(
            replace(one, speaker=resolved.get(one.source) if one.source else None)
            for one in extraction.attributions
        )
        return replace(extraction, attributions=attributions)

    def _namings(self, document: Document, extraction: Extraction) -> tuple[Naming, ...]:
        """What each source says by itself, and the persons named elsewhere in the text, in its order."""
        spans = {
            one.source: self._is_oblique(document, one.cue) for one in extraction.attributions if one.source
        }
        for entity in extraction.entities:
            if entity.label == EntityLabel.PER and not any(entity.span.overlaps(span) for span in spans):
                spans[entity.span] = False
        namings = [
            self._namer.read(document, span, extraction.entities, oblique=oblique)
            for span, oblique in spans.items()
        ]
        namings += [
            one for one in self._namer.persons(document) if not any(one.span.overlaps(s) for s in spans)
        ]
        return tuple(sorted(namings, key=lambda naming: naming.span))

    def _is_oblique(self, document: Document, cue: Span | None) -> bool:
        """Whether a cue that is no verb («по словам», «заявление») calls for the genitive."""
        if cue is None or document.language not in {"ru", "uk"}:
            return False
        words = self._morphology.words(document.text, document.language, cue)
        return bool(words) and not any(word.parses[0].grammemes & {"VERB", "GRND", "PRTS"} for word in words)


class _Resolution:
    """One document's sources, resolved in the order of the text."""

    def __init__(self, document: Document, extraction: Extraction, namings: Sequence[Naming]) -> None:
        self._document = document
        self._extraction = extraction
        self._namings = namings
        self._names = DocumentNames()
        self._known: list[Known] = []
        self._found: dict[Span, Speaker] = {}
        self._sources = {one.source for one in extraction.attributions if one.source}
        self._by_id = {one.id: one for one in extraction.attributions}

    def speakers(self) -> dict[Span, Speaker]:
        for naming in self._namings:
            if naming.name and naming.kind == SpeakerKind.PERSON:
                self._names.add_person(naming.name)
            elif naming.name:
                self._names.add_organisation(naming.name)
        for naming in self._namings:
            if naming.pronoun is None or naming.pronoun.whom != "self":
                self._settle(naming, self._resolve(naming))
        for naming in self._namings:
            if naming.pronoun and naming.pronoun.whom == "self":
                self._settle(naming, self._resolve_self(naming))
        return self._found

    def _settle(self, naming: Naming, speaker: Speaker) -> None:
        self._found[naming.span] = speaker
        self._known.append(Known(naming, speaker))

    def _resolve(self, naming: Naming) -> Speaker:
        if naming.pronoun:
            return self._resolve_pronoun(naming, naming.pronoun)
        if naming.name:
            return self._resolve_name(naming, naming.name)
        if naming.definite and (known := self._described_before(naming)):
            return replace(known.speaker, why=f"described before: {known.naming.phrase}")
        return Speaker(naming.phrase, naming.kind, why="the document gives no name")

    def _resolve_name(self, naming: Naming, name: str) -> Speaker:
        profile = naming.profile.id if naming.profile else None
        person = self._names.full_person(name)
        if naming.kind == SpeakerKind.PERSON or (naming.bare and person != name):
            naming, full = replace(naming, kind=SpeakerKind.PERSON), person
            earlier = next((one.speaker for one in self._known if one.speaker.name == full), None)
            profile = profile or (earlier.profile if earlier else None)
        else:
            full = self._full_profile_name(naming) or self._names.full_organisation(name)
        why = f"short for {full}" if full != name else None
        if naming.role:
            why = f"{why}; {naming.role}" if why else naming.role
        return Speaker(full, naming.kind, profile, why)

    def _full_profile_name(self, naming: Naming) -> str | None:
        """The longest name the document itself uses for the same profile."""
        if naming.profile is None:
            return None
        same = [
            one.name for one in self._namings if one.profile is naming.profile and one.kind == naming.kind
        ]
        return max((name for name in same if name), key=len, default=None)

    def _resolve_pronoun(self, naming: Naming, pronoun: Pronoun) -> Speaker:
        outer = self._outer(naming.span)
        candidates = [*([outer] if outer else []), *self._before(naming.span)]
        for wanted in _wanted_kinds(pronoun):
            for one in candidates:
                if one.speaker.kind in wanted and _agrees(one, pronoun):
                    return replace(
                        one.speaker, why=f"pronoun; last fitting source before it: {one.naming.phrase}"
                    )
        return Speaker(naming.phrase, SpeakerKind.UNNAMED, why="pronoun, nobody fitting before it")

    def _before(self, span: Span) -> list[Known]:
        """Whom a pronoun may mean, likelier first: in its own sentence anyone, before it those who speak."""
        before = [one for one in reversed(self._known) if one.naming.span.end <= span.start]
        near = [
            one
            for one in before
            if not _SENTENCE_END.search(self._document.text, one.naming.span.end, span.start)
        ]
        speaking = [one for one in before if one.naming.span in self._sources]
        return [*near, *speaking, *before]

    def _resolve_self(self, naming: Naming) -> Speaker:
        """ "I" and "we" are whoever is being quoted."""
        outer = self._outer(naming.span)
        if outer:
            return replace(outer.speaker, why=f"first person, inside the words of {outer.naming.phrase}")
        return Speaker(naming.phrase, SpeakerKind.UNNAMED, why="first person, nobody is being quoted")

    def _outer(self, span: Span) -> Known | None:
        """The source of the narrowest attribution whose content this source stands in."""
        around = [
            one
            for one in self._extraction.attributions
            if one.source and one.source != span and covers(one.content, span)
        ]
        around += [
            self._by_id[one.parent]
            for one in self._extraction.attributions
            if one.source == span and one.parent in self._by_id and self._by_id[one.parent].source
        ]
        for one in sorted(around, key=_content_size):
            known = next((known for known in self._known if known.naming.span == one.source), None)
            if known and known.naming.span != span:
                return known
        return None

    def _described_before(self, naming: Naming) -> Known | None:
        """The last one before whose own description holds all that these words say."""
        alike = [
            one for one in self._known if one.naming.span.end <= naming.span.start and self._fits(naming, one)
        ]
        return max(alike, key=lambda one: (one.naming.span in self._sources, one.naming.span), default=None)

    def _fits(self, naming: Naming, known: Known) -> bool:
        if naming.head is None or known.naming.plural != naming.plural or known.naming.pronoun:
            return False
        same_sort = (naming.kind in _HUMAN) == (known.speaker.kind in _HUMAN)
        more = known.naming.name is not None or len(known.naming.phrase) > len(naming.phrase)
        said = frozenset[str]().union(*known.naming.words)
        return same_sort and more and naming.head in said and all(keys & said for keys in naming.words)


def _wanted_kinds(pronoun: Pronoun) -> tuple[frozenset[SpeakerKind], ...]:
    """The kinds a pronoun may stand for, the likelier first."""
    persons = frozenset({SpeakerKind.PERSON})
    loose = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED})
    if pronoun.whom == "person":
        return (persons, loose)
    if pronoun.whom == "thing":
        return (_INSTITUTIONS,)
    if pronoun.number == "plur":
        return (frozenset({SpeakerKind.GROUP, SpeakerKind.UNNAMED}), _INSTITUTIONS)
    return (persons, loose, _INSTITUTIONS)


def _agrees(known: Known, pronoun: Pronoun) -> bool:
    genders = {pronoun.gender, known.naming.gender or "any"}
    same_gender = "any" in genders or len(genders) == 1
    same_number = (
        pronoun.number == "any"
        or pronoun.whom == "thing"
        or known.naming.plural == (pronoun.number == "plur")
    )
    person = known.speaker.kind == SpeakerKind.PERSON
    return same_gender and (
        same_number or (known.naming.pronoun is not None and person and pronoun.number == "sing")
    )


def _content_size(attribution: Attribution) -> int:
    return sum(len(span) for span in attribution.content)
