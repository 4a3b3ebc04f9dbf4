"""What a page says to whatever previews links to it: Open Graph, which other cards read too."""

from sitegen import urls
from sitegen.edtf import Edtf, Precision
from sitegen.model import CheckedFact, Settings
from sitegen.views.exports.news import changed
from sitegen.views.kinds import Meta
from sitegen.views.wording.dates import date_view

_FOLDER_OF_PEOPLE = urls.person("")[: -len(".html")]


class Preview:
    """Makes them; what all pages of a site have is made once."""

    def __init__(self, settings: Settings) -> None:
        self._base_url = settings.base_url
        self._site = _metas(("og:site_name", settings.title))
        self._locale = _metas(("og:locale", _locale(settings.language)))
        self._home = Meta("og:type", "website")
        self._person = Meta("og:type", "profile")
        self._article = Meta("og:type", "article")

    def of(
        self, path: str, title: str, description: str | None, checked: CheckedFact | None = None
    ) -> tuple[Meta, ...]:
        """The properties of the page at `path`, in order. `checked`: the fact that it shows.

        `og:url` needs `base_url`, and `og:locale` a language with its country.
        """
        address = self._base_url and urls.absolute(self._base_url, path)
        return (
            *((Meta("og:title", title),) if title else ()),
            self._kind(path),
            *((Meta("og:url", address),) if address else ()),
            *self._site,
            *((Meta("og:description", description),) if description else ()),
            *self._locale,
            *(_times(checked) if checked else ()),
        )

    def _kind(self, path: str) -> Meta:
        if path == urls.HOME:
            return self._home
        return self._person if path.startswith(_FOLDER_OF_PEOPLE) else self._article


def _metas(*known: tuple[str, str | None]) -> tuple[Meta, ...]:
    return tuple(Meta(name, content) for name, content in known if content)


def _locale(language: str) -> str | None:
    """`en_GB` for `en-GB`; a language alone is no locale."""
    first, *rest = language.split("-")
    country = next((part for part in rest if len(part) == 2 and part.isalpha()), None)  # noqa: PLR2004 (ISO 3166 alpha-2)
    return f"{first.lower()}_{country.upper()}" if country else None


def _times(checked: CheckedFact) -> tuple[Meta, ...]:
    """When we published a fact and last changed it, where its editor gave the day."""
    fact = checked.fact
    return _metas(
        ("article:published_time", _day(fact.added)),
        ("article:modified_time", _day(changed(checked)) if fact.corrections else None),
    )


def _day(date: Edtf | None) -> str | None:
    """A day with its year, as HTML writes it; None for what is vaguer."""
    if date is None or date.start is None or date.start.year is None:
        return None
    return date_view(date).machine if date.start.precision is Precision.DAY else None
