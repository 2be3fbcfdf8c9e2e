"""The part of a page that holds the story enters; its pictures' captions leave."""

from collections.abc import Iterator

from sayso.read.page_facts import absolute_address
from sayso.read.page_text import flat_text
from sayso.read.page_tree import Element
from sayso.records import Caption

_ELSEWHERE = ("aside", "nav", "footer")
_MIN_CHARACTERS = 4


def read_captions(article: Element, address: str | None) -> list[Caption]:
    """One for each distinct `figcaption`, in the order of the page, spans still open."""
    captions: dict[str, Caption] = {}
    for figcaption in article.iter("figcaption"):
        text = flat_text(figcaption)
        if len(text) >= _MIN_CHARACTERS and next(figcaption.iterancestors(*_ELSEWHERE), None) is None:
            captions.setdefault(text, Caption(text=text, image=_image(figcaption, address)))
    return list(captions.values())


def _image(figcaption: Element, address: str | None) -> str | None:
    figure = next(figcaption.iterancestors("figure"), None)
    images = () if figure is None else figure.iter("img", "source", "amp-img")
    return next((found for image in images for found in _sources(image, address)), None)


def _sources(image: Element, address: str | None) -> Iterator[str]:
    """Lazy loaders keep the address in `data-src`, a placeholder in `src`; saved pages have a path."""
    sets = (image.get(name) for name in ("data-srcset", "srcset"))
    candidates = (
        image.get("data-src"),
        image.get("src"),
        *(value.split()[0] for value in sets if value and value.strip()),
    )
    for candidate in candidates:
        if candidate and not candidate.startswith("data:"):
            yield absolute_address(candidate, address) or candidate
