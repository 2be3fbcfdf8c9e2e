"""Speakers are resolved within the document as the cases say; profiles are complete."""

import json
from pathlib import Path
from typing import Any

import pytest
from attributed import attribution, document, extraction, span_of
from hypothesis import given
from hypothesis import strategies as st

from sayso.normalise.speakers.names import DocumentNames
from sayso.normalise.speakers.profiles import ProfileIndex
from sayso.normalise.speakers.resolver import SpeakerNames
from sayso.records import Attribution, Form, Span, Stance
from sayso.words import Morphology

CASES = Path(__file__).parents[1] / "cases" / "speakers.jsonl"
MORPHOLOGY = Morphology.load()
SPEAKERS = SpeakerNames.load(MORPHOLOGY)


def cases() -> list[Any]:
    lines = CASES.read_text(encoding="utf8").splitlines()
    return [pytest.param(case, id=case["text"]) for case in map(json.loads, lines)]


def attributions(case: dict[str, Any]) -> list[Attribution]:
    """One attribution a source; `Hnatiuk said` marks the source's second mention by what follows it."""
    text, found = case["text"], []
    for at, source in enumerate(case["sources"]):
        span = span_of(text, source)
        words = source.split()
        if at and words[-1] in {"said", "додав"}:
            span = Span(span.start, span.start + len(" ".join(words[:-1])))
        contents = case.get("contents", [text[-1]] * len(case["sources"]))
        cue = span_of(text, case["cues"][at]) if "cues" in case else None
        content = (span_of(text, contents[at]),) if "contents" in case else (Span(len(text) - 1, len(text)),)
        found.append(Attribution(f"a{at + 1}", span, cue, content, Form.INDIRECT, Stance.ASSERTS, 1.0))
    return found


@pytest.mark.parametrize("case", cases())
def test_speaker_is_who_the_case_says(case: dict[str, Any]) -> None:
    given_ = extraction(*attributions(case))
    resolved = SPEAKERS.resolve_speakers(document(case["text"], language=case["language"]), given_)
    told = [one.speaker for one in resolved.attributions]
    assert all(told)
    found = ["|".join(filter(None, (one.name, one.kind, one.profile))) for one in told if one]
    assert found == case["expect"], case["why"]


def test_attribution_without_source_has_no_speaker() -> None:
    text = "It was reported that the bridge fell."
    resolved = SPEAKERS.resolve_speakers(
        document(text), extraction(attribution(text, cue="was reported", content="that the bridge fell"))
    )
    assert resolved.attributions[0].speaker is None


def test_role_is_kept_as_the_reason() -> None:
    text = "The mayor of Ridge, Olha Petrenko, said it rained."
    given_ = extraction(attribution(text, source="The mayor of Ridge, Olha Petrenko", content="it rained"))
    speaker = SPEAKERS.resolve_speakers(document(text), given_).attributions[0].speaker
    assert speaker
    assert speaker.name == "Olha Petrenko"
    assert "mayor of Ridge" in (speaker.why or "")


def test_pronoun_with_nobody_before_it_stays_unnamed() -> None:
    text = "He said it rained."
    given_ = extraction(attribution(text, source="He", cue="said", content="it rained"))
    speaker = SPEAKERS.resolve_speakers(document(text), given_).attributions[0].speaker
    assert speaker
    assert (speaker.name, speaker.kind) == ("He", "unnamed")


def test_initial_fits_only_its_own_given_name() -> None:
    names = DocumentNames()
    names.add_person("Olha Petrenko")
    assert names.full_person("O. Petrenko") == "Olha Petrenko"
    assert names.full_person("I. Petrenko") == "I. Petrenko"


def test_every_profile_is_named_in_three_languages_with_a_reference() -> None:
    profiles = ProfileIndex.load(MORPHOLOGY).profiles
    assert len(profiles) >= 60
    assert len({one.id for one in profiles}) == len(profiles)
    for one in profiles:
        assert all(one.names[language] for language in ("en", "ru", "uk")), one.id
        assert one.reference_url.startswith("https://"), one.id


@given(st.text(min_size=4, max_size=60), st.sampled_from(["en", "ru", "uk", "und"]))
def test_every_source_gets_a_speaker(text: str, language: str) -> None:
    one = Attribution("a1", Span(0, 2), Span(2, 3), (Span(3, len(text)),), Form.INDIRECT, Stance.ASSERTS, 1.0)
    resolved = SPEAKERS.resolve_speakers(document(text, language=language), extraction(one))
    assert resolved.attributions[0].speaker
    assert resolved.attributions[0].speaker.name
