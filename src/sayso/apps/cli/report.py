"""What happened to each input → standard error: problems, progress, and a last line of counts."""

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from sayso.apps.cli.edge import Exit
from sayso.apps.cli.words import count_words, plain
from sayso.records import InputError


class Report:
    """Counts what was read and what was not, and says so.

    quiet: problems only.
    screen_is_free: nothing else is written to the terminal meanwhile: a progress line can stand there.
    """

    def __init__(self, *, quiet: bool, screen_is_free: bool) -> None:
        self._quiet = quiet
        self._console = Console(stderr=True, markup=False, highlight=False, emoji=False)
        self._live = not quiet and screen_is_free and sys.stderr.isatty()  # FORCE_COLOR makes no terminal
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._live,
            redirect_stdout=False,
        )
        self._task: TaskID | None = None
        self.read_count = 0
        self.problem_count = 0

    def __enter__(self) -> "Report":
        self._progress.start()
        self._task = self._progress.add_task("starting")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def story_read(self) -> None:
        self.read_count += 1
        self._show()

    def problem(self, error: InputError) -> None:
        self.problem_count += 1
        self._print(
            f"sayso: {plain(error.origin)}: {plain(error.problem)}.\n       {plain(error.next_step)}."
        )
        self._show()

    def note(self, message: str) -> None:
        if not self._quiet:
            self._print(f"sayso: {message}")

    def summary(self) -> str:
        """`12 stories read, 1 input could not be read`."""
        stories = f"{self.read_count} {'story' if self.read_count == 1 else 'stories'} read"
        if not self.problem_count:
            return stories
        return f"{stories}, {count_words(self.problem_count, 'input')} could not be read"

    @property
    def exit_code(self) -> Exit:
        if not self.read_count:
            return Exit.NONE_READ
        return Exit.SOME_UNREAD if self.problem_count else Exit.DONE

    def _show(self) -> None:
        if self._task is not None:
            self._progress.update(self._task, description=self.summary())

    def _print(self, message: str) -> None:
        if self._live:
            self._progress.console.print(message, soft_wrap=True)
        else:
            print(message, file=sys.stderr)
