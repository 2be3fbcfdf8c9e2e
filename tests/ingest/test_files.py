"""Paths, folders and standard input become captures; what cannot be read becomes an error in its place."""

import io
import os
from pathlib import Path

import pytest

from sayso.ingest.files import read_files
from sayso.records import Capture, InputError


def read(*arguments: str | Path, stdin: bytes = b"", max_bytes: int = 10_000) -> list[Capture | InputError]:
    return list(read_files(map(str, arguments), stdin=io.BytesIO(stdin), max_bytes=max_bytes))


def errors(found: list[Capture | InputError]) -> list[str]:
    return [one.problem for one in found if isinstance(one, InputError)]


def test_file_becomes_a_capture_of_its_bytes(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(b"One story.\r\n")
    assert read(story) == [Capture(str(story), b"One story.\r\n")]


def test_folder_stands_for_its_stories_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.md", "d.jpg", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"A story.")
    assert [Path(one.origin).name for one in read(tmp_path)] == ["a.html", "b.txt", "c.md"]


def test_folder_that_a_browser_saved_beside_a_page_is_part_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "Story_files").mkdir()
    (tmp_path / "Story_files" / "frame.html").write_bytes(b"<p>An advertisement.</p>")
    (tmp_path / "Story.html").write_bytes(b"<p>A story.</p>")
    assert [Path(one.origin).name for one in read(tmp_path)] == ["Story.html"]


def test_folder_without_stories_is_an_error_that_names_what_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (error,) = read(tmp_path)
    assert isinstance(error, InputError)
    assert error.problem == "no stories in this folder"
    assert ".jsonl" in error.next_step


def test_bad_input_does_not_stop_the_next(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(b"A story.")
    missing = tmp_path / "missing.txt"
    found = read(missing, story)
    assert isinstance(found[0], InputError)
    assert str(found[0]) == f"{missing}: no such file. Check the path."
    assert found[1] == Capture(str(story), b"A story.")


@pytest.mark.parametrize("name", ["x" * 5000, "nul\0byte", "story.txt/inside"])
def test_unusable_path_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "story.txt").write_bytes(b"A story.")
    (error,) = read(f"{tmp_path}/{name}")
    assert isinstance(error, InputError)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_an_error(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(b"A story.")
    story.chmod(0)
    assert errors(read(story)) == ["no permission to read it"]


def test_empty_file_is_an_error(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.touch()
    assert errors(read(story)) == ["empty"]


@pytest.mark.parametrize(("size", "is_read"), [(1000, True), (1001, False)])
def test_size_limit_is_inclusive(tmp_path: Path, size: int, is_read: bool) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(b"x\n" * 300 + b"y" * (size - 600))
    (found,) = read(story, max_bytes=1000)
    assert isinstance(found, Capture) is is_read


def test_endless_file_is_too_large_and_not_read_to_its_end() -> None:
    (error,) = read("/dev/zero", max_bytes=1024 * 1024)
    assert isinstance(error, InputError)
    assert error.problem == "larger than the limit of 1 MB"


def test_dash_reads_standard_input_and_a_second_dash_finds_it_empty() -> None:
    found = read("-", "-", stdin=b"A story.\nIts end.")
    assert found[0] == Capture("-", b"A story.\nIts end.")
    assert errors(found) == ["empty"]


def test_json_lines_come_one_capture_a_line_with_the_number_in_the_name(tmp_path: Path) -> None:
    lines = tmp_path / "posts.jsonl"
    lines.write_bytes(b'\xef\xbb\xbf{"text": "a"}\r\n\n{"text": "b"}')
    assert read(lines) == [
        Capture(f"{lines}:1", b'{"text": "a"}'),
        Capture(f"{lines}:3", b'{"text": "b"}'),
    ]


def test_json_lines_on_standard_input_arrive_before_the_input_ends() -> None:
    class EndlessLines(io.RawIOBase):
        def readline(self, size: int | None = -1, /) -> bytes:
            return b'{"text": "a"}\n'

    captures = read_files(["-"], stdin=EndlessLines())  # type: ignore[arg-type]
    assert [next(captures).origin for _ in range(3)] == ["-:1", "-:2", "-:3"]


def test_overlong_json_line_is_skipped_and_the_rest_go_on(tmp_path: Path) -> None:
    lines = tmp_path / "posts.jsonl"
    lines.write_bytes(b'{"text": "a"}\n' + b"x" * 5000 + b'\n{"text": "b"}\n')
    found = read(lines, max_bytes=100)
    assert [one.origin.rpartition(":")[2] for one in found] == ["1", "2", "3"]
    assert isinstance(found[1], InputError)
    assert found[2] == Capture(f"{lines}:3", b'{"text": "b"}')


def test_json_document_over_many_lines_is_left_whole(tmp_path: Path) -> None:
    lines = tmp_path / "posts.jsonl"
    lines.write_bytes(b'[\n{"text": "a"}\n]\n')
    assert read(lines) == [Capture(str(lines), lines.read_bytes())]
