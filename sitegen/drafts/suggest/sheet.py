"""What drafts look up of a checked fact sheet: articles, readings, people, who rests on what."""

from functools import cached_property

from sitegen.anchor import ArticleText
from sitegen.drafts.suggest.uncitable import UncitableError
from sitegen.frozen import replace
from sitegen.memory import Memory
from sitegen.model import Article, CheckedFactsheet, Evidence, Factsheet, Source
from sitegen.recognise import Paragraph, Reading, Token
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.names import Roster
from sitegen.recognise.speech.narration import Narration, narration, outermost
from sitegen.recognise.speech.speech import clauses
from sitegen.recognise.speech.subjects import Clause
from sitegen.verify import names
from sitegen.views.redaction.secrets import Secrets, everywhere
from sitegen.views.redaction.shown_article import ShownArticle, article_cuts

_FAR = 6  # lines before a paragraph in which a quotation that reaches into it may begin


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
        """A source's text. Raises UncitableError where there is none."""
        if source not in self._texts:
            self._texts[source] = SourceText(*self.readable(source), self)
        return self._texts[source]

    def readable(self, source: str) -> tuple[Source, Article]:
        """A source with its article. Raises UncitableError where there is none."""
        record = self.factsheet.sources.get(source)
        if record is None:
            raise UncitableError("there is no such source", "reload the page")
        if record.article is None:
            raise UncitableError(
                "the text of this source is missing, so nothing of it can be cited"
            )
        return record, record.article


class SourceText:
    """One source with its text, each part worked out when it is first needed."""

    def __init__(self, source: Source, article: Article, sheet: Sheet) -> None:
        self.source = source
        self.article = article
        self.sheet = sheet
        self._told: dict[int, tuple[Narration, tuple[Clause, ...]]] = {}
        self._named: dict[int, tuple[str, ...]] = {}

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
    def shown(self) -> ShownArticle:
        """The article without what is redacted."""
        cuts = article_cuts(self.source.redact, self.article, self.sheet.secrets)
        return ShownArticle(self.article, cuts)

    def told(self, index: int) -> tuple[Narration, tuple[Clause, ...]]:
        """The narration of a paragraph, without its quotations, and its reporting clauses."""
        if index not in self._told:
            text = self.reading.paragraphs[index].text
            outside = narration(text, outermost(sorted(self.quoted(index))), ENGLISH)
            self._told[index] = outside, clauses(outside)
        return self._told[index]

    def quoted(self, index: int) -> list[tuple[int, int]]:
        """The quotations of a paragraph as offsets in it, those that reach into it cut."""
        paragraph = self.reading.paragraphs[index]
        return [
            _within(token, paragraph)
            for token in self.reading.quotations_within(
                max(1, paragraph.first - _FAR), paragraph.last
            )
            if token.end_line >= paragraph.first
        ]

    def named(self, index: int) -> tuple[str, ...]:
        """The people whom a paragraph names, in order."""
        if index not in self._named:
            mentions = self.sheet.roster.mentions(self.reading.paragraphs[index].text)
            every = dict.fromkeys(who for mention in mentions for who in sorted(mention.who))
            self._named[index] = tuple(every)
        return self._named[index]


def _within(token: Token, paragraph: Paragraph) -> tuple[int, int]:
    begins, ends = token.line >= paragraph.first, token.end_line <= paragraph.last
    start = paragraph.offset(token.line, token.start) if begins else 0
    end = paragraph.offset(token.end_line, token.end) if ends else len(paragraph.text)
    return start, end
