"""Where links in prose lead: to a page, a line, a mark, a heading, a file, or outside."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from sitegen import urls
from sitegen.diagnostics import nearest_name
from sitegen.frozen import dataclass
from sitegen.linked import Destination, ProseKey
from sitegen.markdown import Prose, heading_ids
from sitegen.model import Factsheet

_LONG = 10  # digits that no line's number has

_PATHS: Mapping[str, Callable[[str], str]] = {
    "page": urls.page,
    "fact": urls.fact,
    "topic": urls.topic,
    "source": urls.source,
    "person": urls.person,
}

_KINDS = ("fact", "source", "person", "topic", "page")
_ALWAYS = frozenset((urls.HOME, *urls.OVERVIEWS, urls.FACTS_JSON, urls.SOURCES_JSON, urls.VERIFY))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a link leads nowhere, and what may be meant."""

    message: str
    hints: tuple[str, ...] = ()


class Destinations:
    """All that a link may lead to. Links are written relative to the site's root."""

    def __init__(self, factsheet: Factsheet, prose: Mapping[ProseKey, Prose]) -> None:
        self.factsheet = factsheet
        self.prose = prose
        self.assets = frozenset(urls.asset(asset.path) for asset in factsheet.assets)
        self.headings: dict[str, Mapping[str, str]] = {}
        self.unread = frozenset(
            path_of(name)
            for kind, path_of in _PATHS.items()
            for name in factsheet.unread.get(kind, ())
        )

    @cached_property
    def former(self) -> Mapping[str, str]:
        """The facts by the ids that they had."""
        return {old: fact.id for fact in self.factsheet.facts.values() for old in fact.formerly}

    @cached_property
    def _paths(self) -> frozenset[str]:
        """Every path of the site; only a link that leads nowhere needs them."""
        pages = (path_of(name) for path_of, names in self._pages for name in names)
        return frozenset((*_ALWAYS, *pages, *self.assets))

    @property
    def _pages(self) -> Iterator[tuple[Callable[[str], str], Mapping[str, object]]]:
        sheet = self.factsheet
        kinds = (sheet.facts, sheet.sources, sheet.people, sheet.topics, sheet.pages)
        return zip(map(_PATHS.__getitem__, _KINDS), kinds, strict=True)

    def _is_path(self, path: str) -> bool:
        name = PurePosixPath(path).stem
        return (
            path in _ALWAYS
            or path in self.assets
            or any(name in names and path == path_of(name) for path_of, names in self._pages)
        )

    def link(self, key: ProseKey, written: str) -> Destination | Refusal:
        """Where a link in the text `key` leads."""
        if urls.is_external(written):
            address = urls.external(written)
            if address is not None:
                return Destination(address, external=True)
            hint = f"a link outside begins with {', '.join(sorted(urls.SCHEMES))}"
            return Refusal(f"the link “{written}” may not stand on the site", (hint,))
        path, _, fragment = unquote(written).partition("#")
        path = self._path(key, path)
        known = self._is_path(path)
        if not known and self._may_be_written(path):
            return Destination(path, external=False)
        if not known:
            return Refusal(f"the link “{written}” leads nowhere", self._hints(path))
        if not fragment:
            return Destination(path, external=False)
        identifier = self._fragment(path, fragment)
        if identifier is None:
            return Refusal(f"there is no “#{fragment}” on {path}")
        return Destination(path, external=False, fragment=identifier)

    def image(self, written: str) -> Destination | Refusal:
        """Where a picture lies. Only files of `content/assets` may be shown: nothing is fetched."""
        path = normpath(unquote(written)).removeprefix("/")
        if not urls.is_external(written) and path in self.assets:
            return Destination(path, external=False)
        hints = nearest_name(path, self.assets)
        hint = "pictures lie in content/assets and are named as in assets/NAME"
        return Refusal(f"there is no picture “{written}”", hints or (hint,))

    def _path(self, key: ProseKey, written: str) -> str:
        if not written:
            return _page_of(key)
        path = normpath(written).removeprefix("/")
        folder, _, name = path.rpartition("/")
        if name.endswith(".md") and not folder:
            return urls.page(name.removesuffix(".md"))
        return path

    def _may_be_written(self, path: str) -> bool:
        """Whether a page is missing only because its record has an error of its own."""
        return path in self.unread or any(
            path == path_of(PurePosixPath(path).stem)
            for kind, path_of in _PATHS.items()
            if kind in self.factsheet.unlisted
        )

    def _hints(self, path: str) -> tuple[str, ...]:
        older = path.removeprefix("facts/").removesuffix(".html")
        if older in self.former:
            return (f"it is now {urls.fact(self.former[older])}",)
        return nearest_name(path, self._paths)

    def _fragment(self, path: str, written: str) -> str | None:
        """The id that a fragment means on a page: of a line, of a citation, or of a heading."""
        folder, _, name = path.rpartition("/")
        name = name.removesuffix(".html")
        if folder == "sources":
            return self._on_source(name, written)
        identifiers = self._identifiers(name) if not folder else {}
        return identifiers.get(written) or (written if written in identifiers.values() else None)

    def _identifiers(self, page: str) -> Mapping[str, str]:
        """The headings of a page, looked up once for all the links to it."""
        if page not in self.headings:
            body = self.prose.get(ProseKey("page", page, "body"))
            self.headings[page] = heading_ids(body) if body else {}
        return self.headings[page]

    def _on_source(self, source_id: str, written: str) -> str | None:
        article = self.factsheet.sources[source_id].article
        number = written[1:]
        if article is None:
            return written  # that the text is missing has been told
        if written[:1] == "L" and number.isdecimal() and number.isascii() and len(number) < _LONG:
            known = number == str(int(number)) and 1 <= int(number) <= len(article.lines)
            return written if known else None
        fact_id, separator, later = written.partition("--")
        fact = self.factsheet.facts.get(fact_id)
        for index, citation in enumerate(fact.cite if fact else (), start=1):
            if citation.source == source_id and citation.selector.exact:
                identifier = urls.citation_id(fact_id, index)
                if written == identifier or (not separator and not later):
                    return identifier
        return None


def _page_of(key: ProseKey) -> str:
    """The page that shows a text first."""
    return _PATHS[key.kind](key.id)
