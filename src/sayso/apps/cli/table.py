"""A reading → the block that a person reads on a terminal, 80 columns or whatever there is.

One story is a heading, then its sources in the order of the text: who says it
(who relays ← who said), the exact words, and under them a row for each claim:
what, where, when, told as. Nothing is cut: what does not fit is wrapped.
"""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from rich.console import Console
from rich.text import Text

from sayso.apps.cli.blocks import Block, arrange_blocks, loose_checks
from sayso.apps.cli.columns import GUTTER, lay_row, wrap_text
from sayso.apps.cli.words import (
    LANGUAGES,
    check_words,
    count_words,
    date_words,
    event_words,
    figure_words,
    is_unresolved,
    origin_words,
    place_words,
    plain,
    quoted,
    speaker_words,
    stance_words,
    weekday_words,
)
from sayso.records import Check, Claim, FigureStance, Polarity, Reading, Stance, Tense, Verdict

_QUOTE_BAR = "│ "  # beside the exact words of the story, and nothing else
_FIRST_WORDS = 100  # characters that stand in for a missing title; the words themselves follow below
_HEADINGS = ("WHAT", "WHERE", "WHEN", "TOLD AS")
_ALARMS = {
    Verdict.UNVERIFIED: "yellow",
    Verdict.DISPUTED: "yellow",
    Verdict.DENIED: "red",
    Verdict.CONFIRMED: "green",
}


def print_story(reading: Reading, console: Console) -> None:
    """Write one story to the console, a rule above it and a blank line below."""
    blocks = arrange_blocks(reading)
    _print(console, Text("─" * console.width, style="dim"))
    _print_heading(reading, console)
    if not blocks:
        _print(console, Text("\nNo claims or attributions found in this story."))
    elif reading.claims:
        _print(console, Text(""), *lay_row(_texts(_HEADINGS, "dim"), console))
    for block in blocks:
        _print(console, Text(""))
        _print_block(block, reading, console)
    _print_rest(reading, loose_checks(reading, blocks), console)
    _print(console, Text(""))


def _print(console: Console, *lines: Text) -> None:
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)


def _print_heading(reading: Reading, console: Console) -> None:
    document = reading.document
    title = plain(document.title) if document.title else f"(no title) {_first_words(document.text)}"
    facts = (
        plain(document.publisher) if document.publisher else "publisher unknown",
        weekday_words(document.published) if document.published else "date unknown",
        LANGUAGES.get(document.language, f"language {plain(document.language)}"),
        origin_words(document.origin),
    )
    _print(console, *wrap_text(Text(title, style="bold"), console))
    _print(console, *wrap_text(Text(" · ".join(facts)), console))
    _print(console, *wrap_text(Text(_counts(reading), style="dim"), console))


def _first_words(text: str) -> str:
    return shorten(plain(text.strip().split("\n", 1)[0]), _FIRST_WORDS, placeholder=" …")


def _counts(reading: Reading) -> str:
    text = reading.document.text
    sources = {
        one.speaker.name if one.speaker else one.source.of(text) for one in reading.attributions if one.source
    }
    verdicts = [check.verdict.value for check in reading.checks]
    checks = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in dict.fromkeys(verdicts))
    return " · ".join(
        (
            count_words(len(reading.claims), "claim"),
            count_words(len(reading.attributions), "attribution")
            + f" to {count_words(len(sources), 'source')}",
            count_words(len(reading.figures), "figure"),
            f"checks: {checks}" if checks else "no checks",
        )
    )


def _print_block(block: Block, reading: Reading, console: Console) -> None:
    text = reading.document.text
    width = console.width - GUTTER
    name = block.chain[0].id if block.chain else "–"
    for position, line in enumerate(wrap_text(_who(block, reading), console, width=width)):
        _print(
            console,
            Text().append(f"{name if position == 0 else '':<{GUTTER}}", style="dim").append_text(line),
        )
    said = " … ".join(plain(span.of(text)) for span in block.said)
    for line in wrap_text(Text(said), console, width=width - len(_QUOTE_BAR)):
        _print(console, Text(" " * GUTTER).append(_QUOTE_BAR, style="dim").append_text(line))
    for claim in block.claims:
        _print(console, *lay_row(_cells(claim, reading), console))
    for note in _notes(block, reading):
        _print_hanging(note, console)


def _who(block: Block, reading: Reading) -> Text:
    """`RIA Novosti ← Volodymyr Saldo · asserts, direct`: the outermost relays, the innermost said it."""
    text = reading.document.text
    if not block.chain:
        return Text().append(_outlet(reading), style="bold").append(" · in its own voice", style="dim")
    who = Text()
    for link in reversed(block.chain):
        who.append(" ← " if who else "", style="dim").append(speaker_words(link, text), style="bold")
        if link is not block.chain[0] and link.stance is not Stance.ASSERTS:
            who.append(f" ({link.stance.value})")
    return who.append(f" · {stance_words(block.chain[0], text)}", style="cyan")


def _outlet(reading: Reading) -> str:
    return plain(reading.document.publisher) if reading.document.publisher else "the outlet"


def _cells(claim: Claim, reading: Reading) -> tuple[Text, ...]:
    """What, where, when, told as."""
    text = reading.document.text
    figure = reading.figures[claim.figure] if claim.figure is not None else None
    event = reading.events[claim.event] if claim.event is not None else None
    what = [figure_words(figure, text)] if figure else []
    what += [event_words(event, text)] if event else []
    where = place_words(reading.places[claim.place]) if claim.place is not None else "place unknown"
    when = date_words(reading.dates[claim.date], text) if claim.date is not None else "date unknown"
    return (
        Text("; ".join(what) or "unknown"),
        Text(where, style="dim" if claim.place is None else ""),
        Text(when, style="dim" if claim.date is None else ""),
        _told_as(claim, reading),
    )


def _told_as(claim: Claim, reading: Reading) -> Text:
    """How the story tells the claim, which is not how true it is."""
    words: list[tuple[str, str]] = [(claim.certainty.value, "")]
    if claim.polarity is Polarity.NEGATIVE:
        words.append(("not so", "red"))
    stance = reading.figures[claim.figure].stance if claim.figure is not None else FigureStance.ASSERTED
    if stance in {FigureStance.PLANNED, FigureStance.FORECAST}:
        words.append((stance.value, "cyan"))
    elif claim.tense is Tense.FUTURE:
        words.append(("future", "cyan"))
    status = reading.checks[claim.check].verdict if claim.check is not None else _status(stance)
    if status:
        words.append((status.value, _ALARMS[status]))
    return Text(", ").join(Text(word, style=style) for word, style in words)


def _status(stance: FigureStance) -> Verdict | None:
    return {FigureStance.UNVERIFIED: Verdict.UNVERIFIED, FigureStance.DENIED: Verdict.DENIED}.get(stance)


def _notes(block: Block, reading: Reading) -> Iterator[Text]:
    """Checks in full, and why a place, a date or a figure has no value."""
    text = reading.document.text
    for check in block.checks:
        yield _check_line(check, reading)
    places = [
        reading.places[one] for one in dict.fromkeys(claim.place for claim in block.claims) if one is not None
    ]
    dates = [
        reading.dates[one] for one in dict.fromkeys(claim.date for claim in block.claims) if one is not None
    ]
    for place in places:
        if is_unresolved(place) and place.why:
            yield Text(f"{quoted(place.name)}: {plain(place.why)}", style="dim")
    for mention in dates:
        if mention.first is mention.last is None and mention.why:
            yield Text(f"{quoted(mention.span.of(text))}: {plain(mention.why)}", style="dim")


def _check_line(check: Check, reading: Reading) -> Text:
    words = check_words(check, reading.document.text, outlet=_outlet(reading))
    return Text().append(check.verdict.value, style=_ALARMS[check.verdict]).append(f": {words}")


def _print_hanging(note: Text, console: Console) -> None:
    for position, line in enumerate(wrap_text(note, console, width=console.width - GUTTER - 2)):
        _print(console, Text(" " * GUTTER + ("! " if position == 0 else "  ")).append_text(line))


def _print_rest(reading: Reading, checks: Sequence[Check], console: Console) -> None:
    """What belongs to no block: figures of no claim, checks about nothing annotated, and pictures,
    whose captions often tell of another day than the story."""
    text = reading.document.text
    claimed = {claim.figure for claim in reading.claims}
    figures = [one for position, one in enumerate(reading.figures) if position not in claimed]
    lines = [
        *(
            Text(f"figure in no claim: {figure_words(one, text)}, {quoted(one.span.of(text))}")
            for one in figures
        ),
        *(_check_line(check, reading) for check in checks),
        *(Text(f"picture: {quoted(caption.text)}") for caption in reading.document.captions),
    ]
    if lines:
        _print(console, Text(""))
    for line in lines:
        _print_hanging(line, console)


def _texts(words: Sequence[str], style: str) -> list[Text]:
    return [Text(word, style=style) for word in words]
