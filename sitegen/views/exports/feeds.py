"""`feed.xml` (Atom 1.0, RFC 4287) and `feed.json` (JSON Feed 1.1): new facts and corrections."""

import json
from collections.abc import Iterator, Sequence

from sitegen import urls
from sitegen.model import Settings
from sitegen.views.exports.json_text import without_absent
from sitegen.views.exports.news import Entry, has_news
from sitegen.views.exports.xml_text import allowed, xml
from sitegen.views.redaction.redact import Shown

ATOM_TYPE = "application/atom+xml"
JSON_TYPE = "application/feed+json"
_VERSION = "https://jsonfeed.org/version/1.1"


def feed_links(shown: Shown) -> tuple[tuple[str, str, str, str], ...]:
    """For each feed that the site has: its media type, its name, a short name, and its path."""
    if not has_news(shown):
        return ()
    name = f"{shown.factsheet.settings.title}: new facts and corrections"
    return (
        (ATOM_TYPE, f"{name} (Atom)", "Atom", urls.FEED_ATOM),
        (JSON_TYPE, f"{name} (JSON Feed)", "JSON Feed", urls.FEED_JSON),
    )


def atom_feed(entries: Sequence[Entry], settings: Settings, base_url: str) -> bytes:
    """The Atom feed of at least one entry."""
    return "".join(f"{line}\n" for line in _atom(entries, settings, base_url)).encode()


def json_feed(entries: Sequence[Entry], settings: Settings, base_url: str) -> bytes:
    """The same as a JSON Feed."""
    feed = without_absent(
        {
            "version": _VERSION,
            "title": settings.title,
            "home_page_url": urls.absolute(base_url, urls.HOME),
            "feed_url": urls.absolute(base_url, urls.FEED_JSON),
            "description": settings.description,
            "language": settings.language,
            "authors": [_json_author(settings)],
            "items": [_json_entry(entry) for entry in entries],
        }
    )
    return f"{json.dumps(feed, ensure_ascii=False, indent=1)}\n".encode()


def _json_author(settings: Settings) -> dict[str, str]:
    publisher = settings.publisher
    if publisher is None:
        return {"name": settings.title}
    url = publisher.url and urls.external(publisher.url)
    return {"name": publisher.name, **({"url": url} if url else {})}


def _json_entry(entry: Entry) -> dict[str, object]:
    return without_absent(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": allowed(entry.html),
            "date_published": entry.published,
            "date_modified": entry.updated,
            "tags": list(entry.topics),
        }
    )


def _atom(entries: Sequence[Entry], settings: Settings, base_url: str) -> Iterator[str]:
    """The feed line by line; its id is its own address."""
    home = xml(urls.absolute(base_url, urls.HOME))
    itself = xml(urls.absolute(base_url, urls.FEED_ATOM))
    yield '<?xml version="1.0" encoding="utf-8"?>'
    language = xml(settings.language)
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">'
    yield f"<id>{itself}</id>"
    yield f"<title>{xml(settings.title)}</title>"
    if settings.description is not None:
        yield f"<subtitle>{xml(settings.description)}</subtitle>"
    yield f"<updated>{entries[0].updated}</updated>"
    yield f'<link rel="self" type="{ATOM_TYPE}" href="{itself}"/>'
    yield f'<link rel="alternate" type="text/html" href="{home}"/>'
    yield from _author(settings)
    if settings.licence is not None:
        yield f"<rights>{xml(settings.licence)}</rights>"
    for entry in entries:
        yield from _entry(entry)
    yield "</feed>"


def _author(settings: Settings) -> Iterator[str]:
    author = _json_author(settings)
    yield "<author>"
    yield f"<name>{xml(author['name'])}</name>"
    if "url" in author:
        yield f"<uri>{xml(author['url'])}</uri>"
    yield "</author>"


def _entry(entry: Entry) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{xml(entry.id)}</id>"
    yield f"<title>{xml(entry.title)}</title>"
    yield f"<published>{entry.published}</published>"
    yield f"<updated>{entry.updated}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{xml(entry.url)}"/>'
    for topic in entry.topics:
        yield f'<category term="{xml(topic)}"/>'
    yield f'<content type="html">{xml(entry.html)}</content>'
    yield "</entry>"
