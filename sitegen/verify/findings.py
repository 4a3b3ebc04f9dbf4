"""Where the words of every citation were found: computed once, judged by each check."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sitegen import anchor
from sitegen.model import Citation, Evidence, Factsheet, Verdict
from sitegen.recognise import Reading

Outcome = (
    anchor.Found
    | anchor.Ambiguous
    | anchor.Moved
    | anchor.Elsewhere
    | anchor.Near
    | anchor.Missing
    | anchor.OutOfRange
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A citation and what the search for its words gave; None where there was nothing to search."""

    citation: Citation
    outcome: Outcome | None

    @property
    def evidence(self) -> Evidence:
        """The finding as the rest of the program sees it."""
        match self.outcome:
            case None:
                return Evidence(self.citation, Verdict.UNCHECKED)
            case anchor.Found(tier=tier, anchors=anchors):
                return Evidence(self.citation, Verdict.FOUND, tier, anchors)
            case anchor.Moved():
                return Evidence(self.citation, Verdict.MOVED)
            case anchor.Near() | anchor.Ambiguous():
                return Evidence(self.citation, Verdict.MISMATCH)
            case _:
                return Evidence(self.citation, Verdict.MISSING)


class Judged(NamedTuple):
    """What a check says of a field of a fact. A field of which none says anything is unchecked."""

    fact: str
    field: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Findings:
    """The fact sheet with a finding for each citation of each fact, and each skipped passage.

    `texts` and `readings` have each article that could be read, by its source's id.
    """

    factsheet: Factsheet
    facts: Mapping[str, tuple[Finding, ...]]
    skips: tuple[Finding, ...]
    texts: Mapping[str, anchor.ArticleText]
    readings: Mapping[str, Reading]


def find(factsheet: Factsheet) -> Findings:
    """Search every article for the words that are cited from it."""
    texts = {
        source.id: anchor.ArticleText(source.article.lines)
        for source in factsheet.sources.values()
        if source.article
    }

    def look_up(citation: Citation) -> Finding:
        text = texts.get(citation.source)
        if text is None or not citation.selector.exact:
            return Finding(citation, None)
        return Finding(citation, anchor.locate(text, citation.selector))

    return Findings(
        factsheet,
        {fact.id: tuple(map(look_up, fact.cite)) for fact in factsheet.facts.values()},
        tuple(look_up(skip.citation) for skip in factsheet.skips),
        texts,
        {source: Reading(text.lines) for source, text in texts.items()},
    )
