"""The command line: words typed after `sayso` in, a command run, an exit code out."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from sayso import __version__
from sayso.apps.cli import manual
from sayso.apps.cli.edge import Exit, run_guarded
from sayso.apps.cli.read import OpenReadings, ReadRequest, open_readings, read_stories
from sayso.apps.cli.target import Format, Target
from sayso.read.options import ReadOptions
from sayso.records import ConfigError


class Language(StrEnum):
    """The languages Sayso reads."""

    EN = "en"
    RU = "ru"
    UK = "uk"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", help="Print the version and leave.", callback=_show_version, is_eager=True),
]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Files or folders; - is standard input.", show_default=False),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The day the story came out, where the input does not say: “on Saturday” counts from it.",
    ),
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who published the story, where the input does not say.")
]
SpokenLanguage = Annotated[
    Language | None, typer.Option(help="The story's language; without it Sayso tells by the words.")
]
OutputFormat = Annotated[Format, typer.Option("--format", "-f", help="How to write what was read.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Write here, not to standard output; with --format html a folder takes a page for each story.",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress, no counts; problems are still told.")
]


def main() -> None:
    build_app(open_readings)(prog_name="sayso")


def build_app(open_readings: OpenReadings) -> typer.Typer:
    """The commands, written out; whoever calls chooses what reads the stories."""
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=manual.SAYSO, epilog=manual.SAYSO_END)(_sayso)
    app.command("read", help=manual.READ, epilog=manual.READ_END)(_read_command(open_readings))
    app.command("sample", help=manual.SAMPLE)(_sample)
    return app


def _sayso(version: Version = False) -> None:
    """Takes the options that stand before a command; `--version` is answered by its own callback."""


def _read_command(open_readings: OpenReadings) -> Callable[..., None]:
    def read(
        paths: Paths,
        *,
        published: Published = None,
        publisher: Publisher = None,
        language: SpokenLanguage = None,
        output_format: OutputFormat = Format.TABLE,
        output: Output = None,
        quiet: Quiet = False,
    ) -> None:
        request = ReadRequest(
            paths=tuple(paths),
            options=ReadOptions(
                published=published.date() if published else None,
                publisher=publisher,
                language=language.value if language else None,
            ),
            target=Target(output_format, None if output == Path("-") else output),
            quiet=quiet,
        )
        raise typer.Exit(run_guarded(lambda: read_stories(request, open_readings)))

    return read


def _sample() -> None:
    raise typer.Exit(run_guarded(_print_sample))


def _print_sample() -> Exit:
    folder = Path(str(files("sayso") / "data" / "sample"))
    if not folder.is_dir():
        raise ConfigError(f"the sample folder {folder} is missing. Install Sayso again.")
    typer.echo(str(folder))
    return Exit.DONE
