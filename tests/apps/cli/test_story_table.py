import io
from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len
from rich.console import Console

from sayso.apps.cli.table import print_story
from sayso.records import Attribution, Caption, Form, Reading, Span, Stance


def printed(reading: Reading, columns: int = 80) -> str:
    stream = io.StringIO()
    print_story(reading, Console(file=stream, width=columns, markup=False, highlight=False, emoji=False))
    return stream.getvalue()


def joined(text: str) -> str:
    """Without line breaks and the bar beside quotations, so that a wrapped phrase can be looked for."""
    return " ".join(text.replace("│", " ").split())


def lines_below(text: str, head: str) -> list[str]:
    """The lines of the block that starts with `head`."""
    lines = text.split("\n")
    start = next(position for position, line in enumerate(lines) if line.startswith(head))
    end = next(position for position, line in enumerate(lines) if position > start and not line)
    return lines[start:end]


@pytest.mark.parametrize("columns", [40, 63, 64, 80, 120])
def test_no_line_is_wider_than_the_screen(
    english: Reading, russian: Reading, ukrainian: Reading, columns: int
) -> None:
    for reading in (english, russian, ukrainian):
        assert max(cell_len(line) for line in printed(reading, columns).split("\n")) <= columns


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_word_of_an_attribution_is_lost(english: Reading, columns: int) -> None:
    shown = joined(printed(english, columns))
    for attribution in english.attributions:
        if attribution.id not in {"a2", "a5", "a8"}:  # relayed by a3 and a9; told as a check
            for span in attribution.content:
                assert joined(span.of(english.document.text)) in shown


def test_heading_names_publisher_day_language_and_origin(english: Reading) -> None:
    assert "Valley Post · Sun 14 May 2023 · English · news/story.txt" in printed(english)


def test_what_is_not_known_is_said_to_be_unknown(russian: Reading) -> None:
    shown = printed(russian)
    assert "publisher unknown · date unknown · Russian" in shown
    assert "(no title) Глава районной администрации" in shown


def test_relaying_source_stands_before_the_speaker(english: Reading, ukrainian: Reading) -> None:
    assert "Orlan (“the agency”) ← Pavlo Hrynko · asserts" in printed(english)
    assert "Долина ← Генштаб · asserts" in printed(ukrainian)


def test_relayed_words_are_shown_once(english: Reading) -> None:
    assert printed(english).count("There is no way back") == 1


def test_pronoun_is_shown_beside_the_name_it_was_read_as(english: Reading) -> None:
    assert "Pavlo Hrynko (“He”) · predicts" in printed(english)


def test_stance_stands_beside_the_words_it_rests_on(english: Reading) -> None:
    assert "Institute for River Studies · denies (“denied”), indirect" in printed(english)
    assert "Pavlo Hrynko · asserts (“as saying”), direct" in printed(english)


def test_source_without_a_name_is_told_as_such(english: Reading) -> None:
    assert "source not named, “reportedly”" in printed(english)


def test_claim_row_tells_what_where_when_and_how(english: Reading) -> None:
    row = next(line for line in printed(english).split("\n") if "40 workers signing" in line)
    assert row.split("  ")[-1] == "certain"
    assert "Lysohirka (city, UA)" in row
    assert "Fri 12 May 2023" in row


def test_unverified_claim_shows_its_status_and_who_says_so(english: Reading) -> None:
    block = lines_below(printed(english), "a4")
    assert any(line.endswith("unverified") for line in block)
    assert "     ! unverified: “this claim could not be verified”, by Valley Post" in block


def test_denial_and_forecast_are_told(english: Reading) -> None:
    assert [line.split()[-1] for line in lines_below(printed(english), "a7")[-2:]] == ["certain,", "so"]
    assert [line.split()[-1] for line in lines_below(printed(english), "a10")[-2:]] == ["possible,", "future"]


def test_unresolved_place_and_date_give_their_reasons(english: Reading, russian: Reading) -> None:
    assert "! “Brodske”: two places are named Brodske" in printed(english)
    assert "! “в середине мая”: the story's day is unknown" in printed(russian)


def test_check_about_nothing_annotated_is_not_lost(russian: Reading) -> None:
    assert "! unverified: “Официального подтверждения этому нет”, by the outlet" in printed(russian)


def test_outlets_own_voice_is_told_apart(english: Reading) -> None:
    assert "–    Valley Post · in its own voice" in printed(english)


def test_figure_of_no_claim_is_not_lost(english: Reading) -> None:
    without = replace(english, claims=())
    assert "figure in no claim: ≥ 700,000 people changing employers" in joined(printed(without))


def test_picture_caption_is_shown(english: Reading) -> None:
    assert "! picture: “Workers at the port gate, photographed in 2020.”" in printed(english)


def test_story_without_claims_says_so(english: Reading) -> None:
    bare = Reading(document=replace(english.document, captions=(Caption("x"),)))
    assert "No claims or attributions found" in printed(bare)


def test_attribution_with_neither_source_nor_cue_nor_content_is_no_trouble(english: Reading) -> None:
    empty = Attribution("a1", None, None, (), Form.INDIRECT, Stance.OTHER, 0.1)
    child = Attribution("a2", Span(0, 5), None, (), Form.INDIRECT, Stance.OTHER, 0.1, parent="a1")
    assert "source not named" in printed(Reading(document=english.document, attributions=(empty, child)))


def test_chain_that_bites_its_tail_ends(english: Reading) -> None:
    one, two = (
        replace(english.attributions[0], id=name, parent=parent)
        for name, parent in (("a1", "a2"), ("a2", "a1"))
    )
    assert printed(replace(english, attributions=(one, two), claims=()))


def test_hostile_title_cannot_steer_the_terminal(english: Reading) -> None:
    hostile = replace(
        english, document=replace(english.document, title="\x1b]0;owned\x07", published=date.max)
    )
    assert "\x1b" not in printed(hostile)


def test_square_brackets_are_words_not_markup(english: Reading) -> None:
    marked = replace(english, document=replace(english.document, title="[bold]Port[/bold] :smile:"))
    assert "[bold]Port[/bold] :smile:" in printed(marked)
