"""Each line is a story of its own; a bad one is an error with its number and stops nothing."""

from pathlib import Path

from sayso.read.story import StoryReader
from sayso.records import Capture, Document, InputError

FIXTURES = Path(__file__).parents[1] / "fixtures" / "read"


def read(name: str) -> list[Document | InputError]:
    return list(StoryReader().read(Capture(name, (FIXTURES / name).read_bytes())))


def test_fields_of_a_line_become_the_document() -> None:
    whole, bare = read("lines-whole.jsonl")
    assert isinstance(whole, Document)
    assert (whole.origin, whole.title, whole.publisher) == ("s-1", "Ferry suspended", "The Lake Courier")
    assert str(whole.published) == "2023-03-04"
    assert isinstance(bare, Document)
    assert (bare.origin, bare.language, bare.published) == ("lines-whole.jsonl:3", "uk", None)


def test_bad_line_is_named_and_the_rest_go_on() -> None:
    found = read("lines-bad-third.jsonl")
    assert [one.origin for one in found] == ["s-1", "s-2", "lines-bad-third.jsonl:3", "s-4"]
    assert [isinstance(one, InputError) for one in found] == [False, False, True, False]


def test_every_kind_of_bad_line_has_its_own_error() -> None:
    found = read("lines-every-one-bad.jsonl")
    assert all(isinstance(one, InputError) for one in found)
    assert [one.origin for one in found] == [f"lines-every-one-bad.jsonl:{number}" for number in range(1, 13)]


def test_json_document_is_one_error_and_not_one_a_line() -> None:
    (error,) = read("json-document.json")
    assert isinstance(error, InputError)
    assert error.next_step == 'Write one {"text": …} object a line'


def test_lines_in_utf16_are_read() -> None:
    assert [one.origin for one in read("lines-utf16.jsonl")] == ["lines-utf16.jsonl:1", "lines-utf16.jsonl:2"]


def test_text_of_a_line_is_unchanged_if_clean() -> None:
    text = " «Так»,\u00a0— сказав він.\n\n\tІ пішов. "
    capture = Capture(
        "-", f'{{"text": "{text}", "language": "uk"}}'.replace("\n", "\\n").replace("\t", "\\t").encode()
    )
    (document,) = StoryReader().read(capture)
    assert isinstance(document, Document)
    assert document.text == text


def test_first_line_leaves_before_the_last_is_looked_at() -> None:
    found = StoryReader().read(Capture("x.jsonl", b'{"text": "One.", "language": "en"}\n' * 100_000))
    assert isinstance(next(found), Document)


def test_line_is_hashed_without_its_line_end() -> None:
    alone = next(StoryReader().read(Capture("x.jsonl", b'{"text": "One.", "language": "en"}')))
    among = next(StoryReader().read(Capture("x.jsonl", b'{"text": "One.", "language": "en"}\r\n{}\n')))
    assert isinstance(alone, Document)
    assert isinstance(among, Document)
    assert alone.sha256 == among.sha256
