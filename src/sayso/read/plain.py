"""A plain or Markdown text enters; a story leaves: the text whole, title and front matter read off it.

Nothing is taken out of the text, not even the front matter: spans must agree
with the file that the user has in front of them.
"""

import re

from sayso.read.clean import clean_line, clean_text
from sayso.read.parts import Story, language_code, parse_published
from sayso.records import InputError

# A headline: short, unpunctuated at its end, and followed by the story.
_MAX_TITLE_CHARACTERS = 200
_MIN_TITLE_CHARACTERS = 8
_NO_TITLE_END = (".", ",", ";", ":", "-", "–", "—", "…")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.{1,4000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(\w+)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*")
_HEADING_MARK = re.compile(r"\A#{1,6}[ \t]+|(?<!\w)[*_]{1,3}(?=\w)|(?<=[\w.?!])[*_]{1,3}(?!\w)")


def read_text(text: str, origin: str) -> Story:
    """The story of a text. Raises InputError where there is nothing but white space."""
    text = clean_text(text)
    if not text.strip():
        raise InputError(origin, "empty", "Check that the file was saved whole")
    front_matter = _FRONT_MATTER.match(text)
    fields = _front_matter_fields(front_matter[1]) if front_matter else {}
    body = text[front_matter.end() :] if front_matter else text
    language = language_code(fields.get("language") or fields.get("lang"))
    return Story(
        text=text,
        title=clean_line(fields.get("title")) or _first_line_title(body),
        publisher=clean_line(fields.get("publisher") or fields.get("source")),
        author=clean_line(fields.get("author")),
        published=parse_published(fields.get("published") or fields.get("date") or ""),
        language=language,
        language_trusted=language is not None,
    )


def _front_matter_fields(block: str) -> dict[str, str]:
    """`name: value` lines; lists and nesting hold nothing we need."""
    matches = (_FIELD.fullmatch(line) for line in block.split("\n"))
    return {match[1].lower(): match[2] for match in matches if match}


def _first_line_title(text: str) -> str | None:
    """The first line, where it looks like a headline and more text follows."""
    first, _, rest = text.strip().partition("\n")
    if len(first) > 2 * _MAX_TITLE_CHARACTERS:
        return None
    title = clean_line(_HEADING_MARK.sub("", first))
    if title is None or not rest.strip() or title.endswith(_NO_TITLE_END):
        return None
    longest = max(len(line) for line in rest.split("\n"))
    looks_like_one = _MIN_TITLE_CHARACTERS <= len(title) <= _MAX_TITLE_CHARACTERS and title[0] not in "-•–—["
    # Hard-wrapped text has lines of one length; a headline's line is followed by a blank or a longer one.
    is_set_off = rest.startswith("\n") or not rest.split("\n", 1)[0].strip() or longest > 2 * len(first)
    return title if looks_like_one and is_set_off else None
