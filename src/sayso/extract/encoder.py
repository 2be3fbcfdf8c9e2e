"""Tokens enter; the logits of every head, window by window, leave. The only module that runs the network."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime  # pyright: ignore[reportMissingTypeStubs]
from numpy.typing import NDArray

from sayso.extract.labels import TOKEN_HEADS
from sayso.extract.tokens import BEGIN, END, PAD, Tokens, Window, windows
from sayso.records import ConfigError

Floats = NDArray[np.float32]

BATCH_WINDOWS = 2  # of the anchors of all windows in a batch each reads its window: bounds the memory


@dataclass(frozen=True, slots=True)
class WindowLogits:
    """What the heads say of one window's own tokens and anchors.

    window: where it stands among the document's tokens.
    tags: for each token head (tokens, tags), the window's tokens without <s> and </s>.
    anchors: (anchors,), each anchor's token, counted within the window.
    roles: (anchors, tokens, roles); stances: (anchors, stances).
    None of them softmaxed.
    """

    window: Window
    tags: dict[str, Floats]
    anchors: NDArray[np.int64]
    roles: Floats
    stances: Floats


class Encoder:
    """The shipped network, opened once.

    min_anchor: anchors less likely than this are not asked for their roles.
    """

    def __init__(self, model: Path, *, threads: int, min_anchor: float) -> None:
        if not model.exists():
            raise ConfigError(f"{model}: the encoder is missing. Install Sayso again, or run `make encoder`.")
        runtime: Any = onnxruntime
        options = runtime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # A waiting thread that spins costs CPU seconds and gains next to nothing.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # The arena keeps the largest batch's memory for ever; without it a 10 MB text costs what a page does.
        options.enable_cpu_mem_arena = False
        self._session = runtime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._min_anchor = np.array(min_anchor, dtype=np.float32)
        self._sizes = [len(tags) for tags in TOKEN_HEADS.values()]

    def read(self, tokens: Tokens) -> Iterator[WindowLogits]:
        """Run the network over a document's windows, in order, a few at a time."""
        cut = windows(len(tokens))
        for first in range(0, len(cut), BATCH_WINDOWS):
            yield from self._read_batch(tokens, cut[first : first + BATCH_WINDOWS])

    def _read_batch(self, tokens: Tokens, batch: list[Window]) -> Iterator[WindowLogits]:
        length = max(window.last - window.first for window in batch) + 2
        ids = np.full((len(batch), length), PAD, dtype=np.int64)
        mask = np.zeros((len(batch), length), dtype=np.float32)
        own = np.zeros_like(mask)
        for row, window in enumerate(batch):
            count = window.last - window.first
            ids[row, 0], ids[row, count + 1] = BEGIN, END
            ids[row, 1 : count + 1] = tokens.ids[window.first : window.last]
            mask[row, : count + 2] = 1
            own[row, 1 + window.own_first - window.first : 1 + window.own_last - window.first] = 1
        feeds = {"ids": ids, "mask": mask, "own": own, "min_anchor": self._min_anchor}
        tags, rows, anchors, roles, stances = (np.asarray(out) for out in self._session.run(None, feeds))
        for row, window in enumerate(batch):
            count = window.last - window.first
            # Token 0 is <s>, which the graph always asks so that no window is without an anchor.
            mine = np.flatnonzero((rows == row) & (anchors > 0) & (anchors <= count))
            parts = np.split(tags[row, 1 : count + 1], np.cumsum(self._sizes)[:-1], axis=-1)
            yield WindowLogits(
                window=window,
                tags=dict(zip(TOKEN_HEADS, parts, strict=True)),
                anchors=anchors[mine] - 1,
                roles=roles[mine, 1 : count + 1],
                stances=stances[mine],
            )
