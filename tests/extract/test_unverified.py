import pytest

from sayso.extract.attributions import RawAttribution
from sayso.extract.unverified import UnverifiedClaims
from sayso.records import Span, Stance

CLAIMS = UnverifiedClaims.load()


@pytest.mark.parametrize(
    ("text", "told", "cue"),
    [
        ("They fled, but this claim could not be verified.", "this claim", "could not be verified"),
        (
            "The ministry's figures have not been independently confirmed.",
            "The ministry's figures",
            "have not been independently confirmed",
        ),
        ("The two reports have not yet been confirmed.", "The two reports", "have not yet been confirmed"),
        ("The claim was verified at once.", None, None),
    ],
)
def test_passive_of_verifying_is_an_attribution_without_a_source(text, told, cue):
    found = [(one.content[0].of(text), one.cue.of(text)) for one in CLAIMS.add(text, [])]
    assert found == ([(told, cue)] if told else [])


def test_what_a_head_found_is_not_doubled():
    text = "This claim could not be verified."
    by_head = RawAttribution(None, Span(11, 32), (Span(0, 10),), Stance.DOUBTS, 0.9)
    assert CLAIMS.add(text, [by_head]) == [by_head]
