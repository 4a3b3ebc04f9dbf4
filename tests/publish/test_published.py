"""The demonstration, published in each of the three ways and read as a reader would.

From a real web server, below a path, in a browser.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from sitegen.cli import main
from tests.browser.making import DESK, PHONE, every, kinds, window
from tests.conftest import require_tool
from tests.documents import ROOT
from tests.hosting import Answer, fetch, hosted
from tests.publish.making import standing
from tests.publish.nginx import nginx
from tests.publish.servers import sshd

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".csv": "text/csv",
    ".txt": "text/plain; charset=utf-8",
    ".py": "text/plain; charset=utf-8",
}
OTHER_TYPES = {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}
FACT = "  west-2020-votes:\n"
KEY = "PUBLISHED_TEST_KEY"


class Published(NamedTuple):
    """Where the site was built, and where it was published: in a folder, on a branch, by rsync."""

    built: Path
    folder: Path
    branch: Path
    server: Path


class Links(HTMLParser):
    """Where a page leads, and what on it can be led to."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(answer.body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.links.append(value)
            if name == "id" and value:
                self.ids.add(value)


def run(*words: str | Path, cwd: Path) -> None:
    author = {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org"}
    committer = {name.replace("AUTHOR", "COMMITTER"): value for name, value in author.items()}
    alone = {**os.environ, **author, **committer, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(words, cwd=cwd, check=True, env=alone)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The fact sheet of this checkout, of which one fact had another id, published three times."""
    room = tmp_path_factory.mktemp("published")
    project, git = room / "project", require_tool("git")
    require_tool("rsync")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, project / name)
    for file in (project / "content/facts").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(FACT, f"{FACT}    formerly: [votes]\n"), encoding="utf-8")
    run(git, "init", "--quiet", "--bare", room / "remote.git", cwd=room)
    run(git, "init", "--quiet", "--initial-branch=main", cwd=project)
    run(git, "remote", "add", "origin", "../remote.git", cwd=project)
    for folder in ("www", "far", "sshd"):
        (room / folder).mkdir()
    with sshd(require_tool("sshd"), room / "sshd") as server, pytest.MonkeyPatch.context() as env:
        env.setenv(KEY, server.user_key)
        with (project / "content/site.yaml").open("a", encoding="utf-8") as settings:
            settings.write(
                "base_url: https://example.org/lamp/\npublish:\n"
                "  folder: {folder: ../www/lamp}\n  branch: {branch: gh-pages}\n"
                f"  server:\n    rsync: {server.user}@127.0.0.1:{room / 'far/lamp'}\n"
                f"    port: {server.port}\n    key_env: {KEY}\n    host_key: {server.host_key}\n"
            )
        for target in ("folder", "branch", "server"):
            assert main(["-C", str(project), "publish", "--quiet", target]) == 0
    clone = room / "clone"
    run(git, "clone", "--quiet", "--branch=gh-pages", room / "remote.git", clone, cwd=room)
    return Published(project / "site", room / "www/lamp", clone, room / "far/lamp")


@pytest.fixture(scope="module")
def address(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The published site, as the manual's nginx serves it."""
    room = tmp_path_factory.mktemp("nginx")
    with nginx(require_tool("nginx"), published.folder.parent, room) as server:
        yield f"{server}/lamp"


def test_each_way_brings_the_same_files(published: Published) -> None:
    built = standing(published.built)
    assert len(built) > 150
    assert standing(published.folder) == built
    assert standing(published.branch) == built
    assert standing(published.server) == built


def test_no_link_is_broken_and_every_file_has_its_type(address: str) -> None:
    answers: dict[str, Answer] = {}
    waiting = [(f"{address}/", "")]
    wanted: list[tuple[str, str, str]] = []
    while waiting:
        url, source = waiting.pop()
        if url in answers:
            continue
        answers[url] = answer = fetch(url)
        assert answer.status == 200, (url, source)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for link in Links(answer).links:
            target, part = urldefrag(urljoin(url, link))
            target = target.replace("https://example.org/lamp", address)
            if target.startswith(address):
                waiting.append((target, url))
                wanted.append((target, unquote(part), url))
    ids = {url: Links(a).ids for url, a in answers.items() if b"<html" in a.body[:200]}
    lost = [entry for entry in wanted if entry[1] and entry[1] not in ids[entry[0]]]
    assert lost == []
    assert len(ids) > 90
    for url, answer in answers.items():
        path = url.removeprefix(f"{address}/") or "index.html"
        expected = OTHER_TYPES.get(path) or TYPES.get(Path(path).suffix)
        if expected:
            assert answer.headers["content-type"] == expected, url


def test_assets_are_kept_for_ever_and_pages_say_what_they_may_not(address: str) -> None:
    home = fetch(f"{address}/index.html")
    style = next(link for link in Links(home).links if link.startswith("assets/"))
    assert "immutable" in fetch(f"{address}/{style}").headers["cache-control"]
    assert "cache-control" not in home.headers
    assert home.headers["x-content-type-options"] == "nosniff"
    assert home.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", [".sitegen-manifest.json", ".nojekyll", "_headers", "_redirects"])
def test_files_for_hosts_are_not_served(address: str, path: str) -> None:
    assert fetch(f"{address}/{path}").status == 404


@pytest.mark.browser
@pytest.mark.parametrize("size", [PHONE, DESK])
def test_pages_open_without_a_complaint(
    address: str, published: Published, browser: "Browser", size: tuple[int, int]
) -> None:
    with window(browser, size) as page:
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("requestfailed", lambda request: told.append(request.url))
        for path in {*kinds(published.folder)} - {"404.html"}:
            answer = page.goto(f"{address}/{path}", wait_until="networkidle")
            assert answer is not None
            assert answer.status == 200
        assert told == []


@pytest.mark.browser
def test_an_address_that_leads_nowhere_has_a_page_that_works_two_folders_deep(
    address: str, browser: "Browser"
) -> None:
    with window(browser) as page:
        answer = page.goto(f"{address}/facts/not/there.html", wait_until="networkidle")
        assert answer is not None
        assert answer.status == 404
        page.get_by_role("main").get_by_role("link").first.click()
        page.wait_for_load_state()
        assert page.url.startswith(address)
        assert page.locator("h1").count() == 1


@pytest.mark.browser
def test_the_old_address_of_a_fact_leads_to_the_new_one(address: str, browser: "Browser") -> None:
    with window(browser, scripts=False) as page:
        page.goto(f"{address}/facts/votes.html")
        page.wait_for_url(f"{address}/facts/west-2020-votes.html")


def test_a_host_that_reads_the_rules_of_the_branch_follows_them(published: Published) -> None:
    with hosted(published.branch, "/lamp/") as host:
        home = fetch(f"{host}/lamp/index.html")
        assert "frame-ancestors 'none'" in home.headers["content-security-policy"]
        assert fetch(f"{host}/lamp/facts/not/there").status == 404
    assert len(every(published.branch)) > 90
