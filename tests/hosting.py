"""A static host on this machine, for tests: it does what Netlify and Cloudflare Pages document.

    with hosted(site, "/facts/") as host:
        fetch(f"{host}/facts/index.html")

It reads `_headers` and `_redirects`, answers what is not there with the nearest `404.html` upward,
and serves neither of the two files, nor what begins with a full stop. Where the two hosts differ,
`Manner` says how. As a host is deployed whole, it reads both files once, at its root; for a site
below a path they lie in the site, and are taken as if they had been put there.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import MimeTypes
from pathlib import Path, PurePosixPath
from threading import Thread
from urllib.parse import unquote, urlsplit

MOST_RULES = 100  # Cloudflare Pages: header rules of a site
MOST_REDIRECTS = 2_000  # static ones
LONGEST_LINE = 2_000  # characters of a line of _headers
LONGEST_REDIRECT = 1_000
_KINDS = MimeTypes()  # without those of this machine
_KEPT_BACK = frozenset({"_headers", "_redirects"})


class Manner(Enum):
    """What the two hosts do otherwise than each other."""

    NETLIFY = "a page that is there is shown, whatever `_redirects` says"
    CLOUDFLARE = "a redirect comes before any page, and a page is shown without its .html"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the two files say: each pattern of paths with its headers, and each path's redirect."""

    headers: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    redirects: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    def of(self, path: str) -> dict[str, str]:
        """The headers of a path. A name that several rules give has all values, with commas."""
        found: dict[str, tuple[str, str]] = {}
        for pattern, headers in self.headers:
            if _matches(pattern, path):
                for name, value in headers:
                    said = found.get(name.lower())
                    found[name.lower()] = (name, f"{said[1]}, {value}" if said else value)
        return dict(found.values())


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answers; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def rules_of(folder: Path) -> Rules:
    """The rules that a folder holds. A line that a host would leave out is a failure here."""
    return Rules(
        tuple(_header_rules(_read(folder / "_headers"))),
        dict(_redirects(_read(folder / "_redirects"))),
    )


def fetch(url: str) -> Answer:
    """The answer to one request; a redirect is not followed."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        connection.request("GET", parts.path or "/")
        found = connection.getresponse()
        headers = {name.lower(): value for name, value in found.getheaders()}
        return Answer(found.status, headers, found.read())
    finally:
        connection.close()


@contextmanager
def hosted(folder: Path, prefix: str = "/", manner: Manner = Manner.NETLIFY) -> Iterator[str]:
    """Serves a folder at `prefix` (`/`, or `/a/b/`); gives the host's address, without a slash.

    Files are read anew for each request, rules when one begins: the folder may be published to
    meanwhile.
    """
    rules_of(folder)  # what is wrong with them is told here, and not in a thread
    serving = partial(_Serving, folder, prefix, manner)
    server = ThreadingHTTPServer(("127.0.0.1", 0), serving)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Serving(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, prefix: str, manner: Manner, *arguments: object) -> None:
        self._folder, self._prefix, self._manner = folder, prefix, manner
        super().__init__(*arguments)  # type: ignore[arg-type]  # those of the server, as they come

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        rules = rules_of(self._folder)
        status, headers, body = self._answer(path, rules)
        given = {**headers, **_capitals(rules.of(path))}
        self.send_response(status)
        for name, value in {**given, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 (its name there)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (its name there)
        del format, arguments

    def _answer(self, path: str, rules: Rules) -> tuple[int, dict[str, str], bytes]:
        file = self._file(path)
        leading = rules.redirects.get(path)
        if leading and (file is None or self._manner is Manner.CLOUDFLARE):
            target, status = leading
            return status, {"Location": target}, b""
        if file is None:
            return self._missing(path)
        if self._manner is Manner.CLOUDFLARE and path.endswith(".html"):
            bare = path.removesuffix(".html")
            bare = bare.removesuffix("index") if bare.endswith("/index") else bare
            return 308, {"Location": bare}, b""
        return 200, _told(file), file.read_bytes()

    def _file(self, path: str) -> Path | None:
        """The file of a path, if one may be seen there."""
        below = self._below(path)
        if below is None or below.name in _KEPT_BACK:
            return None
        file = self._folder / below
        if path.endswith("/"):
            found: tuple[Path, ...] = (file / "index.html",)
        else:
            found = (file, file.with_name(f"{below.name}.html"))
        return next((one for one in found if one.is_file()), None)

    def _below(self, path: str) -> PurePosixPath | None:
        """A path below the site; None where it leads elsewhere or is hidden."""
        below = PurePosixPath(unquote(path.removeprefix(self._prefix)))
        hidden = below.is_absolute() or any(part.startswith(".") for part in below.parts)
        return below if path.startswith(self._prefix) and not hidden else None

    def _missing(self, path: str) -> tuple[int, dict[str, str], bytes]:
        below = self._below(path)
        top = (PurePosixPath(),) if path.startswith(self._prefix) else ()
        for folder in below.parents if below is not None and below.name else top:
            page = self._folder / folder / "404.html"
            if page.is_file():
                return 404, _told(page), page.read_bytes()
        return 404, {"Content-Type": "text/plain; charset=utf-8"}, b"Not Found"


def _told(file: Path) -> dict[str, str]:
    """What a host says of a file by itself."""
    kind = _KINDS.guess_type(file.name)[0] or "application/octet-stream"
    kind = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    return {"Content-Type": kind, "Cache-Control": "public, max-age=0, must-revalidate"}


def _capitals(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.title(): value for name, value in headers.items()}


def _matches(pattern: str, path: str) -> bool:
    parts = (".*".join(map(re.escape, pattern.split("*"))), path)
    return re.fullmatch(*parts) is not None


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def _lines(text: str, longest: int) -> Iterator[str]:
    for line in text.splitlines():
        assert len(line) <= longest, line
        if line.strip() and not line.lstrip().startswith("#"):
            yield line


def _header_rules(text: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in _lines(text, LONGEST_LINE):
        if not line[0].isspace():
            assert line.startswith("/"), line
            assert line.count("*") <= 1, line
            rules.append((line, []))
            continue
        name, colon, value = line.strip().partition(":")
        assert colon, line
        assert value.strip(), line
        assert re.fullmatch(r"[A-Za-z-]+", name), line
        rules[-1][1].append((name, value.strip()))
    assert len(rules) <= MOST_RULES
    for pattern, headers in rules:
        assert headers, pattern
        yield pattern, tuple(headers)


def _redirects(text: str) -> Iterator[tuple[str, tuple[str, int]]]:
    lines = list(_lines(text, LONGEST_REDIRECT))
    assert len(lines) <= MOST_REDIRECTS
    for line in lines:
        old, new, status = line.split()
        assert old.startswith("/"), line
        assert "*" not in old, line
        yield old, (new, int(status))
