"""A preview server in a thread, with a site of a few files, and plain sockets to speak to it."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, cast

from sitegen.build import Site
from sitegen.diagnostics import Diagnostic
from sitegen.preview.app import Desk, Preview
from sitegen.preview.connections import Limits
from sitegen.preview.guard import Doors
from sitegen.preview.own_files import OwnFiles
from sitegen.preview.ports import Listening, listen
from sitegen.preview.running import Server
from sitegen.preview.served import Served
from sitegen.preview.state import State
from sitegen.preview.streams import Hub

DEADLINE = 60.0  # seconds after which a test has failed; nothing waits for it when all is well
TOKEN = "token-of-this-server"  # noqa: S105 - of a server that lives for a test
OWN = OwnFiles.of({"client.js": b"export {};", "preview.css": b":host {}"})
HOME = b"<!doctype html><html><head><title>Home</title></head><body>Home</body></html>"
FILES: dict[str, bytes] = {
    "index.html": HOME,
    "404.html": b"<!doctype html><title>Nothing here</title>",
    "facts/lamp.html": b"<!doctype html><title>Lamp</title>",
    "assets/style.0123456789.css": b"body { color: black }",
    "assets/100% wool, été.0123456789.png": b"\x89PNG",
    "data/facts.json": b'{"facts": []}',
    "data/verify.py": b"print()",
}


class FakeSite:
    """What `build.Site` is to the server: bytes by path, or why a page cannot be made."""

    def __init__(self, files: Mapping[str, bytes | tuple[Diagnostic, ...]]) -> None:
        self.files = files
        self.paths = frozenset(files)
        self.pages = tuple(sorted(path for path in files if path.endswith(".html")))

    def file(self, path: str) -> bytes | tuple[Diagnostic, ...]:
        return self.files[path]


def state_of(
    build: str, files: Mapping[str, bytes | tuple[Diagnostic, ...]] | None, **more: Any
) -> State:
    """A state whose site has these files; None: there is no site."""
    return State(build, None if files is None else cast(Site, FakeSite(files)), **more)


@dataclass
class Running:
    """A server that answers, and what it was heard to say."""

    listening: Listening
    server: Server
    served: Served
    hub: Hub
    said: list[str]
    failed: list[str]
    written: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    @property
    def port(self) -> int:
        return self.listening.port

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def connections(self) -> int:
        return len(self.server.server_state.connections)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=DEADLINE)

    def ask(self, request: bytes) -> "Reply":
        """Send bytes as they are, and read until the connection ends."""
        with self.connect() as connection:
            with suppress(ConnectionError):  # it was refused before it was whole
                connection.sendall(request)
            return Reply.read(connection)

    def get(self, path: str, method: str = "GET", **headers: str) -> "Reply":
        """A plain request, with further headers."""
        return self.ask(request(self.host, path, method, **headers))

    def post(self, path: str, body: bytes, **headers: str) -> "Reply":
        """A request to write as the preview's own script makes it."""
        given = {
            "Origin": f"http://{self.host}",
            "Sec_Fetch_Site": "same-origin",
            "X_Sitegen_Token": TOKEN,
            "Content_Type": "application/json",
            "Content_Length": str(len(body)),
            **headers,
        }
        return self.ask(request(self.host, path, "POST", **given) + body)


def request(host: str, path: str, method: str = "GET", **headers: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes
    raw: bytes

    @classmethod
    def read(cls, connection: socket.socket) -> "Reply":
        raw = b""
        with suppress(ConnectionError):  # closed with words of ours unread
            while piece := connection.recv(65536):
                raw += piece
        return cls.of(raw)

    @classmethod
    def of(cls, raw: bytes) -> "Reply":
        if not raw:
            return cls(0, {}, b"", raw)
        head, _, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.split(": ", 1) for line in lines)
        return cls(int(first.split()[1]), {name.lower(): value for name, value in pairs}, body, raw)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def eventually(true: Callable[[], object]) -> None:
    """Wait until something holds; fail where it never does."""
    end = time.monotonic() + DEADLINE
    while not true():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.005)


@contextmanager
def running(
    files: Mapping[str, bytes] | None = None,
    limits: Limits | None = None,
    *,
    writes: bool = True,
    beat: float = 15.0,
    write: Callable[[str, Mapping[str, Any]], Any] | None = None,
) -> Iterator[Running]:
    """A server of a site with `files`, until the block ends."""
    limits = limits or Limits()
    listening = listen("127.0.0.1", 0)
    hub = Hub(limits.streams, beat)
    said: list[str] = []
    failed: list[str] = []
    written: list[tuple[str, Mapping[str, Any]]] = []

    def note(name: str, sent: Mapping[str, Any]) -> Any:
        written.append((name, sent))
        return {"ok": True}

    served = Served(TOKEN if writes else "", OWN.script, lambda path, _: failed.append(path))
    served.publish(state_of("one", FILES if files is None else files))
    desk = Desk(
        report=lambda: {"files": []},
        page=lambda path: {"label": path},
        write=write or note,
        coverage=lambda source: {"tokens": []} if source == "gazette" else None,
        assets=OWN,
    )
    doors = Doors(listening.hosts, None, TOKEN if writes else None)
    app = Preview(doors, served, hub, desk, said.append, limits.body)
    server = Server(app, listening, hub, said.append, limits)
    thread = threading.Thread(target=server.serve_until_stopped)
    thread.start()
    eventually(lambda: server.started)
    try:
        yield Running(listening, server, served, hub, said, failed, written)
    finally:
        server.stop()
        thread.join(DEADLINE / 2)
        assert not thread.is_alive(), "the server has not ended"
