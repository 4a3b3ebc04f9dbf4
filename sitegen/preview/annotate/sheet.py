"""What the annotator looks up of the newest run: articles, readings, people, who rests on what."""

from collections.abc import Iterator
from functools import cached_property

from sitegen.anchor import ArticleText
from sitegen.frozen import replace
from sitegen.memory import Memory
from sitegen.model import Anchor, Article, CheckedFactsheet, Evidence, Factsheet, Source
from sitegen.preview.annotate.page_text import PageText, Parts
from sitegen.preview.annotate.problems import ProblemError
from sitegen.recognise import Reading
from sitegen.recognise.speech.names import Roster
from sitegen.verify import names
from sitegen.views.redaction.secrets import Secrets, everywhere


class Sheet:
    """A checked fact sheet, for looking things up. Not for several threads at once.

    `memory` keeps what the check has read of an article while suggestions are tried.
    """

    def __init__(self, checked: CheckedFactsheet, memory: Memory) -> None:
        self.checked = checked
        self.memory = memory
        self._texts: dict[str, SourceText] = {}

    @property
    def factsheet(self) -> Factsheet:
        """The records."""
        return self.checked.factsheet

    @cached_property
    def roster(self) -> Roster:
        """All people by every name."""
        return names.roster(self.factsheet.people.values())

    @cached_property
    def secrets(self) -> Secrets:
        """What no page may hold."""
        return everywhere(self.factsheet)

    @cached_property
    def _evidence(self) -> dict[str, list[tuple[str, Evidence]]]:
        found: dict[str, list[tuple[str, Evidence]]] = {}
        for fact in self.checked.facts.values():
            for evidence in fact.evidence:
                found.setdefault(evidence.citation.source, []).append((fact.fact.id, evidence))
        return found

    def evidence(self, source: str) -> list[tuple[str, Evidence]]:
        """What rests on a source: the ids of facts, each with a citation of it."""
        return self._evidence.get(source, [])

    def text(self, source: str) -> "SourceText":
        """A source's text. Raises ProblemError where there is none."""
        if source not in self._texts:
            record = self.factsheet.sources.get(source)
            if record is None:
                raise ProblemError("there is no such source", "reload the page")
            if record.article is None:
                raise ProblemError(
                    "the text of this source is missing, so nothing of it can be cited"
                )
            self._texts[source] = SourceText(record, record.article, self)
        return self._texts[source]


class SourceText:
    """One source with its text, each part worked out when it is first needed."""

    def __init__(self, source: Source, article: Article, sheet: Sheet) -> None:
        self.source = source
        self.article = article
        self.sheet = sheet

    @cached_property
    def text(self) -> ArticleText:
        """The article, ready to be searched."""
        return ArticleText(self.article.lines)

    @cached_property
    def reading(self) -> Reading:
        """The article as the recogniser reads it."""
        return Reading(self.article.lines)

    @cached_property
    def alone(self) -> Source:
        """The source without what its record rests on, to try facts on."""
        return replace(self.source, basis={}, redact=(), note=None)

    @cached_property
    def page(self) -> PageText:
        """The article as its page shows it."""
        return PageText(self.source, self.article, self.sheet.secrets)

    @cached_property
    def parts(self) -> Parts | None:
        """What the page shows of it."""
        return self.page.parts(self._cited())

    def _cited(self) -> Iterator[tuple[Anchor, ...]]:
        for _, evidence in self.sheet.evidence(self.source.id):
            yield evidence.anchors
