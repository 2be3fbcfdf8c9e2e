import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from sayso import __version__
from sayso.apps.cli.edge import Exit

# A program whose readings never end, in place of a pipeline over a large folder.
ENDLESS = textwrap.dedent("""
    import signal, sys, time

    # A shell that runs the tests in the background has its children ignore interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.path.insert(0, sys.argv.pop(1))
    from stories import english
    from sayso.apps.cli.main import build_app

    def readings(paths, settings, options):
        while True:
            yield english()
            time.sleep(0.01)

    build_app(readings)()
""")


def start(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(Path(__file__).parent), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )


def test_version_is_printed(sayso) -> None:
    assert sayso("--version").out == f"sayso {__version__}\n"


def test_help_is_a_manual(sayso) -> None:
    assert "sayso read" in sayso("--help").out
    read = sayso("read", "--help").out
    for heading in ("Examples:", "Exit codes:", "Environment:", "  130  interrupted"):
        assert heading in read
    assert max(len(line) for line in read.split("\n")) <= 80


def test_documented_exit_codes_are_those_of_the_code(sayso) -> None:
    manual = Path(__file__).parents[3] / "docs" / "cli.md"
    for code in Exit:
        assert f"| {code.value} |" in manual.read_text(), code
        assert str(code.value) in sayso("read", "--help").out, code


def test_help_does_not_import_the_engine() -> None:
    program = "import sys, sayso.apps.cli.main; print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    heavy = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "jinja2", "pymorphy3", "yaml"}
    assert heavy.isdisjoint(modules.split())


@pytest.mark.parametrize("format_name", ["table", "jsonl"])
def test_closed_pipe_ends_quietly(format_name: str) -> None:
    with start("read", "--format", format_name, "x") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=20) == 141
        assert process.stderr.read() == ""


def test_terminated_run_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with start("read", "--format", "jsonl", "--output", str(path), "x") as process:
        while not list(tmp_path.glob(".*.part")):
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 143
    assert list(tmp_path.iterdir()) == []


def test_each_story_is_printed_as_soon_as_it_is_read() -> None:
    with start("read", "x") as process:
        assert process.stdout
        assert process.stdout.readline().startswith("─")  # although the readings never end
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.wait(timeout=20) == 130
