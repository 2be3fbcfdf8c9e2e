"""Readings → one HTML page that stands alone: each story, and in its margin who says so.

The page asks nothing of a network, and a policy in its head forbids it to.
Every word of a story is escaped; style and script are admitted by their hash.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sayso.publish.page_story import set_story
from sayso.records import Reading

# Embeddings, overrides and isolates reorder what a reader sees; left and right marks do no harm.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def render_page(readings: Sequence[Reading]) -> str:
    """The whole page as text, to be saved as UTF-8."""
    style, script = _part("page.css"), _part("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            stories=[set_story(reading, f"s{i}") for i, reading in enumerate(readings, 1)],
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Jinja leaves the type of its table of filters open.
    environment.filters["visible"] = _visible  # pyright: ignore[reportUnknownMemberType]
    return environment


def _part(name: str) -> Markup:
    return Markup(files("sayso.publish").joinpath("templates", name).read_text(encoding="utf-8"))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(part: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()


def _visible(text: str) -> Markup:
    """Escaped, with the characters that would reorder the line shown instead of obeyed."""
    escaped = str(escape(text))
    return Markup(_REORDERING.sub(lambda found: f'<b class="reordering">U+{ord(found[0]):04X}</b>', escaped))
