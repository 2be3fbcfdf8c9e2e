"""What the user says about an input; it fills the fields that the input itself leaves open."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Facts for texts that do not state them.

    published, publisher: a page's or a line's own metadata wins over these.
    language: ISO 639-1 code; a line's or a front matter's own wins over it, and it wins over what the
    words look like and over a page's `lang` (which templates often get wrong).
    """

    published: date | None = None
    publisher: str | None = None
    language: str | None = None
