"""A saved page's markup enters; its story leaves: headline, paragraphs, captions, and facts."""

from dataclasses import dataclass, replace
from itertools import islice

from sayso.read.captions import read_captions
from sayso.read.clean import clean_text
from sayso.read.furniture import Furniture
from sayso.read.page_facts import PageFacts, read_facts
from sayso.read.page_text import flat_text, read_paragraphs
from sayso.read.page_tree import Element, find_article, parse_page
from sayso.read.parts import Story
from sayso.records import Caption, InputError, Span

# trafilatura's time grows with the square of the paragraphs: 50,000 take 8 s. News pages have 500 to 5,000
# elements.
MAX_ELEMENTS = 50_000
# An article has a sentence, or at least a long paragraph; a login form and a menu have headings and links.
_MIN_SENTENCE_CHARACTERS = 40
_MIN_PARAGRAPH_CHARACTERS = 200
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", '"', ":", "。")
_PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class PageReader:
    """Reads one page. Its text is the headline, the paragraphs and then the captions, parted by blank lines.

    Captions come last because a page shows them beside the story and not between its sentences.
    """

    furniture: Furniture

    @classmethod
    def load(cls) -> "PageReader":
        return cls(Furniture.load())

    def read(self, markup: str, origin: str) -> Story:
        """The story of a page. Raises InputError for a page without one or of unreasonable size."""
        page = parse_page(clean_text(markup))
        if page is not None and next(islice(page.iter(), MAX_ELEMENTS, None), None) is not None:
            raise InputError(
                origin,
                f"a page of more than {MAX_ELEMENTS:,} elements",
                "Save the story's text as a .txt file",
            )
        body = None if page is None else find_article(page)
        if page is None or body is None:
            raise _no_article(origin)
        article = _story_part(page)
        facts = read_facts(page, article)
        captions = read_captions(article, facts.address)
        paragraphs = self._story_paragraphs(read_paragraphs(body), facts)
        if not any(_is_prose(paragraph) for paragraph in paragraphs):
            raise _no_article(origin)
        return _story(paragraphs, captions, facts)

    def _story_paragraphs(self, paragraphs: list[str], facts: PageFacts) -> list[str]:
        """The paragraphs without the headline, the byline and the furniture."""
        repeated = {name.casefold() for name in (facts.title, facts.author, facts.publisher) if name}
        return [
            paragraph
            for paragraph in paragraphs
            if paragraph.casefold() not in repeated and not self.furniture.is_furniture(paragraph)
        ]


def _story(paragraphs: list[str], captions: list[Caption], facts: PageFacts) -> Story:
    parts = [facts.title, *paragraphs] if facts.title else list(paragraphs)
    present = _PARAGRAPH_BREAK.join(parts)
    parts += [caption.text for caption in captions if caption.text not in present]
    text = _PARAGRAPH_BREAK.join(parts)
    return Story(
        text=text,
        title=facts.title,
        publisher=facts.publisher,
        author=facts.author,
        published=facts.published,
        language=facts.language,
        address=facts.address,
        captions=tuple(replace(caption, span=_find(text, caption.text)) for caption in captions),
    )


def _is_prose(paragraph: str) -> bool:
    if len(paragraph) >= _MIN_PARAGRAPH_CHARACTERS:
        return True
    return len(paragraph) >= _MIN_SENTENCE_CHARACTERS and paragraph.endswith(_SENTENCE_ENDS)


def _find(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def _story_part(page: Element) -> Element:
    """The `article`, or else the `main`, with the most text; the whole page where there is neither."""
    for tag in ("article", "main"):
        longest = max(page.iter(tag), key=lambda element: len(flat_text(element)), default=None)
        if longest is not None:
            return longest
    return page


def _no_article(origin: str) -> InputError:
    return InputError(
        origin, "no article found on the page", "Save the article's own page, or its text as a .txt file"
    )
