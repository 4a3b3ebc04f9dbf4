"""How open pages hear of news: all of them, and none is remembered that has gone."""

import json
import selectors
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from sitegen.diagnostics import Span, error, warning
from sitegen.preview.server import state_line
from sitegen.preview.state import State
from sitegen.preview.streams import event
from tests.preview.serving import DEADLINE, Running, eventually, request, running

FACT = Span("content/facts/a.yaml", 1, 1, 1, 2)


@pytest.fixture
def server() -> Iterator[Running]:
    with running() as started:
        yield started


class Listener:
    """A page that listens."""

    def __init__(self, server: Running, page: str = "index.html") -> None:
        self.connection = server.connect()
        self.connection.sendall(request(server.host, f"/_sitegen/events?page={page}"))
        self.heard = b""

    def __enter__(self) -> "Listener":
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def hears(self, words: bytes) -> None:
        while words not in self.heard:
            piece = self.connection.recv(65536)
            assert piece, f"it ended before {words!r}"
            self.heard += piece

    def ends(self) -> None:
        while self.connection.recv(65536):
            pass


def test_the_first_words_carry_the_present_state(server: Running) -> None:
    server.hub.broadcast(event("state", "present"))
    with Listener(server) as listener:
        listener.hears(b"event: state\ndata: present\n\n")
        head = listener.heard.partition(b"\r\n\r\n")[0].decode().lower()
    assert head.startswith("http/1.1 200")
    assert "content-type: text/event-stream; charset=utf-8" in head
    assert "cache-control: no-store" in head
    assert "access-control" not in head


def test_before_the_first_run_ends_there_is_no_state_to_tell(server: Running) -> None:
    with Listener(server) as listener:
        listener.hears(b": the preview is here")
        assert b"event:" not in listener.heard
        server.hub.broadcast(event("state", "first"))
        listener.hears(b"data: first\n\n")


def test_each_state_is_told_once(server: Running) -> None:
    with Listener(server) as listener:
        for number in range(5):
            server.hub.broadcast(event("state", f"number {number}"))
            listener.hears(f"data: number {number}\n\n".encode())
        assert listener.heard.count(b"event: state") == 5


def test_a_stream_that_is_idle_still_beats() -> None:
    with running(beat=0.01) as server, Listener(server) as listener:
        listener.hears(b": still here\n\n")
        listener.hears(b": still here\n\n")


def test_a_hundred_pages_hear_it_and_none_is_left_when_they_go(server: Running) -> None:
    with ExitStack() as opened:
        listeners = [
            opened.enter_context(Listener(server, f"facts/{number}.html")) for number in range(100)
        ]
        eventually(lambda: len(server.hub) == 100)
        assert len(server.hub.pages) == 100
        server.hub.broadcast(event("state", "news"))
        waiting = selectors.DefaultSelector()
        for listener in listeners:
            waiting.register(listener.connection, selectors.EVENT_READ, listener)
        while waiting.get_map():
            ready = waiting.select(DEADLINE)
            assert ready, "some have not heard it"
            for key, _ in ready:
                key.data.heard += key.data.connection.recv(65536)
                if b"data: news\n\n" in key.data.heard:
                    waiting.unregister(key.fileobj)
    eventually(lambda: len(server.hub) == 0)
    eventually(lambda: server.connections == 0)
    assert server.hub.pages == ()
    eventually(lambda: not server.server.server_state.tasks)
    assert server.said == []


def test_the_pages_that_are_open_are_known_each_once(server: Running) -> None:
    with Listener(server, "facts/lamp.html"), Listener(server), Listener(server) as second:
        eventually(lambda: len(server.hub) == 3)
        assert server.hub.pages == ("facts/lamp.html", "index.html")
        second.connection.close()
        eventually(lambda: len(server.hub) == 2)
        assert server.hub.pages == ("facts/lamp.html", "index.html")


def test_a_thousand_pages_that_come_and_go_leave_nothing(server: Running) -> None:
    for number in range(1000):
        with Listener(server) as listener:
            if number % 2:
                listener.hears(b": the preview is here")
    eventually(lambda: len(server.hub) == 0)
    eventually(lambda: server.connections == 0)
    eventually(lambda: not server.server.server_state.tasks)


def test_who_only_asks_what_it_is_opens_no_stream(server: Running) -> None:
    reply = server.get("/_sitegen/events", method="HEAD")
    assert (reply.status, reply.body) == (200, b"")
    assert reply.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert len(server.hub) == 0


def test_the_end_of_the_server_ends_each_stream() -> None:
    with running() as server:
        listener = Listener(server)
        eventually(lambda: len(server.hub) == 1)
        server.server.stop()
        listener.ends()
    assert len(server.hub) == 0
    listener.connection.close()


def test_a_stream_that_was_reset_is_forgotten_while_news_come(server: Running) -> None:
    listener = Listener(server)
    eventually(lambda: len(server.hub) == 1)
    listener.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    listener.connection.close()

    def told() -> bool:
        server.hub.broadcast(event("state", "news"))
        return len(server.hub) == 0

    eventually(told)
    assert server.said == []


def test_a_state_is_told_as_one_line() -> None:
    found = (error("bad-id", "a", FACT), error("bad-id", "b", FACT), warning("bad-id", "c", FACT))
    line = state_line(State("two\nlines", diagnostics=found, broken=True))
    assert "\n" not in line
    assert json.loads(line) == {"build": "two\nlines", "broken": True, "errors": 2, "warnings": 1}
