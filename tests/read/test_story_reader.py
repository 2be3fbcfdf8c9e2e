"""Any capture gives documents or errors, and the same story the same document."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.read.options import ReadOptions
from sayso.read.story import StoryReader
from sayso.records import Capture, Document, InputError

FIXTURES = Path(__file__).parents[1] / "fixtures" / "read"
READER = StoryReader()
TAGS = (
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td>",
    "<article>",
    "<h1>",
    "<figcaption>",
    "<script type='application/ld+json'>",
)
SCRAPS = (
    *TAGS,
    "<html>",
    "<!--",
    "-->",
    "</script>",
    '{"@type":"NewsArticle","datePublished":',
    "&#0;",
    "&#xD800;",
    "<meta ",
)
NAMES = st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.md", "-", "https://a.example/b?c=1", ""])
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "id", "published"]), inner)
    ),
    max_leaves=8,
)


def read(name: str, options: ReadOptions | None = None) -> Document:
    (found,) = StoryReader(options).read(Capture(name, (FIXTURES / name).read_bytes()))
    assert isinstance(found, Document), found
    return found


@settings(deadline=None, max_examples=200)
@given(NAMES, st.binary(max_size=300))
def test_any_bytes_give_documents_or_errors(name: str, content: bytes) -> None:
    assert all(isinstance(found, Document | InputError) for found in READER.read(Capture(name, content)))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=30), max_size=30))
def test_any_markup_gives_documents_or_errors_and_captions_that_stand_in_the_text(scraps: list[str]) -> None:
    content = "<html>" + "".join(scraps)
    for found in READER.read(Capture("page.html", content.encode("utf-8", "replace"))):
        assert isinstance(found, Document | InputError)
        if isinstance(found, Document):
            assert all(one.span and one.span.of(found.text) == one.text for one in found.captions)


@settings(deadline=None, max_examples=150)
@given(JSON)
def test_any_json_gives_documents_or_errors(value: object) -> None:
    content = json.dumps({"language": "en", **value} if isinstance(value, dict) else value).encode()
    assert all(isinstance(found, Document | InputError) for found in READER.read(Capture("a.jsonl", content)))


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("empty.txt", "empty"),
        ("white-space.txt", "empty"),
        ("binary.png.txt", "a PNG image, not text"),
        ("binary-unknown.txt", "not text in any known encoding"),
    ],
)
def test_what_is_no_text_is_an_error(name: str, problem: str) -> None:
    (error,) = READER.read(Capture(name, (FIXTURES / name).read_bytes()))
    assert isinstance(error, InputError)
    assert error.problem == problem


@pytest.mark.parametrize("name", sorted(path.name for path in FIXTURES.glob("text-*.txt")))
def test_text_in_any_encoding_has_its_title(name: str) -> None:
    document = read(name)
    assert document.title is not None
    assert document.title.startswith(("Жители", "Мешканці", "Residents", "Flooding"))
    assert document.text.startswith(document.title)


def test_content_decides_against_a_misleading_name() -> None:
    assert read("page-in-a-text-file.txt").text.startswith("Ferry to Lower Lake suspended\n\nThe ferry")
    assert read("text-in-a-page-file.html").text.endswith("as 5 < 6 boats were ready.\n")


def test_page_and_lines_on_standard_input_are_recognised() -> None:
    page = Capture("-", (FIXTURES / "page-whole.html").read_bytes())
    lines = Capture("-", (FIXTURES / "lines-whole.jsonl").read_bytes())
    assert [one.publisher for one in READER.read(page) if isinstance(one, Document)] == ["The Lake Courier"]
    assert [one.origin for one in READER.read(lines)] == ["s-1", "-:3"]


@pytest.mark.parametrize(("name", "limit"), [("a.html", "20 MB"), ("a.txt", "50 MB"), ("a.jsonl", "50 MB")])
def test_oversized_content_is_an_error_that_names_the_limit(name: str, limit: str) -> None:
    (error,) = READER.read(Capture(name, b"A page <p>" + b"a" * (80 * 1024 * 1024)))
    assert isinstance(error, InputError)
    assert "80 MB" in error.problem
    assert limit in error.problem


def test_collection_is_not_read_as_one_story() -> None:
    (error,) = READER.read(Capture("all.txt", b"The ferry was late. " * 500_000))
    assert isinstance(error, InputError)
    assert "10,000,000 characters" in error.problem


def test_options_fill_only_what_is_missing() -> None:
    options = ReadOptions(published=date(2020, 1, 1), publisher="Someone", language="uk")
    page = read("page-whole.html", options)
    text = read("text-cp1252-no-header.txt", options)
    assert (page.publisher, page.published) == ("The Lake Courier", date(2023, 3, 4))
    assert (text.publisher, text.published, text.language) == ("Someone", date(2020, 1, 1), "uk")


def test_publisher_option_is_better_than_the_host() -> None:
    assert (
        read("page-no-publisher.html", ReadOptions(publisher="The Lake Courier")).publisher
        == "The Lake Courier"
    )


def test_same_story_from_other_bytes_is_the_same_document() -> None:
    text = "Паром не ходит с пятницы, сообщила администрация порта.\n"
    (one,) = READER.read(Capture("a.txt", text.encode()))
    (other,) = READER.read(Capture("b.txt", text.replace("\n", "\r\n").encode("cp1251")))
    assert isinstance(one, Document)
    assert isinstance(other, Document)
    assert one.id == other.id
    assert one.sha256 != other.sha256


def test_same_text_of_another_day_is_another_document() -> None:
    one = read("text-cp1252-no-header.txt")
    other = read("text-cp1252-no-header.txt", ReadOptions(published=date(2020, 1, 1)))
    assert one.id != other.id
    assert len(one.id) == 16
