"""The frame that all pages share."""

from dataclasses import dataclass

from sitegen.views.kinds.basics import Link


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation; `current` on the page that it leads to."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One of `theme_settings`, as the editor wrote it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class PublisherView:
    """Who publishes the fact sheet; `email` is a `mailto:` link."""

    name: str
    href: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of every page.

    `title` is for `<title>`, `page_title` the page's own. `home` is None on a 404 page without
    links (no `base_url`): then navigation, breadcrumbs and stylesheets are empty too, and the
    template brings its own style. `figures` is the footer's sentence, `methodology` where it leads.
    `report` asks the reader to report a problem with this page's fact. Breadcrumbs end with the
    page's own entry, without a href.
    """

    site_title: str
    page_title: str
    title: str
    language: str
    description: str | None
    home: str | None
    navigation: tuple[NavItem, ...]
    breadcrumbs: tuple[Link, ...]
    stylesheets: tuple[str, ...]
    icon: str | None
    canonical: str | None
    noindex: bool
    publisher: PublisherView | None
    licence: str | None
    figures: str
    methodology: str | None
    report: Link | None
    settings: tuple[Setting, ...]
