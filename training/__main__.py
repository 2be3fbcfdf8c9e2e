"""The whole of it in one command: `python -m training` makes the encoder that ships.

Corpora → vocabulary → backbone → two stages of training → ONNX → model card.
Every step leaves its result in the work folder and is skipped when it is there.
"""

import argparse
import logging
import shutil
import subprocess
import sys
from pathlib import Path

import torch

from sayso.extract.tokens import load_tokenizer
from training import corpora
from training.backbone import Shape, load_backbone
from training.card import write_card
from training.export import export
from training.labelling import LabelledWindow, label
from training.network import Network
from training.train import Stage, train
from training.vocabulary import prune

log = logging.getLogger(__name__)

SEED = 20261123
STAGES = (
    # All of PolNeAR, our gold twice, a quarter of the entities: learns to read attributions.
    Stage("broad", 3, 2e-4, 1e-3, {"polnear": 1, "gold": 2, "entities": 0.25}, frozen=("roles.layers",)),
    # Mostly our gold, with enough of the rest not to forget it: learns our three languages' conventions.
    Stage("ours", 1, 1e-4, 4e-4, {"polnear": 0.3, "gold": 6, "entities": 0.1}, frozen=("roles.layers",)),
    # Now every anchor reads its window again through two layers of its own: learns where roles end.
    Stage("deep", 3, 1e-4, 5e-4, {"polnear": 1, "gold": 3, "entities": 0.1}),
    Stage("last", 1, 5e-5, 2e-4, {"polnear": 0.3, "gold": 4, "entities": 0.05}),
)


def prepare(shared: Path, work: Path) -> None:
    """Write the pruned tokenizer and the untrained network, unless they are there."""
    if (work / "start.pt").exists():
        return
    backbone = load_backbone()
    tokenizer, kept = prune(backbone, corpora.all_texts(shared))
    log.info("vocabulary: %d of %d pieces", len(kept), len(backbone.pieces))
    weights = dict(backbone.weights)
    weights["words.weight"] = weights["words.weight"][kept]
    shape = {**backbone.shape.__dict__, "vocabulary": len(kept)}
    tokenizer.save(str(work / "tokenizer.json"))
    torch.save({"shape": shape, "weights": weights}, work / "start.pt")


def start_network(work: Path) -> Network:
    """The backbone with fresh heads."""
    torch.manual_seed(SEED)
    saved = torch.load(work / "start.pt", weights_only=True)
    network = Network(Shape(**saved["shape"]))
    network.encoder.load_state_dict(saved["weights"])
    return network


def training_windows(shared: Path, work: Path) -> list[LabelledWindow]:
    """All training examples, cut and labelled; what is held out for measuring is left out."""
    tokenizer = load_tokenizer(work / "tokenizer.json")
    entities = corpora.entity_corpora(shared / "data" / "entities")
    examples = [
        *map(
            corpora.with_other_quotes,
            corpora.polnear(shared / "data" / "attribution" / "polnear-train.jsonl"),
        ),
        *corpora.gold(shared / "gold" / "train.jsonl"),
        *(example for example in entities if not corpora.is_held_out(example)),
    ]
    return [window for example in examples for window in label(tokenizer, example)]


def ship(network: Network, options: argparse.Namespace) -> None:
    """Put the exported network, its tokenizer and its card where the package ships them from."""
    folder: Path = options.into
    folder.mkdir(parents=True, exist_ok=True)
    export(network, folder / "encoder.onnx")
    shutil.copyfile(options.work / "tokenizer.json", folder / "tokenizer.json")
    subprocess.run(
        [sys.executable, "-m", "evals", "--shared", options.shared, "--out", options.work / "scores.json"],
        check=False,
    )
    write_card(
        folder / "card.md",
        model=folder / "encoder.onnx",
        vocabulary=network.shape.vocabulary,
        seed=SEED,
        stages=[
            f"{stage.name}: {stage.epochs} epoch(s), shares {stage.shares}, rate {stage.rate:g}"
            for stage in STAGES
        ],
        scores=options.work / "scores.json",
    )


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the corpora")
    arguments.add_argument(
        "--work", type=Path, default=Path("work/encoder"), help="folder of the checkpoints"
    )
    arguments.add_argument(
        "--into", type=Path, default=Path("src/sayso/data/encoder"), help="where it ships from"
    )
    options = arguments.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    options.work.mkdir(parents=True, exist_ok=True)
    prepare(options.shared, options.work)
    windows = training_windows(options.shared, options.work)
    log.info("%d windows", len(windows))
    network = start_network(options.work)
    for stage in STAGES:
        train(network, windows, stage, options.work, seed=SEED)
    ship(network, options)


if __name__ == "__main__":
    main()
