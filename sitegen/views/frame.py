"""The frame that all pages share: navigation, the trail to the page, the footer's figures."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from markupsafe import Markup

from sitegen import urls
from sitegen.linked import dated
from sitegen.memory import Memory
from sitegen.model import FactKind, Page, Publisher
from sitegen.pictures import size
from sitegen.views.exports.feeds import feed_links
from sitegen.views.exports.json_text import Json
from sitegen.views.exports.open_graph import open_graph
from sitegen.views.exports.structured import breadcrumbs as breadcrumb_list
from sitegen.views.exports.structured import script_block
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
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.figures import figures

Trail = tuple[tuple[str, str], ...]
HOME, FACTS, SOURCES, PEOPLE, TOPICS = "Home", "Facts", "Sources", "People", "Topics"
_POLICY = (
    "default-src 'none'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_NUMBERED = frozenset({FactKind.COUNT, FactKind.RANK})


def explainers(pages: Mapping[str, Page]) -> list[Page]:
    """The pages that editors wrote, as the navigation lists them; the home page is not in it."""
    return sorted(
        (page for page in pages.values() if page.id != "index"),
        key=lambda page: (page.order is None, page.order or 0, page.title, page.id),
    )


class Frame:
    """Makes each page's chrome; what is the same on all pages is made once."""

    def __init__(self, shown: Shown, look: Look, memory: Memory) -> None:
        self.settings = shown.factsheet.settings
        self.facts = shown.facts
        self.feeds = feed_links(shown)
        self.look = look
        self.figures = figures(shown.linked.checked, shown.files, memory)
        self.entries = _navigation(shown)
        self.paths = frozenset(path for _, path, _ in self.entries)
        self._made: dict[str, tuple[NavItem, ...]] = {}
        self._trails: dict[tuple[str, Trail], tuple[Link, ...]] = {}
        self.theme_settings = tuple(Setting(name, value) for name, value in look.settings)
        self.logo_size = next(
            (size(a.path, a.content) for a in shown.factsheet.assets if a.path == look.logo), None
        )
        publisher = self.settings.publisher
        self.publisher = _publisher(publisher) if publisher else None

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
        structured: tuple[Json, ...] = (),
    ) -> Chrome:
        """The frame of the page at `path`. `trail`: words and path of the pages above this one.

        `structured` is what the page says of its subject in the terms of schema.org; `searching`:
        its script may run the search's WebAssembly.
        """

        def href(target: str) -> str:
            return urls.relative(path, target)

        home = path == urls.HOME
        key = (href(""), trail)
        if key not in self._trails:
            steps = ((HOME, urls.HOME), *trail)
            self._trails[key] = tuple(Link(words, href(to)) for words, to in steps)
        if not home:
            steps = ((HOME, urls.HOME), *trail, (title, path))
            structured = (*structured, breadcrumb_list(self.settings, path, steps))
        checked = self.facts.get(fact or "")
        return self._chrome(
            path,
            title,
            href,
            breadcrumbs=() if home else (*self._trails[key], Link(title)),
            description=description,
            noindex=noindex,
            report=self._report(fact) if fact else None,
            highlights=highlights,
            scripts=scripts,
            searching=searching,
            open_graph=open_graph(self.settings, path, title, description, checked),
            structured=script_block(structured),
        )

    def not_found(self, title: str) -> Chrome:
        """The frame of a page that is shown at any address: its links are absolute, or missing."""
        base_url = self.settings.base_url

        def href(target: str) -> str:
            return urls.absolute(base_url or "", target)

        return self._chrome(
            urls.NOT_FOUND,
            title,
            None if base_url is None else href,
            breadcrumbs=(),
            description=None,
            noindex=True,
            report=None,
            highlights=False,
            scripts=(),
            searching=False,
            open_graph=(),
            structured=None,
        )

    def _chrome(
        self,
        path: str,
        title: str,
        href: Callable[[str], str] | None,
        *,
        breadcrumbs: tuple[Link, ...],
        description: str | None,
        noindex: bool,
        report: Link | None,
        highlights: bool,
        scripts: tuple[str, ...],
        searching: bool,
        open_graph: tuple[Meta, ...],
        structured: Markup | None,
    ) -> Chrome:
        settings = self.settings
        site = settings.title
        sheets = (*self.look.stylesheets, self.look.highlights if highlights else None)
        canonical = settings.base_url is not None and path != urls.NOT_FOUND
        return Chrome(
            site_title=site,
            page_title=title,
            title=site if path == urls.HOME or title == site else f"{title} – {site}",
            language=settings.language,
            description=description,
            home=href and href(urls.HOME),
            navigation=self._navigation(path, href) if href else (),
            breadcrumbs=breadcrumbs,
            stylesheets=tuple(href(sheet) for sheet in sheets if sheet) if href else (),
            scripts=tuple(href(self.look.scripts[s]) for s in scripts if s in self.look.scripts)
            if href
            else (),
            policy=_policy(style_within=href is None, searching=searching),
            icon=href(self.look.icon) if href and self.look.icon else None,
            canonical=urls.absolute(settings.base_url or "", path) if canonical else None,
            noindex=noindex or settings.noindex,
            publisher=self.publisher,
            licence=settings.licence,
            figures=self.figures,
            methodology=href and href(urls.METHODOLOGY),
            report=report,
            settings=self.theme_settings,
            classes=self.look.classes,
            logo=self._logo(href) if href else None,
            feeds=tuple(
                Alternate(kind, title, label, href(target))
                for kind, title, label, target in self.feeds
            )
            if href
            else (),
            open_graph=open_graph,
            structured=structured,
        )

    def _logo(self, href: Callable[[str], str]) -> Picture | None:
        published = self.look.assets.get(self.look.logo or "")
        if published is None:
            return None
        width, height = self.logo_size or (None, None)
        return Picture(href(published), width, height)

    def _navigation(self, path: str, href: Callable[[str], str]) -> tuple[NavItem, ...]:
        """The entries as seen from a page; pages that are not among them share theirs."""
        listed = path in self.paths
        key = path if listed else href("")
        if key not in self._made:
            self._made[key] = tuple(
                NavItem(words, href(target), target == path, written)
                for words, target, written in self.entries
            )
        return self._made[key]

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


def _policy(*, style_within: bool, searching: bool) -> str:
    """What a page may load, for its Content-Security-Policy (W3C CSP 3).

    `style_within`: it brings its own style, as a 404 page does that can lean on no file.
    `searching`: its script compiles WebAssembly.
    """
    style = "'unsafe-inline'" if style_within else "'self'"
    script = "'self' 'wasm-unsafe-eval'" if searching else "'self'"
    return f"{_POLICY}; script-src {script}; style-src {style}"


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
