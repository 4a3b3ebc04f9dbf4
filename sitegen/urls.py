"""The site's addresses: where each page lies below the site, and how one page leads to another.

Paths are those of design.md, section 5: relative to the site's root, with `/`, not yet encoded.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote, urlsplit

HOME = "index.html"
FACTS = "facts.html"
QUOTES = "quotes.html"
NUMBERS = "numbers.html"
TIMELINE = "timeline.html"
SOURCES = "sources.html"
METHODOLOGY = "methodology.html"
CORRECTIONS = "corrections.html"
SEARCH = "search.html"
NOT_FOUND = "404.html"
FACTS_JSON = "data/facts.json"
FACTS_CSV = "data/facts.csv"
SOURCES_JSON = "data/sources.json"
SOURCES_CSL = "data/sources.csl.json"
ANNOTATIONS = "data/annotations.jsonld"
VERIFY = "data/verify.py"
FEED_ATOM = "feed.xml"
FEED_JSON = "feed.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
HEADERS = "_headers"
REDIRECTS = "_redirects"
OWN_DOMAIN = "CNAME"
NO_JEKYLL = ".nojekyll"

FOR_HOSTS = frozenset({HEADERS, REDIRECTS, OWN_DOMAIN, NO_JEKYLL})
"""What hosts of static sites read, and no reader: hosts that know such a file do not serve it."""

SEARCH_BUNDLE = "pagefind/"
"""The folder of the search index; the tool that writes it derives the site's address from it."""

SEARCH_ENTRY = f"{SEARCH_BUNDLE}pagefind-entry.json"
"""What of it leads to all else; the tool gives it its name."""

SEARCH_HASHED = tuple(f"{SEARCH_BUNDLE}{kind}/" for kind in ("filter", "fragment", "index"))
"""The folders of it in which a file has another name once it has other content."""

OVERVIEWS = (FACTS, QUOTES, NUMBERS, TIMELINE, SOURCES, METHODOLOGY, CORRECTIONS, SEARCH)
"""The pages that every site has beside its home page."""

SCHEMES = frozenset({"https", "http", "mailto"})
"""What a link that leaves the site may begin with."""

_PLAIN = re.compile(r"[A-Za-z0-9/._-]*")
_SAFE = "/~!$&'()*+,;=:@-._"
_SAFE_IN_REFERENCE = f"{_SAFE}?#[]%"


def fact(fact_id: str) -> str:
    """The page of a fact."""
    return f"facts/{fact_id}.html"


def source(source_id: str) -> str:
    """The page of a source."""
    return f"sources/{source_id}.html"


def person(person_id: str) -> str:
    """The page of a person."""
    return f"people/{person_id}.html"


def topic(topic_id: str) -> str:
    """The page of a topic."""
    return f"topics/{topic_id}.html"


def page(page_id: str) -> str:
    """An explainer page; `index` is the home page."""
    return f"{page_id}.html"


def text(source_id: str) -> str:
    """The whole text of a source as a file."""
    return f"data/texts/{source_id}.txt"


def asset(path: str) -> str:
    """A file of `content/assets`, by its path below that folder."""
    return f"assets/{path}"


def line_id(number: int) -> str:
    """The id of a line on its source's page."""
    return f"L{number}"


def citation_id(fact_id: str, number: int) -> str:
    """The id of a fact's citation on the page of its source; citations count from 1."""
    return fact_id if number == 1 else f"{fact_id}--{number}"


def to_root(path: str) -> str:
    """What leads from a page to the site's root: empty, or a `../` for each folder."""
    return "../" * path.count("/")


def relative(start: str, target: str, part: str | None = None) -> str:
    """The link from the page at `start` to the page `target`, encoded; `part` is an id there.

    It works below any address and from a folder on disk, so it always names the file.
    """
    link = f"{'../' * start.count('/')}{_encoded(target)}"  # `to_root`, without a call
    return link if part is None else f"{link}{fragment(part)}"


def fragment(identifier: str) -> str:
    """The end of a link to the element of that id."""
    return f"#{_encoded(identifier)}"


def absolute(base_url: str, target: str) -> str:
    """The full address of `target`; the home page is the address of the site itself."""
    return base_url.rstrip("/") + "/" + _encoded("" if target == HOME else target)


def rooted(base_url: str, target: str) -> str:
    """The address of `target` without its host: for a page that is shown at any address of one.

    So it stays on the host that a reader asked: the published one, another name of it, or a copy
    that was put up for a look.
    """
    folder = quote(urlsplit(base_url).path.rstrip("/"), safe=f"{_SAFE}%")  # once: it may be encoded
    return f"{folder}/{_encoded('' if target == HOME else target)}"


def address(base_url: str | None, start: str, target: str, fragment: str | None = None) -> str:
    """What leads from the file at `start` to `target`: absolute where the site's address is known.

    For files that are read away from the site; without `base_url` they are read beside it.
    """
    if base_url is None:
        return relative(start, target, fragment)
    link = absolute(base_url, target)
    return link if fragment is None else f"{link}#{_encoded(fragment)}"


def is_external(reference: str) -> bool:
    """Whether a reference leaves the site: it has a scheme, or begins with two slashes."""
    return bool(_scheme(reference)) or reference.startswith(("//", "\\", "/\\"))


@lru_cache(maxsize=1024)  # every citation leads to the address of its source
def external(reference: str) -> str | None:
    """A link that leaves the site, encoded; None when it may not: a scheme that is not listed.

    Neither does an address with a password in it, nor one without a host, pass.
    """
    scheme = _scheme(reference)
    if scheme not in SCHEMES:
        return None
    try:
        parts = urlsplit(reference)
        host, login = parts.hostname, parts.username or parts.password
    except ValueError:
        return None
    if scheme != "mailto" and (not host or login is not None):
        return None
    return quote(reference, safe=_SAFE_IN_REFERENCE)


@lru_cache(maxsize=4096)  # a page names its own path, its sources and people several times
def _encoded(path: str) -> str:
    """A path with what addresses may not hold percent-encoded; most paths hold no such thing."""
    return path if _PLAIN.fullmatch(path) else quote(path, safe=_SAFE)


def _scheme(reference: str) -> str:
    # The scheme as a browser reads it: control characters and spaces around and inside are ignored.
    begin, colon, _ = reference.partition(":")
    scheme = "".join(character for character in begin if character > " ")
    if not colon or not scheme or any(mark in scheme for mark in "/?#"):
        return ""
    return scheme.lower()


def text_fragment(reference: str, stretches: Sequence[tuple[str, str | None]]) -> str | None:
    """An address outside that leads to words of its page; None where no link may lead there.

    Each stretch is its text, or its first and last words. Source: Scroll to Text Fragment (WICG),
    section 3.3. A browser that doesn't know it opens the page at its top.
    """
    link = external(reference)
    if link is None or not stretches:
        return link
    directives = "&".join(
        "text=" + ",".join(_in_directive(part) for part in (start, end) if part)
        for start, end in stretches
    )
    return f"{link}{'' if '#' in link else '#'}:~:{directives}"


def _in_directive(words: str) -> str:
    """Words as a text directive has them: its own separators are encoded as well."""
    return quote(words, safe="").replace("-", "%2D")
