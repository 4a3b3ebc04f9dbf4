"""All files of a site that differ from what is live, made in several processes where that pays."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any

from sitegen import digest, write
from sitegen.build.files import Site
from sitegen.build.request import Progress, quietly
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass, field
from sitegen.jobs import Jobs
from sitegen.render import Failure, Renderer, template_errors
from sitegen.views import PageView, search_documents
from sitegen.write import OutputFile, Spool

Remembered = Mapping[str, tuple[str, str, str]]
"""By the path of a page the key that it was rendered for, the digest of its bytes, and its ground:
that of all that its view was made of, empty where nobody knows.
"""

Parts = tuple[int, int, list[list[int]]]
"""Where the texts of facts stand in a file, as plain values."""

_FEW = 300
"""Pages that are made in one process, and held in its memory until they are written."""
_IN_A_PIECE = 40  # paths
_FACTS, _EXPORTS = "facts/", "data/"


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a site by path. Where a template failed there are diagnostics and no files.

    `keys` has what each page is remembered by, `rendered` the pages that were rendered. `extents`
    tells where the texts of facts stand in the files that have some. `documents` are for the
    search, by page; there are none where no index is wanted.
    """

    files: Mapping[str, OutputFile]
    keys: Mapping[str, str]
    rendered: tuple[str, ...]
    extents: Mapping[str, Parts] = field(default_factory=dict)
    documents: tuple[tuple[str, bytes], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@contextmanager
def spooled(output: Path, site: Site, jobs: Jobs) -> Iterator[Spool | None]:
    """Where the content of a large site waits until it is written; None where it is a small one."""
    spool = None
    if len(site.pages) >= _FEW:
        with suppress(OSError):  # nowhere is room for temporary files: it is all held in memory
            spool = Spool(output, jobs.count)
    try:
        yield spool
    finally:
        if spool is not None:
            spool.close()


def make(
    site: Site,
    remembered: Remembered,
    jobs: Jobs,
    spool: Spool | None,
    *,
    documents: bool = False,
    only: Collection[str] | None = None,
    standing: Set[str] = frozenset(),
    progress: Progress = quietly,
) -> Made:
    """Every file of a site; the content of a page is None where its key is the remembered one.

    `only`: these files alone. `documents`: what the search looks through is made of the pages too.
    `standing` are remembered pages of which not even the view need be made, as nothing has changed
    that it is made of. Without a spool, all is made in this process. `progress` is told how many
    files of how many are ready.
    """
    making = _Making(site, remembered, spool, documents=documents)
    pieces = _pieces(site, standing) if only is None else [tuple(only)]
    total = sum(map(len, pieces))

    def done(ready: int) -> None:
        progress("pages", ready * total // len(pieces), total)

    progress("pages", 0, total)
    crew = Jobs() if spool is None else jobs
    rows: list[Any] = [(path, *remembered[path][:2], None, (), None) for path in standing]
    rows += chain.from_iterable(crew.share_out(pieces, making.piece, done))
    rows.sort()
    failures = [Failure(*why) for _, key, why, *_ in rows if key is None]
    if failures:
        return Made({}, {}, (), diagnostics=template_errors(failures))
    return Made(
        files={path: OutputFile(known, making.content(kept)) for path, _, known, kept, *_ in rows},
        keys={path: key for path, key, *_ in rows if key},
        rendered=tuple(path for path, key, _, kept, *_ in rows if key and kept is not None),
        extents={path: parts for path, *_, parts in rows if parts},
        documents=tuple(chain.from_iterable(found for *_, found, _ in rows)),
    )


class _Making:
    """Makes pieces of a site, in whatever process."""

    def __init__(
        self, site: Site, remembered: Remembered, spool: Spool | None, *, documents: bool
    ) -> None:
        self._site = site
        self._remembered = remembered
        self._spool = spool
        self._documents = documents
        self._renderer = Renderer(site.theme)
        self._pages = frozenset(site.pages)

    def piece(self, paths: Sequence[str], number: int) -> list[Any]:
        """A row for each path: path, key, digest, content, documents, extents.

        Of a page that failed there is no key, and why in place of the digest.
        """
        # All views first, then all keys: each kind of work goes faster by itself.
        views = [self._site.views.page(path) for path in paths if path in self._pages]
        keys = [self._renderer.key(page) for page in views]
        others = [path for path in paths if path not in self._pages]
        return [
            *(self._page(page, key, number) for page, key in zip(views, keys, strict=True)),
            *(self._other(path, number) for path in others),
        ]

    def content(self, kept: Any) -> bytes | write.Spooled | None:
        """What a row says of its content."""
        return kept if kept is None or self._spool is None else self._spool.at(tuple(kept))

    def _page(self, page: PageView, key: str, number: int) -> Any:
        path = page.path
        found = self._searched(page)
        known, live, _ = self._remembered.get(path, (None, "", ""))
        if key == known:
            return path, key, live, None, found, None
        content = self._renderer.content(page)
        if isinstance(content, Failure):
            return path, None, tuple(content), None, (), None
        return path, key, digest.fingerprint(content), self._kept(content, number), found, None

    def _other(self, path: str, number: int) -> Any:
        content = self._site.other(path)
        extents = self._site.exports.extents(path)
        parts = None if extents is None else tuple(extents)
        return path, "", digest.fingerprint(content), self._kept(content, number), (), parts

    def _searched(self, page: PageView) -> list[tuple[str, bytes]]:
        return list(search_documents((page,))) if self._documents else []

    def _kept(self, content: bytes, number: int) -> Any:
        return content if self._spool is None else self._spool.keep(number, content)


def _pieces(site: Site, standing: Set[str]) -> list[Sequence[str]]:
    """All paths but those of pages that stand as they are.

    Those that take longest come first: so no process is left alone with one at the end.
    """
    pages = [path for path in site.pages if path not in standing]
    facts = [path for path in pages if path.startswith(_FACTS)]
    lists = [path for path in pages if "/" not in path]
    shorter = [path for path in pages if "/" in path and not path.startswith(_FACTS)]
    others = sorted(site.paths.difference(site.pages))
    exports = [path for path in others if path.count("/") == 1 and path.startswith(_EXPORTS)]
    small = sorted(set(others).difference(exports))
    # The exports are made of the same texts, and the lists of the same cards, each made once so.
    return [exports, lists, *_cut(shorter), *_cut(facts), *_cut(small)]


def _cut(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    starts = range(0, len(paths), _IN_A_PIECE)
    return (paths[start : start + _IN_A_PIECE] for start in starts)
