"""JSON lines enter, one story a line; stories leave, or an error that names the line."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import cast

from sayso.read.clean import clean_line, clean_text
from sayso.read.parts import Published, Story, language_code, parse_published
from sayso.records import Capture, InputError

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"


def split_lines(capture: Capture) -> Iterator[Capture]:
    """Each line that is not blank as a capture of its own, named `posts.jsonl:7`.

    A capture of one line keeps its name: it has been split already, or needs no number.
    """
    content = capture.content
    if content.startswith(_UTF16_MARKS):  # what PowerShell's `>` writes
        content = content.decode("utf_16", "replace").encode("utf_8", "replace")
    content = content.removeprefix(_UTF8_MARK)
    if b"\n" not in content.strip() or _is_one_value(content):
        yield Capture(capture.origin, content.strip())
        return
    for number, line in enumerate(BytesIO(content), start=1):  # BytesIO shares the bytes, split() copies them
        if line.strip():
            yield Capture(f"{capture.origin}:{number}", line.strip())


def read_line(text: str, origin: str) -> Story:
    """The story of one line. Raises InputError for a line that is none."""
    fields = _parse_object(text, origin)
    own_id = fields.get("id")
    body = clean_text(_string(fields, "text", origin) or "")
    if not body.strip():
        raise InputError(origin, 'the field "text" is missing or empty', 'Give each line a "text"')
    language = language_code(_string(fields, "language", origin))
    return Story(
        text=body,
        id=str(own_id) if isinstance(own_id, int) else clean_line(_string(fields, "id", origin)),
        title=clean_line(_string(fields, "title", origin)),
        publisher=clean_line(_string(fields, "publisher", origin)),
        published=_published(fields, origin),
        language=language,
        language_trusted=language is not None,
    )


def _parse_object(text: str, origin: str) -> dict[str, object]:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also a number of thousands of digits
        problem = f"not JSON ({error})" if isinstance(error, json.JSONDecodeError) else "not usable JSON"
        raise InputError(origin, problem, "Correct the line or leave it out") from error
    if not isinstance(value, dict):
        raise InputError(origin, "JSON, but not an object", 'Write one {"text": …} object a line')
    return cast("dict[str, object]", value)


def _string(fields: dict[str, object], name: str, origin: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise InputError(origin, f'the field "{name}" is not a string', "Put its value in quotation marks")


def _published(fields: dict[str, object], origin: str) -> Published | None:
    value = _string(fields, "published", origin)
    if not (value and value.strip()):
        return None
    published = parse_published(value)
    if published is None:
        raise InputError(origin, f'"published" is "{value[:40]}", which is no day', "Write it as YYYY-MM-DD")
    return published


def _is_one_value(content: bytes) -> bool:
    """Whether this is a JSON document over several lines (only one that opens with a bare bracket can be)."""
    if content.lstrip().split(b"\n", 1)[0].strip() not in {b"{", b"["}:
        return False
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True
