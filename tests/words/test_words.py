"""Words carry lemmas and offsets; phrases stand where their words do; sentences end where they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.words import Morphology, PhraseTable, sentences_of, split_list

MORPHOLOGY = Morphology.load()


@pytest.mark.parametrize(
    ("form", "language", "lemma"),
    [
        ("said", "en", "say"),
        ("denied", "en", "deny"),
        ("planning", "en", "plan"),
        ("urges", "en", "urge"),
        ("заявили", "ru", "заявить"),
        ("заявили", "uk", "заявити"),
        ("cited", "uk", "cite"),
    ],
)
def test_word_is_known_by_its_lemma(form: str, language: str, lemma: str) -> None:
    (word,) = MORPHOLOGY.words(form, language)
    assert lemma in word.keys


def test_contracted_negation_is_a_word_of_its_own() -> None:
    assert [word.text for word in MORPHOLOGY.words("They couldn’t say", "en")] == [
        "they",
        "could",
        "n't",
        "say",
    ]


def test_phrase_spans_a_gap_of_a_few_words() -> None:
    table = PhraseTable([("not be … verify", "unverified")])
    near = MORPHOLOGY.words("It could not be independently verified.", "en")
    far = MORPHOLOGY.words("It could not be said that by now anybody had verified it.", "en")
    assert [hit.value for hit in table.find(near)] == ["unverified"]
    assert table.find(far) == ()


def test_list_drops_empty_items_and_line_breaks() -> None:
    assert split_list("say, tell\n  it,, add,") == ("say", "tell it", "add")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. It snowed.", 2),
        ("Gen. J. Doe spoke. He left.", 2),
        ("Об этом сказал Т. Мэй. Дождь шел.", 2),
        ("A headline\nA story.", 2),
        ("“It rained.” He left.", 2),
        ("", 0),
    ],
)
def test_sentences_end_at_marks_and_line_breaks_but_not_at_abbreviations(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


@given(st.text(max_size=80), st.sampled_from(["en", "ru", "uk"]))
def test_words_point_at_what_they_were_read_from(text: str, language: str) -> None:
    for word in MORPHOLOGY.words(text, language):
        assert 0 <= word.span.start < word.span.end <= len(text)
        assert len(word.text) == len(word.span)


def test_letter_that_grows_in_lower_case_shifts_no_offset() -> None:
    text = "İstanbul said so"
    assert [word.span.of(text) for word in MORPHOLOGY.words(text, "en")] == ["İstanbul", "said", "so"]
