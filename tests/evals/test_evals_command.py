import json

import pytest

pytest.importorskip("sayso.wiring", exc_type=ImportError)

from evals.__main__ import main
from evals.corpora import SEED
from sayso.records import ConfigError, Document, Reading

STORY = "Ada said no."

ROW = {
    "id": "s1",
    "lang": "en",
    "text": STORY,
    "attributions": [
        {
            "id": f"a{number}",
            "source": [0, 3],
            "cue": [4, 8],
            "content": [[9, 11]],
            "form": "indirect",
            "stance": "denies",
            "parent": None,
        }
        for number in range(4)
    ],
    "figures": [],
    "places": [],
    "dates": [],
    "checks": [],
    "events": [],
}


class BlindReader:
    def read(self, story, notes):
        notes.stories += 1
        return Reading(Document(story.id, "", story.id, story.text, story.language))


@pytest.fixture
def run(tmp_path):
    (tmp_path / SEED).parent.mkdir()
    (tmp_path / SEED).write_text(f"{json.dumps(ROW)}\n")
    files = ["--floors", str(tmp_path / "floors.toml"), "--out", str(tmp_path / "out" / "latest.json")]

    def run(*arguments, load=BlindReader):
        return main([*arguments, "--shared", str(tmp_path), *files], load)

    run.folder = tmp_path
    return run


def test_without_corpora_there_is_nothing_to_fail(tmp_path, capsys):
    assert main(["--shared", str(tmp_path / "nowhere")], BlindReader) == 0
    assert "Nothing scored" in capsys.readouterr().out


def test_a_missed_floor_fails_the_run_and_is_named(run, capsys):
    (run.folder / "floors.toml").write_text('[floors]\n"seed.attributions.found.f1" = 40.0\n')
    assert run() == 1
    assert "seed.attributions.found.f1: 0.00, floor 40.00" in capsys.readouterr().out


def test_held_floors_pass(run):
    (run.folder / "floors.toml").write_text('[floors]\n"seed.attributions.found.f1" = 0.0\n')
    assert run("seed") == 0


def test_report_holds_every_measurement(run):
    run("--only", "seed")
    report = json.loads((run.folder / "out" / "latest.json").read_text())
    assert report["measurements"]["seed.attributions.found.f1"] == {"points": 0.0, "size": 4}
    assert report["corpora"]["seed"]["texts"] == 1


def test_floors_are_raised_on_demand_only(run):
    run()
    assert not (run.folder / "floors.toml").exists()
    run("--update-floors")
    assert '"seed.attributions.found.f1" = 0.00' in (run.folder / "floors.toml").read_text()


@pytest.mark.parametrize("partial", [("--limit", "1"), ("--join", "natural")])
def test_floors_are_not_raised_on_part_of_the_evidence(run, partial, capsys):
    assert run("--update-floors", *partial) == 2
    assert not (run.folder / "floors.toml").exists()


def test_a_broken_setup_says_so(run, capsys):
    def load():
        raise ConfigError("the encoder is missing")

    assert run(load=load) == 2
    assert "the encoder is missing" in capsys.readouterr().err
