"""Places in articles, for what a diagnostic points at beside the editor's own file."""

from sitegen.diagnostics import Related, Span
from sitegen.model import Anchor, Article
from sitegen.verify.findings import Findings
from sitegen.verify.passages import Stretch


def in_paragraph(findings: Findings, source: str, stretch: Stretch) -> Span:
    """The place of a stretch of a paragraph, in the file of its article."""
    article = findings.within.sources[source].article
    assert article  # noqa: S101 - what was read from an article has one
    paragraph = findings.readings[source].paragraphs[stretch.paragraph]
    line, column = paragraph.place(stretch.start)
    end_line, end_column = paragraph.end_place(max(stretch.end, stretch.start + 1))
    return Span(article.path, line, column + 1, end_line, end_column + 1)


def place_of(article: Article, anchors: tuple[Anchor, ...], message: str) -> Related:
    """A place of an article, from the first of some anchors to the last, with what to say of it."""
    first, last = anchors[0], anchors[-1]
    span = Span(article.path, first.line, first.start + 1, last.line, last.end + 1)
    return Related(span, message)
