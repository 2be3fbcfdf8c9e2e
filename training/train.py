"""Labelled windows enter; a trained network leaves. A stage that was interrupted goes on where it stopped."""

import logging
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.extract.labels import TOKEN_HEADS
from sayso.extract.tokens import BEGIN, END, PAD
from training.labelling import IGNORE, LabelledWindow
from training.network import Network

log = logging.getLogger(__name__)

HEAD_WEIGHTS = {
    "anchors": 4.0,
    "entities": 1.0,
    "places": 1.0,
    "dates": 0.5,
    "figures": 1.0,
    "checks": 0.5,
    "events": 1.0,
}
ROLE_WEIGHT = 4.0
STANCE_WEIGHT = 0.3
AVERAGE = 0.998  # decay of the averaged weights that are kept in the end
SAVE_EVERY = 100  # steps; an interruption costs a minute or two


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass over a schedule: how many steps, how fast, and what of each corpus an epoch holds.

    shares: by corpus, how often an epoch takes each window (2.5: twice, and every second one again).
    frozen: parameters whose names begin so are left as they are.
    """

    name: str
    epochs: int
    rate: float
    head_rate: float
    shares: dict[str, float]
    batch: int = 16
    frozen: tuple[str, ...] = ()


@dataclass(slots=True)
class Batch:
    """Windows side by side, padded; anchors of all windows in one list."""

    ids: Tensor
    mask: Tensor
    tags: dict[str, Tensor]
    rows: Tensor
    tokens: Tensor
    roles: Tensor
    stances: Tensor


def collate(group: list[LabelledWindow]) -> Batch:
    """Pad a group of windows to its longest, <s> and </s> around each."""
    length = max(len(w.ids) for w in group) + 2
    ids = torch.full((len(group), length), PAD)
    mask = torch.zeros(len(group), length)
    tags = {head: torch.full((len(group), length), IGNORE) for head in TOKEN_HEADS}
    rows, tokens, stances = [], [], []
    roles: list[Tensor] = []
    for row, window in enumerate(group):
        n = len(window.ids)
        ids[row, 0], ids[row, n + 1] = BEGIN, END
        ids[row, 1 : n + 1] = torch.from_numpy(window.ids)
        mask[row, : n + 2] = 1
        for head, values in window.tags.items():
            tags[head][row, 1 : n + 1] = torch.from_numpy(values)
        for anchor in window.anchors:
            wanted = torch.full((length,), IGNORE)
            wanted[1 : n + 1] = torch.from_numpy(anchor.roles)
            rows.append(row)
            tokens.append(anchor.token + 1)
            stances.append(anchor.stance)
            roles.append(wanted)
    wanted_roles = torch.stack(roles) if roles else torch.zeros(0, length, dtype=torch.long)
    as_long = lambda values: torch.tensor(values, dtype=torch.long)  # noqa: E731
    return Batch(ids, mask, tags, as_long(rows), as_long(tokens), wanted_roles, as_long(stances))


def with_false_anchors(batch: Batch, anchor_logits: Tensor) -> Batch:
    """Add, for each annotated window, the likeliest anchor that is none: all its roles are O.

    At reading time some anchors are wrong; the role head learns to give them nothing.
    """
    likely = 1 - anchor_logits.float().softmax(-1)[..., 0]
    likely = likely.masked_fill(batch.tags["anchors"] != 0, 0)
    best, where = likely.max(1)
    rows = (best > 0.1).nonzero()[:, 0]  # below a tenth the reader would not ask either
    roles = torch.where(batch.ids[rows] == PAD, IGNORE, 0)
    batch.rows = torch.cat([batch.rows, rows])
    batch.tokens = torch.cat([batch.tokens, where[rows]])
    batch.roles = torch.cat([batch.roles, roles])
    batch.stances = torch.cat([batch.stances, torch.full((len(rows),), IGNORE)])
    return batch


def loss_of(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Each head's loss; heads without a label in the batch are left out."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x, logits = network.encode(batch.ids, batch.mask)
        if network.training:
            batch = with_false_anchors(batch, logits["anchors"].detach())
        roles, stances = network.roles(x, batch.mask, batch.rows, batch.tokens)
    losses = {
        head: HEAD_WEIGHTS[head] * _mean_loss(values, batch.tags[head])
        for head, values in logits.items()
        if (batch.tags[head] >= 0).any()
    }
    if len(batch.rows):
        losses["roles"] = ROLE_WEIGHT * _mean_loss(roles, batch.roles)
        if (batch.stances >= 0).any():
            losses["stance"] = STANCE_WEIGHT * _mean_loss(stances, batch.stances)
    return losses


def _mean_loss(logits: Tensor, wanted: Tensor) -> Tensor:
    return functional.cross_entropy(logits.float().flatten(0, -2), wanted.flatten(), ignore_index=IGNORE)


def schedule(windows: list[LabelledWindow], stage: Stage, seed: int) -> Iterator[list[LabelledWindow]]:
    """The stage's batches in an order that the seed alone decides; windows of like length go together."""
    by_corpus: dict[str, list[LabelledWindow]] = {}
    for window in windows:
        by_corpus.setdefault(window.corpus, []).append(window)
    for epoch in range(stage.epochs):
        dice = random.Random(f"{seed}/{stage.name}/{epoch}")
        chosen: list[LabelledWindow] = []
        for corpus, pool in sorted(by_corpus.items()):
            share = stage.shares.get(corpus, stage.shares["entities"])
            chosen += pool * int(share) + dice.sample(pool, int(len(pool) * (share % 1)))
        dice.shuffle(chosen)
        block = stage.batch * 20
        groups: list[list[LabelledWindow]] = []
        for start in range(0, len(chosen), block):
            near = sorted(chosen[start : start + block], key=lambda w: len(w.ids))
            groups += [near[i : i + stage.batch] for i in range(0, len(near), stage.batch)]
        dice.shuffle(groups)
        yield from groups


def train(network: Network, windows: list[LabelledWindow], stage: Stage, folder: Path, *, seed: int) -> None:
    """Train one stage, saving as it goes; the network ends with the averaged weights.

    folder: holds `STAGE.pt`, from which an interrupted run goes on.
    """
    batches = list(schedule(windows, stage, seed))
    optimiser, plan = _optimiser(network, stage, len(batches))
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    done, saved = 0, folder / f"{stage.name}.pt"
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        plan.load_state_dict(state["plan"])
        average, done = state["average"], state["done"]
    torch.manual_seed(seed + done)
    network.train()
    started, recent = time.monotonic(), dict[str, list[float]]()
    for step in range(done, len(batches)):
        losses = loss_of(network, collate(batches[step]))
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        plan.step()
        optimiser.zero_grad()
        with torch.no_grad():
            for name, value in network.named_parameters():
                if value.requires_grad:
                    average[name].lerp_(value, 1 - min(AVERAGE, (step + 1) / (step + 10)))
        for head, value in losses.items():
            recent.setdefault(head, []).append(value.item())
        if (step + 1) % 50 == 0:
            log.info(
                "%s %d/%d %.0fs %s",
                stage.name,
                step + 1,
                len(batches),
                time.monotonic() - started,
                " ".join(f"{head} {np.mean(values):.3f}" for head, values in sorted(recent.items())),
            )
            recent.clear()
        if (step + 1) % SAVE_EVERY == 0 or step + 1 == len(batches):
            _save(
                saved,
                {
                    "network": network.state_dict(),
                    "optimiser": optimiser.state_dict(),
                    "plan": plan.state_dict(),
                    "average": average,
                    "done": step + 1,
                },
            )
    network.load_state_dict(average)
    network.eval()


def _optimiser(
    network: Network, stage: Stage, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    free = [
        (n, p) for n, p in network.named_parameters() if p.requires_grad and not n.startswith(stage.frozen)
    ]
    body = [p for name, p in free if name.startswith("encoder.")]
    heads = [p for name, p in free if not name.startswith("encoder.")]
    groups = [{"params": body, "lr": stage.rate}, {"params": heads, "lr": stage.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    rates = [stage.rate, stage.head_rate]
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps + 1, pct_start=0.1)
    return optimiser, plan


def _save(path: Path, state: dict[str, object]) -> None:
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)
