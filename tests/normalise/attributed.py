"""Attributions for tests, built from the words they quote."""

from sayso.records import Attribution, Document, Extraction, Form, Span, Stance


def document(text: str, *, language: str = "en", title: str | None = None) -> Document:
    return Document(id="d", sha256="0" * 64, origin="-", text=text, language=language, title=title)


def span_of(text: str, part: str, *, after: int = 0) -> Span:
    start = text.index(part, after)
    return Span(start, start + len(part))


def attribution(
    text: str,
    *,
    source: str | None = None,
    cue: str | None = None,
    content: str,
    id: str = "a1",  # noqa: A002
    stance: Stance = Stance.ASSERTS,
    parent: str | None = None,
    after: int = 0,
) -> Attribution:
    return Attribution(
        id=id,
        source=span_of(text, source, after=after) if source else None,
        cue=span_of(text, cue, after=after) if cue else None,
        content=(span_of(text, content, after=after),),
        form=Form.INDIRECT,
        stance=stance,
        score=1.0,
        parent=parent,
    )


def extraction(*attributions: Attribution) -> Extraction:
    return Extraction(attributions=attributions)
