import pytest

from sayso.extract.attributions import RawAttribution
from sayso.extract.quoting import untangle
from sayso.records import Span, Stance

TEXT = "“We will stay,” the port agency quoted Lymanske's mayor, Lena Orlyk, as saying."
SAID = "“We will stay,”"
MAYOR = "Lymanske's mayor, Lena Orlyk"


def at(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


def raw(source: str | None, cue: str, content: str = SAID) -> RawAttribution:
    return RawAttribution(at(source) if source else None, at(cue), (at(content),), Stance.ASSERTS, 0.9)


@pytest.mark.parametrize(
    "found",
    [
        [raw(MAYOR, "quoted"), raw("the port agency", "as saying")],
        [raw(MAYOR, "quoted"), raw("the", "as saying")],
        [raw("the port agency", "quoted"), raw(MAYOR, "as saying")],
        [raw("the port agency", "quoted")],
        [raw("the port agency", "quoted", content=MAYOR)],
    ],
    ids=["crossed", "cut to the article", "straight", "inner one missed", "mayor taken for content"],
)
def test_agency_and_the_one_it_quotes_come_out_as_two(found):
    told = [(o.source.of(TEXT), o.cue.of(TEXT), o.content[0].of(TEXT)) for o in untangle(TEXT, found)]
    assert told == [("the port agency", "quoted", SAID), (MAYOR, "as saying", SAID)]


def test_where_no_head_found_anything_nothing_is_added():
    assert untangle(TEXT, []) == []
