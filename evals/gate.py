"""The shared folder and a pipeline enter; every corpus's measurements leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Protocol

from evals.annotation import Annotation, Story, annotation_of
from evals.corpora import GOLD, ITEMS, POLNEAR, SEED, GoldCase, read_gold, read_items, read_polnear
from evals.items import ItemScores, Join, score_item, units_of_attributions, units_of_tags
from evals.layers import LayerScores, score_layers
from evals.notes import RunNotes, follow_text
from evals.roles import RoleScores, roles_of, score_roles
from evals.seed import SeedLine, report_lines
from evals.tallies import Measurement, add, measure
from sayso.records import Reading


class Corpus(StrEnum):
    POLNEAR = "polnear"
    ITEMS = "items"
    GOLD = "gold"
    SEED = "seed"


FILES = {Corpus.POLNEAR: POLNEAR, Corpus.ITEMS: ITEMS, Corpus.GOLD: GOLD, Corpus.SEED: SEED}

LANGUAGES = ("en", "ru", "uk")


class OneStoryReader(Protocol):
    """Reads one story; notes what went wrong."""

    def read(self, story: Story, notes: RunNotes) -> Reading: ...


@dataclass(frozen=True, slots=True)
class CorpusRun:
    """What one corpus gave."""

    corpus: Corpus
    notes: RunNotes
    seconds: float
    measurements: tuple[Measurement, ...]
    lines: tuple[SeedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """Runs corpora through one reader.

    limit: stories of each corpus; None is all.
    """

    shared: Path
    reader: OneStoryReader
    join: Join = Join.SPACES
    limit: int | None = None

    def run(self, corpus: Corpus) -> CorpusRun:
        started, notes = perf_counter(), RunNotes()
        lines: list[SeedLine] = []
        match corpus:
            case Corpus.POLNEAR:
                measurements = tuple(self._polnear(notes))
            case Corpus.ITEMS:
                measurements = tuple(self._items(notes))
            case Corpus.GOLD:
                measurements = tuple(self._gold(notes))
            case Corpus.SEED:
                measurements = tuple(self._seed(notes, lines))
        return CorpusRun(corpus, notes, perf_counter() - started, measurements, tuple(lines))

    def _polnear(self, notes: RunNotes) -> Iterator[Measurement]:
        total = RoleScores()
        for case in islice(read_polnear(self.shared), self.limit):
            reading = self.reader.read(case.story, notes)
            gold = follow_text(case.gold, case.story, reading, notes)
            total = add(total, score_roles(gold, roles_of(reading.document.text, reading.attributions)))
        return measure(Corpus.POLNEAR, total)

    def _items(self, notes: RunNotes) -> Iterator[Measurement]:
        total = ItemScores()
        for case in islice(read_items(self.shared, self.join), self.limit):
            reading = self.reader.read(case.story, notes)
            tokens = follow_text(case.tokens, case.story, reading, notes)
            read = units_of_attributions(tokens, reading.attributions)
            total = add(total, score_item(units_of_tags(case.tags), read))
        return measure(Corpus.ITEMS, total)

    def _gold(self, notes: RunNotes) -> Iterator[Measurement]:
        totals: dict[str, LayerScores] = dict.fromkeys((*LANGUAGES, "all"), LayerScores())
        for case in islice(read_gold(self.shared / GOLD), self.limit):
            gold, _, read = self._layers(case, notes)
            scores = score_layers(gold, read)
            for name in (case.story.language, "all"):
                totals[name] = add(totals[name], scores)
        for name, total in totals.items():
            yield from measure(f"{Corpus.GOLD}.{name}", total)

    def _seed(self, notes: RunNotes, lines: list[SeedLine]) -> Iterator[Measurement]:
        total = LayerScores()
        for case in read_gold(self.shared / SEED):
            gold, text, read = self._layers(case, notes)
            lines += report_lines(text, gold, read)
            total = add(total, score_layers(gold, read))
        return measure(Corpus.SEED, total)

    def _layers(self, case: GoldCase, notes: RunNotes) -> tuple[Annotation, str, Annotation]:
        """The annotation, the text both refer to, and the reading's own layers."""
        reading = self.reader.read(case.story, notes)
        gold = follow_text(case.gold, case.story, reading, notes)
        return gold, reading.document.text, annotation_of(reading)
