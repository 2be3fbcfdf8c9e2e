from sayso.extract.attributions import RawAttribution
from sayso.extract.quoting import untangle
from sayso.records import Span, Stance

TEXT = "“We will stay,” the port agency quoted Lymanske's mayor, Lena Orlyk, as saying."


def at(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


def raw(source: str | None, cue: str) -> RawAttribution:
    return RawAttribution(
        at(source) if source else None, at(cue), (at("“We will stay,”"),), Stance.ASSERTS, 0.9
    )


def sources(*found: RawAttribution) -> list[str | None]:
    return [one.source.of(TEXT) if one.source else None for one in untangle(TEXT, found)]


def test_crossed_sources_change_places():
    crossed = raw("Lymanske's mayor, Lena Orlyk", "quoted"), raw("the port agency", "as saying")
    assert sources(*crossed) == ["the port agency", "Lymanske's mayor, Lena Orlyk"]


def test_source_cut_to_its_article_is_made_whole():
    crossed = raw("Lymanske's mayor, Lena Orlyk", "quoted"), raw("the", "as saying")
    assert sources(*crossed) == ["the port agency", "Lymanske's mayor, Lena Orlyk"]


def test_straight_sources_stay():
    straight = raw("the port agency", "quoted"), raw("Lymanske's mayor, Lena Orlyk", "as saying")
    assert sources(*straight) == ["the port agency", "Lymanske's mayor, Lena Orlyk"]


def test_a_lone_quoting_cue_stays():
    assert sources(raw("Lymanske's mayor, Lena Orlyk", "quoted")) == ["Lymanske's mayor, Lena Orlyk"]
