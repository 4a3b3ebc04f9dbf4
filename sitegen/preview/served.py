"""What the preview answers for each path of the site: always from memory, always something."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from threading import Lock

from sitegen import urls
from sitegen.build import Site
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass, field
from sitegen.preview.injection import inject
from sitegen.preview.state import State

Failed = Callable[[str, tuple[Diagnostic, ...]], None]
"""What hears of a page that could not be made: its path, and why."""

TYPES: Mapping[str, str] = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".py": "text/plain; charset=utf-8",  # a browser shows it, and runs nothing
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""The media type of each kind of file that a site may have; all others are offered to be saved."""

NO_STORE = "no-store"
KEPT = "private, max-age=31536000, immutable"
"""Of what has another path once it has other content."""
_NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
FILE_POLICY = f"{_NOTHING}; sandbox"
"""What anything that is no page may do: nothing, opened by itself."""
_POLICIES = {
    "image": f"{FILE_POLICY}; style-src 'unsafe-inline'",  # an SVG's own colours
    "audio": f"{_NOTHING}; media-src 'self'",  # browsers show nothing of these in a sandbox
    "video": f"{_NOTHING}; media-src 'self'",
    "application/pdf": _NOTHING,
}

_UNSTYLED = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{text}</p>
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path is answered: a status, headers in lower case, and a body."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class Served:
    """The site as the newest state has it, and of each path the last bytes that were good.

    `publish` and `answer` may be called from any threads. Each page gets our `script`, by its path,
    and `token`, for what it asks to be written; that is empty where nothing may be.
    """

    def __init__(self, token: str, script: str, failed: Failed) -> None:
        self._token = token
        self._script = script
        self._failed = failed
        self._state: State | None = None
        self._good: dict[str, bytes] = {}
        self._lock = Lock()

    @property
    def state(self) -> State | None:
        """The newest state; None before the first run has ended."""
        return self._state

    def publish(self, state: State) -> None:
        """From now on, answer as `state` says. What it no longer has is forgotten at once."""
        with self._lock:
            self._state = state
            paths = state.site.paths if state.site else frozenset[str]()
            self._good = {path: good for path, good in self._good.items() if path in paths}

    def answer(self, path: str) -> Answer:
        """The answer to a decoded path, with its first slash. It may make a page, which takes time.

        A path is looked up as it is: it names a file of the site, or nothing. What is written for
        hosts alone is nothing here either, as it is where they serve the site.
        """
        state = self._state
        name = path.removeprefix("/") or urls.HOME
        if state is None:
            return self._plain(
                503, "The first build is running", "This page appears when it ends.", name, ""
            )
        if state.site is None:
            text = "The content has errors, and there is no earlier site to show. Once they are "
            text += "mended, this page appears by itself; the terminal shows them too."
            return self._plain(503, "There is no site yet", text, name, state.build)
        if name not in state.site.paths or name in urls.FOR_HOSTS:
            return self._missing(state, state.site, name)
        content = self._bytes(state.site, name)
        if content is None:
            text = "The template of this page fails. Once it is mended, the page appears by itself."
            return self._plain(503, "This page cannot be made", text, name, state.build)
        if name.endswith(".html"):
            return self._page(200, content, name, state.build)
        return _file(name, content)

    def _bytes(self, site: Site, name: str) -> bytes | None:
        """A file, or what it last was when it cannot be made; None where it never could."""
        made = site.file(name)
        if isinstance(made, bytes):
            with self._lock:
                if self._state is not None and self._state.site is site:
                    self._good[name] = made
            return made
        self._failed(name, made)
        return self._good.get(name)

    def _missing(self, state: State, site: Site, name: str) -> Answer:
        """The site's own page for addresses that lead nowhere, here with links within the preview.

        It loads our script, so that a page that is not there yet appears once it is.
        """
        content = self._bytes(site, urls.NOT_FOUND) if urls.NOT_FOUND in site.paths else None
        if content is None:
            return self._plain(404, "This page is not here", "It may come yet.", name, state.build)
        settings = state.checked.checked.factsheet.settings if state.checked else None
        if settings is not None and settings.base_url:
            content = _rooted(content, settings.base_url)
        return self._page(404, content, name, state.build)

    def _page(self, status: int, content: bytes, name: str, build: str) -> Answer:
        told = {"token": self._token, "build": build, "page": name}
        page = inject(content, self._script, told)
        headers = {
            "content-type": TYPES[".html"],
            "content-security-policy": page.policy,
            "cache-control": NO_STORE,
        }
        return Answer(status, page.content, headers)

    def _plain(self, status: int, title: str, text: str, name: str, build: str) -> Answer:
        """A bare page that loads our script, and so shows what is wrong and waits for what comes.

        The words are ours: nothing of the request is repeated.
        """
        content = _UNSTYLED.format(title=title, text=text).encode()
        return self._page(status, content, name, build)


def _file(name: str, content: bytes) -> Answer:
    kind = TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
    family = kind.partition("/")[0]
    headers = {
        "content-type": kind,
        "content-security-policy": _POLICIES.get(family) or _POLICIES.get(kind, FILE_POLICY),
        "cache-control": KEPT if name.startswith("assets/") else NO_STORE,
    }
    if kind == "application/octet-stream":
        headers["content-disposition"] = "attachment"
    return Answer(200, content, headers)


def _rooted(content: bytes, base_url: str) -> bytes:
    """A page with its links into the published site led into the preview, which lies at a root."""
    base = urls.rooted(base_url, urls.HOME).encode()
    for attribute in (b"href", b"src"):
        content = content.replace(b'%s="%s' % (attribute, base), b'%s="/' % attribute)
    return content
