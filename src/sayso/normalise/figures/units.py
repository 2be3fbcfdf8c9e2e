"""A candidate in its sentence goes in, its unit comes out: what is counted, and what befell it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.normalise.figures.candidates import Candidate
from sayso.normalise.figures.measures import MeasureReader
from sayso.normalise.figures.ontology import Frame, Thing, UnitOntology
from sayso.normalise.figures.words import EnglishWords, SlavicWords, Token, Words

REACH = 14  # tokens between a figure and what befell the things it counts
FAR_REACH = 18  # for a frame with two parts, seldom there by chance, and for a number without a noun
LEFT_COST = 3  # English and Slavic subjects stand before their verbs
MARK_COST = 2
FIGURE_COST = 2
TAKEN_COST = 4  # a verb right before another figure has its object there
COMPANY_GAIN = 6  # a frame with two parts says more than one with a single verb
SENTENCE = 60  # tokens of a sentence looked at to either side: a table may have no full stop
EARLIER = 1000  # tokens back to what "the documents" can point to
MARKS = frozenset(",;:—–()")
PEOPLE = Thing("people", "person", military=False, phrases=frozenset())


@dataclass(frozen=True, slots=True)
class Named:
    """A unit and what it was made from.

    trigger: the token that told what befell the thing, where one did; `distance`: its cost.
    """

    unit: str
    thing: Thing | None
    trigger: int | None = None
    distance: int = 0

    @property
    def framed(self) -> bool:
        return self.trigger is not None

    @property
    def is_people(self) -> bool:
        """Whether the thing was only assumed, for want of a noun."""
        return self.thing is PEOPLE


class UnitNamer:
    """Names the units of one language."""

    def __init__(self, ontology: UnitOntology, words: Words, measures: MeasureReader) -> None:
        self._ontology = ontology
        self._words = words
        self._measures = measures
        self._things: Mapping[tuple[str, ...], Thing] = {
            phrase: thing for thing in reversed(ontology.things) for phrase in thing.phrases
        }

    def thing(self, tokens: tuple[Token, ...], candidate: Candidate) -> Thing | None:
        """What the candidate's noun counts, where the ontology or the word's form knows it."""
        if candidate.counted is None:
            return None
        head = candidate.counted.head
        return self.thing_at(tokens, head) or self._animate(tokens[head])

    def thing_at(self, tokens: tuple[Token, ...], head: int) -> Thing | None:
        """The thing that the noun at token `head` names, alone or with the word before it."""
        longer = self._measures.match(tokens, head - 1, self._things) if head else None
        if longer is not None and len(longer) > 1:
            return self._things[longer]
        phrase = self._measures.match(tokens, head, self._things)
        return None if phrase is None else self._things[phrase]

    def _animate(self, token: Token) -> Thing | None:
        """People named by a word outside the ontology: "292 Iraqis", «12 водолазов»."""
        if isinstance(self._words, SlavicWords):
            best = self._words.grammar(token.low)[0]
            known = best.noun and best.animate
            return Thing(best.lemma, "person", military=False, phrases=frozenset()) if known else None
        return PEOPLE if token.is_capitalised and not token.text.isupper() else None

    def name(
        self,
        tokens: tuple[Token, ...],
        candidate: Candidate,
        *,
        implied: Thing | None = None,
        others: frozenset[int] = frozenset(),
    ) -> Named:
        """The unit of a candidate.

        implied: the thing a bare number shares with another figure.
        others: tokens that candidates cover, its own among them.
        """
        thing = self.thing(tokens, candidate) or (implied if candidate.is_bare else None)
        if candidate.measured is not None:
            return Named(self._measured(tokens, candidate, thing), thing)
        if candidate.compound:
            return Named(candidate.compound, thing)
        share = "percent of " if candidate.quantity.number.share else ""
        befallen = thing or (PEOPLE if candidate.is_bare else None)
        found = None if befallen is None or share else self._frame(tokens, candidate, befallen, others)
        if found is not None and befallen is not None:
            frame, distance, trigger = found
            return Named(frame.unit.replace("{thing}", befallen.unit), befallen, trigger, distance)
        return Named(share + self._noun(tokens, candidate, thing), thing)

    def _measured(self, tokens: tuple[Token, ...], candidate: Candidate, thing: Thing | None) -> str:
        unit = candidate.measured.unit if candidate.measured else ""
        if candidate.counted is None:
            return unit
        return f"{unit} of {self._noun(tokens, candidate, thing)}"

    def _noun(self, tokens: tuple[Token, ...], candidate: Candidate, thing: Thing | None) -> str:
        """The noun itself: from the ontology, else as English writes it, else its dictionary form."""
        share = candidate.quantity.number.share
        if share and isinstance(self._words, EnglishWords) and candidate.counted is not None:
            return tokens[candidate.counted.head].low  # a share may be of one thing: "half of the town"
        if thing is not None:
            return thing.unit
        if candidate.counted is None:
            return "count"
        head = tokens[candidate.counted.head]
        if not isinstance(self._words, SlavicWords):
            return head.low
        if share and not self._words.grammar(head.low)[0].noun:
            return "them"
        return min(self._words.lemmas(head.low) - {head.low}, default=head.low)

    def _frame(
        self, tokens: tuple[Token, ...], candidate: Candidate, thing: Thing, others: frozenset[int]
    ) -> tuple[Frame, int, int] | None:
        """The frame whose trigger stands nearest, what that costs, and where it stands."""
        found: list[tuple[int, int, int, Frame]] = []
        frames = [frame for frame in self._ontology.frames if _applies(frame, thing)]
        for at, cost in self._around(tokens, candidate, others):
            for order, frame in enumerate(frames):
                near = cost <= REACH or frame.company or candidate.is_bare
                if near and self._triggers(frame, tokens[at]) and self._has_company(tokens, at, frame):
                    found.append((cost - COMPANY_GAIN * bool(frame.company), order, at, frame))
        if not found:
            return None
        cost, _, at, frame = min(found, key=lambda one: one[:2])
        return frame, cost, at

    def listed_after(self, tokens: tuple[Token, ...], named: Named, before: Named) -> Named:
        """The unit of a figure in a list whose first member has the verb: "destroyed 3 tanks and 4 guns"."""
        thing = named.thing
        if thing is None or before.trigger is None:
            return named
        token = tokens[before.trigger]
        for frame in self._ontology.frames:
            if _applies(frame, thing) and self._triggers(frame, token) and not frame.company:
                return Named(
                    frame.unit.replace("{thing}", thing.unit), thing, before.trigger, before.distance
                )
        return named

    def _around(
        self, tokens: tuple[Token, ...], candidate: Candidate, others: frozenset[int]
    ) -> list[tuple[int, int]]:
        """The tokens of the sentence around a candidate, each with its cost of being far."""
        around: list[tuple[int, int]] = []
        sentence = tokens[candidate.last].sentence
        for step, start in ((1, candidate.last + 1), (-1, candidate.first - 1)):
            cost, at = 0, start
            while 0 <= at < len(tokens) and tokens[at].sentence == sentence and cost <= FAR_REACH:
                crosses = at in others and at - step not in others
                cost += 1 + MARK_COST * (tokens[at].text in MARKS) + FIGURE_COST * crosses
                if tokens[at].is_word and (step < 0 or at not in others):
                    taken = at + 1 in others and at + 1 != candidate.first
                    # a verb right before its figure governs it, whatever follows
                    left = LEFT_COST * (step < 0 and at != start)
                    around.append((at, cost + TAKEN_COST * taken + left))
                at += step
        inside = candidate.counted
        if inside is not None:
            around.extend((at, 0) for at in range(inside.first, inside.head + 1))
        return around

    def _triggers(self, frame: Frame, token: Token) -> bool:
        return token.low.startswith(frame.trigger.prefixes) or bool(
            frame.trigger.lemmas & self._words.lemmas(token.low)
        )

    def _has_company(self, tokens: tuple[Token, ...], at: int, frame: Frame) -> bool:
        """Whether the frame's second part stands in the sentence, or a topic word points back to it."""
        if not frame.company:
            return True
        sentence = [
            self._words.lemmas(token.low)
            for token in tokens[max(0, at - SENTENCE) : at + SENTENCE]
            if token.sentence == tokens[at].sentence and token.is_word
        ]
        if any(frame.company & lemmas for lemmas in sentence):
            return True
        topics = [topic for topic in self._ontology.topics if topic.stands_for & frame.company]
        return any(
            topic.words & lemmas and self._spoken_of(tokens[max(0, at - EARLIER) : at], topic.stands_for)
            for topic in topics
            for lemmas in sentence
        )

    def _spoken_of(self, tokens: tuple[Token, ...], words: frozenset[str]) -> bool:
        return any(words & self._words.lemmas(token.low) for token in tokens if token.is_word)


def _applies(frame: Frame, thing: Thing) -> bool:
    return (
        frame.unit != thing.unit
        and thing.kind in frame.kinds
        and (not frame.only or thing.unit in frame.only)
        and (thing.military or not frame.military)
    )
