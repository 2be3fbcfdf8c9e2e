"""A capture: the bytes as fetched, before anything was read into them."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes and where they came from.

    origin: the path or address as given; `-` is standard input.
    """

    origin: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()
