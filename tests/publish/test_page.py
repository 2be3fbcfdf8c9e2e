"""The page: safe, self-contained, faithful to the text, and plain about what is not known."""

import base64
import hashlib
from dataclasses import replace
from datetime import date

import pytest
from annotated_sample import bare_story, exile_story, regional_story, untitled_post, wire_story
from lxml import html
from lxml.html import HtmlElement

from sayso.publish.page import render_page
from sayso.publish.page_text import split_blocks
from sayso.records import (
    Attribution,
    Caption,
    Certainty,
    Claim,
    DateMention,
    Document,
    Figure,
    Form,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Tense,
)

STORIES = [wire_story, exile_story, untitled_post, regional_story, bare_story]
HOSTILE = (
    "<script>alert(1)</script> ]]> --> </style> & \"quoted\" 'words' <img src=x onerror=alert(2)> {{ 7*7 }}"
)


def parse(*readings: Reading) -> HtmlElement:
    return html.document_fromstring(render_page(readings))


def words_of(page: HtmlElement) -> list[str]:
    """The paragraphs as a reader sees them, without the numbers of the notes."""
    found: list[str] = []
    for block in page.find_class("words"):
        for mark in block.find_class("mark"):
            mark.drop_tree()
        found.append(block.text_content())
    return found


def note_texts(page: HtmlElement) -> list[str]:
    return [" ".join(note.text_content().split()) for note in page.find_class("note")]


def story(text: str, *attributions: Attribution, **fields: object) -> Reading:
    known = {"title": None, "publisher": "The Lantern", "published": date(2022, 7, 20), **fields}
    document = Document("d", "0" * 64, "lantern.txt", text, "en", **known)  # pyright: ignore
    return Reading(document, attributions)


def said(identity: str, source: Span | None, *content: Span, **fields: object) -> Attribution:
    known = {"form": Form.INDIRECT, "stance": Stance.ASSERTS, "score": 0.9, **fields}
    return Attribution(identity, source, None, content, **known)  # pyright: ignore


@pytest.mark.parametrize("make", STORIES)
def test_text_stands_on_the_page_to_the_letter(make):
    reading = make()
    text = reading.document.text
    assert words_of(parse(reading)) == [block.of(text) for block in split_blocks(text)]


def test_every_attribution_is_in_the_margin_and_every_link_has_its_target():
    page = parse(*(make() for make in STORIES))
    targets = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(targets) == len(set(targets))
    assert {one.get("href").removeprefix("#") for one in page.iter("a")} <= set(targets)
    tied = {key for note in page.find_class("note") for key in note.get("data-k").split()}
    assert {f"s1a{number}" for number in range(1, len(wire_story().attributions) + 1)} <= tied


def test_chain_runs_from_the_speaker_over_the_relay_to_the_publisher():
    governor = next(text for text in note_texts(parse(wire_story())) if "Belozorov" in text)
    assert "Arkady Belozorov ← Rosteletype ← Northgate Wire" in governor
    assert "direct" in governor


def test_relay_of_the_same_words_has_no_note_of_its_own():
    notes = note_texts(parse(regional_story()))
    assert sum("«Ростелетайп»" in note for note in notes) == 1


def test_content_at_second_hand_is_marked_deeper():
    article = parse(wire_story()).get_element_by_id("s1")
    deeper = "".join(one.text_content() for one in article.find_class("d2"))
    assert "this is the day" in deeper
    assert "void from the first page" not in deeper


def test_overlapping_attributions_each_keep_their_whole_content():
    text = "Officials said that aides claim the bridge is open."
    reading = story(text, said("a1", Span(0, 9), Span(15, 40)), said("a2", Span(20, 25), Span(32, 50)))
    page = parse(reading)
    for key, content in (("s1a1", text[0:9] + text[15:40]), ("s1a2", text[20:25] + text[32:50])):
        lit = [one.text_content() for one in page.find_class("s") if key in (one.get("data-k") or "").split()]
        assert "".join(lit) == content


def test_page_admits_nothing_but_its_own_style_and_script():
    page = parse(wire_story())
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (part,) = page.iter(tag)
        digest = base64.b64encode(hashlib.sha256(part.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not page.xpath("//@src | //@style | //link | //@*[starts-with(name(), 'on')]")
    assert all(one.get("href").startswith("#") for one in page.iter("a"))


def test_hostile_text_stays_text():
    speaker = Speaker(HOSTILE, SpeakerKind.PERSON)
    reading = story(
        HOSTILE + "\n\nMore.",
        said("a1", Span(0, 8), Span(9, 30), speaker=speaker),
        title=HOSTILE,
        publisher=HOSTILE,
    )
    document = replace(
        reading.document, origin=HOSTILE, author=HOSTILE, language='"><script>', captions=(Caption(HOSTILE),)
    )
    page = parse(replace(reading, document=document), bare_story())
    assert len(list(page.iter("script"))) == 1
    assert not list(page.iter("img"))
    assert words_of(page)[0] == HOSTILE
    assert HOSTILE in page.find_class("speaker")[0].text_content()


def test_characters_that_reorder_a_line_are_shown_and_not_obeyed():
    page = render_page([story("The \u202egov.exe\u202c said \u200fso.", title="\u2066x")])
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(
        page.split("<title>")[1].split("</title>")[1]
    )
    assert "U+202E" in page
    assert "\u200f" in page


def test_right_to_left_story_takes_its_direction_from_its_words():
    page = parse(story("قالت الوكالة إن الجسر مفتوح.", publisher="الفانوس"))
    assert page.find_class("words")[0].get("dir") == "auto"


def test_story_without_attributions_or_title_says_so():
    page = parse(bare_story()).text_content()
    assert "No attribution was found in this story." in page
    assert "Without a title" in page
    assert page.count("not known") >= 2


def test_empty_story_and_empty_list_render():
    assert "This story has no text." in parse(story(" \n ")).text_content()
    assert "There is no story to show." in parse().text_content()


def test_three_hundred_attributions_have_three_hundred_notes():
    text = " ".join(f"Witness {i:03} said it." for i in range(300))
    found = [said(f"a{i}", Span(20 * i, 20 * i + 11), Span(20 * i + 17, 20 * i + 19)) for i in range(300)]
    assert len(parse(story(text, *found)).find_class("note")) == 300


def test_attributions_that_report_each_other_in_a_circle_end():
    text = "A says B says so."
    reading = story(
        text,
        said("a1", Span(0, 1), Span(7, 16), parent="a2"),
        said("a2", Span(7, 8), Span(14, 16), parent="a1"),
    )
    assert len(note_texts(parse(reading))) == 2


def claimed(figure: Figure | None = None, mention: DateMention | None = None, **fields: object) -> str:
    reading = story("The agency said dozens applied on Friday.", said("a1", Span(0, 10), Span(16, 40)))
    claim = Claim(
        "c1",
        ("a1",),
        Stance.ASSERTS,
        Certainty.CERTAIN,
        fields.get("polarity", Polarity.POSITIVE),  # pyright: ignore
        Tense.PAST,
        Span(0, 41),
        figure=0 if figure else None,
        date=0 if mention else None,
    )
    figures, dates = (figure,) if figure else (), (mention,) if mention else ()
    (note,) = note_texts(parse(replace(reading, figures=figures, dates=dates, claims=(claim,))))
    return note


def test_undisclosed_number_is_called_undisclosed():
    note = claimed(Figure(Span(16, 22), None, None, False, "passports issued"))
    assert "number not disclosed: passports issued" in note


def test_vague_number_keeps_its_word_beside_the_bound():
    note = claimed(Figure(Span(16, 22), 12, None, True, "people"))
    assert "“dozens”: 12 or more people" in note


def test_unknown_day_comes_with_its_reason():
    note = claimed(mention=DateMention(Span(34, 40), why="the day of publication is unknown"))
    assert "day not known" in note
    assert "the day of publication is unknown" in note


def test_negated_claim_is_said_not_to_be_so():
    assert "said not to be so" in claimed(polarity=Polarity.NEGATIVE)


def test_check_stands_beside_the_claim_it_is_about():
    (note,) = [
        text for text in note_texts(parse(wire_story())) if "“thousands”" in text and "unverified" in text
    ]
    assert "unverified, says Northgate Wire" in note


def test_caption_is_set_apart_from_the_story():
    (caption,) = parse(wire_story()).find_class("caption")
    assert "July 2020" in caption.text_content()


def test_claim_in_the_outlets_own_voice_is_marked_as_such():
    (own,) = parse(wire_story()).find_class("own-voice")
    assert "Northgate Wire in its own voice" in " ".join(own.text_content().split())


def test_index_lists_several_stories_and_is_left_out_for_one():
    page = parse(wire_story(), untitled_post())
    (index,) = page.find_class("index")
    assert "Херсон, областная библиотека" in index.text_content()
    assert not parse(wire_story()).find_class("index")
