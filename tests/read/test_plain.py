"""A text stays whole; its title and front matter are read off it."""

import pytest

from sayso.read.plain import read_text
from sayso.records import InputError

STORY = "The ferry was suspended on Friday, the port authority said. It did not say for how long."


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        (f"Ferry to Lower Lake suspended\n\n{STORY}", "Ferry to Lower Lake suspended"),
        (f"\n\nПаром снова не ходит?\n{STORY}\n", "Паром снова не ходит?"),
        (f"# Ferry *suspended* again\n\n{STORY}", "Ferry suspended again"),
        (f"**Ferry suspended again**\n\n{STORY}", "Ferry suspended again"),
        (f"{STORY}\n\n{STORY}", None),
        (STORY, None),
        ("The ferry was suspended on Friday, the\nport authority said. It did not say for\nhow long.", None),
        (f"Lower Lake, 4 March:\n\n{STORY}", None),
        (f"- first point of a list\n\n{STORY}", None),
        (f"{'word ' * 60}\n\n{STORY}", None),
    ],
)
def test_title_is_the_first_line_if_it_looks_like_one(text: str, expect: str | None) -> None:
    story = read_text(text, "story.txt")
    assert story.title == expect
    assert story.text == text


def test_front_matter_gives_the_facts_and_stays_in_the_text() -> None:
    text = f"---\ntitle: 'Ferry: suspended'\ndate: 2023-03-04\nlang: uk-UA\ntags: [a, b]\n---\n\n{STORY}\n"
    story = read_text(text, "story.md")
    assert story.text == text
    assert story.title == "Ferry: suspended"
    assert story.published is not None
    assert story.published.on.isoformat() == "2023-03-04"
    assert story.language == "uk"


def test_front_matter_that_never_ends_is_text() -> None:
    assert read_text(f"---\ntitle: x\n\n{STORY}", "story.md").published is None


def test_nothing_but_white_space_is_an_error() -> None:
    with pytest.raises(InputError, match=r"^story\.txt: empty\."):
        read_text(" \r\n\x00", "story.txt")
