"""The language of a story is told, or said to be unknown."""

import pytest

from sayso.read.language import LanguageDetector


@pytest.fixture(scope="module")
def detector() -> LanguageDetector:
    return LanguageDetector()


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("The ferry was suspended on Friday, the port authority said.", "en"),
        ("Паром не ходит с пятницы, сообщила администрация порта.", "ru"),
        ("Паром не ходить з п’ятниці, повідомила адміністрація порту.", "uk"),
        ("Прививка от простуды: кому она нужна", "ru"),
        ("https://courier.example/story/and/a/long/path/in/english Паром снова ходит", "ru"),
        ("Президентът на страната заяви в неделя, че фериботът отново работи.", "bg"),
        ("Der Hafen teilte am Montag mit, dass die Fähre wieder fährt.", "de"),
        ("", "und"),
        ("2022 – 14:05 – +380 44", "und"),
        ("😀 🚢", "und"),
        ("qwzx vbnm xkcd", "und"),
    ],
)
def test_language(detector: LanguageDetector, text: str, expect: str) -> None:
    assert detector.detect(text) == expect


def test_hint_counts_only_where_the_words_do_not_tell(detector: LanguageDetector) -> None:
    assert detector.detect("2022", hint="uk") == "uk"
    assert detector.detect("Паром не ходит с пятницы, сообщила администрация.", hint="en") == "ru"
