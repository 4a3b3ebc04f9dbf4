"""Asks Lighthouse for its scores of a site's pages, and weighs these pages.

    python benchmarks/lighthouse/run.py [--runs 5] [--project DIR] [--theme NAME] [PAGE …]

Builds the project for an address on this machine, serves it there as a static host would (gzip,
lasting names kept for ever), and runs Lighthouse on each page. Prints for each page the median of
each category's scores, and its size with its style sheets, compressed. Ends with 1 if a median is
below 100 or the page of a fact is not under 30 KB. Needs `lighthouse` (from npm) and a Chromium on
the PATH.
"""

import argparse
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from statistics import median
from threading import Thread
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LASTING = re.compile(r"\.[0-9a-f]{10}\.\w+$")  # a digest of the content in the name
PACKED = {".html", ".css", ".js", ".svg", ".json", ".jsonld", ".xml", ".csv", ".txt"}
MOST = 30_000  # bytes, for the page of a fact with its style sheets
BEST = 100


class Host(BaseHTTPRequestHandler):
    """A static host: compresses what is text, and lets names with a digest be kept for ever."""

    protocol_version = "HTTP/1.1"
    site: Path

    def do_GET(self) -> None:  # its name in the standard library
        """Answers with a file of the site, or with its page for what is not there."""
        path = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
        file = (self.site / path).resolve()
        found = file.is_file() and file.is_relative_to(self.site)
        if not found:
            file = self.site / "404.html"
        body = file.read_bytes()
        self.send_response(200 if found else 404)
        kind = guess_type(file.name)[0] or "application/octet-stream"
        text = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", kind + text)
        keep = "public, max-age=31536000, immutable" if LASTING.search(file.name) else "no-cache"
        self.send_header("Cache-Control", keep)
        if file.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (its name there)
        """Says nothing."""
        del format, arguments


def say(line: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def served(project: Path, site: Path, theme: str | None) -> Iterator[str]:
    """The address of the project's site, built for it."""
    host = type("HostOfSite", (Host,), {"site": site.resolve()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), host)
    address = f"http://127.0.0.1:{server.server_port}/"
    command = [sys.executable, "-m", "sitegen", "-C", str(project.resolve()), "build", "--quiet"]
    command += ["--output", str(site.resolve()), "--base-url", address]
    command += ["--theme", theme] if theme else []
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 (this project's own program)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def ask(url: str, browser: str) -> dict[str, float]:
    """One run of Lighthouse: each category's score, and what cost points."""
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    command = ["lighthouse", url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": browser}
    done = subprocess.run(  # noqa: S603 (the program that this script is for)
        command, env=environment, check=True, capture_output=True, text=True
    )
    report = json.loads(done.stdout)
    for category in report["categories"].values():
        for audit in category["auditRefs"]:
            judged = report["audits"][audit["id"]]
            if audit["weight"] and judged["score"] is not None and judged["score"] < 1:
                say(f"  {judged['id']}: {judged['title']} {judged.get('displayValue', '')}")
    return {name: 100 * report["categories"][name]["score"] for name in CATEGORIES}


def weight(site: Path, page: str) -> int:
    """Bytes of a page with its style sheets, each compressed."""
    file = site / page
    words = file.read_text(encoding="utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', words)
    files = [file, *((file.parent / sheet).resolve() for sheet in sheets)]
    return sum(len(gzip.compress(each.read_bytes(), 9)) for each in files)


def usual(site: Path) -> list[str]:
    """The home page, and the heaviest page of a fact and of a source."""
    heaviest = [
        max((site / folder).glob("*.html"), key=lambda page: (page.stat().st_size, page.name))
        for folder in ("facts", "sources")
    ]
    return ["index.html", *(page.relative_to(site).as_posix() for page in heaviest)]


def main() -> int:
    """Builds, serves, asks and prints."""
    parser = argparse.ArgumentParser(description="Lighthouse's scores of a site, and its weight.")
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as facts/ID.html")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--project", type=Path, default=ROOT)
    parser.add_argument("--theme")
    options = parser.parse_args()
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None or shutil.which("lighthouse") is None:
        parser.error("a Chromium and lighthouse must be on the PATH")
    well = True
    with tempfile.TemporaryDirectory() as room:
        site = Path(room, "site").resolve()
        with served(options.project, site, options.theme) as address:
            for page in options.pages or usual(site):
                runs = [
                    ask(address + page.replace("index.html", ""), browser)
                    for _ in range(options.runs)
                ]
                medians = {name: round(median(run[name] for run in runs)) for name in CATEGORIES}
                size = weight(site, page)
                scores = ", ".join(f"{name} {score}" for name, score in medians.items())
                say(f"{page}: {scores}; {size / 1000:.1f} KB with its styles")
                # The home page may be as long as its story.
                heavy = size >= MOST and page.startswith("facts/")
                well = well and min(medians.values()) == BEST and not heavy
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
