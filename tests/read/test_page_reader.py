"""A saved page gives its headline, its story, its captions and what it says of itself."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sayso.read.furniture import Furniture
from sayso.read.story import StoryReader
from sayso.records import Capture, Document, InputError

FIXTURES = Path(__file__).parents[1] / "fixtures" / "read"
STORY = (
    "Ferry to Lower Lake suspended\n\n"
    "The ferry between Lower Lake and the island was suspended on Friday after a storm, "
    "the port authority said.\n\n"
    "“We do not know for how long,” said its head, Ada Marrow. Some 40 passengers were waiting on the pier."
)


def read(name: str) -> Document:
    (found,) = StoryReader().read(Capture(name, (FIXTURES / name).read_bytes()))
    assert isinstance(found, Document), found
    return found


def test_whole_page() -> None:
    document = read("page-whole.html")
    assert document.text == f"{STORY}\n\nThe pier in 2019."
    assert document.title == "Ferry to Lower Lake suspended"
    assert document.publisher == "The Lake Courier"
    assert document.author == "Ines Calloway"
    assert document.address == "https://courier.example/2023/03/04/ferry"
    assert document.language == "en"


def test_day_is_by_the_publishers_clock_and_the_instant_in_utc() -> None:
    document = read("page-whole.html")
    assert document.published == date(2023, 3, 4)
    assert document.published_at == datetime(2023, 3, 3, 21, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "expect"),
    [
        ("page-whole.html", "2023-03-04"),
        ("page-meta-date-only.html", "2023-03-05"),
        ("page-time-element-only.html", "2023-03-06"),
        ("page-date-in-address-only.html", "2023-03-04"),
        ("page-impossible-date.html", "None"),
    ],
)
def test_date_is_taken_from_the_best_place_that_has_one(name: str, expect: str) -> None:
    assert str(read(name).published) == expect


def test_caption_stands_in_the_text_with_its_picture_and_an_advertisement_does_not() -> None:
    document = read("page-whole.html")
    (caption,) = document.captions
    assert caption.span is not None
    assert caption.span.of(document.text) == caption.text == "The pier in 2019."
    assert caption.image == "https://courier.example/img/pier.jpg"


def test_paywall_and_other_furniture_is_left_out() -> None:
    assert read("page-paywall.html").text == read("page-whole.html").text


def test_scripts_and_control_characters_leave_no_trace() -> None:
    expect = STORY.replace("the pier.", "the pier\u200b– cold.") + "\n\nThe pier in 2019."
    assert read("page-script-control-characters.html").text == expect


def test_layout_tables_hold_paragraphs_and_data_tables_rows() -> None:
    assert read("page-nested-tables.html").text == f"{STORY}\n\nTown | Passengers\n\nLower Lake | 40"


def test_page_that_does_not_name_its_publisher_is_known_by_its_host() -> None:
    assert read("page-no-publisher.html").publisher == "courier.example"


@pytest.mark.parametrize("name", ["page-meta-cp1251.html", "page-wrong-charset.html"])
def test_cyrillic_page_is_read_whatever_its_header(name: str) -> None:
    assert read(name).text.startswith(
        "Жители Нижнеозёрска получили удостоверения\n\nВ субботу в Нижнеозёрске"
    )


def test_declarations_of_encoding_do_no_harm() -> None:
    assert read("page-xml-declaration.xhtml").text == read("page-whole.html").text
    assert "the port authority said" in read("page-absurd-charset.html").text


@pytest.mark.parametrize(
    "name", ["page-no-article.html", "page-no-elements.html", "page-unclosed-tags-deep.html"]
)
def test_page_without_an_article_is_an_error(name: str) -> None:
    (error,) = StoryReader().read(Capture(name, (FIXTURES / name).read_bytes()))
    assert isinstance(error, InputError)
    assert error.problem == "no article found on the page"


def test_page_of_too_many_elements_is_an_error() -> None:
    (error,) = StoryReader().read(Capture("page.html", b"<p>A sentence, she said.</p>" * 50_001))
    assert isinstance(error, InputError)
    assert error.problem == "a page of more than 50,000 elements"


@pytest.mark.parametrize(
    ("paragraph", "expect"),
    [
        ("Subscribe to our newsletter to get the news in your inbox", True),
        ("Читайте также: Паром снова ходит", True),
        ("Підписуйтесь на наш канал", True),
        ("Read more", True),
        ("The union asked its members to subscribe to the fund.", False),
        ("Подписывать соглашение он отказался, заявил министр.", False),
        ("Читайте законы, призвал он депутатов в своём выступлении в субботу.", False),
    ],
)
def test_furniture(paragraph: str, expect: bool) -> None:
    assert Furniture.load().is_furniture(paragraph) is expect
