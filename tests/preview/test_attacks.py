"""Every reason to refuse a request, over plain sockets: nothing leaks, and nothing stops."""

from collections.abc import Iterator

import pytest

from sitegen.preview.guard import RULES, Doors, Head, refusal
from sitegen.preview.refusals import Refusal
from tests.preview.attacks import ATTACKS, Attack
from tests.preview.serving import HOME, TOKEN, Reply, Running, running

OF_CONNECTIONS = {
    Refusal.BODY_SLOW,
    Refusal.STREAMS_FULL,
    Refusal.HEAD_SLOW,
    Refusal.CONNECTIONS_FULL,
}
"""Those that take time or numbers: see test_connections.py."""

PORT = 8123
HOST = f"127.0.0.1:{PORT}"


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with running() as started:
        yield started


@pytest.fixture(scope="module")
def reader() -> Iterator[Running]:
    """A server where nothing may be written."""
    with running(writes=False) as started:
        yield started


def filled(attack: Attack, host: str, port: int) -> bytes:
    made = attack.request.replace(b"HOST", host.encode()).replace(b"PORT", str(port).encode())
    return made.replace(b"TOKEN", TOKEN.encode())


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
def test_what_is_refused_is_told_why_and_nothing_else(
    server: Running, reader: Running, attack: Attack
) -> None:
    asked = server if attack.writes else reader
    reply = asked.ask(
        filled(attack, asked.host, asked.port).replace(
            b"\r\n\r\n",
            b"\r\nConnection: close\r\n\r\n" if is_kept_open(attack) else b"\r\n\r\n",
            1,
        )
    )
    assert (reply.status, reply.body.decode()) == (
        attack.refusal.value.status,
        f"{attack.refusal.value.line}\n",
    )
    assert "server" not in reply.headers
    assert not [name for name in reply.headers if name.startswith("access-control")]
    assert reply.headers["content-type"] == "text/plain; charset=utf-8"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["cache-control"] == "no-store"
    assert TOKEN.encode() not in reply.raw
    # It stopped nothing, wrote nothing, and left no trace.
    assert asked.get("/").body.endswith(HOME[-40:])
    assert asked.written == []
    assert asked.said == []


def is_kept_open(attack: Attack) -> bool:
    """Whether the connection stays for the next request: an address of ours may be mistyped."""
    return attack.refusal is Refusal.NOT_NAMED


def head_of(request: bytes) -> Head:
    """The head as uvicorn would hand it on."""
    lines = request.partition(b"\r\n\r\n")[0].split(b"\r\n")
    method, target, _ = lines[0].split(b" ", 2)
    pairs = (line.split(b": ", 1) for line in lines[1:])
    return Head(method.decode(), target, tuple((name.lower(), value) for name, value in pairs))


BY_HEAD = [attack for attack in ATTACKS if attack.refusal in dict(RULES)]


@pytest.mark.parametrize("attack", BY_HEAD, ids=[attack.name for attack in BY_HEAD])
def test_taking_a_rule_out_lets_its_attack_through_or_leaves_it_to_another(attack: Attack) -> None:
    doors = Doors(frozenset({HOST}), None, TOKEN if attack.writes else None)
    head = head_of(filled(attack, HOST, PORT))
    assert refusal(head, doors) is attack.refusal
    others = tuple(rule for rule in RULES if rule[0] is not attack.refusal)
    assert refusal(head, doors, others) is not attack.refusal
    if attack is next(first for first in BY_HEAD if first.refusal is attack.refusal):
        assert refusal(head, doors, others) is None, "no other rule stops it"


def test_every_refusal_has_its_attack() -> None:
    assert {attack.refusal for attack in ATTACKS} | OF_CONNECTIONS == set(Refusal)
    assert len({refused.value.line for refused in Refusal}) == len(Refusal)


GOOD_HOSTS = ["127.0.0.1:PORT", "localhost:PORT", "LocalHost:PORT", "[::1]:PORT"]


@pytest.mark.parametrize("host", GOOD_HOSTS)
def test_our_own_names_are_answered(server: Running, host: str) -> None:
    named = host.replace("PORT", str(server.port))
    request = f"GET / HTTP/1.1\r\nHost: {named}\r\nConnection: close\r\n\r\n"
    assert server.ask(request.encode()).status == 200


GOOD_HEADERS = [
    {},
    {"Sec_Fetch_Site": "none"},
    {"Sec_Fetch_Site": "same-origin"},
    {"Origin": "http://HOST", "Sec_Fetch_Site": "same-origin"},
    {"Content_Length": "0"},
    {"Upgrade_Insecure_Requests": "1"},
    {"Cookie": "a=b"},
    {"Range": "bytes=0-1"},
    {"Expect": "100-continue"},
]


@pytest.mark.parametrize("headers", GOOD_HEADERS, ids=str)
def test_what_browsers_send_is_answered(server: Running, headers: dict[str, str]) -> None:
    given = {name: value.replace("HOST", server.host) for name, value in headers.items()}
    assert server.get("/?a=b&c=%2e%2e/", **given).status == 200


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8"])
def test_our_own_page_may_write(kind: str) -> None:
    with running() as server:
        reply = server.post("/_sitegen/annotate/skip", b'{"because": "no"}', Content_Type=kind)
        assert (reply.status, reply.json) == (200, {"ok": True})
        assert server.written == [("skip", {"because": "no"})]


def test_a_bug_in_an_answer_is_one_line_and_tells_the_page_nothing() -> None:
    def failing(*_: object) -> None:
        raise ValueError("the secret\nof two lines")

    with running(write=failing) as server:
        reply = server.post("/_sitegen/annotate/fact", b"{}")
        assert reply.status == 500
        assert b"secret" not in reply.raw
        assert b"Traceback" not in reply.raw
        assert server.get("/").status == 200
        assert server.said == [
            "a request could not be answered: ValueError: the secret of two lines"
        ]


def test_an_answer_that_comes_in_pieces_is_read_by_no_second_request(server: Running) -> None:
    """What follows a refused request on its connection is never taken for another request."""
    smuggled = f"GET /index.html HTTP/1.1\r\nHost: {server.host}\r\n\r\n"
    refused = f"GET / HTTP/1.1\r\nHost: {server.host}\r\nContent-Length: {len(smuggled)}\r\n\r\n"
    reply = server.ask((refused + smuggled).encode())
    assert reply.raw.count(b"HTTP/1.1 ") == 1
    assert isinstance(reply, Reply)
    assert reply.status == Refusal.BODY_UNWANTED.value.status
