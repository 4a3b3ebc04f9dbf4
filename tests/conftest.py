"""What tests ask of the machine. A missing tool skips a test at home, and fails it in CI.

`.ci/run` installs every tool, so there no test may be skipped: a green run has run everything. Two
reasons are let through: "only on …", of a test that has no meaning on this system; and "mounting
needs …", where the kernel forbids it and other tests inject the same faults.
"""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}
# How long an example takes says more about the machine than about the program. CI tries the same
# examples each time, so that it is red for a reason.
settings.register_profile(
    "sitegen", deadline=None, derandomize=IN_CI, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("sitegen")
# No test leaves anything in the account of whoever runs it.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="sitegen-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

_GOOD_REASONS = ("only on ", "mounting needs ")

_NAMES = {
    "chromium": (
        "chromium",
        "chromium-browser",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
}


def require_tool(tool: str) -> str:
    """The path of a program. Without it the test is skipped, or fails where CI is set."""
    for name in _NAMES.get(tool, (tool,)):
        path = shutil.which(name)
        if path:
            return path
    return _missing(tool)


def require_file(package_file: str) -> Path:
    """A file of an npm package, beside one whose commands are on the PATH; else as `require_tool`.

    `package_file` is like "axe-core/axe.min.js".
    """
    for folder in map(Path, os.environ.get("PATH", "").split(os.pathsep)):
        if folder.name == ".bin" and (folder.parent / package_file).is_file():
            return folder.parent / package_file
    return _missing(package_file)


def _missing(tool: str) -> NoReturn:
    reason = f"{tool} is not installed here"
    if IN_CI:
        pytest.fail(f"{reason}, and CI may skip no test; .ci/run installs it", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium or Chrome."""
    return require_tool("chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> "Iterator[Browser]":
    """A running Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox"] if as_root else [],  # the sandbox refuses to start as root
        )
        yield running
        running.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests of forking come first: no process forks that has a thread, as a browser needs."""
    items.sort(key=lambda item: item.path.name != "test_jobs.py")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI, a skipped test is a failed one."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _forbid_skipping(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI, so is a skipped file of tests."""
    report = yield
    _forbid_skipping(report)
    return report


def _forbid_skipping(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not (IN_CI and sys.platform == "linux" and report.skipped):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not reason.removeprefix("Skipped: ").startswith(_GOOD_REASONS):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be: {reason}"
