import json

import pytest

from benchmarks.measure import Cost, Usage, run
from benchmarks.stories import compose_stories


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_stories_have_the_length_asked_for_and_differ(language):
    stories = list(compose_stories(language, 5, words=600))
    assert [len(story.text.split()) for story in stories] == [600] * 5
    assert len({story.text for story in stories}) == 5


def test_a_story_goes_in_as_a_line_or_as_a_page():
    story = next(compose_stories("uk", 1, words=50))
    assert json.loads(story.as_json_line())["text"] == story.text
    assert f"<p>{story.paragraphs[0]}</p>" in story.as_page()


def test_the_start_is_what_the_stories_do_not_explain():
    cost = Cost.between(Usage(3.0, 4.0, 100.0), Usage(12.0, 22.0, 150.0), 10)
    assert cost == Cost(start_s=2.0, story_s=1.0, story_cpu_s=2.0, peak_mib=150.0)
    assert cost.stories_per_s == 1.0


def test_a_command_that_fails_is_not_measured():
    with pytest.raises(RuntimeError, match="exit 3"):
        run(["sh", "-c", "exit 3"])


def test_memory_of_the_measuring_process_is_not_counted():
    ballast = bytearray(200_000_000)
    assert run(["true"]).peak_mib < 100
    del ballast
