"""The fact sheet as it may be published: redacted words and private persons' names are gone.

It happens once, before any page is made, so that nothing after it can tell what it does not have.
Anchors and hashes stay those of the raw text; `Shown.anchors` are the same places in the text as
shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from sitegen.frozen import dataclass, replace
from sitegen.linked import At, Cited, Destination, Linked
from sitegen.memory import Memory
from sitegen.model import (
    Anchor,
    CheckedFact,
    Factsheet,
    MarkedEdit,
    Source,
)
from sitegen.views.redaction.prose_redaction import ShownProse
from sitegen.views.redaction.secrets import Secrets, everywhere, hidden, within_lines
from sitegen.views.redaction.shown_article import ShownArticle, article_cuts
from sitegen.views.redaction.shown_places import ShownAnchors, ShownEdits
from sitegen.views.redaction.shown_records import (
    Limited,
    shown_fact,
    shown_person,
    shown_record,
    shown_records,
    shown_source,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages are made of.

    - `linked`: the fact sheet with its strings redacted
    - `files`: for each file of facts these, as shown; where no file has changed, the same values
    - `citing`: for each source the ids of the facts that cite it, each once
    - `articles`: the articles as shown, by source; `lines`: their lines
    - `anchors`: for each citation its anchors in these lines; `skips` likewise
    - `edits`: for each citation in which the words as printed stand, their marks, each with the
      anchors of what it stands for in these lines
    - `redacted`: citations of which some cited words are not shown
    - `altered`: sources whose lines are not all shown as they are
    """

    linked: Linked
    files: tuple[tuple[CheckedFact, ...], ...]
    citing: Mapping[str, Sequence[str]]
    articles: Mapping[str, ShownArticle]
    lines: Mapping[str, tuple[str, ...]]
    anchors: Mapping[Cited, tuple[Anchor, ...]]
    skips: tuple[tuple[Anchor, ...], ...]
    edits: Mapping[Cited, tuple[MarkedEdit, ...]]
    redacted: frozenset[Cited]
    altered: frozenset[str]

    @property
    def factsheet(self) -> Factsheet:
        """The records."""
        return self.linked.checked.factsheet

    @property
    def facts(self) -> Mapping[str, CheckedFact]:
        """The facts with their evidence."""
        return self.linked.checked.facts


def redact(linked: Linked, memory: Memory | None = None) -> Shown:
    """What may be shown of a fact sheet; `memory` has what earlier runs redacted."""
    memory = memory or Memory()
    checked = linked.checked
    sources = checked.factsheet.sources.values()
    secrets = memory.once(
        "secrets", hidden(checked.factsheet), (), lambda: everywhere(checked.factsheet)
    )
    articles = {
        source.id: _article(source, secrets, memory)
        for source in sources
        if source.article is not None
    }
    limited = {source.id: within_lines(source.redact) for source in sources if source.redact}
    redacted: frozenset[Cited] = frozenset()
    cleaned = linked
    if secrets or any(limited.values()):
        facts, redacted = _facts(linked, secrets, limited, articles, memory)
        cleaned = _redacted(linked, secrets, facts, articles)
    skips = tuple(
        articles[skip.citation.source].shown_anchors(skip.anchors) if skip.anchors else ()
        for skip in checked.skips
    )
    files = _files(cleaned)
    return Shown(
        linked=cleaned,
        files=files,
        citing=_citing(files, checked.factsheet.sources, memory),
        articles=articles,
        lines={source: article.lines for source, article in articles.items()},
        anchors=ShownAnchors(checked.facts, articles),
        skips=skips,
        edits=ShownEdits(checked.facts, articles),
        redacted=redacted,
        altered=frozenset(source for source, article in articles.items() if article.cuts),
    )


def _article(source: Source, secrets: Secrets, memory: Memory) -> ShownArticle:
    article = source.article
    assert article is not None  # noqa: S101 - the caller has looked
    return memory.once(
        "shown article",
        source.redact,
        (article, secrets),
        lambda: ShownArticle(article, article_cuts(source.redact, article, secrets)),
    )


def _facts(
    linked: Linked,
    secrets: Secrets,
    limited: Limited,
    articles: Mapping[str, ShownArticle],
    memory: Memory,
) -> tuple[dict[str, CheckedFact], frozenset[Cited]]:
    """The facts as shown, and the citations of which some words are not; a file's at a time."""
    facts = linked.checked.facts
    cleaned: dict[str, CheckedFact] = {}
    redacted: list[Cited] = []
    for written in _files(linked):
        cited = memory.once("cited sources", None, written, partial(_cited_sources, written))
        known = tuple(articles[name] for name in cited if name in articles)
        rules = tuple(linked.checked.factsheet.sources[name].redact for name in cited)
        of_file, hides = memory.once(
            "redacted facts",
            (cited, rules),
            (secrets, *written, *known),
            partial(_facts_of_file, written, secrets, limited, articles),
        )
        cleaned |= {one.fact.id: one for one in of_file}
        redacted += hides
    return {name: cleaned[name] for name in facts}, frozenset(redacted)


def _files(linked: Linked) -> tuple[tuple[CheckedFact, ...], ...]:
    facts = linked.checked.facts
    return tuple(
        tuple([facts[name] for name in names])  # a list, as that is twice as fast
        for names in linked.checked.factsheet.files.values()
    )


def _citing(
    files: Iterable[tuple[CheckedFact, ...]], sources: Iterable[str], memory: Memory
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in sources}
    for facts in files:
        cited = memory.once("citing facts", None, facts, partial(_citing_of_file, facts))
        for source, names in cited:
            found[source] += names
    return found


def _citing_of_file(facts: Iterable[CheckedFact]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, dict[str, None]] = {}
    for checked in facts:
        for evidence in checked.evidence:
            found.setdefault(evidence.citation.source, {})[checked.fact.id] = None
    return tuple((source, tuple(names)) for source, names in found.items())


def _cited_sources(facts: Iterable[CheckedFact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.citation.source for one in facts for found in one.evidence))


def _facts_of_file(
    written: Iterable[CheckedFact],
    secrets: Secrets,
    limited: Limited,
    articles: Mapping[str, ShownArticle],
) -> tuple[tuple[CheckedFact, ...], tuple[Cited, ...]]:
    cleaned: list[CheckedFact] = []
    redacted: list[Cited] = []
    for checked in written:
        shown = shown_fact(checked, secrets, limited)
        cleaned.append(shown)
        for number, evidence in enumerate(checked.evidence, start=1):
            article = articles.get(evidence.citation.source)
            exact = evidence.citation.selector.exact
            if (
                (article is not None and article.hides(evidence.anchors))
                or any(secrets.replaced(p, verbatim=True) != p for p in evidence.pieces)
                or shown.fact.cite[number - 1].selector.exact != exact
            ):
                redacted.append(Cited(checked.fact.id, number))
    return tuple(cleaned), tuple(redacted)


def _redacted(
    linked: Linked,
    secrets: Secrets,
    facts: Mapping[str, CheckedFact],
    articles: Mapping[str, ShownArticle],
) -> Linked:
    """The linked fact sheet with every string redacted; `facts` are that already."""
    factsheet = linked.checked.factsheet
    shown = replace(
        factsheet,
        settings=shown_record(factsheet.settings, secrets),
        sources={
            name: shown_source(source, secrets, articles)
            for name, source in factsheet.sources.items()
        },
        people={name: shown_person(person, secrets) for name, person in factsheet.people.items()},
        topics=shown_records(factsheet.topics, secrets),
        facts={name: checked.fact for name, checked in facts.items()},
        pages=shown_records(factsheet.pages, secrets),
        skips=tuple(shown_record(skip, secrets) for skip in factsheet.skips),
    )
    skips = tuple(shown_record(skip, secrets) for skip in linked.checked.skips)
    return replace(
        linked,
        checked=replace(linked.checked, factsheet=shown, facts=facts, skips=skips),
        prose=ShownProse(linked.prose, secrets),
        destinations=dict(_untelling(linked.destinations, secrets)),
    )


def _untelling(
    destinations: Mapping[At, Destination], secrets: Secrets
) -> Iterator[tuple[At, Destination]]:
    """The links whose addresses tell nothing. Of the others the words remain."""
    for at, destination in destinations.items():
        if not secrets.tells(destination.address):
            yield at, destination
