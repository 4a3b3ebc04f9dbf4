"""Where citations stand in the lines as shown; each is worked out when a page asks for it."""

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.linked import Cited
from sitegen.model import Anchor, CheckedFact, Evidence, MarkedEdit
from sitegen.views.redaction.shown_article import ShownArticle

_Facts = Mapping[str, CheckedFact]
_Articles = Mapping[str, ShownArticle]


class _Places:
    """The citations whose words were found in a text that we have."""

    def __init__(self, facts: _Facts, articles: _Articles) -> None:
        self._facts = facts
        self._articles = articles

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[Cited]:
        for name, checked in self._facts.items():
            for number in range(1, len(checked.evidence) + 1):
                if self._find(Cited(name, number)):
                    yield Cited(name, number)

    def _find(self, cited: Cited) -> tuple[Evidence, ShownArticle] | None:
        checked = self._facts.get(cited.fact)
        if checked is None or not 0 < cited.number <= len(checked.evidence):
            return None
        evidence = checked.evidence[cited.number - 1]
        article = self._articles.get(evidence.citation.source)
        return (evidence, article) if article is not None and evidence.anchors else None


class ShownAnchors(_Places, Mapping[Cited, tuple[Anchor, ...]]):
    """For each citation its anchors in the lines as shown."""

    def __getitem__(self, cited: Cited) -> tuple[Anchor, ...]:
        found = self._find(cited)
        if found is None:
            raise KeyError(cited)
        evidence, article = found
        return article.shown_anchors(evidence.anchors)

    def get(self, cited: Cited, default: Any = None) -> Any:
        """Looked up many times a page, mostly of what is there or is not alike."""
        found = self._find(cited)
        return found[1].shown_anchors(found[0].anchors) if found else default


class ShownEdits(_Places, Mapping[Cited, tuple[MarkedEdit, ...]]):
    """For each citation the marks of its fact's words as printed, with anchors in these lines."""

    def __getitem__(self, cited: Cited) -> tuple[MarkedEdit, ...]:
        found = self._find(cited)
        if found is None:
            raise KeyError(cited)
        evidence, article = found
        return tuple(
            MarkedEdit(edit.mark, article.shown_anchors(edit.anchors)) for edit in evidence.edits
        )
