"""A trained network enters; one int8 ONNX file that holds the encoder and all its heads leaves."""

import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.extract.labels import ANCHOR_TAGS
from training.network import Network

OUTPUTS = ("tags", "anchor_rows", "anchor_tokens", "roles", "stances")


class Graph(nn.Module):
    """The network as the reader runs it: it finds the anchors itself and reads each one's roles."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor, own: Tensor, min_anchor: Tensor) -> tuple[Tensor, ...]:
        """ids, mask, own: (windows, tokens); own is 1 where the window answers for anchors.

        min_anchor: (), a probability. Returns what OUTPUTS names.
        """
        x = self.network.encoder(ids, mask)
        tags = self.network.tags(x)
        chance = tags[..., : len(ANCHOR_TAGS)].softmax(-1)
        starts = chance[..., ANCHOR_TAGS.index("B-CUE")] + chance[..., ANCHOR_TAGS.index("BARE")]
        # <s> is always asked: a batch without a single anchor would be an empty tensor,
        # which the convolution cannot take.
        is_start = torch.arange(ids.shape[1]) == 0
        where = ((starts * own > min_anchor) | is_start[None]).nonzero()
        rows, tokens = where[:, 0], where[:, 1]
        roles, stances = self.network.roles(x, mask, rows, tokens)
        return tags, rows, tokens, roles, stances


def export(network: Network, path: Path) -> None:
    """Write the int8 graph to `path`; int8 is dynamic, per channel for weights."""
    network.eval()
    graph = Graph(network)
    ids = torch.randint(4, 1000, (2, 48))
    example = (ids, torch.ones(2, 48), torch.ones(2, 48), torch.tensor(0.0))
    axes = {
        "ids": {0: "windows", 1: "tokens"},
        "mask": {0: "windows", 1: "tokens"},
        "own": {0: "windows", 1: "tokens"},
        "tags": {0: "windows", 1: "tokens"},
        "anchor_rows": {0: "anchors"},
        "anchor_tokens": {0: "anchors"},
        "roles": {0: "anchors", 1: "tokens"},
        "stances": {0: "anchors"},
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of every shape it reads; the parity test judges
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            graph,
            example,
            str(full),
            input_names=["ids", "mask", "own", "min_anchor"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
