"""The frame that all pages share: navigation, the trail to the page, the footer's figures."""

from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from sitegen import urls
from sitegen.frozen import NamedTuple
from sitegen.linked import dated
from sitegen.memory import Memory
from sitegen.model import FactKind, Page, Publisher
from sitegen.pictures import size
from sitegen.views.exports.feeds import feed_links
from sitegen.views.exports.json_text import Json
from sitegen.views.exports.open_graph import Preview
from sitegen.views.exports.structured import breadcrumbs as breadcrumb_list
from sitegen.views.exports.structured import script_block, step
from sitegen.views.kinds import (
    Alternate,
    Chrome,
    Link,
    Meta,
    NavItem,
    Picture,
    PublisherView,
    Setting,
)
from sitegen.views.look import Look
from sitegen.views.policy import policy
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.figures import figures

Trail = tuple[tuple[str, str], ...]
HOME, FACTS, SOURCES, PEOPLE, TOPICS = "Home", "Facts", "Sources", "People", "Topics"
_NUMBERED = frozenset({FactKind.COUNT, FactKind.RANK})


def explainers(pages: Mapping[str, Page]) -> list[Page]:
    """The pages that editors wrote, as the navigation lists them; the home page is not in it."""
    return sorted(
        (page for page in pages.values() if page.id != "index"),
        key=lambda page: (page.order is None, page.order or 0, page.title, page.id),
    )


class _Shared(NamedTuple):
    """The parts of the chrome that depend on the folder of a page, and not on the page."""

    home: str | None
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    policy: str
    icon: str | None
    methodology: str | None
    logo: Picture | None
    feeds: tuple[Alternate, ...]


class _Above(NamedTuple):
    """The pages above one, as links and as JSON."""

    links: tuple[Link, ...]
    steps: tuple[str, ...]


class Frame:
    """Makes each page's chrome; what is the same on all pages is made once."""

    def __init__(self, shown: Shown, look: Look, memory: Memory) -> None:
        self.settings = shown.factsheet.settings
        self.facts = shown.facts
        self.look = look
        self.feeds = feed_links(shown)
        self.figures = figures(shown.linked.checked, shown.files, memory)
        self.entries = _navigation(shown)
        self.paths = frozenset(path for _, path, _ in self.entries)
        self._made: dict[str, tuple[NavItem, ...]] = {}
        self._trails: dict[tuple[str, Trail], _Above] = {}
        self._shared: dict[tuple[str, bool, tuple[str, ...], bool], _Shared] = {}
        self.readers = look.readers
        self._open_graph = self.readers.maker(Preview(self.settings).of, "open_graph", instead=())
        self._structured = self.readers.maker(self._told, "structured", instead=None)
        self.theme_settings = tuple(Setting(name, value) for name, value in look.settings)
        self.logo_size = next(
            (size(a.path, a.content) for a in shown.factsheet.assets if a.path == look.logo), None
        )
        publisher = self.settings.publisher
        self.publisher = _publisher(publisher) if publisher else None

    @property
    def told(self) -> tuple[object, ...]:
        """What all pages show of the facts together."""
        return self.figures, self.entries, self.feeds

    def chrome(
        self,
        path: str,
        title: str,
        *,
        trail: Trail = (),
        description: str | None = None,
        noindex: bool = False,
        fact: str | None = None,
        highlights: bool = False,
        scripts: tuple[str, ...] = (),
        searching: bool = False,
        structured: tuple[Json | str, ...] = (),
    ) -> Chrome:
        """The frame of the page at `path`. `trail`: words and path of the pages above this one.

        `structured` is what the page says of its subject in the terms of schema.org; `searching`:
        its script may run the search's WebAssembly.
        """
        root = urls.to_root(path)
        key = (root, highlights, scripts, searching)
        shared = self._shared.get(key)
        if shared is None:
            href = partial(urls.relative, path)
            shared = self._shared[key] = self._share(href, highlights, scripts, searching)
        above = None if path == urls.HOME else self._trail(root, trail, path)
        return self._chrome(
            path,
            title,
            shared,
            navigation=self._navigation(path, root),
            breadcrumbs=(*above.links, Link(title)) if above else (),
            description=description,
            noindex=noindex,
            report=self._report(fact) if fact else None,
            open_graph=self._open_graph(path, title, description, self.facts.get(fact or "")),
            structured=self._structured(path, title, structured, above),
        )

    def not_found(self, title: str) -> Chrome:
        """The frame of a page that is shown at any address: its links have whole paths, or it has
        none.
        """
        base_url = self.settings.base_url
        href = None if base_url is None else partial(urls.rooted, base_url)
        return self._chrome(
            urls.NOT_FOUND,
            title,
            self._share(href) if href else _UNLINKED,
            navigation=self._entries(urls.NOT_FOUND, href) if href else (),
            breadcrumbs=(),
            description=None,
            noindex=True,
            report=None,
            open_graph=(),
            structured=None,
        )

    def moved(self, path: str, title: str, target: str) -> Chrome:
        """The frame of a page that only leads on to the one at `target`."""
        return self._chrome(
            path,
            title,
            self._share(partial(urls.relative, path)),
            navigation=self._navigation(path, urls.to_root(path)),
            breadcrumbs=(),
            description=None,
            noindex=True,
            report=None,
            open_graph=(),
            structured=None,
            canonical=target,
        )

    def _chrome(
        self,
        path: str,
        title: str,
        shared: _Shared,
        *,
        navigation: tuple[NavItem, ...],
        breadcrumbs: tuple[Link, ...],
        description: str | None,
        noindex: bool,
        report: Link | None,
        open_graph: tuple[Meta, ...],
        structured: Markup | None,
        canonical: str | None = None,
    ) -> Chrome:
        """`canonical` is the page that this one stands for, where it is another."""
        settings = self.settings
        site = settings.title
        has_canonical = settings.base_url is not None and path != urls.NOT_FOUND
        return Chrome(
            site_title=site,
            page_title=title,
            title=site if path == urls.HOME or title == site else f"{title} – {site}",
            language=settings.language,
            description=description,
            home=shared.home,
            navigation=navigation,
            breadcrumbs=breadcrumbs,
            stylesheets=shared.stylesheets,
            scripts=shared.scripts,
            policy=shared.policy,
            icon=shared.icon,
            canonical=(
                urls.absolute(settings.base_url or "", canonical or path) if has_canonical else None
            ),
            noindex=noindex or settings.noindex,
            publisher=self.publisher,
            licence=settings.licence,
            figures=self.figures,
            methodology=shared.methodology,
            report=report,
            settings=self.theme_settings,
            classes=self.look.classes,
            logo=shared.logo,
            feeds=shared.feeds,
            open_graph=open_graph,
            structured=structured,
        )

    def _share(
        self,
        href: Callable[[str], str],
        highlights: bool = False,
        scripts: tuple[str, ...] = (),
        searching: bool = False,
    ) -> _Shared:
        """What the pages of one folder share that want the same sheets and scripts."""
        look = self.look
        sheets = (*look.stylesheets, look.highlights if highlights else None)
        return _Shared(
            home=href(urls.HOME),
            stylesheets=tuple(href(sheet) for sheet in sheets if sheet),
            scripts=tuple(href(look.scripts[s]) for s in scripts if s in look.scripts),
            policy=policy(searching=searching),
            icon=href(look.icon) if look.icon else None,
            methodology=href(urls.METHODOLOGY),
            logo=self._logo(href),
            feeds=tuple(
                Alternate(kind, title, label, href(target))
                for kind, title, label, target in self.feeds
            ),
        )

    def _told(
        self, path: str, title: str, structured: tuple[Json | str, ...], above: "_Above | None"
    ) -> Markup | None:
        """What a page says for machines: of its subject, and where it stands."""
        if above:
            address = urls.address(self.settings.base_url, path, path)
            last = step(len(above.steps) + 1, title, address)
            structured = (*structured, breadcrumb_list((*above.steps, last)))
        return script_block(structured)

    def _trail(self, root: str, trail: Trail, path: str) -> "_Above":
        """The pages above those of one folder; `path` is any of these."""
        key = (root, trail)
        if key not in self._trails:
            above = ((HOME, urls.HOME), *trail)
            base_url = self.settings.base_url
            self._trails[key] = _Above(
                tuple(Link(words, urls.relative(path, to)) for words, to in above),
                tuple(
                    step(number, words, urls.address(base_url, path, to))
                    for number, (words, to) in enumerate(above, start=1)
                ),
            )
        return self._trails[key]

    def _logo(self, href: Callable[[str], str]) -> Picture | None:
        published = self.look.assets.get(self.look.logo or "")
        if published is None:
            return None
        width, height = self.logo_size or (None, None)
        return Picture(href(published), width, height)

    def _navigation(self, path: str, root: str) -> tuple[NavItem, ...]:
        """The entries as seen from a page; pages that are not among them share theirs."""
        key = path if path in self.paths else root
        if key not in self._made:
            self._made[key] = self._entries(path, partial(urls.relative, path))
        return self._made[key]

    def _entries(self, path: str, href: Callable[[str], str]) -> tuple[NavItem, ...]:
        return tuple(
            NavItem(words, href(target), target == path, written)
            for words, target, written in self.entries
        )

    def _report(self, fact: str) -> Link | None:
        """Where a reader reports a problem with a fact."""
        return self.report(fact, "Report a problem with this fact")

    def report(self, subject: str, words: str = "Report a problem") -> Link | None:
        """Where a reader reports a problem: the editors' form, or a letter with its subject."""
        if self.settings.report_url is not None:
            return Link(words, urls.external(self.settings.report_url))
        if self.settings.report_email is not None:
            about = quote(f"{self.settings.title}: {subject}", safe="")
            return Link(
                words, urls.external(f"mailto:{self.settings.report_email}?subject={about}")
            )
        return None


# A page that is shown at any address of a site whose own address is not known leads nowhere.
_UNLINKED = _Shared(
    home=None,
    stylesheets=(),
    scripts=(),
    policy=policy(style_within=True),
    icon=None,
    methodology=None,
    logo=None,
    feeds=(),
)


def _publisher(publisher: Publisher) -> PublisherView:
    email = urls.external(f"mailto:{publisher.email}") if publisher.email else None
    url = urls.external(publisher.url) if publisher.url else None
    return PublisherView(publisher.name, url, email)


def _navigation(shown: Shown) -> tuple[tuple[str, str, bool], ...]:
    """Words and path of each entry, and whether an editor wrote it.

    Overviews of nothing are left out.
    """
    facts = shown.factsheet.facts.values()
    overviews = (
        ("Timeline", urls.TIMELINE, any(dated(fact) for fact in facts)),
        ("Numbers", urls.NUMBERS, any(fact.kind in _NUMBERED for fact in facts)),
        ("Quotations", urls.QUOTES, any(fact.kind is FactKind.QUOTE for fact in facts)),
        (FACTS, urls.FACTS, True),
        (SOURCES, urls.SOURCES, True),
        ("Methodology", urls.METHODOLOGY, True),
        ("Corrections", urls.CORRECTIONS, True),
        ("Search", urls.SEARCH, True),
    )
    return (
        *((page.title, urls.page(page.id), True) for page in explainers(shown.factsheet.pages)),
        *((words, path, False) for words, path, wanted in overviews if wanted),
    )
