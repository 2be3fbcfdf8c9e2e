"""Corpus runs and floors enter; tables for the screen leave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.gate import LANGUAGES, Corpus, CorpusRun
from evals.seed import Outcome, SeedLine
from evals.tallies import Measurement

STATISTICS = {"f1": "F1", "accuracy": "right", "macro_f1": "macro F1"}

TITLES = {
    Corpus.POLNEAR: "PolNeAR dev: spans of a role, each document a set",
    Corpus.ITEMS: "CofeNet items of PolNeAR: token spans, each item alone",
    Corpus.GOLD: "Own annotation, dev",
    Corpus.SEED: "The flagship story",
}

MARKS = {
    Outcome.RIGHT: ("✓", "green"),
    Outcome.PARTLY: ("~", "yellow"),
    Outcome.MISSED: ("✗", "red"),
    Outcome.EXTRA: ("+", "dim"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which prefixes of paths stand beside each other; the last one has precision, recall, size and floor."""

    prefixes: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, corpus: Corpus) -> "Columns":
        if corpus is Corpus.GOLD:
            return cls(tuple((name, f"{corpus}.{name}") for name in (*LANGUAGES, "all")))
        return cls((("points", corpus.value),))

    @property
    def main(self) -> str:
        return self.prefixes[-1][1]


def print_run(console: Console, run: CorpusRun, floors: Mapping[str, float]) -> None:
    if run.lines:
        console.print(_report(run.lines))
    console.print(_table(run, floors))
    for note in _notes(run):
        console.print(note, style="dim", highlight=False)
    console.print()


def _table(run: CorpusRun, floors: Mapping[str, float]) -> Table:
    columns = Columns.of(run.corpus)
    measured = {one.path: one for one in run.measurements}
    table = Table(title=TITLES[run.corpus], title_justify="left", box=None, pad_edge=False, min_width=80)
    for name in ("", "score"):
        table.add_column(name)
    for name in (*(title for title, _ in columns.prefixes), "P", "R", "n", "floor"):
        table.add_column(name, justify="right")
    before = ""
    for name, statistic in _rows(columns.main, run.measurements):
        layer, _, score = name.rpartition(".")
        values = [
            _value(measured.get(f"{prefix}.{name}.{statistic}"), floors) for _, prefix in columns.prefixes
        ]
        parts = [
            _value(measured.get(f"{columns.main}.{name}.{part}"), {}) for part in ("precision", "recall")
        ]
        path = f"{columns.main}.{name}.{statistic}"
        extra = parts if statistic == "f1" else [Text(), Text()]
        floor = f"{floors[path]:.1f}" if path in floors else ""
        label = f"{score} {STATISTICS[statistic]}".strip()
        table.add_row(
            layer if layer != before else "", label, *values, *extra, str(measured[path].size), floor
        )
        before = layer
    return table


def _rows(prefix: str, measurements: Sequence[Measurement]) -> Iterator[tuple[str, str]]:
    """The name below the prefix and the statistic of everything that gets a row of its own."""
    for one in measurements:
        name, _, statistic = one.path.rpartition(".")
        if name.startswith(f"{prefix}.") and statistic in STATISTICS:
            yield name.removeprefix(f"{prefix}."), statistic


def _value(one: Measurement | None, floors: Mapping[str, float]) -> Text:
    if one is None or one.points is None:
        return Text("–", style="dim")
    missed = one.points < floors.get(one.path, 0.0)
    return Text(f"{one.points:.1f}", style="bold red" if missed else "")


def _report(lines: Sequence[SeedLine]) -> Table:
    """Every annotation with its mark, and under it what the reading has instead."""
    grid = Table.grid(padding=(0, 1))
    for _ in range(3):
        grid.add_column()
    for line in lines:
        mark, style = MARKS[line.outcome]
        words = Text(line.words)
        for remark in line.remarks:
            words.append(f"\n→ {remark}", style="yellow")
        grid.add_row(Text(mark, style=style), Text(line.layer, style="dim"), words)
    for outcome, (mark, style) in MARKS.items():
        count = sum(line.outcome is outcome for line in lines)
        grid.add_row(Text(mark, style=style), Text(outcome.value, style="dim"), Text(str(count)))
    return grid


def _notes(run: CorpusRun) -> Iterator[str]:
    notes = run.notes
    pace = notes.words / run.seconds if run.seconds else 0
    yield f"{notes.stories} texts, {notes.words} words in {run.seconds:.1f} s ({pace:,.0f} words a second)"
    if notes.unread:
        yield f"{len(notes.unread)} could not be read, scored as empty: {_some(notes.unread)}"
    if notes.cleaned:
        yield f"{len(notes.cleaned)} came out cleaned, annotation moved along: {_some(notes.cleaned)}"
    if notes.differing:
        yield f"{len(notes.differing)} came out as another text, scored as they are: {_some(notes.differing)}"


def _some(names: Sequence[str]) -> str:
    return "; ".join(names[:3]) + ("; …" if len(names) > 3 else "")
