"""What a page has in the preview that it never has in the site: our script, and what it needs.

A page is read here only as far as its head. Any text is taken for a page; one without a head gets
our lines where a browser would begin one.
"""

import base64
import hashlib
import html
import json
import re
from html.parser import HTMLParser

from sitegen.frozen import NamedTuple

# Each alternative begins with another character, so that nothing is read twice. A tag's attributes
# may hold ">" in quotation marks; a "<" outside them begins another tag.
_ATTRIBUTES = rb"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*"
_BEFORE_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--(?:[^-]|-(?!->))*-->|<!doctype[^>]*>"
    rb"|<html(?![a-z0-9-])" + _ATTRIBUTES + rb">)*",
    re.IGNORECASE,
)
_HEAD = re.compile(rb"<head(?![a-z0-9-])" + _ATTRIBUTES + rb">", re.IGNORECASE)
_END_OF_HEAD = re.compile(rb"</head\s*>|<body(?![a-z0-9-])", re.IGNORECASE)
# It matches a tag without an end too, and goes on behind it, instead of trying all that it holds.
_META = re.compile(rb"<meta(?![a-z0-9-])" + _ATTRIBUTES + rb"(?:>\n?)?", re.IGNORECASE)
_STYLE = re.compile(rb"<style(?![a-z0-9-])" + _ATTRIBUTES + rb">([^<]*)</style", re.IGNORECASE)
_BASE_POLICY = (
    "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; style-src 'self'"
)


class Injected(NamedTuple):
    """A page as the preview serves it, and its Content-Security-Policy."""

    content: bytes
    policy: str


def inject(page: bytes, script: str, told: dict[str, str]) -> Injected:
    """A page with our script, by its path, and with what `told` says to it.

    Its own policy, which would keep our script out or let others in, gives way to ours. Styles
    that it brings within itself stay, each allowed by its digest: so the page for missing addresses
    looks as it will, and no other inline style works.
    """
    found = _BEFORE_HEAD.match(page)
    at = found.end() if found else 0
    head = _HEAD.match(page, at)
    at = head.end() if head else at
    ending = _END_OF_HEAD.search(page, at)
    end = ending.start() if ending else len(page)
    kept = _META.sub(_without_policy, page[at:end])
    styles = " ".join(map(_digest, _STYLE.findall(kept)))
    policy = f"{_BASE_POLICY} {styles}".rstrip()
    return Injected(page[:at] + lines(script, told) + kept + page[end:], policy)


def lines(script: str, told: dict[str, str]) -> bytes:
    """What goes into the head."""
    content = html.escape(json.dumps(told))
    return (
        f'\n<meta name="sitegen-preview" content="{content}">'
        f'\n<script type="module" src="{script}"></script>'
    ).encode()


def _without_policy(meta: re.Match[bytes]) -> bytes:
    reader = _Attributes()
    reader.feed(meta[0].decode("utf-8", "replace"))
    named = (reader.found.get("http-equiv") or "").strip().lower()
    return b"" if named.startswith("content-security-policy") else meta[0]


class _Attributes(HTMLParser):
    """The attributes of one tag. Of two of one name a browser takes the first."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = dict(reversed(attrs))


def _digest(style: bytes) -> str:
    """The source expression of an inline style (W3C CSP 3, 2.3.1)."""
    text = style.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # as a parser reads it
    return f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"
