"""What the preview answers for each path: what the site names, as it was last good, or 404."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitegen import build, urls
from sitegen.diagnostics import Span, error
from sitegen.memory import Memory
from sitegen.preview.served import TYPES, Served
from sitegen.preview.state import State
from sitegen.snapshot import Snapshot
from tests.cli.conftest import write_project
from tests.incremental.project import PROJECT, write
from tests.preview.serving import FILES, HOME, OWN, TOKEN, Running, running, state_of

BROKEN = (error("template-error", "no", Span("themes/x/page.html", 1, 1, 1, 2)),)
OURS = f'<script type="module" src="{OWN.script}"></script>'.encode()


@pytest.fixture
def server() -> Iterator[Running]:
    with running() as started:
        yield started


def served() -> tuple[Served, list[str]]:
    failed: list[str] = []
    return Served(TOKEN, OWN.script, lambda path, _: failed.append(path)), failed


# only what the manifest names

NOT_NAMED = [
    "/.env",
    "/.git/config",
    "/content/site.yaml",
    "/secret.txt",
    "/etc/passwd",
    "/facts",
    "/facts/",
    "/facts/lamp",
    "/Facts/lamp.html",
    "/index.html/",
    "/assets/",
    "/assets/100%25%20wool,%20ete.0123456789.png",
    "/data/verify.py%20",
    "/pagefind/pagefind.js",
    "/favicon.ico",
    "/index.html;jsessionid=1",
    "/index.html%23",
    "/~",
    "/nul",
]


@pytest.mark.parametrize("path", NOT_NAMED)
def test_what_the_site_does_not_name_is_not_there(path: str) -> None:
    with running() as server:
        reply = server.get(path)
        assert reply.status == 404
        assert b"<title>Nothing here</title>" in reply.body
        assert OURS in reply.body, "it appears once it is there"


@pytest.mark.parametrize("query", ["", "?", "?a=b", "?../../secret.txt", "?a=%00"])
def test_a_path_is_served_whatever_its_query(query: str) -> None:
    with running() as server:
        assert server.get(f"/facts/lamp.html{query}").status == 200


def test_a_file_is_found_by_its_name_as_browsers_write_it() -> None:
    with running() as server:
        reply = server.get("/assets/100%25%20wool,%20%C3%A9t%C3%A9.0123456789.png")
        assert (reply.status, reply.body) == (200, b"\x89PNG")


def test_a_link_on_the_disk_is_nothing_to_the_server(tmp_path: Path) -> None:
    """A site is made from what the snapshot read, and it follows no link out of the project."""
    project = write_project(tmp_path / "project")
    (tmp_path / "secret.txt").write_text("the secret")
    (project / "content" / "assets").mkdir()
    (project / "content" / "assets" / "inside.txt").write_text("to see")
    made = build.prepare(Snapshot(project), Memory()).site
    assert made is not None
    (project / "content" / "assets" / "inside.txt").unlink()
    (project / "content" / "assets" / "inside.txt").symlink_to(tmp_path / "secret.txt")
    answers, _ = served()
    answers.publish(State("one", made))
    (name,) = (path for path in made.paths if "inside" in path)
    assert answers.answer(f"/{name}").body == b"to see"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("project"))


def test_every_file_of_a_site_has_a_type(project: Path) -> None:
    site = build.prepare(Snapshot(project), Memory()).site
    assert site is not None
    answers, _ = served()
    answers.publish(State("one", site))
    for path in site.paths - urls.FOR_HOSTS:
        answer = answers.answer(f"/{path}")
        assert answer.status == 200
        assert answer.headers["content-type"] != "application/octet-stream", path
        if not path.endswith(".html"):
            assert answer.body == site.file(path), "to the byte"


TYPES_OF = [
    ("index.html", "text/html; charset=utf-8"),
    ("assets/style.css", "text/css; charset=utf-8"),
    ("assets/citations.js", "text/javascript; charset=utf-8"),
    ("assets/letter.woff2", "font/woff2"),
    ("data/facts.json", "application/json"),
    ("data/verify.py", "text/plain; charset=utf-8"),
    ("assets/PICTURE.JPG", "image/jpeg"),
    ("assets/thing", "application/octet-stream"),
    ("assets/page.php", "application/octet-stream"),
]


@pytest.mark.parametrize(("name", "kind"), TYPES_OF)
def test_a_file_has_the_type_of_its_name(name: str, kind: str) -> None:
    with running({name: b"<script>alert(1)</script>"}) as server:
        reply = server.get(f"/{name}")
        assert reply.headers["content-type"] == kind
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert ("content-disposition" in reply.headers) == (kind == "application/octet-stream")


def test_no_type_lets_a_browser_run_what_an_editor_put_among_the_assets() -> None:
    runs = ("text/html", "text/xml", "application/xhtml", "application/x-shockwave-flash")
    assert [kind for kind in TYPES.values() if kind.startswith(runs)] == [TYPES[".html"]]


# heads

WANTED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}
PATHS = ["/", *(f"/{path}" for path in sorted(FILES) if "%" not in path), "/nothing"]
PATHS += ["/_sitegen/report", "/_sitegen/page?path=index.html", OWN.script]
PATHS += ["/_sitegen/annotate/coverage?source=gazette", f"{OWN.folder}nothing.js"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_closed_to_other_sites(path: str) -> None:
    with running() as server:
        reply = server.get(path)
    assert {name: reply.headers.get(name) for name in WANTED} == WANTED
    policy = directives(reply.headers["content-security-policy"])
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert "server" not in reply.headers
    assert "set-cookie" not in reply.headers
    assert "location" not in reply.headers
    assert not [name for name in reply.headers if name.startswith("access-control")]


def directives(policy: str) -> dict[str, str]:
    pairs = (part.strip().partition(" ") for part in policy.split(";"))
    return {name: values for name, _, values in pairs}


@pytest.mark.parametrize("path", PATHS)
def test_who_asks_for_the_head_gets_the_head(path: str) -> None:
    with running() as server:
        whole, head = server.get(path), server.get(path, method="HEAD")
    assert head.body == b""
    assert head.status == whole.status
    assert head.headers | {"date": ""} == whole.headers | {"date": ""}
    assert head.headers["content-length"] == str(len(whole.body))


def test_only_what_its_name_pins_is_kept_by_browsers() -> None:
    with running() as server:
        kept = {path: server.get(path).headers["cache-control"] for path in PATHS}
    assert {path for path, control in kept.items() if control != "no-store"} == {
        "/assets/style.0123456789.css",
        OWN.script,
    }


def test_an_asset_that_is_opened_by_itself_may_do_nothing() -> None:
    with running({"assets/a.svg": b"<svg><script/></svg>"}) as server:
        policy = directives(server.get("/assets/a.svg").headers["content-security-policy"])
    assert "sandbox" in policy
    assert "script-src" not in policy


# states


def test_before_the_first_run_ends_a_page_waits_for_it() -> None:
    answers, _ = served()
    answer = answers.answer("/facts/lamp.html")
    assert answer.status == 503
    assert OURS in answer.body
    assert b"The first build is running" in answer.body


def test_without_any_good_site_a_page_says_so_and_waits() -> None:
    answers, _ = served()
    answers.publish(state_of("one", None, broken=True))
    answer = answers.answer("/facts/lamp.html")
    assert answer.status == 503
    assert OURS in answer.body
    assert b"There is no site yet" in answer.body


def test_what_is_no_longer_in_the_site_is_gone_at_once() -> None:
    answers, _ = served()
    answers.publish(state_of("one", FILES))
    assert answers.answer("/facts/lamp.html").status == 200
    answers.publish(state_of("two", {"index.html": HOME}))
    assert answers.answer("/facts/lamp.html").status == 404
    assert answers.answer("/").status == 200


def test_a_page_that_cannot_be_made_is_served_as_it_last_was() -> None:
    answers, failed = served()
    answers.publish(state_of("one", {"index.html": HOME}))
    answers.answer("/")
    answers.publish(state_of("two", {"index.html": BROKEN}))
    answer = answers.answer("/")
    assert (answer.status, answer.body.endswith(HOME[-40:])) == (200, True)
    assert failed == ["index.html"]


def test_a_page_that_never_could_be_made_says_so_and_waits() -> None:
    answers, failed = served()
    answers.publish(state_of("one", {"index.html": BROKEN, "404.html": BROKEN}))
    answer = answers.answer("/")
    assert answer.status == 503
    assert OURS in answer.body
    assert answers.answer("/nothing").status == 404
    assert failed == ["index.html", "404.html"]


def test_a_page_that_went_and_came_back_broken_is_not_an_old_one() -> None:
    answers, _ = served()
    answers.publish(state_of("one", {"index.html": HOME}))
    answers.answer("/")
    answers.publish(state_of("two", {}))
    answers.publish(state_of("three", {"index.html": BROKEN}))
    assert answers.answer("/").status == 503


def test_the_page_for_missing_addresses_leads_into_the_preview() -> None:
    """In the site its links are whole paths, as it may stand at any."""
    page = (
        b'<!doctype html><link rel="stylesheet" href="/sheet/assets/s.css">'
        b'<a href="/sheet/">Home</a><a href="https://example.org/other">Other</a>'
    )
    settings = SimpleNamespace(base_url="https://example.org/sheet/")
    checked = SimpleNamespace(checked=SimpleNamespace(factsheet=SimpleNamespace(settings=settings)))
    answers, _ = served()
    answers.publish(state_of("one", {"404.html": page}, checked=checked))
    body = answers.answer("/deep/down").body
    assert b'href="/assets/s.css"' in body
    assert b'<a href="/">Home</a><a href="https://example.org/other">' in body


def test_a_former_address_leads_on(tmp_path: Path) -> None:
    write(PROJECT, tmp_path)
    answers, _ = served()
    answers.publish(State("one", build.prepare(Snapshot(tmp_path), Memory()).site))
    answer = answers.answer("/facts/toll-two.html")
    assert answer.status == 200
    assert b'http-equiv="refresh" content="0; url=../facts/later-toll.html"' in answer.body


def test_what_is_for_hosts_is_not_served() -> None:
    answers, _ = served()
    written = {"_headers": b"/*", "_redirects": b"", "CNAME": b"example.org", ".nojekyll": b""}
    answers.publish(state_of("one", {"index.html": HOME, **written}))
    assert {answers.answer(f"/{name}").status for name in written} == {404}
    assert answers.answer("/").status == 200


# what else there is


def test_the_preview_s_own_paths_answer(server: Running) -> None:
    assert server.get("/_sitegen/report").json == {"files": []}
    assert server.get("/_sitegen/page?path=facts/lamp.html").json == {"label": "facts/lamp.html"}
    assert server.get("/_sitegen/page").json == {"label": ""}
    assert server.get(OWN.script).body == b"export {};"
    styles = server.get(f"{OWN.folder}preview.css")
    assert styles.headers["content-type"].startswith("text/css")
    assert server.get("/_sitegen/annotate/coverage?source=gazette").json == {"tokens": []}
    assert server.get("/_sitegen/annotate/coverage?source=nothing").status == 404
