"""A page's markup enters; its tree and, within it, the article's body leave. The one module that knows lxml.

lxml ships no types, so that its elements are typed here, by what we use of them.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportAttributeAccessIssue=false

import logging
from collections.abc import Iterator
from typing import Any, Protocol, cast


class Element(Protocol):
    """An lxml element; comments and processing instructions are left out by the parser."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, key: str) -> str | None: ...
    def iter(self, *tags: str) -> "Iterator[Element]": ...
    def iterancestors(self, *tags: str) -> "Iterator[Element]": ...
    def itertext(self) -> Iterator[str]: ...
    def __iter__(self) -> "Iterator[Element]": ...


def parse_page(markup: str) -> Element | None:
    """The page's root; None where there is no element at all."""
    from lxml import etree  # noqa: PLC0415  with trafilatura below: 130 ms that plain texts need not pay
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    # Bytes, because lxml refuses a string with an XML declaration. The parser's own limits on depth stay on.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return cast(Element, document_fromstring(markup.encode("utf-8", "replace"), parser=parser))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def find_article(page: Element) -> Element | None:
    """The story as trafilatura finds it: a `body` of `p`, `head`, `quote`, `list`, `table`; None if none."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    # What it complains of, our InputErrors say.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(cast(Any, page), include_comments=False)
    return None if document is None else cast(Element, document.body)
