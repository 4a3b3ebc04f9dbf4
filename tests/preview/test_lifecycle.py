"""`sitegen serve` as a process of its own: what it says, where it listens, and how it ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.cli.conftest import FACTS, PROJECT, spawn, write_project
from tests.preview.serving import DEADLINE

ROOT = Path(__file__).parents[2]
NOBODY = {"NO_COLOR": "1", "BROWSER": "true"}


class Serving:
    """The command in a process, with its output as files that grow."""

    def __init__(self, project: Path, folder: Path, *words: str, **variables: str) -> None:
        folder.mkdir()
        self.out, self.err = folder / "out", folder / "err"
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "sitegen", "-C", str(project), "serve", *words],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), **NOBODY, **variables},
                stdout=out,
                stderr=err,
            )
        self.until(lambda: "\n" in self.out.read_text() or self.process.poll() is not None)

    @property
    def url(self) -> str:
        return self.out.read_text().splitlines()[0]

    @property
    def port(self) -> int:
        return int(self.url.rstrip("/").rpartition(":")[2])

    def until(self, true: object) -> None:
        assert callable(true)
        end = time.monotonic() + DEADLINE
        while not true():
            ended = self.process.poll() is not None and not true()
            assert not ended, self.err.read_text()
            assert time.monotonic() < end, self.err.read_text()
            time.sleep(0.01)

    def says(self, words: str) -> None:
        self.until(lambda: re.search(words, self.err.read_text()))

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"{self.url}{path}", timeout=DEADLINE) as reply:  # noqa: S310 - our own
                return reply.status, reply.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()

    def shows(self, path: str, words: str) -> None:
        self.until(lambda: words in self.get(path)[1])

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(DEADLINE)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.fixture
def started(tmp_path: Path) -> Iterator[list[Serving]]:
    """Processes that are ended with the test, whatever became of it."""
    found: list[Serving] = []
    yield found
    for serving in found:
        if serving.process.poll() is None:
            serving.process.kill()
            serving.process.wait(DEADLINE)


def start(found: list[Serving], project: Path, *words: str, **variables: str) -> Serving:
    folder = project.parent / f"run-{len(found)}"
    found.append(Serving(project, folder, *words, **variables))
    return found[-1]


def test_it_says_where_and_what_and_shows_what_is_saved(
    started: list[Serving], project: Path
) -> None:
    serving = start(started, project, "--port", "0")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\n", serving.out.read_text())
    serving.says(r"watching content/, themes/ and the sources' texts in .*; Ctrl-C ends it\n")
    serving.says(r"sitegen: 0 errors, 0 warnings \(\d+ ms\)\n")
    serving.shows("facts/bridge-opened.html", "The bridge was opened.")
    facts = project / FACTS
    facts.write_text(
        PROJECT[FACTS].replace("The bridge was opened.", "The bridge was opened, said she.")
    )
    serving.shows("facts/bridge-opened.html", "The bridge was opened, said she.")
    serving.says(r"content/facts/letter\.yaml changed\)\n")


def test_what_is_wrong_is_printed_as_the_check_prints_it_and_the_last_good_page_stays(
    started: list[Serving], project: Path
) -> None:
    serving = start(started, project, "--port", "0")
    serving.shows("", "A small site")
    (project / FACTS).write_text(PROJECT[FACTS].replace("lines: 3", "lines: 4"))
    serving.says("1 error, 0 warnings; the pages stay as they were")
    checked = spawn(["check", "-q"], project)
    assert checked.returncode == 1
    assert "error[quote-moved]" in checked.stdout
    serving.until(lambda: serving.out.read_text() == f"{serving.url}\n{checked.stdout}")
    assert serving.get("facts/bridge-opened.html")[0] == 200
    report = json.loads(serving.get("_sitegen/report")[1])
    assert (report["broken"], report["errors"]) == (True, 1)
    (project / FACTS).write_text(PROJECT[FACTS])
    serving.says(r"(?s)they were.*0 errors, 0 warnings")


def test_a_project_that_is_wrong_from_the_start_is_served_once_it_is_mended(
    started: list[Serving], project: Path
) -> None:
    (project / "content/site.yaml").write_text("titel: A small site\n")
    serving = start(started, project, "--port", "0")
    serving.until(lambda: "error[unknown-field]" in serving.out.read_text())
    serving.until(lambda: "There is no site yet" in serving.get("")[1])
    assert serving.get("")[0] == 503
    serving.says(r"errors?, 0 warnings; there are no pages yet")
    (project / "content/site.yaml").write_text(PROJECT["content/site.yaml"])
    serving.shows("", "A small site")
    assert serving.get("")[0] == 200


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_one_line_while_pages_are_open(
    started: list[Serving], project: Path, how: signal.Signals
) -> None:
    serving = start(started, project, "--port", "0")
    serving.says("0 errors")
    host = f"127.0.0.1:{serving.port}"
    with ExitStack() as opened:
        for path in ["/_sitegen/events?page=index.html"] * 6 + ["/"]:
            tab = opened.enter_context(socket.create_connection(("127.0.0.1", serving.port)))
            tab.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            tab.recv(1)
        half = opened.enter_context(socket.create_connection(("127.0.0.1", serving.port)))
        half.sendall(b"GET / HTTP/1.1\r\n")
        before = serving.err.read_text()
        assert serving.end(how) == 0
    assert serving.err.read_text() == f"{before}sitegen: stopped\n"


def test_quietly_it_says_only_where(started: list[Serving], project: Path) -> None:
    serving = start(started, project, "--port", "0", "-q")
    serving.shows("", "A small site")
    assert serving.end(signal.SIGINT) == 0
    assert serving.err.read_text() == ""
    assert serving.out.read_text().count("\n") == 1


@pytest.mark.parametrize("given", [True, False])
def test_a_port_that_is_taken_is_passed_over_in_one_line(
    started: list[Serving], project: Path, given: bool
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        serving = start(started, project, "--port", str(port), *(["-q"] if given else []))
        assert serving.port != port
        line = f"sitegen: port {port} is taken; this is {serving.port}\n"
        assert serving.err.read_text().startswith(line)


def test_the_port_of_a_server_that_has_ended_can_be_taken_again(
    started: list[Serving], project: Path
) -> None:
    first = start(started, project, "--port", "0")
    first.shows("", "A small site")
    port = first.port
    assert first.end(signal.SIGINT) == 0
    assert start(started, project, "--port", str(port)).port == port


def test_a_host_that_others_reach_is_said_loudly_and_takes_nothing_down(
    started: list[Serving], project: Path
) -> None:
    serving = start(started, project, "--host", "0.0.0.0", "--port", "0", "-q")  # noqa: S104 - it is asked for
    said = serving.err.read_text()
    assert said.count("WARNING") == 4
    assert "anyone who can reach this machine can read this preview" in said
    assert "Annotating and the links into your editor are off." in said
    assert serving.url.startswith("http://localhost:")
    serving.shows("", "A small site")
    page = serving.get("")[1]
    assert "&quot;token&quot;: &quot;&quot;" in page
    assert serving.get("_sitegen/annotate/coverage?source=letter")[0] == 404
    edit = json.loads(serving.get("_sitegen/page?path=facts/bridge-opened.html")[1])["edit"]
    assert edit is None


def test_on_loopback_a_page_may_write_and_leads_into_the_editor(
    started: list[Serving], project: Path
) -> None:
    serving = start(started, project, "--port", "0", "--editor", "zed")
    serving.shows("facts/bridge-opened.html", "The bridge")
    assert "WARNING" not in serving.err.read_text()
    assert "&quot;token&quot;: &quot;&quot;" not in serving.get("")[1]
    assert json.loads(serving.get("_sitegen/annotate/coverage?source=letter")[1])["tokens"]
    edit = json.loads(serving.get("_sitegen/page?path=facts/bridge-opened.html")[1])["edit"]
    assert edit.startswith("zed://file/")


def test_strictly_a_warning_keeps_the_last_good_pages(
    started: list[Serving], project: Path
) -> None:
    (project / FACTS).write_text(PROJECT[FACTS].replace("was opened.", "was opened # and closed"))
    serving = start(started, project, "--port", "0", "--strict")
    serving.until(lambda: "warning[prose-cut]" in serving.out.read_text())
    serving.until(lambda: "There is no site yet" in serving.get("")[1])


def test_another_theme_can_be_tried_on(started: list[Serving], project: Path) -> None:
    theme = project / "themes" / "plain"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text("extends: default\n")
    (theme / "page.html").write_text("<!doctype html><title>plain</title><p>Plain words</p>")
    serving = start(started, project, "--port", "0", "--theme", "plain")
    serving.shows("crossing.html", "Plain words")


SLIPS = [
    (["--port", "65536"], 2, "“65536” is not a port from 0 to 65535"),
    (["--port", "-1"], 2, "“-1” is not a port from 0 to 65535"),
    (["--port", "http"], 2, "“http” is not a port from 0 to 65535"),
    (["--editor", "vscoed"], 2, "sitegen: --editor: no editor is named so"),
    (["--editor", "javascript:alert({path})"], 2, "is a scheme of browsers"),
    (["--host", "no such host"], 3, "sitegen: cannot listen on no such host: no such host"),
    (["--host", "192.0.2.1"], 3, "sitegen: cannot listen on http://192.0.2.1:8000/: "),
]


@pytest.mark.parametrize(("words", "code", "said"), SLIPS, ids=[str(slip[0]) for slip in SLIPS])
def test_what_cannot_be_served_is_refused_in_one_line(
    project: Path, words: list[str], code: int, said: str
) -> None:
    ran = spawn(["serve", *words], project)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert said in ran.stderr.splitlines()[-1]
    assert "Traceback" not in ran.stderr


def test_an_editor_of_the_environment_is_held_to_the_same(project: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SITEGEN_EDITOR": "http://{path}"}
    ran = subprocess.run(
        [sys.executable, "-m", "sitegen", "serve", "--port", "0"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("sitegen: SITEGEN_EDITOR: ")


SLOW_IMPORTS = ("starlette", "uvicorn", "watchdog", "anyio", "h11", "webbrowser", "asyncio")


def test_no_other_command_waits_for_the_server_s_libraries(project: Path) -> None:
    script = (
        "import sys; from sitegen.cli import main; code = main(['check', '-q']);"
        f"print(code, [name for name in {SLOW_IMPORTS} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=True,
    )
    assert ran.stdout == "0 []\n"
