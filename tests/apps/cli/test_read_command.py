import json
from datetime import date
from pathlib import Path

import pytest

from sayso.publish.from_contract import reading_from_json
from sayso.records import ConfigError, Reading


def test_everything_read_ends_in_0(sayso) -> None:
    ended = sayso("read", "english.txt", "russian.txt")
    assert ended.code == 0
    assert ended.err == ""
    assert "River port taken over" in ended.out


def test_stories_come_out_in_the_order_asked(sayso) -> None:
    ended = sayso("read", "--format", "jsonl", "ukrainian.txt", "english.txt", "russian.txt")
    assert [json.loads(line)["language"] for line in ended.out.splitlines()] == ["uk", "en", "ru"]


def test_unreadable_input_is_told_with_its_next_step_and_the_rest_goes_on(sayso) -> None:
    ended = sayso("read", "gone.txt", "english.txt")
    assert ended.code == 1
    assert ended.err.startswith("sayso: gone.txt: there is no such file.\n       Check the path.\n")
    assert "1 story read, 1 input could not be read" in ended.err
    assert "River port" in ended.out


def test_nothing_read_ends_in_3(sayso) -> None:
    ended = sayso("read", "gone.txt")
    assert (ended.code, ended.out) == (3, "")
    assert "nothing could be read" in ended.err


def test_quiet_tells_problems_only(sayso) -> None:
    ended = sayso("read", "--quiet", "gone.txt", "english.txt")
    assert ended.err == "sayso: gone.txt: there is no such file.\n       Check the path.\n"


def test_jsonl_is_the_reading_in_utf8(sayso, russian: Reading) -> None:
    ended = sayso("read", "--format", "jsonl", "russian.txt")
    assert "Степан Лучко" in ended.out
    assert reading_from_json(ended.out) == russian


def test_options_reach_the_reader(sayso, readings) -> None:
    words = ("--published", "2022-06-12", "--publisher", "Valley Post", "--language", "uk")
    sayso("read", "english.txt", *words)
    (options,) = readings.asked
    assert (options.published, options.publisher, options.language) == (
        date(2022, 6, 12),
        "Valley Post",
        "uk",
    )


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "--published", "12 June", "english.txt"),
        ("read", "--language", "fr", "english.txt"),
        ("read", "--format", "xml", "english.txt"),
        ("read", "--nonsense", "english.txt"),
        ("unknown",),
    ],
)
def test_wrong_words_end_in_2(sayso, words: tuple[str, ...]) -> None:
    assert sayso(*words).code == 2


def test_wrong_setting_ends_in_4(sayso) -> None:
    ended = sayso("read", "english.txt", SAYSO_THREADS="many")
    assert (ended.code, ended.out) == (4, "")
    assert "SAYSO_THREADS=many" in ended.err


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (ConfigError("the encoder is missing"), 4, "sayso: the encoder is missing\n"),
        (ImportError("No module named 'onnxruntime'"), 4, "a part of Sayso is missing"),
        (OSError(28, "No space left on device"), 4, "No space left on device"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (BrokenPipeError(), 141, ""),
        (ValueError("token counts differ"), 70, "a bug in Sayso"),
    ],
)
def test_broken_run_ends_in_its_code_and_one_message(sayso, readings, error, code: int, message: str) -> None:
    readings.breaks = error
    ended = sayso("read", "english.txt", "breaks")
    assert ended.code == code
    assert message in ended.err
    assert "Traceback" not in ended.err
    assert "River port" in ended.out  # what was read before is not lost


def test_debug_shows_the_traceback(sayso, readings) -> None:
    readings.breaks = ValueError("token counts differ")
    assert "Traceback" in sayso("read", "breaks", SAYSO_DEBUG="1").err


def test_output_file_holds_what_standard_output_would(sayso, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    ended = sayso("read", "--format", "jsonl", "--output", str(path), "english.txt", "russian.txt")
    assert (ended.code, ended.out) == (0, "")
    assert path.read_text() == sayso("read", "--format", "jsonl", "english.txt", "russian.txt").out
    assert f"written to {path}" in " ".join(ended.err.split())


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError("a bug"), SystemExit(143)])
@pytest.mark.parametrize("format_name", ["table", "jsonl", "html"])
def test_broken_run_leaves_an_older_output_as_it_was(sayso, readings, tmp_path, error, format_name) -> None:
    path = tmp_path / "out"
    path.write_text("older")
    readings.breaks = error
    assert sayso("read", "--format", format_name, "--output", str(path), "english.txt", "breaks").code >= 70
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_read_leaves_an_older_output_as_it_was(sayso, tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("older")
    assert sayso("read", "--output", str(path), "gone.txt").code == 3
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_output_through_a_link_leaves_the_link(sayso, tmp_path: Path) -> None:
    (tmp_path / "real").write_text("older")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    sayso("read", "--output", str(tmp_path / "link"), "english.txt")
    assert (tmp_path / "link").is_symlink()
    assert "River port" in (tmp_path / "real").read_text()


def test_device_is_written_to_and_stays_a_device(sayso) -> None:
    assert sayso("read", "--output", "/dev/null", "english.txt").code == 0
    assert Path("/dev/null").is_char_device()


def test_output_never_overwrites_an_input(sayso, tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text("the story")
    assert sayso("read", "--output", str(path), str(path)).code == 2
    assert path.read_text() == "the story"


def test_output_in_no_folder_ends_in_2_before_anything_is_read(sayso, readings, tmp_path: Path) -> None:
    ended = sayso("read", "--output", str(tmp_path / "none" / "out"), "english.txt")
    assert ended.code == 2
    assert "Create it first" in ended.err
    assert readings.asked == []


def test_only_html_goes_into_a_folder(sayso, tmp_path: Path) -> None:
    assert sayso("read", "--format", "jsonl", "--output", str(tmp_path), "english.txt").code == 2


def test_html_folder_takes_one_page_a_story(sayso, tmp_path: Path) -> None:
    ended = sayso(
        "read", "--format", "html", "--output", str(tmp_path), "english.txt", "ukrainian.txt", "russian.txt"
    )
    assert ended.code == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["port-22222222.html", "story-00000000.html", "лысогорка-11111111.html"]


def test_html_is_one_page_on_standard_output(sayso) -> None:
    ended = sayso("read", "--format", "html", "english.txt", "russian.txt")
    assert ended.out.lower().count("<!doctype html>") == 1
    assert "Степан Лучко" in ended.out


def test_piped_table_is_80_columns_unless_columns_says_otherwise(sayso) -> None:
    rule = sayso("read", "english.txt").out.split("\n")[0]
    assert len(rule) == 80
    assert len(sayso("read", "english.txt", COLUMNS="100").out.split("\n")[0]) == 100
    assert len(sayso("read", "english.txt", COLUMNS="nonsense").out.split("\n")[0]) == 80
    assert len(sayso("read", "english.txt", COLUMNS="500").out.split("\n")[0]) == 120


def test_piped_table_has_no_colour(sayso) -> None:
    assert "\x1b" not in sayso("read", "english.txt").out
    forced = sayso("read", "english.txt", FORCE_COLOR="1")
    assert "\x1b[1mOrlan\x1b[0m" in forced.out  # bold, and nothing that leaked from beside it
    assert forced.err == ""
