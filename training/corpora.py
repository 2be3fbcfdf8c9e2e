"""The corpora on disk enter; examples with the layers each of them has leave.

A layer that a corpus does not annotate is None, and the heads that would
learn from it see nothing of that example.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Pair = tuple[int, int]

ENTITY_NAMES = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "PERS": "PER", "ART": "MISC", "DOC": "MISC",
    "Person": "PER", "Organisation": "ORG", "Location": "LOC", "LocOrg": "LOC", "Org": "ORG",
    "Nationality": "MISC", "MilitaryPlatform": "MISC", "Weapon": "MISC",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AttributionLabels:
    """One annotated attribution; stance None where the corpus has none."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span with its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its annotated layers."""

    id: str
    corpus: str
    text: str
    attributions: tuple[AttributionLabels, ...] | None = None
    entities: tuple[Labelled, ...] | None = None
    mentions: tuple[Labelled, ...] | None = None


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _pairs(spans: list[list[int]] | None) -> tuple[Pair, ...]:
    return tuple((start, end) for start, end in spans or ())


def polnear(path: Path) -> list[Example]:
    """PolNeAR: attributions in US political news."""
    return [
        Example(
            id=row["id"],
            corpus="polnear",
            text=row["text"],
            attributions=tuple(
                AttributionLabels(_pairs(a.get("source")), _pairs(a.get("cue")), _pairs(a.get("content")))
                for a in row["attributions"]
                if a.get("content")
            ),
        )
        for row in read_lines(path)
    ]


def gold(path: Path) -> list[Example]:
    """Our own annotation: attributions with stance, and mentions of five kinds."""
    return [_gold_example(row) for row in read_lines(path)]


def _gold_example(row: dict[str, Any]) -> Example:
    one = lambda span: ((span[0], span[1]),) if span else ()  # noqa: E731
    mentions = [
        *(Labelled(*p["span"], "metonym" if p["metonym"] else "place") for p in row["places"]),
        *(Labelled(*d["span"], "date") for d in row["dates"]),
        *(Labelled(*f["span"], "figure") for f in row["figures"]),
        *(Labelled(*c["span"], "check") for c in row["checks"]),
        *(Labelled(*e["span"], e["type"]) for e in row["events"]),
    ]
    return Example(
        id=row["id"],
        corpus="gold",
        text=row["text"],
        attributions=tuple(
            AttributionLabels(one(a["source"]), one(a["cue"]), _pairs(a["content"]), a["stance"])
            for a in row["attributions"]
        ),
        mentions=tuple(mentions),
    )


def tagged_sentences(path: Path, *, most: int) -> list[Example]:
    """Tokenised sentences with BIO (or plain I-) tags, put back into text and packed into paragraphs."""
    examples: list[Example] = []
    text, entities = "", list[Labelled]()
    for number, row in enumerate(read_lines(path)):
        if number == most:
            break
        text, found = _append_sentence(text, row["tokens"], row["tags"])
        entities += found
        if len(text) > 1200:  # characters: about a window
            examples.append(_entity_example(path, len(examples), text, entities))
            text, entities = "", []
    if text:
        examples.append(_entity_example(path, len(examples), text, entities))
    return examples


def _entity_example(path: Path, number: int, text: str, entities: list[Labelled]) -> Example:
    return Example(id=f"{path.stem}-{number}", corpus=path.stem, text=text, entities=tuple(entities))


def _append_sentence(text: str, tokens: list[str], tags: list[str]) -> tuple[str, list[Labelled]]:
    found: list[Labelled] = []
    text = f"{text}\n" if text else ""
    previous = "O"
    for number, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        glued = number == 0 or token in ".,;:!?)»”" or text.endswith(("(", "«", "“"))
        start = len(text) if glued else len(text) + 1
        text += token if glued else f" {token}"
        label = ENTITY_NAMES.get(tag[2:]) if tag != "O" else None
        if label and tag[0] == "I" and previous[2:] == tag[2:] and found:
            found[-1] = Labelled(found[-1].start, len(text), label)
        elif label:
            found.append(Labelled(start, len(text), label))
        previous = tag
    return text, found


def ner_uk(path: Path) -> list[Example]:
    """NER-UK 2.0: brat annotations beside the text; documents longer than a window are cut at paragraphs."""
    examples: list[Example] = []
    for row in read_lines(path):
        spans = [
            Labelled(int(start), int(end), ENTITY_NAMES[label])
            for label, start, end in re.findall(r"^T\d+\t(\w+) ?\t?(\d+)\s(\d+)", row["ann"], re.M)
            if label in ENTITY_NAMES
        ]
        examples.append(Example(id=row["id"], corpus="ner-uk", text=row["text"], entities=tuple(spans)))
    return examples


def factrueval(path: Path) -> list[Example]:
    """factRuEval-2016: objects made of spans; the outermost object of a place counts."""
    examples: list[Example] = []
    for row in read_lines(path):
        spans = {
            fields[0]: (int(fields[2]), int(fields[2]) + int(fields[3]))
            for fields in (line.split() for line in row["spans"].splitlines() if line.strip())
        }
        found: list[Labelled] = []
        for line in row["objects"].splitlines():
            head = line.split("#")[0].split()
            parts = [spans[i] for i in head[2:] if i in spans]
            label = ENTITY_NAMES.get(head[1]) if len(head) > 1 else None
            if label and parts:
                found.append(Labelled(min(p[0] for p in parts), max(p[1] for p in parts), label))
        outer = [a for a in found if not any(a != b and b.start <= a.start and a.end <= b.end for b in found)]
        examples.append(Example(id=row["id"], corpus="factrueval", text=row["text"], entities=tuple(outer)))
    return examples


QUOTE_STYLES = (("“”", '""'), ("“”", "«»"))


def with_other_quotes(example: Example) -> Example:
    """Give two examples in five straight or angle quotation marks, as Russian and Ukrainian news has them.

    PolNeAR's are nearly all curly. Lengths stay, so spans do.
    """
    roll = int(hashlib.sha256(example.id.encode()).hexdigest(), 16) % 5
    if roll >= len(QUOTE_STYLES):
        return example
    return replace(example, text=example.text.translate(str.maketrans(*QUOTE_STYLES[roll])))


def is_held_out(example: Example) -> bool:
    """One example in twelve, by the hash of its id, is kept for measuring."""
    return int(hashlib.sha256(f"{example.corpus}/{example.id}".encode()).hexdigest(), 16) % 12 == 0


def entity_corpora(folder: Path) -> list[Example]:
    """All entity corpora, the silver ones cut down to the size of the gold ones."""
    return [
        *tagged_sentences(folder / "uner-en-ewt-dev.jsonl", most=2001),
        *tagged_sentences(folder / "wikigold-en.jsonl", most=1735),
        *tagged_sentences(folder / "re3d-en-train.jsonl", most=765),
        *tagged_sentences(folder / "wikineural-en-val.jsonl", most=2000),
        *tagged_sentences(folder / "wikineural-ru-val.jsonl", most=3000),
        *ner_uk(folder / "ner-uk-train.jsonl"),
        *factrueval(folder / "factrueval-ru-dev.jsonl"),
    ]


def all_texts(shared: Path) -> Iterator[str]:
    """Every text at hand, labelled or not: what the vocabulary is pruned by."""
    for path in sorted((shared / "data" / "streams").glob("*.jsonl")):
        for row in read_lines(path):
            yield row["text"]
    for example in [
        *polnear(shared / "data" / "attribution" / "polnear-train.jsonl"),
        *gold(shared / "gold" / "train.jsonl"),
        *entity_corpora(shared / "data" / "entities"),
    ]:
        yield example.text
