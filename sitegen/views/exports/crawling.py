"""`sitemap.xml` and `robots.txt`: what crawlers may read and what they find."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from sitegen import urls
from sitegen.views.exports.news import changed
from sitegen.views.exports.xml_text import xml
from sitegen.views.kinds import PageView
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.dates import date_view

MOST = 50_000
"""Addresses of one sitemap (the protocol of sitemaps.org, 0.9); further ones need an index."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What cannot carry a `noindex` of its own.
_UNMARKED = ("data/", urls.SEARCH_BUNDLE, urls.FEED_ATOM, urls.FEED_JSON)
_NO_PAGES = frozenset({urls.NOT_FOUND, urls.SEARCH})


def sitemaps(
    pages: Sequence[PageView], shown: Shown, most: int = MOST
) -> Iterator[tuple[str, bytes]]:
    """The sitemap, or an index and its parts; nothing where no page has an address to be found."""
    base_url = shown.factsheet.settings.base_url
    entries = list(_entries(pages, shown))
    if base_url is None or not entries:
        return
    if len(entries) <= most:
        yield urls.SITEMAP, _document("urlset", entries)
        return
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    found = [
        f"<sitemap><loc>{xml(urls.absolute(base_url, name))}</loc></sitemap>" for name in names
    ]
    yield urls.SITEMAP, _document("sitemapindex", found)
    for name, part in zip(names, parts, strict=True):
        yield name, _document("urlset", part)


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


def _entries(pages: Sequence[PageView], shown: Shown) -> Iterator[str]:
    days = _days(shown)
    for page in pages:
        chrome = page.view.chrome
        if chrome.canonical is None or chrome.noindex or page.path in _NO_PAGES:
            continue
        day = days.get(page.path)
        last = f"<lastmod>{day}</lastmod>" if day else ""
        yield f"<url><loc>{xml(chrome.canonical)}</loc>{last}</url>"


def _days(shown: Shown) -> Mapping[str, str]:
    """By path, when a page is known to have changed; only facts have dates of their own."""
    dated = ((name, changed(checked)) for name, checked in shown.facts.items())
    days = ((name, date_view(date).machine) for name, date in dated if date is not None)
    return {urls.fact(name): day for name, day in days if day is not None}


def _document(root: str, lines: Sequence[str]) -> bytes:
    body = "\n".join(lines)
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{_NAMESPACE}">'
    return f"{head}\n{body}\n</{root}>\n".encode()
