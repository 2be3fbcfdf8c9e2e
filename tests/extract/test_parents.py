from sayso.extract.parents import ChainCues, with_parents
from sayso.records import Attribution, Form, Span, Stance

CUES = ChainCues.load()


def attribution(text: str, name: str, source: str | None, cue: str | None, *content: str) -> Attribution:
    def find(part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    return Attribution(
        id=name,
        source=find(source) if source else None,
        cue=find(cue) if cue else None,
        content=tuple(map(find, content)),
        form=Form.INDIRECT,
        stance=Stance.ASSERTS,
        score=1.0,
    )


def parents(text: str, *attributions: Attribution) -> dict[str, str | None]:
    return {a.id: a.parent for a in with_parents(text, attributions, CUES)}


def test_what_stands_in_a_content_is_reported_by_its_source():
    text = "The Harbour Wire said that Lena Orlyk called the vote a sham."
    outer = attribution(text, "a1", "The Harbour Wire", "said", "that Lena Orlyk called the vote a sham")
    inner = attribution(text, "a2", "Lena Orlyk", "called", "the vote a sham")
    assert parents(text, outer, inner) == {"a1": None, "a2": "a1"}


def test_the_nearest_of_two_reporters_is_the_parent():
    text = "A said B claimed C denied it."
    one = attribution(text, "a1", "A", "said", "B claimed C denied it")
    two = attribution(text, "a2", "B", "claimed", "C denied it")
    three = attribution(text, "a3", "C", "denied", "it")
    assert parents(text, one, two, three) == {"a1": None, "a2": "a1", "a3": "a2"}


def test_a_cited_source_of_the_same_content_is_inside():
    text = "Мост закрыт, пишет «Причал» со ссылкой на администрацию порта."
    outlet = attribution(text, "a1", "«Причал»", "пишет", "Мост закрыт")
    office = attribution(text, "a2", "администрацию порта", "со ссылкой на", "Мост закрыт")
    assert parents(text, outlet, office) == {"a1": None, "a2": "a1"}


def test_a_relaying_agency_of_the_same_content_is_outside():
    text = "“It is over,” the agency quoted the mayor as saying."
    agency = attribution(text, "a1", "the agency", "quoted", "“It is over,”")
    mayor = attribution(text, "a2", "the mayor", "as saying", "“It is over,”")
    assert parents(text, agency, mayor) == {"a1": None, "a2": "a1"}


def test_two_that_would_report_each_other_make_no_circle():
    text = "alpha beta"
    one = attribution(text, "a1", "alpha", None, "beta")
    two = attribution(text, "a2", "beta", None, "alpha")
    found = parents(text, one, two)
    assert list(found.values()).count(None) == 1


def test_unrelated_attributions_stay_apart():
    text = "A said one thing. B said another matter."
    one = attribution(text, "a1", "A", "said", "one thing")
    two = attribution(text, "a2", "B", "said", "another matter")
    assert parents(text, one, two) == {"a1": None, "a2": None}
