"""What the annotator looks up of the newest run: what drafts do, and what the pages show of it."""

from collections.abc import Iterator
from functools import cached_property

from sitegen.drafts.suggest import sheet
from sitegen.drafts.suggest.uncitable import UncitableError
from sitegen.memory import Memory
from sitegen.model import Anchor, CheckedFactsheet
from sitegen.preview.annotate.page_text import PageText, Parts
from sitegen.preview.annotate.problems import ProblemError


class PagedText(sheet.SourceText):
    """One source with its text and what its page shows."""

    @cached_property
    def page(self) -> PageText:
        """The article as its page shows it."""
        return PageText(self.source, self.article, self.shown)

    @cached_property
    def parts(self) -> Parts | None:
        """What the page shows of it."""
        return self.page.parts(self._cited())

    def _cited(self) -> Iterator[tuple[Anchor, ...]]:
        for _, evidence in self.sheet.evidence(self.source.id):
            yield evidence.anchors


class Sheet(sheet.Sheet):
    """A checked fact sheet, for looking things up. Not for several threads at once."""

    def __init__(self, checked: CheckedFactsheet, memory: Memory) -> None:
        super().__init__(checked, memory)
        self._pages: dict[str, PagedText] = {}

    def text(self, source: str) -> PagedText:
        """A source's text. Raises ProblemError where there is none."""
        if source not in self._pages:
            try:
                self._pages[source] = PagedText(*self.readable(source), self)
            except UncitableError as problem:
                raise ProblemError(problem.reason, problem.hint) from None
        return self._pages[source]
