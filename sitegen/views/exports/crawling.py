"""`sitemap.xml` and `robots.txt`: what crawlers may read and what they find."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import urlsplit

from sitegen import urls
from sitegen.frozen import NamedTuple
from sitegen.views.exports.news import changed
from sitegen.views.exports.xml_text import xml
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.dates import date_view

MOST = 50_000
"""Addresses of one sitemap (the protocol of sitemaps.org, 0.9); further ones need an index."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What cannot carry a `noindex` of its own.
_UNMARKED = ("data/", urls.SEARCH_BUNDLE, urls.FEED_ATOM, urls.FEED_JSON)
_NO_PAGES = frozenset({urls.NOT_FOUND, urls.SEARCH})


class Listed(NamedTuple):
    """A page by what crawlers are told of it."""

    path: str
    noindex: bool


def sitemaps(
    pages: Sequence[Listed], shown: Shown, most: int = MOST
) -> dict[str, Callable[[], bytes]]:
    """The sitemap, or an index and its parts; nothing where no page has an address to be found.

    By path, with what makes it.
    """
    base_url = shown.factsheet.settings.base_url
    found = [page.path for page in pages if not page.noindex and page.path not in _NO_PAGES]
    if base_url is None or not found:
        return {}
    if len(found) <= most:
        return {urls.SITEMAP: partial(_sitemap, found, shown, base_url)}
    parts = [found[start : start + most] for start in range(0, len(found), most)]
    made = {
        f"sitemap-{number}.xml": partial(_sitemap, part, shown, base_url)
        for number, part in enumerate(parts, start=1)
    }
    return {urls.SITEMAP: partial(_index, tuple(made), base_url), **made}


def _sitemap(paths: Sequence[str], shown: Shown, base_url: str) -> bytes:
    days = _days(shown)
    entries = []
    for path in paths:
        day = days.get(path)
        last = f"<lastmod>{day}</lastmod>" if day else ""
        entries.append(f"<url><loc>{xml(urls.absolute(base_url, path))}</loc>{last}</url>")
    return _document("urlset", entries)


def _index(names: Sequence[str], base_url: str) -> bytes:
    addresses = (xml(urls.absolute(base_url, name)) for name in names)
    return _document(
        "sitemapindex", [f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses]
    )


def robots(shown: Shown, *, sitemap: bool) -> bytes:
    """What crawlers may fetch (RFC 9309): all pages, also those that are not to be indexed.

    A crawler that is kept out never reads a page's `noindex`, and may list its address all the
    same. Only files that cannot say so themselves are closed where they are not to be indexed.
    """
    settings = shown.factsheet.settings
    base_url = settings.base_url
    folder = urlsplit(base_url or "/").path.rstrip("/")
    closed = _UNMARKED if settings.noindex else tuple(_texts_not_indexed(shown))
    lines = ["User-agent: *", *(f"Disallow: {folder}/{path}" for path in closed)]
    if not closed:
        lines.append("Allow: /")
    if sitemap and base_url is not None:
        lines += ["", f"Sitemap: {urls.absolute(base_url, urls.SITEMAP)}"]
    return "".join(f"{line}\n" for line in lines).encode()


def _texts_not_indexed(shown: Shown) -> Iterator[str]:
    for name, source in sorted(shown.factsheet.sources.items()):
        if source.noindex:
            yield urls.text(name)


def _days(shown: Shown) -> Mapping[str, str]:
    """By path, when a page is known to have changed; only facts have dates of their own."""
    machine: dict[str, str | None] = {}  # by the date as written: many facts have one day
    found: dict[str, str] = {}
    for name, checked in shown.facts.items():
        date = changed(checked)
        if date is None:
            continue
        if date.text not in machine:
            machine[date.text] = date_view(date).machine
        day = machine[date.text]
        if day is not None:
            found[urls.fact(name)] = day
    return found


def _document(root: str, lines: Sequence[str]) -> bytes:
    body = "\n".join(lines)
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{_NAMESPACE}">'
    return f"{head}\n{body}\n</{root}>\n".encode()
