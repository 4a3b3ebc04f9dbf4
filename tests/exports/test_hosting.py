"""What hosts of static sites read: `_headers`, `_redirects`, `CNAME`, `.nojekyll`."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import urls
from sitegen.model import Redaction, Settings
from sitegen.views import search_documents, views
from sitegen.views.exports.hosting import MOST_REDIRECTS, header_rules, redirects_file
from sitegen.views.exports.own_domain import own_domain
from sitegen.views.kinds import MovedPage
from tests import hosting
from tests.exports.making import BASE, files_of
from tests.factory import Record, cite, fact, settings, source
from tests.views.making import LOOK, shown_of

SOURCE = source("s", "One. Two.")
RENAMED: tuple[Record, ...] = (
    SOURCE,
    fact("new", cite("s", 1, "One"), formerly=("old", "older"), added="2024-03-01"),
    fact("other", cite("s", 1, "Two"), formerly=("another",)),
)
SITES = (settings(), settings(base_url=BASE), settings(base_url=BASE, noindex=True))


def rules(folder: Path, files: dict[str, bytes]) -> hosting.Rules:
    """The rules that a host reads of these files; it fails where the host would leave one out."""
    for path in urls.FOR_HOSTS & files.keys():
        (folder / path).write_bytes(files[path])
    return hosting.rules_of(folder)


# _headers


@pytest.mark.parametrize("given_", SITES)
@given(below=st.text("abc/.*-", max_size=12))
def test_no_path_gets_one_header_from_two_rules(given_: Settings, below: str) -> None:
    """Some hosts join the values of two rules with a comma, others take the last."""
    every = list(header_rules(given_, feeds=True))
    for path in (below, *(rule.path.replace("*", below) for rule in every)):
        met = [rule for rule in every if matches(rule.path, path)]
        names = [name for rule in met for name in rule.headers]
        assert met
        assert len(names) == len(set(names)), path


def matches(pattern: str, path: str) -> bool:
    return path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern


@pytest.mark.parametrize("given_", SITES)
def test_the_policy_in_the_header_forbids_nothing_that_a_page_allows(given_: Settings) -> None:
    """Both hold at once; the page's own is the narrower."""
    (all_,) = (rule.headers for rule in header_rules(given_, feeds=True) if rule.path == "*")
    header = directives(all_["Content-Security-Policy"])
    pages = views(shown_of(*RENAMED, settings=given_), LOOK, indexed=True)
    seen = {name: set[str]() for name in header}
    for page in pages:
        for name, allowed in directives(page.view.chrome.policy).items():
            assert allowed <= header[name], (page.path, name)
            seen[name] |= allowed
    assert header.pop("frame-ancestors") == {"'none'"}  # what no page can say by itself
    del seen["frame-ancestors"]
    assert seen == header  # and it allows nothing that no page needs


def directives(policy: str) -> dict[str, set[str]]:
    named = (directive.split() for directive in policy.split(";"))
    return {name: set(allowed) for name, *allowed in named}


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("index.html", "X-Content-Type-Options", "nosniff"),
        ("facts/new.html", "X-Frame-Options", "DENY"),
        ("facts/new.html", "Cross-Origin-Opener-Policy", "same-origin"),
        ("assets/style.0123456789.css", "Cache-Control", "public, max-age=31536000, immutable"),
        ("pagefind/index/en_1.pf_index", "Cache-Control", "public, max-age=31536000, immutable"),
        ("pagefind/pagefind.js", "Cache-Control", None),
        ("index.html", "Cache-Control", None),
        ("data/facts.json", "Cache-Control", None),
        ("data/facts.json", "Access-Control-Allow-Origin", "*"),
        ("data/texts/s.txt", "Access-Control-Allow-Origin", "*"),
        ("feed.json", "Access-Control-Allow-Origin", "*"),
        ("facts/new.html", "Access-Control-Allow-Origin", None),
        ("feed.xml", "Content-Type", "application/atom+xml; charset=utf-8"),
        ("feed.json", "Content-Type", "application/feed+json"),
        ("data/annotations.jsonld", "Content-Type", "application/ld+json"),
        ("data/sources.csl.json", "Content-Type", "application/vnd.citationstyles.csl+json"),
        ("data/verify.py", "Content-Type", "text/plain; charset=utf-8"),
        ("data/facts.json", "Content-Type", None),
        ("index.html", "X-Robots-Tag", None),
    ],
)
@pytest.mark.parametrize("base_url", ["https://a.example", "https://a.example/", BASE, BASE[:-1]])
def test_a_host_sends(
    path: str, name: str, value: str | None, base_url: str, tmp_path: Path
) -> None:
    sent = rules(tmp_path, files_of(*RENAMED, base_url=base_url)).of(urls.rooted(base_url, path))
    assert sent.get(name) == value


def test_nothing_is_sent_with_what_lies_beside_the_site(tmp_path: Path) -> None:
    sent = rules(tmp_path, files_of(*RENAMED))
    assert sent.of("/") == sent.of("/facts%20of/other/") == {}
    assert sent.of("/facts%20of/ours/")


def test_types_are_told_only_of_files_that_are_there() -> None:
    """A host sends them with its answer 404 too, and that is a page."""
    for base_url in (None, BASE):
        files = files_of(SOURCE, base_url=base_url)
        for rule in header_rules(settings(base_url=base_url), feeds="feed.xml" in files):
            if "Content-Type" in rule.headers:
                assert rule.path in files or rule.path == urls.VERIFY


def test_a_site_that_is_not_to_be_indexed_says_so_of_every_file(tmp_path: Path) -> None:
    files = files_of(*RENAMED, settings_=settings(noindex=True))
    assert rules(tmp_path, files).of("/data/facts.csv")["X-Robots-Tag"] == "noindex"


# _redirects


def test_former_ids_are_redirected(tmp_path: Path) -> None:
    found = rules(tmp_path, files_of(*RENAMED, base_url="https://a.example/b")).redirects
    assert found == {
        "/b/facts/another.html": ("/b/facts/other.html", 301),
        "/b/facts/old.html": ("/b/facts/new.html", 301),
        "/b/facts/older.html": ("/b/facts/new.html", 301),
    }


def test_a_site_without_former_ids_has_no_redirects() -> None:
    assert urls.REDIRECTS not in files_of(SOURCE, fact("a", cite("s", 1, "One")))


def test_a_host_is_told_of_no_more_redirects_than_it_takes(tmp_path: Path) -> None:
    moved = {f"f{number:04}": "new" for number in range(MOST_REDIRECTS + 5)}
    written = redirects_file(moved, settings())
    assert len(rules(tmp_path, {urls.REDIRECTS: written}).redirects) == MOST_REDIRECTS


# CNAME and .nojekyll


@pytest.mark.parametrize(
    ("base_url", "domain"),
    [
        ("https://facts.example.org/", "facts.example.org"),
        ("https://facts.example.org", "facts.example.org"),
        ("http://Example.ORG./", "example.org"),
        ("https://example.org:443/", "example.org"),
        ("https://bücher.example.org/", "xn--bcher-kva.example.org"),
        ("https://mygithub.io/", "mygithub.io"),
        ("https://example.org/facts/", None),
        ("https://example.org:8443/", None),
        ("https://desk.github.io/", None),
        ("https://desk.GitHub.io/", None),
        ("https://github.io/", None),
        ("https://site.netlify.app/", None),
        ("https://branch.site.pages.dev/", None),
        ("https://localhost/", None),
        ("http://site.localhost/", None),
        ("http://intranet/", None),
        ("http://192.0.2.7/", None),
        ("http://[2001:db8::1]/", None),
        ("https://a..org/", None),
        ("https://example.org:port/", None),
        (None, None),
    ],
)
def test_a_domain_of_ones_own(base_url: str | None, domain: str | None) -> None:
    assert own_domain(base_url) == domain


def test_files_for_github() -> None:
    files = files_of(SOURCE, base_url="https://facts.example.org/")
    assert files[urls.OWN_DOMAIN] == b"facts.example.org"
    assert files[urls.NO_JEKYLL] == b""
    assert urls.OWN_DOMAIN not in files_of(SOURCE, base_url=None)


# A base_url with and without its last slash


def test_a_last_slash_of_the_base_url_changes_no_file() -> None:
    assert files_of(*RENAMED, with_pages=True) == files_of(
        *RENAMED, base_url=BASE[:-1], with_pages=True
    )
    with_it, without = (
        {page.path: page.view for page in views(shown_of(*RENAMED, settings=given_), LOOK)}
        for given_ in (settings(base_url=BASE), settings(base_url=BASE[:-1]))
    )
    assert with_it == without
    assert with_it["index.html"].chrome.canonical == BASE


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        ("https://a.example", "/"),
        ("https://a.example/b", "/b/"),
        ("https://a.example/b/", "/b/"),
        ("https://a.example/of%20ours/é", "/of%20ours/%C3%A9/"),
    ],
)
def test_the_path_of_a_site_on_its_host(base_url: str, path: str) -> None:
    assert urls.rooted(base_url, urls.HOME) == path
    assert urls.rooted(base_url, "facts/a.html") == f"{path}facts/a.html"


# Pages at former ids


def test_a_former_id_has_a_page_that_leads_on_and_stands_in_no_list() -> None:
    shown = shown_of(*RENAMED, settings=settings(base_url=BASE))
    pages = {page.path: page for page in views(shown, LOOK)}
    page = pages["facts/old.html"]
    assert page.template == "moved.html"
    assert isinstance(page.view, MovedPage)
    assert page.view.refresh == "0; url=../facts/new.html"
    assert page.view.target.href == "../facts/new.html"
    chrome = page.view.chrome
    assert (chrome.canonical, chrome.noindex) == (f"{BASE}facts/new.html", True)
    assert (chrome.open_graph, chrome.structured) == ((), None)
    assert chrome.stylesheets == ("../assets/style.1.css",)
    assert b"facts/old.html" not in files_of(*RENAMED, with_pages=True)["sitemap.xml"]
    assert list(search_documents((page,))) == []
    leading = [path for path, other in pages.items() if "facts/old.html" in repr(other.view)]
    assert leading == []


def test_what_a_former_address_says_is_redacted() -> None:
    hidden = source("s", "Kim spoke.", redact=(Redaction("Kim", "[a name]", None),))
    said = fact("new", cite("s", 1, "Kim spoke"), claim="Kim spoke.", formerly=("old",))
    shown = shown_of(hidden, said)
    page = {page.path: page for page in views(shown, LOOK)}["facts/old.html"]
    assert isinstance(page.view, MovedPage)
    assert page.view.target.text == "[a name] spoke."
