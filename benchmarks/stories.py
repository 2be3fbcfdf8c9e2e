"""The bundled sample enters; invented stories of a given length, no two alike, leave."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lxml import html

SHORTEST = 80  # characters; shorter paragraphs of a page are bylines, menus and footers

PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} | The Bench Courier</title>
<meta property="og:site_name" content="The Bench Courier"><script>var ready = 1;</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>{title}</h1><time datetime="2022-07-18">18 July 2022</time>{paragraphs}</article>
<aside><h4>Most read</h4><ul><li><a href="/a">Ferry timetable changes</a></li></ul></aside>
<footer><p>The Bench Courier</p></footer></body></html>
"""


@dataclass(frozen=True, slots=True)
class BenchStory:
    """A story to be read, in paragraphs."""

    id: str
    language: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    def as_json_line(self) -> str:
        fields = {"id": self.id, "text": self.text, "published": "2022-07-18", "language": self.language}
        return json.dumps(fields, ensure_ascii=False)

    def as_page(self) -> str:
        paragraphs = "\n".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)
        return PAGE.format(language=self.language, title=self.id, paragraphs=paragraphs)


def sample_paragraphs(language: str) -> list[str]:
    """The paragraphs of every sample story in the language."""
    found: list[str] = []
    for path in sorted(Path(str(files("sayso.data") / "sample")).iterdir()):
        if path.suffix == ".html":
            page = html.fromstring(path.read_bytes())
            if (page.get("lang") or "")[:2] == language:
                found += [" ".join(one.text_content().split()) for one in page.iter("p")]
        elif path.suffix == ".jsonl":
            rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
            found += [
                part for row in rows if row.get("language") == language for part in row["text"].split("\n")
            ]
    return list(dict.fromkeys(part for part in found if len(part) >= SHORTEST))


def compose_stories(language: str, count: int, *, words: int) -> Iterator[BenchStory]:
    """Stories of `words` words: the sample's paragraphs, each story beginning at another one."""
    paragraphs = sample_paragraphs(language)
    for number in range(count):
        chosen: list[str] = []
        missing, position = words, number
        while missing > 0:
            part = paragraphs[position % len(paragraphs)].split()[:missing]
            chosen.append(" ".join(part))
            missing -= len(part)
            position += 1
        yield BenchStory(f"story-{language}-{number}", language, tuple(chosen))
