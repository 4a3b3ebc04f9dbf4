"""The host of the tests does what hosts document, or tests on it would tell nothing."""

from pathlib import Path

import pytest

from tests.hosting import Manner, fetch, hosted, rules_of

HEADERS = """\
# a comment
/b/*
  X-One: 1
  Content-Type: text/plain

/b/a/*
  x-one: 2
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (site / "404.html").write_text("nothing")
    (site / "a" / "x.html").write_text("x")
    (site / "_headers").write_text(HEADERS)
    (site / "_redirects").write_text("/b/a/x.html /b/ 301\n/b/gone.html /b/ 301\n")
    (tmp_path / "secret.txt").write_text("secret")
    return site


def test_a_file_a_folder_and_what_is_not_there(folder: Path) -> None:
    with hosted(folder, "/b/") as host:
        assert [fetch(host + path).body for path in ("/b/", "/b/index.html", "/b/a/x")] == [
            b"home", b"home", b"x",
        ]  # fmt: skip
        for path in ("/b/a/b/c", "/b/_headers", "/b/a/", "/b/.x", "/b/a/y.html"):
            answer = fetch(host + path)
            assert (answer.status, answer.body) == (404, b"nothing"), path
        for path in ("/", "/b/../../secret.txt", "/b/%2e%2e/secret.txt", f"/b/%2F{folder}/x"):
            assert fetch(host + path).status == 404, path
            assert b"secret" not in fetch(host + path).body


def test_values_of_several_rules_are_joined_and_come_before_the_hosts_own(folder: Path) -> None:
    with hosted(folder, "/b/") as host:
        sent = fetch(f"{host}/b/a/x").headers
    assert (sent["x-one"], sent["content-type"]) == ("1, 2", "text/plain")


@pytest.mark.parametrize(("manner", "there"), [(Manner.NETLIFY, 200), (Manner.CLOUDFLARE, 301)])
def test_a_redirect_and_a_page_of_one_path(manner: Manner, there: int, folder: Path) -> None:
    with hosted(folder, "/b/", manner) as host:
        assert fetch(f"{host}/b/a/x.html").status == there
        gone = fetch(f"{host}/b/gone.html")
    assert (gone.status, gone.headers["location"]) == (301, "/b/")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_headers", "/a\n  X-One 1\n"),
        ("_headers", "/a\n"),
        ("_headers", "/*/*\n  X-One: 1\n"),
        ("_headers", f"/a\n  X-One: {'x' * 2000}\n"),
        ("_headers", "".join(f"/{n}\n  X-One: 1\n" for n in range(101))),
        ("_redirects", "/a /b 301!\n"),
        ("_redirects", "".join(f"/{n} /b 301\n" for n in range(2001))),
    ],
)
def test_what_a_host_would_leave_out_is_a_failure(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises((AssertionError, ValueError)):
        rules_of(tmp_path)
