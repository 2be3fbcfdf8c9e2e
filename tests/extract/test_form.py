import json
from pathlib import Path

import pytest

from sayso.extract.form import form_of
from sayso.records import Span

CASES_FILE = Path(__file__).parents[1] / "cases" / "form.jsonl"
CASES = [json.loads(line) for line in CASES_FILE.read_text("utf8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_form(case):
    spans = [Span(case["text"].index(part), case["text"].index(part) + len(part)) for part in case["content"]]
    assert form_of(case["text"], spans) == case["expect"]
