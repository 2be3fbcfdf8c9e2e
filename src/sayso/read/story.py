"""A capture enters; its documents leave, and an error for each part of it that cannot be read."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from sayso.read.encoding import decode_bytes
from sayso.read.jsonlines import read_line, split_lines
from sayso.read.language import LanguageDetector
from sayso.read.legacy import LegacyEncodings
from sayso.read.options import ReadOptions
from sayso.read.page import PageReader
from sayso.read.parts import Published, Story
from sayso.read.plain import read_text
from sayso.read.sniff import Format, binary_kind, format_of, is_unreadable
from sayso.records import Capture, Document, InputError

_MIB = 1024 * 1024
LIMITS_MB: Mapping[Format, int] = {Format.LINES: 50, Format.PAGE: 20, Format.TEXT: 50}
STORY_CHARACTERS = 1_000_000  # a long novel; a file beyond that is a collection, and takes minutes to read
_ID_CHARACTERS = 16  # 64 bits: among a million documents two share one by chance once in 37 million


class StoryReader:
    """Reads pages, texts and JSON lines."""

    def __init__(self, options: ReadOptions | None = None) -> None:
        self._options = options or ReadOptions()
        self._legacy = LegacyEncodings.load()
        self._languages = LanguageDetector()
        self._readers: dict[Format, Callable[[str, str], Story]] = {
            Format.LINES: read_line,
            Format.PAGE: PageReader.load().read,
            Format.TEXT: read_text,
        }

    def read(self, capture: Capture) -> Iterator[Document | InputError]:
        """One document for a page or a text, one for each JSON line.

        What is unreadable comes out as its InputError, in its place, so that one bad line stops nothing.
        """
        if not capture.content.strip():
            yield InputError(capture.origin, "empty", "Check that the file was saved whole")
            return
        form = format_of(capture)
        for part in split_lines(capture) if form is Format.LINES else (capture,):
            try:
                yield self._document(part, self._readers[form](self._text_of(part, form), part.origin))
            except InputError as error:
                yield error

    def _text_of(self, part: Capture, form: Format) -> str:
        """The capture's characters. Raises InputError for too many of them, and for what is no text."""
        if len(part.content) > LIMITS_MB[form] * _MIB:
            size = len(part.content) / _MIB
            raise InputError(
                part.origin,
                f"{size:.0f} MB; the limit for a {form} is {LIMITS_MB[form]} MB",
                "Split it, or cut it to the story",
            )
        kind = binary_kind(part.content)
        if kind:
            raise InputError(
                part.origin, f"{kind}, not text", "Save the story as a web page or as a .txt file"
            )
        if form is Format.LINES:
            return _decode_line(part)
        text = decode_bytes(part.content, self._legacy)
        if is_unreadable(text):
            raise InputError(part.origin, "not text in any known encoding", "Save the story as UTF-8")
        return text

    def _document(self, part: Capture, story: Story) -> Document:
        if len(story.text) > STORY_CHARACTERS:
            raise InputError(
                part.origin,
                f"{len(story.text):,} characters; the limit for one story is {STORY_CHARACTERS:,}",
                "Cut it into its stories, one a file or one a JSON line",
            )
        published = story.published or (
            Published(self._options.published) if self._options.published else None
        )
        publisher = story.publisher or self._options.publisher or _host(story.address)
        return Document(
            id=_content_id(story, publisher, published),
            sha256=part.sha256,
            origin=story.id or part.origin,
            text=story.text,
            language=self._language_of(story),
            title=story.title,
            publisher=publisher,
            author=story.author,
            published=published.on if published else None,
            published_at=published.at if published else None,
            address=story.address,
            captions=story.captions,
        )

    def _language_of(self, story: Story) -> str:
        """As stated for this text, as the user says, as the words look, as the page's template has it."""
        if story.language and story.language_trusted:
            return story.language
        return self._options.language or self._languages.detect(story.text, hint=story.language)


def _content_id(story: Story, publisher: str | None, published: Published | None) -> str:
    """Of what a reader sees and not of the bytes, so that a story saved twice, or moved, is one document."""
    facts = (story.text, story.title or "", publisher or "", published.on.isoformat() if published else "")
    return hashlib.sha256("\0".join(facts).encode("utf-8")).hexdigest()[:_ID_CHARACTERS]


def _host(address: str | None) -> str | None:
    """`example.org`: an outlet that does not name itself is known by where it publishes."""
    return (urlsplit(address).hostname or "").removeprefix("www.") or None if address else None


def _decode_line(part: Capture) -> str:
    try:
        return part.content.decode("utf_8")
    except UnicodeDecodeError as error:
        raise InputError(part.origin, "not UTF-8, as JSON must be", "Save the file as UTF-8") from error
