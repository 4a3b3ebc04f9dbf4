"""Real servers on loopback for publishing: sshd, git over http with a password, and a bad line."""

import base64
import getpass
import os
import select
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, NamedTuple

_PATIENCE = 10.0  # seconds until a server must answer


class Sshd(NamedTuple):
    """An ssh server: where it listens, its public key, and a private key that it lets in."""

    port: int
    host_key: str
    user_key: str
    user: str


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _key(path: Path) -> str:
    """Make a pair of keys; the public one, without its comment."""
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)]
    subprocess.run(words, check=True)
    return " ".join(path.with_suffix(".pub").read_text(encoding="utf-8").split()[:2])


@contextmanager
def sshd(program: str, folder: Path) -> Iterator[Sshd]:
    """An ssh server of our own, which ends with the test."""
    host_key, user_key = _key(folder / "host"), _key(folder / "user")
    (folder / "authorized").write_text(user_key, encoding="utf-8")
    port = _free_port()
    (folder / "config").write_text(
        f"ListenAddress 127.0.0.1\nPort {port}\nHostKey {folder / 'host'}\n"
        f"AuthorizedKeysFile {folder / 'authorized'}\nPidFile none\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nMaxStartups 100\n",
        encoding="utf-8",
    )
    words = [program, "-D", "-e", "-f", str(folder / "config")]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(words, stderr=log, stdin=subprocess.DEVNULL)
    try:
        await_port(server, port)
        private = (folder / "user").read_text(encoding="utf-8")
        yield Sshd(port, host_key, private, getpass.getuser())
    finally:
        server.terminate()
        server.wait()


def await_port(server: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until a server that has just been started answers."""
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:
        assert server.poll() is None, "the server has ended"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        select.select([], [], [], 0.02)
    raise AssertionError("the server does not answer")


class BadLine:
    """A line to a port that breaks for good once so many bytes have gone up it."""

    def __init__(self, port: int, most: int | None = None) -> None:
        self.target, self.most, self.sent = port, most, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        self.open: set[socket.socket] = set()
        self.threads: list[threading.Thread] = []
        self._start(self._listen)

    def close(self) -> None:
        """End, with all threads: what is tested later may fork only where there are none."""
        for end in (self.listener, *self.open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for thread in tuple(self.threads):
            thread.join()
        self.listener.close()

    def _start(self, work: Callable[..., None], *arguments: socket.socket) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self.threads.append(thread)
        thread.start()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                self._start(self._carry, self.listener.accept()[0])

    def _carry(self, near: socket.socket) -> None:
        with suppress(OSError), near, socket.create_connection(("127.0.0.1", self.target)) as far:
            self.open |= {near, far}
            while not self._broken:
                for end in select.select([near, far], [], [])[0]:
                    content = end.recv(4096)
                    self.sent += len(content) if end is near else 0
                    if not content or self._broken:
                        return
                    (far if end is near else near).sendall(content)

    @property
    def _broken(self) -> bool:
        return self.most is not None and self.sent > self.most


@contextmanager
def bad_line(port: int, most: int | None = None) -> Iterator[BadLine]:
    """A line that breaks after `most` bytes; None: never."""
    line = BadLine(port, most)
    try:
        yield line
    finally:
        line.close()


class _GitOverHttp(BaseHTTPRequestHandler):
    """Asks for a login, and lets git's own program answer (git-http-backend(1), as CGI)."""

    def __init__(self, root: Path, login: str, git: str, *arguments: Any) -> None:
        self.root, self.login, self.git = root, login, git
        super().__init__(*arguments)

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Nothing is told."""

    def _answer(self) -> None:
        if self.headers.get_all("Authorization") != [f"Basic {self.login}"]:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.end_headers()
            return
        body = self._body()
        words = [self.git, "http-backend"]
        variables = {**os.environ, **self._asked(len(body))}
        done = subprocess.run(words, input=body, env=variables, capture_output=True, check=True)
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        rows = dict(row.split(": ", 1) for row in head.decode().split("\r\n"))
        self.send_response(int(rows.pop("Status", "200").split()[0]))
        for name, value in rows.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _asked(self, length: int) -> dict[str, str]:
        path, _, query = self.path.partition("?")
        return {
            "GIT_PROJECT_ROOT": str(self.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REMOTE_USER": "somebody",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(length),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", "0")))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)


@contextmanager
def git_over_http(root: Path, git: str, token: str) -> Iterator[str]:
    """The repositories below a folder, over http, for whoever has the token: the address."""
    login = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    with _serving(partial(_GitOverHttp, root, login, git)) as address:
        yield address


@contextmanager
def _serving(answers: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), answers)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Elsewhere(BaseHTTPRequestHandler):
    """Sends every request on to another name of this machine, and notes it."""

    def __init__(self, asked: list[str], *arguments: Any) -> None:
        self.asked = asked
        super().__init__(*arguments)

    def do_GET(self) -> None:
        self.asked.append(self.path.partition("?")[0])
        self.send_response(302)
        port = self.headers["Host"].partition(":")[2]
        self.send_header("Location", f"http://localhost:{port}/moved{self.path}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is told."""


@contextmanager
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """A web server that is not where it seems: its address, and the paths that it is asked for."""
    asked: list[str] = []
    with _serving(partial(_Elsewhere, asked)) as address:
        yield address, asked
