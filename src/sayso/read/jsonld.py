"""The JSON-LD blocks of a page enter; what they say of its article leaves."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

_ARTICLE_TYPE = re.compile(
    r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|AnalysisNewsArticle)"
)
_WRAPPER = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*+\]\]>|\]\]>)\s*+;?\s*+$")
_MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """schema.org's NewsArticle and its kin, as strings."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    address: str | None = None


def read_linked_article(blocks: Iterable[str]) -> LinkedArticle:
    """The article that the blocks describe best: the first with a day and a headline; else empty."""
    nodes = [node for block in blocks for node in _objects(_parse(block), 0)]
    names = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return LinkedArticle()
    best = max(
        articles, key=lambda node: (node.get("datePublished") is not None, node.get("headline") is not None)
    )
    return LinkedArticle(
        headline=_string(best.get("headline")),
        published=_string(best.get("datePublished")),
        publisher=next(iter(_names(best.get("publisher"), names)), None),
        authors=tuple(_names(best.get("author"), names)),
        address=_string(best.get("url")) or _string(best.get("mainEntityOfPage")),
    )


def _parse(block: str) -> object:
    try:
        return json.loads(_WRAPPER.sub("", block), strict=False)
    except (ValueError, RecursionError):
        return None  # a broken block says nothing; meta elements come next


def _objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    """The objects in a value, outermost first."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        node = cast("dict[str, object]", value)
        yield node
        for part in node.values():
            yield from _objects(part, depth + 1)
    elif isinstance(value, list):
        for part in cast("list[object]", value):
            yield from _objects(part, depth + 1)


def _is_article(node: dict[str, object]) -> bool:
    types = node.get("@type")
    named = cast("list[object]", types) if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name.rpartition("/")[2]) for name in named)


def _names(value: object, known: dict[str, dict[str, object]]) -> Iterator[str]:
    """The names in a publisher or author field: strings, objects, references by `@id`, or lists of those."""
    if isinstance(value, str) and value.strip() and not value.startswith("http"):
        yield value
    elif isinstance(value, list):
        for part in cast("list[object]", value)[:20]:
            if not isinstance(part, list):
                yield from _names(part, known)
    elif isinstance(value, dict):
        node = cast("dict[str, object]", value)
        name = node.get("name") or known.get(str(node.get("@id")), {}).get("name")
        if isinstance(name, str) and name.strip():
            yield name


def _string(value: object) -> str | None:
    """A string, or the first of a list, or an object's identity."""
    if isinstance(value, list):
        value = next(iter(cast("list[object]", value)), None)
    if isinstance(value, dict):
        value = cast("dict[str, object]", value).get("@id")
    return value if isinstance(value, str) and value.strip() else None
