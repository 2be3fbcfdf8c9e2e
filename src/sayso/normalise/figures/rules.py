"""A document goes in, its figures come out: span, bounds and unit of every count and measured quantity."""

from collections.abc import Callable
from enum import StrEnum
from typing import Self

from sayso.normalise.figures.reader import FigureReader
from sayso.records import Document, Extraction, Figure, MentionLabel
from sayso.words import Morphology

LANGUAGES = ("en", "ru", "uk")


class HeadUse(StrEnum):
    """What the encoder's figure mentions are used for."""

    NOTHING = "nothing"
    FILTER = "filter"  # a figure needs a mention that overlaps it
    SUPPLEMENT = "supplement"  # a mention makes a figure of a bare number that has no other sign


class FigureRules:
    """Reads figures by rule, in English, Russian and Ukrainian.

    open_reader: makes the reader of a language when its first story comes.
    """

    def __init__(
        self, open_reader: Callable[[str], FigureReader], *, heads: HeadUse = HeadUse.NOTHING
    ) -> None:
        self._open_reader = open_reader
        self._readers: dict[str, FigureReader] = {}
        self._heads = heads

    @classmethod
    def load(cls, morphology: Morphology | None = None, *, heads: HeadUse = HeadUse.NOTHING) -> Self:
        """With the shipped lexicon and units."""
        words = morphology or Morphology.load()
        return cls(lambda language: FigureReader.load(language, words), heads=heads)

    def read_figures(self, document: Document, extraction: Extraction) -> tuple[Figure, ...]:
        marked = tuple(mention.span for mention in extraction.labelled(MentionLabel.FIGURE))
        used = marked if self._heads is HeadUse.SUPPLEMENT else ()
        figures = self._reader(document).read(document.text, marked=used)
        if self._heads is HeadUse.FILTER:
            return tuple(one for one in figures if any(one.span.overlaps(span) for span in marked))
        return figures

    def _reader(self, document: Document) -> FigureReader:
        language = document.language if document.language in LANGUAGES else _nearest(document.text)
        if language not in self._readers:
            self._readers[language] = self._open_reader(language)
        return self._readers[language]


def _nearest(text: str) -> str:
    """The language we read that is nearest by script, where a document's own is another or unknown."""
    cyrillic = sum("а" <= letter <= "я" for letter in text.lower())
    return "ru" if cyrillic * 2 > sum(letter.isalpha() for letter in text) else "en"
