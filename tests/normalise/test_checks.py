"""Checks are the explicit statements of a claim's status, with who says so and what about."""

import pytest
from attributed import attribution, document, extraction

from sayso.normalise.checks import CheckLexicon
from sayso.records import Stance, Verdict

CHECKS = CheckLexicon.load()


def test_outlets_doubt_is_about_the_claim_in_its_own_sentence() -> None:
    text = "Wire One said ten died. Wire Two said hundreds fled, but this claim could not be verified."
    first = attribution(text, source="Wire One", cue="said", content="ten died", id="a1")
    second = attribution(text, source="Wire Two", cue="said", content="hundreds fled", id="a2", after=20)
    (check,) = CHECKS.read_checks(document(text), extraction(first, second))
    assert check.span.of(text) == "this claim could not be verified"
    assert (check.verdict, check.by, check.about) == (Verdict.UNVERIFIED, None, ("a2",))


def test_check_that_opens_a_sentence_is_about_the_sentence_before() -> None:
    text = "The mayor said forty houses burned. The report has not been independently confirmed."
    claim = attribution(text, source="The mayor", cue="said", content="forty houses burned")
    (check,) = CHECKS.read_checks(document(text), extraction(claim))
    assert (check.verdict, check.about) == (Verdict.UNVERIFIED, ("a1",))


def test_checking_source_is_named() -> None:
    text = "The mayor said a jet fell. The ministry did not confirm the crash."
    claim = attribution(text, source="The mayor", cue="said", content="a jet fell", id="a1")
    doubt = attribution(
        text, source="The ministry", cue="did not confirm", content="the crash", id="a2", stance=Stance.DOUBTS
    )
    (check,) = CHECKS.read_checks(document(text), extraction(claim, doubt))
    assert check.by == doubt.source
    assert check.about == ("a1",)
    assert check.span.of(text) == "The ministry did not confirm the crash"


def test_plain_denial_is_no_check() -> None:
    text = "The ministry denied that a jet fell."
    denial = attribution(
        text, source="The ministry", cue="denied", content="that a jet fell", stance=Stance.DENIES
    )
    assert CHECKS.read_checks(document(text), extraction(denial)) == ()


def test_declining_to_comment_is_no_check() -> None:
    assert CHECKS.read_checks(document("The ministry declined to comment."), extraction()) == ()


@pytest.mark.parametrize(
    ("text", "language", "verdict"),
    [
        ("Официального подтверждения нет.", "ru", "unverified"),
        ("Проверить это сообщение невозможно, но жители слышали взрыв.", "ru", "unverified"),
        ("Эта информация не соответствует действительности.", "ru", "denied"),
        ("Підтвердити ці дані наразі неможливо.", "uk", "unverified"),
        ("Офіційно цю інформацію не підтверджено.", "uk", "unverified"),
        ("It remains unclear whether anybody was hurt.", "en", "unverified"),
        ("Her claim is at odds with the ministry's own figures.", "en", "disputed"),
    ],
)
def test_outlets_own_check_is_read(text: str, language: str, verdict: str) -> None:
    (check,) = CHECKS.read_checks(document(text, language=language), extraction())
    assert (check.verdict, check.by) == (verdict, None)


def test_dispute_about_a_law_is_no_check() -> None:
    text = "Запрет противоречит закону."
    assert CHECKS.read_checks(document(text, language="ru"), extraction()) == ()
