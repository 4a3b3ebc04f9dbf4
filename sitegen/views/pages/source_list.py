"""The list of sources: how and when each copy was made, and how much rests on it."""

from collections.abc import Mapping

from sitegen import urls
from sitegen.model import Display, Source
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import PageView, SourceRow, SourcesPage
from sitegen.views.pages.source_figures import (
    SourceFigures,
    copied_words,
    rests_words,
    short_digest,
    skipped_words,
    thread_words,
)
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.words import basis_words, count


def sources_page(figures: Mapping[str, SourceFigures], cards: Cards, frame: Frame) -> PageView:
    """All sources, with what rests on each."""
    path = urls.SOURCES
    sources = cards.shown.factsheet.sources.values()
    rows = sorted(
        (_row(source, figures[source.id], cards, path) for source in sources),
        key=lambda row: (row.source.text, row.source.href),
    )
    hanging = {fact for of_source in figures.values() for fact in of_source.hanging}
    facts = len(cards.shown.facts)
    verb = "rests" if facts == 1 else "rest"
    view = SourcesPage(
        frame.chrome(path, "Sources"),
        f"{count(facts, 'fact')} {verb} on {count(len(rows), 'source')}.",
        thread_words(len(hanging)),
        tuple(rows),
    )
    return PageView(path, "sources.html", "the list of sources", view)


def _row(source: Source, figures: SourceFigures, cards: Cards, path: str) -> SourceRow:
    basis = source.basis.get("published")
    return SourceRow(
        source=cards.source(source.id, path),
        publisher=source.publisher,
        published=date_view(source.published) if source.published else None,
        published_basis=basis_words(basis) if basis else None,
        facts=figures.facts,
        citations=figures.citations,
        missing=source.article is None,
        rests=rests_words(figures),
        skipped=skipped_words(figures),
        thread=thread_words(len(figures.hanging)),
        copied=copied_words(source),
        digest=short_digest(source),
        link=source.url and urls.external(source.url),
        archive=source.archive_url and urls.external(source.archive_url),
        shown=_shown(source),
    )


def _shown(source: Source) -> str:
    if source.article is None:
        return "Nothing of it is shown."
    if source.display is Display.EXCERPT:
        return "Shown in excerpts: the sentences with cited words, and those next to them."
    reason = source.display_because or source.licence
    return f"Shown whole: {reason}" if reason else "Shown whole."
