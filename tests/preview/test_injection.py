"""What goes into a page while it is previewed, wherever a browser would begin its head."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen import build
from sitegen.memory import Memory
from sitegen.preview.injection import inject, lines
from sitegen.snapshot import Snapshot
from tests.cli.conftest import write_project

SCRIPT = "/_sitegen/assets/0123456789/client.js"
TOLD = {"token": 'a"b', "build": "one", "page": "facts/<b>&.html"}
LINES = lines(SCRIPT, TOLD)

PLACES = [
    (b"<!doctype html><html><head>", b"<title>a</title></head><body></body></html>"),
    (b"<!DOCTYPE HTML>\n<HTML LANG=en>\n<HEAD class='a>b'>", b"<title>a</title>"),
    (b"<!-- a > b --><!doctype html><!-- <head> -->\n<html><!-- c --><head>", b"<title>a</title>"),
    (b"\xef\xbb\xbf<!doctype html><head>", b"<title>a</title>"),
    (b'<!doctype html><html data-a=">" lang="en">', b"<title>a</title><body>words"),
    (b"<!doctype html>", b"<title>a</title><p>words"),
    (b"<!doctype html><html>", b"<header>no head</header>"),
    (b"", b"<title>a</title>"),
    (b"", b"words alone"),
    (b"", b""),
    (b"", b"<!-- a comment without its end"),
    (b"<!doctype html>", b"<html "),
]


@pytest.mark.parametrize(("before", "after"), PLACES)
def test_our_lines_come_first_in_the_head(before: bytes, after: bytes) -> None:
    assert inject(before + after, SCRIPT, TOLD).content == before + LINES + after


class Metas(HTMLParser):
    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self.found.append(dict(attrs))


def test_what_it_tells_survives_as_an_attribute() -> None:
    (meta,) = Metas(LINES).found
    assert meta["name"] == "sitegen-preview"
    assert json.loads(meta["content"] or "") == TOLD
    assert b"<b>" not in LINES


POLICIES = [
    b"""<meta http-equiv="Content-Security-Policy" content="script-src 'none'">\n""",
    b"<meta http-equiv=content-security-policy content=\"default-src 'self' https:\">",
    b"""<META CONTENT='a > b' HTTP-EQUIV=' Content-Security-Policy '/>""",
    b"""<meta\nhttp-equiv="Content-Security-Policy-Report-Only"\ncontent="">""",
    b"""<meta http-equiv="content&#45;security-policy" content="default-src *">""",
]


@pytest.mark.parametrize("policy", POLICIES)
def test_a_page_s_own_policy_gives_way(policy: bytes) -> None:
    page = b"<!doctype html><html><head><title>a</title>" + policy + b"</head><body></body></html>"
    made = inject(page, SCRIPT, TOLD)
    assert made.content == page.replace(policy, b"").replace(b"<head>", b"<head>" + LINES)
    assert "https:" not in made.policy


def test_all_else_of_a_head_stays() -> None:
    head = (
        b'<meta charset="utf-8"><meta name="Content-Security-Policy" content="words">'
        b'<meta http-equiv="refresh" content="9"><metadata></metadata>'
    )
    assert head in inject(b"<head>" + head + b"</head>", SCRIPT, TOLD).content


def test_words_below_the_head_stay() -> None:
    """A browser heeds no policy there (W3C CSP 3, 3.3)."""
    body = b"<body><meta http-equiv='Content-Security-Policy' content=''></body>"
    assert body in inject(b"<head></head>" + body, SCRIPT, TOLD).content


def test_the_policy_lets_nothing_in_but_our_own_files() -> None:
    policy = inject(b"<head><script>alert(1)</script></head>", SCRIPT, TOLD).policy
    parts = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}
    assert parts["script-src"] == ["'self'"]
    assert parts["style-src"] == ["'self'"]
    assert parts["default-src"] == parts["frame-ancestors"] == parts["base-uri"] == ["'none'"]
    assert "unsafe" not in policy


def test_a_style_within_the_head_is_allowed_by_its_digest_alone() -> None:
    """The digest is that of the example in W3C CSP 3, section 6.7.2: SHA-256 of its text."""
    page = b"<head><style>p { color: red }</style></head><style>not this</style>"
    style = inject(page, SCRIPT, TOLD).policy.rpartition("style-src ")[2].split()
    assert style[0] == "'self'"
    assert len(style) == 2
    assert style[1].startswith("'sha256-")


@pytest.mark.parametrize("length", [50_000, 100_000])
@pytest.mark.parametrize("piece", [b"<!--", b"<html ", b"<meta ", b"<style>", b'<head a="', b"- -"])
def test_a_hostile_page_takes_no_longer_than_it_is_long(piece: bytes, length: int) -> None:
    page = b"<!doctype html><head>" + piece * (length // len(piece))
    assert len(inject(page, SCRIPT, TOLD).content) == len(page) + len(LINES)


def test_every_page_of_a_site_takes_it_and_the_site_never_has_it(tmp_path: Path) -> None:
    site = build.prepare(Snapshot(write_project(tmp_path)), Memory()).site
    assert site is not None
    for path in site.pages:
        page = site.file(path)
        assert isinstance(page, bytes)
        assert b"_sitegen" not in page
        made = inject(page, SCRIPT, TOLD).content
        assert b"<head>" + LINES in made
        assert b"Content-Security-Policy" not in made
        assert made.count(b"sitegen-preview") == 1
