"""Disks, pipes, permissions and files that are no files: one line, an exit code, no traceback."""

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.cli.conftest import FACTS, Sitegen, spawn, write_project
from tests.site.reading import tree

_PR_CAPBSET_DROP = 24  # linux/prctl.h
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2  # linux/capability.h


def without_privileges() -> None:
    """Runs before a program: root too is bound by permissions then."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def one_line(ran: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in ran.stderr
    assert ran.stderr.count("\n") == 1, ran.stderr
    return ran.stderr


# what is read

NO_FILES = ["pipe", "socket", "link to a device", "link out", "loop"]


def put(kind: str, place: Path) -> None:
    """Something that is no file of the project, at `place`."""
    place.unlink()
    if kind == "pipe":
        os.mkfifo(place)  # nobody writes to it: who read it would wait for ever
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as listening, chdir(place.parent):
            listening.bind(place.name)  # its whole path may be too long for a socket
    elif kind == "link to a device":
        place.symlink_to("/dev/zero")
    elif kind == "link out":
        place.symlink_to(os.path.relpath("/etc/passwd", place.parent))
    else:
        place.symlink_to(place.name)


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize(
    "path",
    [FACTS, "content/people.yaml", "content/sources.yaml", "content/pages/crossing.md",
     "content/assets/a.png", "seeds/letter.txt"],
)  # fmt: skip
def test_an_input_that_is_no_file_of_the_project(
    sitegen: Sitegen, tmp_path: Path, path: str, kind: str
) -> None:
    project = write_project(tmp_path, **{"content/assets/a.png": "x"})
    put(kind, project / path)
    ran = sitegen("-C", project, "check", "--format", "json")
    assert ran.code == 1
    codes = {d["code"] for d in ran.json["diagnostics"]}
    assert codes & {"missing-file", "path-outside"}
    assert "root:" not in ran.out


@pytest.mark.parametrize("kind", ["pipe", "socket", "link to a device"])
def test_site_yaml_that_is_no_file(sitegen: Sitegen, project: Path, kind: str) -> None:
    put(kind, project / "content" / "site.yaml")
    assert sitegen("-C", project, "check").code == 1


@pytest.mark.parametrize(
    "path", [FACTS, "content/people.yaml", "content/pages/crossing.md", "seeds/letter.txt"]
)
def test_a_folder_where_a_file_belongs(sitegen: Sitegen, project: Path, path: str) -> None:
    (project / path).unlink()
    (project / path / "inner").mkdir(parents=True)
    (project / path / "inner" / "file.txt").write_text("")
    ran = sitegen("-C", project, "check", "--format", "json")
    assert ran.code == 1
    assert {d["code"] for d in ran.json["diagnostics"]} & {"missing-file", "stray-file"}


@pytest.mark.parametrize("name", ["x" * 300, "a/" * 3000 + "a", "letter.txt/deeper"])
def test_a_text_whose_name_no_file_can_have(sitegen: Sitegen, tmp_path: Path, name: str) -> None:
    sources = f'sources:\n  letter:\n    text: "seeds/{name}"\n    sha256: @sha256\n    title: A\n'
    project = write_project(tmp_path, **{"content/sources.yaml": sources})
    for command in ("check", "build"):
        ran = sitegen("-C", project, command, "--format", "json")
        assert ran.code == 1
        found = {(d["code"], d["path"], d["line"]) for d in ran.json["diagnostics"]}
        assert found & {
            (code, "content/sources.yaml", 3) for code in ("missing-file", "path-outside")
        }


def test_an_input_that_may_not_be_read(project: Path) -> None:
    (project / FACTS).chmod(0)
    ran = spawn(["check"], project, without_privileges)
    assert ran.returncode == 3
    assert ran.stdout == ""
    assert one_line(ran).endswith(f"{FACTS}: Permission denied\n")


# what is written


def test_a_file_where_the_output_belongs(sitegen: Sitegen, project: Path) -> None:
    (project / "file").write_text("precious")
    for output in ("file", "file/site"):
        ran = sitegen("-C", project, "build", "-o", output)
        assert ran.code == 3
        assert "error[unsafe-output]" in ran.out
    assert (project / "file").read_text() == "precious"


def test_a_folder_that_may_not_be_written(project: Path) -> None:
    locked = project / "locked"
    locked.mkdir(mode=0o555)
    ran = spawn(["build", "-o", "locked/site"], project, without_privileges)
    assert ran.returncode == 3
    assert "Permission denied" in one_line(ran)
    assert list(locked.iterdir()) == []


def test_a_project_that_may_not_be_written_builds_to_elsewhere(
    project: Path, tmp_path: Path
) -> None:
    folders = [path for path in (project, *project.rglob("*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    try:
        ran = spawn(["build", "-o", str(tmp_path / "out")], project, without_privileges)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "out" / "index.html").is_file()
    assert not (project / ".sitegen").exists()


def test_a_disk_that_is_full_leaves_the_site_as_it_was(project: Path) -> None:
    assert main(["-C", str(project), "build", "-q"]) == 0
    before = tree(project / "site")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then writing fails instead
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))

    (project / "content" / "site.yaml").write_text("title: Another\n")
    ran = spawn(["build"], project, limit)
    assert ran.returncode == 3
    assert "File too large" in one_line(ran)
    assert tree(project / "site") == before


# where it runs, and who listens


def test_a_current_folder_that_was_deleted(project: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"

    def leave() -> None:
        gone.mkdir()
        os.chdir(gone)
        gone.rmdir()

    lost = spawn(["check"], project, leave)
    assert lost.returncode == 3
    assert "No such file or directory" in one_line(lost)
    built = spawn(["-C", str(project), "build"], project, leave)
    assert (built.returncode, built.stderr) == (0, "")
    assert built.stdout.endswith(f"{project}/site/index.html\n")


def test_nobody_listens(project: Path, broken: Path) -> None:
    """The reading end of a stream is closed before the first word."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        silent = spawn(["check"], project, stdout=writing, stderr=subprocess.PIPE)
        deaf = spawn(["build"], broken, stdout=subprocess.PIPE, stderr=writing)
    finally:
        os.close(writing)
    assert (silent.returncode, silent.stderr) == (3, "")
    assert deaf.returncode == 3
    assert "error[wrong-type]" in deaf.stdout


def test_a_reader_that_stops_early(tmp_path: Path) -> None:
    lines = "".join(f"There were {1000 + n} stones.\n" for n in range(5000))
    project = write_project(tmp_path, **{"seeds/letter.txt": lines})
    with subprocess.Popen(
        [sys.executable, "-m", "sitegen", "-C", str(project), "coverage"],
        cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
    assert running.returncode == 3
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_stream_that_the_shell_closed(project: Path, closed: str) -> None:
    ran = spawn(["check"], project, lambda: os.close(1 if closed == "stdout" else 2))
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only on systems with /dev/full")
def test_a_report_that_cannot_be_written(project: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = spawn(["check"], project, stdout=full, stderr=subprocess.PIPE)
    assert (ran.returncode, ran.stderr) == (3, "sitegen: No space left on device\n")


def test_the_signal_of_ctrl_c(project: Path) -> None:
    script = (
        "import signal, sys; import sitegen.cli.build as c; from sitegen.cli import main\n"
        # As in a terminal; what a shell starts in the background ignores the signal from birth.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "c.Snapshot = lambda _: signal.raise_signal(signal.SIGINT)\n"
        "sys.exit(main(['-C', sys.argv[1], 'build']))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(project)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=20, check=False,
    )  # fmt: skip
    assert ran.returncode == 130
    assert one_line(ran).startswith("sitegen: interrupted")
    assert not (project / "site").exists()
