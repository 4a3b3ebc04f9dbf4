"""The frame that all pages share."""

from markupsafe import Markup

from sitegen.frozen import NamedTuple, dataclass
from sitegen.views.kinds.basics import Link, Picture


class NavItem(NamedTuple):
    """An entry of the site's navigation; `current` on the page that it leads to.

    `written`: an editor wrote that page; the others are made from the facts.
    """

    text: str
    href: str
    current: bool
    written: bool


class Setting(NamedTuple):
    """One of the theme's settings, with the value that the project gives it or its default."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class PublisherView:
    """Who publishes the fact sheet; `email` is a `mailto:` link."""

    name: str
    href: str | None
    email: str | None


class Alternate(NamedTuple):
    """The site's news as a feed: its media type, its name, and a short one to stand in a list."""

    type: str
    title: str
    label: str
    href: str


class Meta(NamedTuple):
    """A property of the page for link previews, such as `og:title`."""

    property: str
    content: str


class Chrome(NamedTuple):
    """The frame of every page.

    `title` is for `<title>`, `page_title` the page's own. `home` is None on a 404 page without
    links (no `base_url`): then navigation, breadcrumbs and stylesheets are empty too, and the
    template brings its own style. `scripts` are loaded deferred; nothing but search needs one.
    `policy` is the page's Content-Security-Policy. `figures` is the footer's sentence,
    `methodology` where it leads. `report` asks the reader to report a problem with this page's
    fact. Breadcrumbs end with the page's own entry, without a href. `settings` are the theme's;
    those that are choices or flags come as `classes` of the root element too, and `logo` stands
    beside the site's title, which says the same in words.

    For machines: `feeds` of new facts and corrections, `open_graph` for link previews, and
    `structured`, the content of a script element of type `application/ld+json`, finished as it is.
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
    scripts: tuple[str, ...]
    policy: str
    icon: str | None
    canonical: str | None
    noindex: bool
    publisher: PublisherView | None
    licence: str | None
    figures: str
    methodology: str | None
    report: Link | None
    settings: tuple[Setting, ...]
    classes: tuple[str, ...]
    logo: Picture | None
    feeds: tuple[Alternate, ...]
    open_graph: tuple[Meta, ...]
    structured: Markup | None
