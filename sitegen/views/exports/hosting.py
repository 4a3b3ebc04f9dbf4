"""`_headers` and `_redirects`: what a host of static sites is asked to send with each file.

Both files have the form that Netlify and Cloudflare Pages share; GitLab Pages reads the second.
Their paths begin at the root of a host, so they name the site's own path, and each begins with a
line that says so. Sources: the hosts' documentation ("Custom headers" and "Redirects" at Netlify,
"Headers" and "Redirects" of Cloudflare Pages).

A rule with a path's own name may meet a rule for its folder. Then some hosts join the values of a
header that both name, with a comma, and others take the last. A joined Cache-Control contradicts
itself, and joined policies forbid what either forbids. So no path gets one header from two rules;
a test holds that.
"""

from collections.abc import Iterator, Mapping

from sitegen import urls
from sitegen.frozen import NamedTuple
from sitegen.model import Settings
from sitegen.views.policy import widest
from sitegen.views.redaction.redact import Shown

MOST_REDIRECTS = 2_000
"""Redirects of one file (Cloudflare Pages). Further former ids have their page, which leads on."""

_FOR_EVER = "public, max-age=31536000, immutable"
_FEATURES = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
_OPEN = {"Access-Control-Allow-Origin": "*"}
_TEXT = "text/plain; charset=utf-8"


class Rule(NamedTuple):
    """The headers of all files at a path below the site; one that ends in `*` begins others."""

    path: str
    headers: Mapping[str, str]


def header_rules(settings: Settings, *, feeds: bool) -> Iterator[Rule]:
    """What is sent with which files; `feeds`: the site has them.

    A host sends the headers of a path also where it answers 404, with a page of ours: so a type is
    told only of files that are there. How long pages may be kept is not told, as `/*` would meet
    what is told of assets: the hosts' own rule is to ask each time.
    """
    yield Rule("*", _of_all(settings))
    for folder in ("assets/", *urls.SEARCH_HASHED):
        yield Rule(f"{folder}*", {"Cache-Control": _FOR_EVER})
    yield Rule("data/*", _OPEN)  # open for programs that run on other sites
    yield Rule(urls.SOURCES_CSL, {"Content-Type": "application/vnd.citationstyles.csl+json"})
    yield Rule(urls.ANNOTATIONS, {"Content-Type": "application/ld+json"})
    yield Rule(urls.VERIFY, {"Content-Type": _TEXT})  # a reader sees it before running it
    if feeds:
        yield Rule(urls.FEED_ATOM, {**_OPEN, "Content-Type": "application/atom+xml; charset=utf-8"})
        yield Rule(urls.FEED_JSON, {**_OPEN, "Content-Type": "application/feed+json"})


def _of_all(settings: Settings) -> dict[str, str]:
    """What goes with every file.

    Each page says in its head what it may load, and only the search may run WebAssembly. A header
    for all must forbid none of that: it is the widest of these policies, the page's own narrows it,
    and both hold. It also stands for what has no head, such as a picture in SVG opened by itself,
    and says what no head can: who may frame a page (CSP 3, section 6.4.2).
    """
    policy = widest(has_address=settings.base_url is not None)
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        **({"X-Robots-Tag": "noindex"} if settings.noindex else {}),
    }


def headers_file(settings: Settings, *, feeds: bool) -> bytes:
    """`_headers`. Cloudflare Pages reads 100 rules, and 2,000 characters of a line."""
    base_url = settings.base_url or ""
    lines = [f"# Headers for hosts that read this file. The site's path there: {_root(base_url)}"]
    for path, headers in header_rules(settings, feeds=feeds):
        lines += ["", urls.rooted(base_url, path)]
        lines += [f"  {name}: {value}" for name, value in headers.items()]
    return _lines(lines)


def redirects_file(moved: Mapping[str, str], settings: Settings) -> bytes:
    """`_redirects`; `moved` has for each former id the present one.

    There is a page at each former address too. Cloudflare redirects all the same; where a host
    prefers the page, that leads on by itself. A rule that is forced (`301!`) only Netlify knows.
    """
    base_url = settings.base_url or ""
    lines = [f"# Former addresses and present ones. The site's path: {_root(base_url)}"]
    for former, present in sorted(moved.items())[:MOST_REDIRECTS]:
        old, new = (urls.rooted(base_url, urls.fact(name)) for name in (former, present))
        lines.append(f"{old} {new} 301")
    return _lines(lines)


def moved_facts(shown: Shown) -> dict[str, str]:
    """For each former id of a fact its present one."""
    facts = shown.factsheet.facts.values()
    return {former: fact.id for fact in facts if fact.formerly for former in fact.formerly}


def _root(base_url: str) -> str:
    return urls.rooted(base_url, urls.HOME)


def _lines(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
