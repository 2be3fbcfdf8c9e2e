import json
from pathlib import Path

import pytest

from sayso.extract.attributions import RawAttribution
from sayso.extract.cited import CitedAccounts, with_cited
from sayso.records import Span, Stance

CASES_FILE = Path(__file__).parents[1] / "cases" / "cited.jsonl"
CASES = [json.loads(line) for line in CASES_FILE.read_text("utf8").splitlines()]
ACCOUNTS = CitedAccounts.load()


def at(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def raw(text: str, source: str, cue: str | None, content: str) -> RawAttribution:
    return RawAttribution(
        at(text, source), at(text, cue) if cue else None, (at(text, content),), Stance.ASSERTS, 0.9
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_cited_account(case):
    text = case["text"]
    inner = ACCOUNTS.read(text, raw(text, case["source"], case["cue"], case["content"]))
    found = [inner.source.of(text), inner.content[0].of(text)] if inner else None
    assert found == case["expect"]


def test_account_that_a_head_found_is_not_doubled():
    text = "The council cited reports by residents of beatings."
    outer = raw(text, "The council", "cited", "reports by residents of beatings")
    by_head = raw(text, "residents", "reports", "of beatings")
    assert len(with_cited(text, [outer], ACCOUNTS)) == 2
    assert len(with_cited(text, [outer, by_head], ACCOUNTS)) == 2
