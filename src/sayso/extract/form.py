"""An attribution's content spans enter; whether they are given word for word leaves."""

import re
from collections.abc import Sequence

from sayso.records import Form, Span

OPENING, CLOSING = "\"“«„‘'", "\"”»“’'"
QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"\n]*\"")
WORD = re.compile(r"\w[\w'’ʼ-]*")
LIST_MARK = re.compile(r"(?:^|\n)[ \t]*(?:[•●▪◦*—–-]|\d{1,2}[.)])[ \t]+$")

CLAUSE_WORDS = 4  # gold, train: below, a quoted stretch is a term or a name; see the guide's "clause or more"


def form_of(text: str, content: Sequence[Span]) -> Form:
    """Direct if all of the content is quoted or set out as a list, mixed if a clause of it is quoted."""
    if content and all(_is_quoted(text, span) for span in content):
        return Form.DIRECT
    if content and all(is_list_item(text, span) for span in content):
        return Form.DIRECT
    quoted = (stretch.group() for span in content for stretch in QUOTED.finditer(span.of(text)))
    if any(len(WORD.findall(stretch)) >= CLAUSE_WORDS for stretch in quoted):
        return Form.MIXED
    return Form.INDIRECT


def _is_quoted(text: str, span: Span) -> bool:
    """Whether quotation marks stand at both edges, inside the span or just outside it."""
    opens = text[span.start] in OPENING or text[max(0, span.start - 1) : span.start] in tuple(OPENING)
    closes = text[span.end - 1] in CLOSING or text[span.end - 1 : span.end + 2].strip(".,!?")[-1:] in tuple(
        CLOSING
    )
    return opens and closes and not _closes_early(text, span)


def _closes_early(text: str, span: Span) -> bool:
    """Whether the quotation that opens the span ends well before the span does («А», сказал он, «Б»)."""
    first = QUOTED.match(text, span.start)
    return (
        first is not None
        and len(WORD.findall(text, first.end(), span.end)) >= CLAUSE_WORDS
        and not any(mark in text[first.end() : span.end] for mark in OPENING)
    )


def is_list_item(text: str, span: Span) -> bool:
    """Whether a bullet, a dash or a number at the head of a line sets the span out."""
    return LIST_MARK.search(text, max(0, span.start - 8), span.start) is not None
