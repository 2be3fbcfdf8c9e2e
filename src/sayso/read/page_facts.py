"""A page's tree enters; what the page says about itself leaves: title, publisher, author, time, address.

For each field the order of the `or`s is the order of preference; docs/reading.md repeats it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urljoin, urlsplit

from sayso.read.clean import clean_line
from sayso.read.jsonld import LinkedArticle, read_linked_article
from sayso.read.page_text import flat_text
from sayso.read.page_tree import Element
from sayso.read.parts import Published, language_code, parse_published

_PUBLISHED_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "date",
)
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$|\s+[|»]\s+.*$")
_ADDRESS_DAY = re.compile(r"/(20\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-])")


@dataclass(frozen=True, slots=True)
class PageFacts:
    title: str | None
    publisher: str | None
    author: str | None
    published: Published | None
    language: str | None
    address: str | None


def read_facts(page: Element, article: Element) -> PageFacts:
    """The facts of the story in `article`, the part of the page that holds it."""
    metas = _metas(page)
    linked = read_linked_article(
        script.text or "" for script in page.iter("script") if "ld+json" in (script.get("type") or "").lower()
    )
    address = _address(page, metas, linked)
    return PageFacts(
        title=_title(page, article, metas, linked),
        publisher=clean_line(
            _plain(linked.publisher) or metas.get("og:site_name") or metas.get("application-name")
        ),
        author=clean_line(_plain(", ".join(dict.fromkeys(linked.authors))) or _author(metas)),
        published=_published(page, article, metas, linked) or _published_in(address),
        language=language_code(page.get("lang") or metas.get("og:locale")),
        address=address,
    )


def parse_page_date(value: str | None) -> Published | None:
    """As in `parse_published`, and the two other notations that pages use: `20220612` and RFC 5322."""
    value = (value or "").strip()
    if re.fullmatch(r"\d{8}", value):
        return parse_published(f"{value[:4]}-{value[4:6]}-{value[6:]}")
    if value[:3].isalpha():
        try:
            return parse_published(parsedate_to_datetime(value).isoformat())
        except (ValueError, OverflowError, IndexError, TypeError):
            return None
    return parse_published(value)


def _metas(page: Element) -> dict[str, str]:
    """Lower-case name → content; of several of one name the first."""
    metas: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _title(page: Element, article: Element, metas: dict[str, str], linked: LinkedArticle) -> str | None:
    """The headline as readers see it, where the metadata agree that it is one (an `h1` may be the site's)."""
    page_title = next((flat_text(title) for title in page.iter("title")), None)
    stated = [clean_line(_plain(title)) for title in (linked.headline, metas.get("og:title"), page_title)]
    headings = [flat_text(heading) for root in (article, page) for heading in root.iter("h1")]
    for heading in filter(None, headings):
        if any(title and _agree(heading, title) for title in stated):
            return heading
    headline, open_graph, element = stated
    return (
        headline
        or (open_graph and _TITLE_TAIL.sub("", open_graph))
        or next(filter(None, headings), None)
        or (element and _TITLE_TAIL.sub("", element))
    )


def _agree(heading: str, title: str) -> bool:
    """Whether one begins with the other: a title adds the site's name, a search title is cut short."""
    one, other = heading.casefold(), title.casefold()
    return len(one) >= 10 and (other.startswith(one) or one.startswith(other.rstrip("….")))


def _published(
    page: Element, article: Element, metas: dict[str, str], linked: LinkedArticle
) -> Published | None:
    stated = (linked.published, *(metas.get(name) for name in _PUBLISHED_NAMES))
    marked = (
        element.get("datetime") or element.get("content")
        for element in page.iter("time", "span", "abbr", "div", "p")
        if (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
    )
    return (
        _first_date(iter(stated))
        or _first_date(marked)
        or _first_date(element.get("datetime") for element in article.iter("time"))
    )


def _first_date(values: Iterator[str | None]) -> Published | None:
    return next((published for value in values if (published := parse_page_date(value))), None)


def _published_in(address: str | None) -> Published | None:
    """The day in an address such as `/2022/06/12/`."""
    match = _ADDRESS_DAY.search(address or "")
    return parse_published("-".join(match.groups())) if match else None


def _author(metas: dict[str, str]) -> str | None:
    author = metas.get("author") or metas.get("article:author") or metas.get("parsely-author")
    return None if author is None or author.startswith("http") else author


def _address(page: Element, metas: dict[str, str], linked: LinkedArticle) -> str | None:
    """The canonical address, if it is a web address in full."""
    canonical = (
        link.get("href") for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical"
    )
    base = next((element.get("href") for element in page.iter("base")), None)
    for candidate in (*canonical, metas.get("og:url"), linked.address):
        address = absolute_address(candidate, base)
        if address:
            return address
    return None


def absolute_address(address: str | None, base: str | None) -> str | None:
    """The address in full; None for one that is no web address, or relative to an unknown base."""
    try:
        joined = urljoin(base or "", (address or "").strip())
        parts = urlsplit(joined)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # "Invalid IPv6 URL"
        return None
    return clean_line(joined) if is_web else None


def _plain(value: str | None) -> str | None:
    """Without the entities that JSON-LD and meta elements carry a second time."""
    return unescape(value) if value else None
