"""A site on a host that reads `_headers` and `_redirects`, and on one that does not."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.cli import main
from tests.browser.making import DESK, PHONE, every, kinds, window
from tests.browser.test_standards import HTML_RULES, violations
from tests.conftest import require_tool
from tests.documents import ROOT
from tests.hosting import Manner, fetch, hosted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

FACT = "  west-2020-votes:\n"
OLD, NEW = "facts/kanye-votes.html", "facts/west-2020-votes.html"


def renamed(project: Path, *options: str) -> Path:
    """The site of the fact sheet in this checkout, of which one fact had two other ids."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, project / name)
    for file in (project / "content" / "facts").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        named = text.replace(FACT, f"{FACT}    formerly: [kanye-votes, votes]\n")
        file.write_text(named, encoding="utf-8")
    assert main(["-C", str(project), "build", "--quiet", *options]) == 0
    return project / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site at the root of a domain."""
    room = tmp_path_factory.mktemp("root")
    return renamed(room / "project", "--base-url", "https://facts.example.org/")


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site below a path, in another theme."""
    room = tmp_path_factory.mktemp("below")
    return renamed(
        room / "project", "--base-url", "https://example.org/of/ours", "--theme", "dossier"
    )


def listen(page: "Page") -> list[str]:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    return told


@pytest.mark.parametrize("manner", Manner)
def test_every_kind_of_page_opens_with_its_headers_and_nothing_to_complain_of(
    manner: Manner, site: Path, browser: "Browser"
) -> None:
    with hosted(site, manner=manner) as host, window(browser, DESK) as page:
        told = listen(page)
        for path in {*kinds(site)} - {"404.html"}:
            answer = page.goto(f"{host}/{path}", wait_until="networkidle")
            assert answer is not None
            assert answer.status == 200, path
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
            assert page.evaluate("document.styleSheets.length"), path
        assert told == []


@pytest.mark.parametrize("manner", Manner)
def test_the_search_runs_under_both_policies(
    manner: Manner, below: Path, browser: "Browser"
) -> None:
    with hosted(below, "/of/ours/", manner) as host, window(browser, DESK) as page:
        told = listen(page)
        page.goto(f"{host}/of/ours/search.html")
        page.get_by_role("searchbox").fill("votes")
        page.locator("a[href*='facts/west-2020-votes']:visible").first.wait_for(timeout=5000)
        assert told == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("manner", Manner)
def test_a_former_address_leads_on(
    manner: Manner, scripts: bool, site: Path, below: Path, browser: "Browser"
) -> None:
    for folder, prefix in ((site, "/"), (below, "/of/ours/"), (below, "/elsewhere/")):
        with hosted(folder, prefix, manner) as host, window(browser, scripts=scripts) as page:
            told = listen(page)
            page.goto(f"{host}{prefix}{OLD}")
            new = NEW if manner is Manner.NETLIFY else NEW.removesuffix(".html")
            page.wait_for_url(f"{host}{prefix}{new}", timeout=5000)
            assert not page.title().startswith("This page has a new address")
            assert told == []


def test_a_host_that_redirects_first_does_so(below: Path) -> None:
    with hosted(below, "/of/ours/", Manner.CLOUDFLARE) as host:
        answer = fetch(f"{host}/of/ours/{OLD}")
        assert (answer.status, answer.headers["location"]) == (301, f"/of/ours/{NEW}")
    with hosted(below, "/of/ours/", Manner.NETLIFY) as host:
        assert fetch(f"{host}/of/ours/{OLD}").status == 200


def test_a_former_address_leads_on_from_a_disk(site: Path, browser: "Browser") -> None:
    with window(browser, PHONE) as page:
        page.goto((site / OLD).as_uri())
        page.wait_for_url((site / NEW).as_uri(), timeout=5000)


@contextmanager
def held(site: Path) -> Iterator[str]:
    """The page at a former address as it is where somebody forbids pages to lead on: its path."""
    text = (site / OLD).read_text(encoding="utf-8")
    refresh = re.compile(r'<meta http-equiv="refresh"[^>]*>\n')
    assert refresh.search(text)
    path = "facts/Held.html"
    (site / path).write_text(refresh.sub("", text), encoding="utf-8")
    try:
        yield path
    finally:
        (site / path).unlink()


def test_the_page_itself_can_be_read_and_has_a_link(site: Path, browser: "Browser") -> None:
    with held(site) as path, window(browser, PHONE) as page:
        page.goto((site / path).as_uri())
        assert page.title().startswith("This page has a new address")
        link = page.get_by_role("main").get_by_role("link")
        assert link.count() == 1
        link.click()
        page.wait_for_url((site / NEW).as_uri(), timeout=5000)


@pytest.mark.parametrize("theme", ["site", "below"])
def test_axe_finds_no_violation_on_it(
    theme: str, request: pytest.FixtureRequest, browser: "Browser"
) -> None:
    folder: Path = request.getfixturevalue(theme)
    with held(folder) as path:
        assert violations(browser, folder, [path]) == {}


def test_html_validate_finds_no_error_in_it(site: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(HTML_RULES), encoding="utf-8")
    command = [require_tool("html-validate"), "--config", str(rules), str(site / OLD)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_have_their_types_and_are_kept_as_long_as_they_are_the_same(below: Path) -> None:
    with hosted(below, "/of/ours/") as host:

        def sent(path: str, name: str) -> str:
            answer = fetch(f"{host}/of/ours/{path}")
            assert answer.status == 200, path
            return answer.headers.get(name, "")

        for file in below.joinpath("assets").iterdir():
            assert "immutable" in sent(f"assets/{file.name}", "cache-control")
        for path in ("pagefind/pagefind.js", "pagefind/pagefind-entry.json", *every(below)):
            assert "immutable" not in sent(path, "cache-control")
        assert sent("data/annotations.jsonld", "content-type") == "application/ld+json"
        assert sent("data/verify.py", "content-type") == "text/plain; charset=utf-8"
        assert sent("data/facts.json", "access-control-allow-origin") == "*"
        assert fetch(f"{host}/of/ours/_headers").status == 404


def test_another_site_may_read_the_files_and_not_frame_the_pages(
    site: Path, tmp_path: Path, browser: "Browser"
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Another</title><p>Hello")
    with hosted(site) as host, hosted(tmp_path) as other, window(browser, DESK) as page:
        page.goto(other)
        number = page.evaluate(
            "url => fetch(url).then(a => a.json()).then(a => a.facts.length)",
            f"{host}/data/facts.json",
        )
        assert number == len(list((site / "facts").glob("*.html"))) - 2  # two former ids
        # Chromium may complain of the other site's missing icon first.
        with page.expect_console_message(
            lambda message: "frame-ancestors" in message.text, timeout=5000
        ):
            page.evaluate(
                "url => document.body.append("
                "Object.assign(document.createElement('iframe'), {src: url}))",
                f"{host}/{NEW}",
            )
