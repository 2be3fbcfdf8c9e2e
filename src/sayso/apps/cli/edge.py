"""Whatever ends a command → its exit code, and one message a person can act on."""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager
from enum import IntEnum
from types import FrameType

from sayso import __version__
from sayso.records import ConfigError


class Exit(IntEnum):
    """What `sayso` tells the shell; docs/cli.md and `sayso read --help` list them."""

    DONE = 0
    SOME_UNREAD = 1
    USAGE = 2
    NONE_READ = 3
    BROKEN = 4
    BUG = 70  # EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130  # 128 + SIGINT
    PIPE_CLOSED = 141  # 128 + SIGPIPE, as any Unix program reports it
    TERMINATED = 143  # 128 + SIGTERM


class UsageError(Exception):
    """What was asked for cannot be done as asked."""


def run_guarded(body: Callable[[], Exit]) -> Exit:
    """Run a command; every way it can end comes out as a code, with its message on standard error."""
    try:
        with _terminated_cleanly():
            code = body()
            sys.stdout.flush()
            return code
    except BrokenPipeError:
        _close_stdout()
        return Exit.PIPE_CLOSED
    except KeyboardInterrupt:
        complain("interrupted.")
        return Exit.INTERRUPTED
    except Exception as error:
        if os.environ.get("SAYSO_DEBUG") == "1":
            traceback.print_exc()
        code, message = _explain(error)
        complain(message)
        return code


def complain(message: str) -> None:
    print(f"sayso: {message}", file=sys.stderr)


def _explain(error: Exception) -> tuple[Exit, str]:
    match error:
        case UsageError():
            return Exit.USAGE, str(error)
        case ConfigError():
            return Exit.BROKEN, str(error)
        case ImportError():
            return Exit.BROKEN, f"a part of Sayso is missing ({error}). Install it again: pip install sayso"
        case OSError():
            return Exit.BROKEN, f"{error}. Check the disk and the installation, then run it again."
        case _:
            return Exit.BUG, (
                f"a bug in Sayso {__version__}: {type(error).__name__}: {error}. Run it again with "
                "SAYSO_DEBUG=1 and report what it prints, with the input if you may share it."
            )


def _close_stdout() -> None:
    """Send nowhere what is still buffered: Python flushes at exit and would complain again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # a standard output without a file descriptor, as under a test runner, needs none of this
        return


@contextmanager
def _terminated_cleanly() -> Generator[None]:
    """Let SIGTERM unwind the stack like Ctrl-C does, so that half-written files are removed."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(int(Exit.TERMINATED))

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
