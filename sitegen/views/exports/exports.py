"""The files for other programs: the facts as data, feeds, and what crawlers read.

All of them come from what may be shown; what is redacted in the pages is redacted here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from sitegen import urls
from sitegen.views.exports.annotations import annotations_jsonld
from sitegen.views.exports.crawling import Listed, robots, sitemaps
from sitegen.views.exports.csl import sources_csl
from sitegen.views.exports.facts_csv import facts_csv
from sitegen.views.exports.facts_json import facts_json
from sitegen.views.exports.feeds import atom_feed, json_feed
from sitegen.views.exports.news import Entry, has_news, news
from sitegen.views.exports.sources_json import sources_json
from sitegen.views.exports.texts import gives_text
from sitegen.views.look import Look
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.wording import Wording


class Exports(Mapping[str, bytes]):
    """Each file's path below the site, and its bytes, which are made when they are asked for."""

    def __init__(self, shown: Shown, pages: Sequence[Listed], read: Callable[[str], bytes]) -> None:
        self._shown = shown
        self._wording = Wording(shown, Look())
        self._making = dict(self._plan(pages, read))

    def __getitem__(self, path: str) -> bytes:
        return self._making[path]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._making)

    def __len__(self) -> int:
        return len(self._making)

    def _plan(
        self, pages: Sequence[Listed], read: Callable[[str], bytes]
    ) -> Iterator[tuple[str, Callable[[], bytes]]]:
        shown, wording = self._shown, self._wording
        yield urls.FACTS_JSON, partial(facts_json, wording)
        yield urls.FACTS_CSV, partial(facts_csv, wording)
        yield urls.SOURCES_JSON, partial(sources_json, wording)
        yield urls.SOURCES_CSL, partial(sources_csl, shown)
        yield urls.ANNOTATIONS, partial(annotations_jsonld, wording)
        for _, source in sorted(shown.factsheet.sources.items()):
            if source.article is not None and gives_text(source, shown):
                yield urls.text(source.id), partial(read, source.article.path)
        if has_news(shown):  # a feed's links are absolute, and its entries dated
            yield urls.FEED_ATOM, self._atom_feed
            yield urls.FEED_JSON, self._json_feed
        maps = sitemaps(pages, shown)
        yield from maps.items()
        yield urls.ROBOTS, partial(robots, shown, sitemap=bool(maps))

    @cached_property
    def _news(self) -> tuple[Entry, ...]:
        return news(self._wording, self._base_url)

    @property
    def _base_url(self) -> str:
        return self._shown.factsheet.settings.base_url or ""

    def _atom_feed(self) -> bytes:
        return atom_feed(self._news, self._shown.factsheet.settings, self._base_url)

    def _json_feed(self) -> bytes:
        return json_feed(self._news, self._shown.factsheet.settings, self._base_url)


def export_files(shown: Shown, pages: Sequence[Listed], read: Callable[[str], bytes]) -> Exports:
    """All of them; `pages` are those of the site, `read` gives the bytes of an article."""
    return Exports(shown, pages, read)
