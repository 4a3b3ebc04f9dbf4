"""What takes time or numbers: slow, silent and greedy clients are let go, others answered."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from sitegen.preview.connections import Limits
from sitegen.preview.refusals import Refusal
from tests.preview.attacks import post
from tests.preview.serving import DEADLINE, TOKEN, Reply, Running, eventually, request, running

LITTLE = Limits(connections=4, streams=2, head=0.4, body=0.4, reading=0.4)
LONG = Limits(head=DEADLINE * 9, body=DEADLINE * 9, reading=DEADLINE * 9)


@pytest.fixture
def server() -> Iterator[Running]:
    with running(limits=LITTLE) as started:
        yield started


def refused(reply: Reply) -> tuple[int, str]:
    return reply.status, reply.body.decode().strip()


def test_a_head_that_stops_half_way_is_told_so(server: Running) -> None:
    reply = server.ask(b"GET / HTTP/1.1\r\nHost: ")
    assert refused(reply) == Refusal.HEAD_SLOW.value


def test_a_head_that_comes_a_byte_at_a_time_is_not_waited_for(server: Running) -> None:
    """A timer that began anew with each byte would never end."""
    with server.connect() as connection:
        connection.setblocking(False)
        ended = False

        def dripped() -> bool:
            nonlocal ended
            try:
                connection.send(b"G")
                ended = connection.recv(4096) != b"" or True
            except BlockingIOError:
                return False
            except ConnectionError:
                ended = True
            return ended

        eventually(dripped)
    eventually(lambda: server.connections == 0)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_second_head_on_a_connection_is_not_waited_for_either(
    server: Running, at_once: bool
) -> None:
    first = f"GET /nothing HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode()
    second = b"GET / HT"
    with server.connect() as connection:
        connection.sendall(first + second if at_once else first)
        heard = connection.recv(1)
        if not at_once:
            connection.sendall(second)
        heard += Reply.read(connection).raw
    assert heard.startswith(b"HTTP/1.1 404 ")
    assert heard.count(b"HTTP/1.1 ") == 2
    assert heard.endswith(f"{Refusal.HEAD_SLOW.value.line}\n".encode())


def test_a_connection_that_says_nothing_is_closed_without_a_word(server: Running) -> None:
    """A browser opens some in advance; an answer to none of its questions would confuse it."""
    assert server.ask(b"").raw == b""


def test_a_body_that_does_not_come_is_not_waited_for(server: Running) -> None:
    reply = server.post("/_sitegen/annotate/fact", b"", Content_Length="9")
    assert refused(reply) == Refusal.BODY_SLOW.value
    assert server.written == []


def test_too_many_connections_are_told_so_and_the_others_stay() -> None:
    limits = Limits(connections=3)
    with running(limits=limits) as server, ExitStack() as opened:
        held = [opened.enter_context(server.connect()) for _ in range(3)]
        eventually(lambda: server.connections == 3)
        assert refused(server.ask(b"")) == Refusal.CONNECTIONS_FULL.value
        held[0].sendall(request(server.host, "/"))
        assert Reply.read(held[0]).status == 200
        eventually(lambda: server.connections == 2)
        assert server.get("/").status == 200


def test_too_many_streams_are_told_so_and_a_place_is_free_when_one_goes() -> None:
    with running(limits=Limits(streams=2)) as server, ExitStack() as opened:
        held = [opened.enter_context(server.connect()) for _ in range(2)]
        for connection in held:
            connection.sendall(request(server.host, "/_sitegen/events"))
        eventually(lambda: len(server.hub) == 2)
        assert refused(server.get("/_sitegen/events")) == Refusal.STREAMS_FULL.value
        held[0].close()
        eventually(lambda: len(server.hub) == 1)
        held[0] = opened.enter_context(server.connect())
        held[0].sendall(request(server.host, "/_sitegen/events"))
        eventually(lambda: len(server.hub) == 2)


def slow_reader(server: Running, path: str) -> socket.socket:
    """A connection that has asked for something and takes nothing of it."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(DEADLINE)
    connection.connect(("127.0.0.1", server.port))
    connection.sendall(request(server.host, path))
    return connection


def test_a_reader_that_takes_nothing_is_let_go() -> None:
    large = {"index.html": b"<!doctype html><title>Large</title>" + b"a" * 30_000_000}
    with running(large, LITTLE) as server, slow_reader(server, "/"):
        eventually(lambda: server.connections == 1)
        eventually(lambda: server.connections == 0)
        assert server.said == []


def test_a_stream_that_is_not_read_is_let_go() -> None:
    with running(limits=LITTLE) as server, slow_reader(server, "/_sitegen/events"):
        eventually(lambda: len(server.hub) == 1)

        def told() -> bool:
            server.hub.broadcast(b"data: " + b"a" * 1_000_000 + b"\n\n")
            return len(server.hub) == 0

        eventually(told)


HALF = [
    b"",
    b"G",
    b"GET / HTTP/1.1\r\n",
    b"GET / HTTP/1.1\r\nHost: HOST\r\n",
    post(body=b"{", Content_Length="9"),
    b"GET /_sitegen/events HTTP/1.1\r\nHost: HOST\r\n\r\n",
]


NAMES = ["nothing", "a byte", "a line", "half a head", "half a body", "a stream"]


def filled(begin: bytes, server: Running) -> bytes:
    return begin.replace(b"HOST", server.host.encode()).replace(b"TOKEN", TOKEN.encode())


@pytest.mark.parametrize("begin", HALF, ids=NAMES)
@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
def test_who_goes_half_way_leaves_nothing_behind(begin: bytes, reset: bool) -> None:
    with running(limits=LONG) as server:
        connection = server.connect()
        connection.sendall(filled(begin, server))
        eventually(lambda: server.connections == 1)
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.close()
        eventually(lambda: server.connections == 0)
        eventually(lambda: not server.server.server_state.tasks)
        assert len(server.hub) == 0
        assert server.said == []


def test_who_ends_only_its_own_side_leaves_nothing_behind() -> None:
    with running(limits=LONG) as server, server.connect() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
        connection.shutdown(socket.SHUT_WR)
        eventually(lambda: server.connections == 0)


@pytest.mark.parametrize("begin", HALF, ids=NAMES)
def test_no_half_open_connection_holds_up_the_end(begin: bytes) -> None:
    """`running` itself fails where the server does not end."""
    with running(limits=LONG) as server:
        connection = server.connect()
        connection.sendall(filled(begin, server))
        eventually(lambda: server.connections == 1)
    connection.close()


def test_a_reader_that_takes_nothing_does_not_hold_up_the_end() -> None:
    large = {"index.html": b"<!doctype html><title>Large</title>" + b"a" * 30_000_000}
    with running(large, LONG) as server:
        connection = slow_reader(server, "/")
        connection.recv(1)
    connection.close()


def test_a_check_that_goes_on_does_not_hold_up_the_end() -> None:
    begun, never = threading.Event(), threading.Event()

    def checking(*_: object) -> dict[str, bool]:
        begun.set()
        never.wait(DEADLINE)
        return {"ok": True}

    with running(limits=LONG, write=checking) as server:
        connection = server.connect()
        connection.sendall(filled(post(), server))
        assert begun.wait(DEADLINE)
    assert not never.is_set()
    never.set()
    connection.close()
