"""What a page says to whatever previews links to it: Open Graph, which other cards read too."""

from collections.abc import Iterator

from sitegen import urls
from sitegen.edtf import Precision
from sitegen.model import CheckedFact, Settings
from sitegen.views.exports.news import changed
from sitegen.views.kinds import Meta
from sitegen.views.wording.dates import date_view

_FOLDER_OF_PEOPLE = urls.person("")[: -len(".html")]


def open_graph(
    settings: Settings,
    path: str,
    title: str,
    description: str | None,
    checked: CheckedFact | None = None,
) -> tuple[Meta, ...]:
    """The properties of the page at `path`, in order. `checked`: the fact that the page shows.

    `og:url` needs `base_url`, and `og:locale` a language with its country.
    """
    address = settings.base_url and urls.absolute(settings.base_url, path)
    known = (
        ("og:title", title),
        ("og:type", _kind(path)),
        ("og:url", address),
        ("og:site_name", settings.title),
        ("og:description", description),
        ("og:locale", _locale(settings.language)),
        *(_times(checked) if checked else ()),
    )
    return tuple(Meta(name, content) for name, content in known if content)


def _kind(path: str) -> str:
    if path == urls.HOME:
        return "website"
    return "profile" if path.startswith(_FOLDER_OF_PEOPLE) else "article"


def _locale(language: str) -> str | None:
    """`en_GB` for `en-GB`; a language alone is no locale."""
    first, *rest = language.split("-")
    country = next((part for part in rest if len(part) == 2 and part.isalpha()), None)  # noqa: PLR2004 (ISO 3166 alpha-2)
    return f"{first.lower()}_{country.upper()}" if country else None


def _times(checked: CheckedFact) -> Iterator[tuple[str, str | None]]:
    """When we published a fact and last changed it, where its editor gave the day."""
    dates = (
        ("article:published_time", checked.fact.added),
        ("article:modified_time", changed(checked) if checked.fact.corrections else None),
    )
    for name, date in dates:
        if date is not None and date.start and date.start.precision is Precision.DAY:
            yield name, date_view(date).machine if date.start.year is not None else None
