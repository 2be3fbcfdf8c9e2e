"""`python -m evals`: scores what Sayso reads in annotated corpora and holds it to the floors.

Exit status: 0 all floors held (or there is nothing to score), 1 a floor was missed, 2 wrong usage or set-up.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from evals.floors import Miss, find_misses, raised, read_floors, write_floors
from evals.gate import FILES, Corpus, CorpusRun, Gate, OneStoryReader
from evals.items import Join
from evals.product import Product
from evals.table import print_run
from sayso import __version__
from sayso.records import ConfigError

HERE = Path(__file__).parent


def main(arguments: Sequence[str] | None = None, load: Callable[[], OneStoryReader] = Product.load) -> int:
    options = _parser().parse_args(arguments)
    partial = options.limit is not None or options.join is not Join.SPACES
    if partial and options.update_floors:
        print(
            "--update-floors measures whole corpora as they are: leave out --limit and --join.",
            file=sys.stderr,
        )
        return 2
    console = Console(width=100, soft_wrap=False)
    corpora = [corpus for corpus in _wanted(options) if (options.shared / FILES[corpus]).exists()]
    if not corpora:
        console.print(f"Nothing scored: {options.shared} holds no annotated corpora. Give --shared.")
        return 0
    try:
        gate = Gate(options.shared, load(), options.join, options.limit)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    floors = {} if partial else read_floors(options.floors)
    runs = [_run(console, gate, corpus, floors) for corpus in corpora]
    return _conclude(console, runs, floors, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("what", nargs="?", choices=["all", "seed"], default="all")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the corpora")
    parser.add_argument("--only", type=Corpus, choices=list(Corpus), help="one corpus")
    parser.add_argument("--limit", type=int, help="texts of each corpus; no floor is then held")
    parser.add_argument("--join", type=Join, choices=list(Join), default=Join.SPACES, help="of items' tokens")
    parser.add_argument("--update-floors", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--floors", type=Path, default=HERE / "floors.toml")
    parser.add_argument("--out", type=Path, default=HERE / "out" / "latest.json")
    return parser


def _wanted(options: argparse.Namespace) -> list[Corpus]:
    if options.what == "seed":
        return [Corpus.SEED]
    return [options.only] if options.only else list(Corpus)


def _run(console: Console, gate: Gate, corpus: Corpus, floors: dict[str, float]) -> CorpusRun:
    with console.status(f"reading {corpus}"):
        run = gate.run(corpus)
    print_run(console, run, floors)
    return run


def _conclude(
    console: Console, runs: Sequence[CorpusRun], floors: dict[str, float], options: argparse.Namespace
) -> int:
    measurements = [one for run in runs for one in run.measurements]
    misses = find_misses(measurements, floors, [run.corpus for run in runs])
    _write_report(options.out, runs, misses)
    if options.update_floors:
        write_floors(options.floors, raised(floors, measurements))
        console.print(f"Floors raised where measured higher: {options.floors}")
    for miss in misses:
        console.print(f"FLOOR MISSED {miss}", style="bold red", highlight=False)
    if floors and not misses:
        console.print("All floors held.", style="green")
    return 1 if misses else 0


def _write_report(path: Path, runs: Sequence[CorpusRun], misses: Sequence[Miss]) -> None:
    report = {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": __version__,
        "corpora": {
            run.corpus.value: {
                "texts": run.notes.stories,
                "words": run.notes.words,
                "seconds": round(run.seconds, 1),
                "unread": run.notes.unread,
                "cleaned": run.notes.cleaned,
                "differing": run.notes.differing,
            }
            for run in runs
        },
        "measurements": {
            one.path: {"points": one.points, "size": one.size} for run in runs for one in run.measurements
        },
        "missed": [str(miss) for miss in misses],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
