"""A text enters; its tokens with character offsets, and the windows the encoder reads, leave."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.records import Span
from sayso.records.span import trim

WINDOW_TOKENS = 318  # two more for <s> and </s>; training cuts its windows the same way
CONTEXT_TOKENS = 48  # what an anchor keeps on either side, see `windows`

BEGIN, PAD, END = 0, 1, 2  # ids of <s>, <pad> and </s> in the shipped vocabulary


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens: `ids`, `starts` and `ends`, each (n,); offsets are code points, half-open."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """A run of tokens `[first, last)` and the part `[own_first, own_last)` whose anchors it answers for."""

    first: int
    last: int
    own_first: int
    own_last: int


def load_tokenizer(path: Path) -> Tokenizer:
    return Tokenizer.from_file(str(path))


def tokenise(tokenizer: Tokenizer, text: str) -> Tokens:
    """Cut `text` into tokens, white space left out of their offsets.

    A Metaspace token's offsets may take in the space before it; spans read
    from such offsets would start one character early.
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    kept: list[tuple[int, int, int]] = []
    for token_id, (first, end) in zip(encoding.ids, encoding.offsets, strict=True):
        start = first
        while start < end and text[start].isspace() and text[start] != "\n":
            start += 1
        if start < end:
            kept.append((token_id, start, end))
    table = np.array(kept, dtype=np.int64).reshape(-1, 3)
    return Tokens(ids=table[:, 0], starts=table[:, 1], ends=table[:, 2])


def windows(token_count: int, *, size: int = WINDOW_TOKENS, context: int = CONTEXT_TOKENS) -> list[Window]:
    """Cut `token_count` tokens into overlapping windows that share out all tokens between them.

    Every token belongs to exactly one window, and keeps at least `context`
    neighbours on both sides there, or all there are: an attribution at a
    seam is read once, with its surroundings.
    """
    cut: list[Window] = []
    first, own_first = 0, 0
    while own_first < token_count:
        last = min(first + size, token_count)
        own_last = token_count if last == token_count else last - context
        cut.append(Window(first, last, own_first, own_last))
        own_first = own_last
        first = own_first - context
    return cut


def span_of(text: str, tokens: Tokens, first: int, last: int) -> Span | None:
    """The characters of tokens `[first, last)`, widened to whole words and without white space at the edges.

    A head may stop in the middle of a word, where the next token is only its ending.
    """
    start, end = int(tokens.starts[first]), int(tokens.ends[last - 1])
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return trim(text, start, end)
