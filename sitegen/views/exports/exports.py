"""The files for other programs: the facts as data, feeds, and what crawlers read.

All of them come from what may be shown; what is redacted in the pages is redacted here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import islice

from sitegen import urls
from sitegen.views.exports import facts_csv
from sitegen.views.exports.annotations import collection
from sitegen.views.exports.crawling import Listed, robots, sitemaps
from sitegen.views.exports.csl import sources_csl
from sitegen.views.exports.fact_texts import FactTexts, fact_texts
from sitegen.views.exports.feeds import atom_feed, json_feed
from sitegen.views.exports.hosting import headers_file, moved_facts, redirects_file
from sitegen.views.exports.news import Entry, has_news, news
from sitegen.views.exports.own_domain import own_domain
from sitegen.views.exports.parted import Extents, Parted
from sitegen.views.exports.sources_json import sources_json
from sitegen.views.exports.texts import gives_text
from sitegen.views.exports.told import Telling
from sitegen.views.look import Look
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.wording import Wording

_PIECES = 1000  # of a chunk


class Exports(Mapping[str, bytes]):
    """Each file's path below the site, and its bytes, which are made when they are asked for."""

    def __init__(
        self,
        shown: Shown,
        pages: Sequence[Listed],
        read: Callable[[str], bytes],
    ) -> None:
        self._shown = shown
        self._wording = Wording(shown, Look())
        self._texts = self._made
        self._kept: dict[str, Sequence[Sequence[bytes]]] = {}
        self._extents: dict[str, Extents] = {}
        self._making = dict(self._plan(pages, read))

    def __getitem__(self, path: str) -> bytes:
        return b"".join(self.chunks(path))

    def __contains__(self, path: object) -> bool:
        return path in self._making  # a mapping's own would make the file, to see whether it can

    def __iter__(self) -> Iterator[str]:
        return iter(self._making)

    def __len__(self) -> int:
        return len(self._making)

    def reuse(self, texts: Callable[[str], FactTexts | None]) -> None:
        """Take what is said of a fact from here, where it is known."""
        self._texts = lambda name: texts(name) or self._made(name)

    def extents(self, path: str) -> Extents | None:
        """Where the facts' texts stand in a file that was made, if it has such."""
        return self._extents.get(path)

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file one part after another: nobody need hold all of a large one."""
        made = self._making[path]()
        if isinstance(made, bytes):
            yield made
            return
        while pieces := list(islice(made, _PIECES)):
            yield b"".join(pieces)

    def _plan(
        self, pages: Sequence[Listed], read: Callable[[str], bytes]
    ) -> Iterator[tuple[str, Callable[[], bytes | Iterator[bytes]]]]:
        shown, wording = self._shown, self._wording
        yield urls.FACTS_JSON, self._facts_json
        yield urls.FACTS_CSV, self._facts_csv
        yield urls.SOURCES_JSON, partial(sources_json, wording)
        yield urls.SOURCES_CSL, partial(sources_csl, shown)
        yield urls.ANNOTATIONS, self._annotations
        for _, source in sorted(shown.factsheet.sources.items()):
            if source.article is not None and gives_text(source, shown):
                yield urls.text(source.id), partial(read, source.article.path)
        feeds = has_news(shown)
        if feeds:  # a feed's links are absolute, and its entries dated
            yield urls.FEED_ATOM, self._atom_feed
            yield urls.FEED_JSON, self._json_feed
        maps = sitemaps(pages, shown)
        yield from maps.items()
        yield urls.ROBOTS, partial(robots, shown, sitemap=bool(maps))
        yield from self._for_hosts(feeds=feeds)

    def _for_hosts(self, *, feeds: bool) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """What hosts of static sites read."""
        settings = self._shown.factsheet.settings
        domain, moved = own_domain(settings.base_url), moved_facts(self._shown)
        yield urls.NO_JEKYLL, bytes  # GitHub Pages would leave out files that begin with _
        if domain is not None:
            # As GitHub writes it, without a line's end: then one that stands there is the same.
            yield urls.OWN_DOMAIN, domain.encode
        yield urls.HEADERS, partial(headers_file, settings, feeds=feeds)
        if moved:
            yield urls.REDIRECTS, partial(redirects_file, moved, settings)

    @cached_property
    def _telling(self) -> Telling:
        return Telling(self._wording)

    def _made(self, name: str) -> FactTexts:
        return fact_texts(self._telling.of(name))

    def _of_facts(self, path: str) -> Sequence[Sequence[bytes]]:
        """The texts of every fact in one of the three files, by id. All are made together, since
        what they say is looked up once; those of the other files are kept until somebody asks.
        """
        if path not in self._kept:
            every = map(self._texts, sorted(self._shown.facts))
            kinds = tuple(zip(*every, strict=True)) or ((), (), ())
            records, rows, self._kept[urls.ANNOTATIONS] = kinds
            self._kept[urls.FACTS_JSON] = [(text,) for text in records]
            self._kept[urls.FACTS_CSV] = [(text,) for text in rows]
        return self._kept.pop(path)

    def _pieces(self, path: str, parted: Parted) -> Iterator[bytes]:
        self._extents[path] = parted.extents
        return parted.pieces()

    def _facts_json(self) -> Iterator[bytes]:
        texts = self._of_facts(urls.FACTS_JSON)
        return self._pieces(urls.FACTS_JSON, Parted(b'{"facts": [\n', texts, b",\n", b"\n]}\n"))

    def _facts_csv(self) -> Iterator[bytes]:
        texts = self._of_facts(urls.FACTS_CSV)
        return self._pieces(urls.FACTS_CSV, Parted(facts_csv.HEAD.encode(), texts, b"", b""))

    def _annotations(self) -> Iterator[bytes]:
        texts = self._of_facts(urls.ANNOTATIONS)
        return self._pieces(urls.ANNOTATIONS, collection(texts, self._shown.factsheet.settings))

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
