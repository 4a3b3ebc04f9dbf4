"""The files for other programs: the facts as data, feeds, and what crawlers read.

All of them come from what may be shown; what is redacted in the pages is redacted here.
"""

from collections.abc import Callable, Iterator, Sequence

from sitegen import urls
from sitegen.views.exports.annotations import annotations_jsonld
from sitegen.views.exports.crawling import robots, sitemaps
from sitegen.views.exports.csl import sources_csl
from sitegen.views.exports.facts_csv import facts_csv
from sitegen.views.exports.facts_json import facts_json
from sitegen.views.exports.feeds import atom_feed, json_feed
from sitegen.views.exports.news import has_news, news
from sitegen.views.exports.sources_json import sources_json
from sitegen.views.exports.texts import gives_text
from sitegen.views.kinds import PageView
from sitegen.views.look import Look
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.wording import Wording

File = tuple[str, bytes]


def export_files(
    shown: Shown, pages: Sequence[PageView], read: Callable[[str], bytes]
) -> Iterator[File]:
    """Each file's path below the site, and its bytes; `read` gives the bytes of an article."""
    wording = Wording(shown, Look())
    yield urls.FACTS_JSON, facts_json(wording)
    yield urls.FACTS_CSV, facts_csv(wording)
    yield urls.SOURCES_JSON, sources_json(wording)
    yield urls.SOURCES_CSL, sources_csl(shown)
    yield urls.ANNOTATIONS, annotations_jsonld(wording)
    yield from _texts(shown, read)
    yield from _feeds(wording)
    yield from _for_crawlers(shown, pages)


def _texts(shown: Shown, read: Callable[[str], bytes]) -> Iterator[File]:
    for _, source in sorted(shown.factsheet.sources.items()):
        if source.article is not None and gives_text(source, shown):
            yield urls.text(source.id), read(source.article.path)


def _feeds(wording: Wording) -> Iterator[File]:
    """The feeds, where the site has any: their links are absolute, and their entries dated."""
    settings = wording.shown.factsheet.settings
    if settings.base_url is None or not has_news(wording.shown):
        return
    entries = news(wording, settings.base_url)
    yield urls.FEED_ATOM, atom_feed(entries, settings, settings.base_url)
    yield urls.FEED_JSON, json_feed(entries, settings, settings.base_url)


def _for_crawlers(shown: Shown, pages: Sequence[PageView]) -> Iterator[File]:
    maps = tuple(sitemaps(pages, shown))
    yield from maps
    yield urls.ROBOTS, robots(shown, sitemap=bool(maps))
