"""A command enters; what one run of it in a fresh process costs leaves."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Usage:
    """wall_s: start to end. cpu_s: user and system, all threads. peak_mib: most memory held at once."""

    wall_s: float
    cpu_s: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command costs to start, and then for each story."""

    start_s: float
    story_s: float
    story_cpu_s: float
    peak_mib: float

    @property
    def stories_per_s(self) -> float:
        return 1 / self.story_s

    @classmethod
    def between(cls, one: Usage, many: Usage, stories: int) -> "Cost":
        """From a run over one story and a run over `stories` of them: the difference is theirs alone."""
        more = stories - 1
        story_s = (many.wall_s - one.wall_s) / more
        return cls(
            start_s=one.wall_s - story_s,
            story_s=story_s,
            story_cpu_s=(many.cpu_s - one.cpu_s) / more,
            peak_mib=many.peak_mib,
        )


def run(command: Sequence[str]) -> Usage:
    """Run it to its end, output thrown away. Raises RuntimeError if it fails.

    By way of a small process of its own: Linux hands the peak memory of the
    starting process down to the started one, and ours may be the larger.
    """
    launcher = subprocess.run(
        [sys.executable, "-m", "benchmarks.measure", *command],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    if launcher.returncode:
        raise RuntimeError(f"{' '.join(command)}: {launcher.stderr.strip()[-500:]}")
    return Usage(**json.loads(launcher.stdout))


def _launch(command: Sequence[str]) -> Usage:
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall_s = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit {process.returncode}")
    return Usage(wall_s, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    print(json.dumps(asdict(_launch(sys.argv[1:]))))
