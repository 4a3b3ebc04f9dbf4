"""The frame that all pages share: navigation, the trail to the page, the footer's figures."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from sitegen import urls
from sitegen.linked import dated
from sitegen.model import FactKind, Page, Publisher
from sitegen.views.kinds import Chrome, Link, NavItem, PublisherView, Setting
from sitegen.views.look import Look
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.words import figures

Trail = tuple[tuple[str, str], ...]
HOME, FACTS, SOURCES, PEOPLE, TOPICS = "Home", "Facts", "Sources", "People", "Topics"
_NUMBERED = frozenset({FactKind.COUNT, FactKind.RANK})


def explainers(pages: Mapping[str, Page]) -> list[Page]:
    """The pages that editors wrote, as the navigation lists them; the home page is not in it."""
    return sorted(
        (page for page in pages.values() if page.id != "index"),
        key=lambda page: (page.order is None, page.order or 0, page.title, page.id),
    )


class Frame:
    """Makes each page's chrome; what is the same on all pages is made once."""

    def __init__(self, shown: Shown, look: Look) -> None:
        self.settings = shown.factsheet.settings
        self.look = look
        self.figures = figures(shown.linked.checked)
        self.entries = _navigation(shown)
        self.paths = frozenset(path for _, path in self.entries)
        self._made: dict[str, tuple[NavItem, ...]] = {}
        self._trails: dict[tuple[str, Trail], tuple[Link, ...]] = {}
        self.theme_settings = tuple(
            Setting(name, value) for name, value in sorted(self.settings.theme_settings.items())
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
    ) -> Chrome:
        """The frame of the page at `path`. `trail`: words and path of the pages above this one."""

        def href(target: str) -> str:
            return urls.relative(path, target)

        home = path == urls.HOME
        key = (href(""), trail)
        if key not in self._trails:
            steps = ((HOME, urls.HOME), *trail)
            self._trails[key] = tuple(Link(words, href(to)) for words, to in steps)
        return self._chrome(
            path,
            title,
            href,
            breadcrumbs=() if home else (*self._trails[key], Link(title)),
            description=description,
            noindex=noindex,
            report=self._report(fact) if fact else None,
            highlights=highlights,
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
            icon=href(self.look.icon) if href and self.look.icon else None,
            canonical=urls.absolute(settings.base_url or "", path) if canonical else None,
            noindex=noindex or settings.noindex,
            publisher=self.publisher,
            licence=settings.licence,
            figures=self.figures,
            methodology=href and href(urls.METHODOLOGY),
            report=report,
            settings=self.theme_settings,
        )

    def _navigation(self, path: str, href: Callable[[str], str]) -> tuple[NavItem, ...]:
        """The entries as seen from a page; pages that are not among them share theirs."""
        listed = path in self.paths
        key = path if listed else href("")
        if key not in self._made:
            self._made[key] = tuple(
                NavItem(words, href(target), target == path) for words, target in self.entries
            )
        return self._made[key]

    def _report(self, fact: str) -> Link | None:
        """Where a reader reports a problem: the editors' form, or a letter that names the fact."""
        words = "Report a problem with this fact"
        if self.settings.report_url is not None:
            return Link(words, urls.external(self.settings.report_url))
        if self.settings.report_email is not None:
            subject = quote(f"{self.settings.title}: {fact}", safe="")
            return Link(
                words, urls.external(f"mailto:{self.settings.report_email}?subject={subject}")
            )
        return None


def _publisher(publisher: Publisher) -> PublisherView:
    email = urls.external(f"mailto:{publisher.email}") if publisher.email else None
    url = urls.external(publisher.url) if publisher.url else None
    return PublisherView(publisher.name, url, email)


def _navigation(shown: Shown) -> tuple[tuple[str, str], ...]:
    """Words and path of each entry. Overviews of nothing are left out."""
    facts = shown.factsheet.facts.values()
    overviews = (
        ("Timeline", urls.TIMELINE, any(dated(fact) for fact in facts)),
        ("Numbers", urls.NUMBERS, any(fact.kind in _NUMBERED for fact in facts)),
        ("Quotations", urls.QUOTES, any(fact.kind is FactKind.QUOTE for fact in facts)),
        (FACTS, urls.FACTS, True),
        (SOURCES, urls.SOURCES, True),
        ("Methodology", urls.METHODOLOGY, True),
        ("Corrections", urls.CORRECTIONS, True),
    )
    return (
        *((page.title, urls.page(page.id)) for page in explainers(shown.factsheet.pages)),
        *((words, path) for words, path, wanted in overviews if wanted),
    )
