"""Where the preview listens, and by which names it may be called."""

import errno
import socket

import pytest

from sitegen.preview import ports
from sitegen.preview.guard import Doors, names_of
from sitegen.preview.ports import Listening, listen


def closed(found: Listening) -> Listening:
    for opened in found.sockets:
        opened.close()
    return found


def test_loopback_is_called_by_its_three_names() -> None:
    found = closed(listen("127.0.0.1", 0))
    assert found.loopback
    assert found.hosts == {f"{name}:{found.port}" for name in ("127.0.0.1", "localhost", "[::1]")}
    assert found.url == f"http://127.0.0.1:{found.port}/"
    assert found.url_elsewhere is None


def test_localhost_is_loopback_at_one_port() -> None:
    found = closed(listen("localhost", 0))
    assert found.loopback
    assert found.url == f"http://localhost:{found.port}/"


def test_ipv6_stands_in_brackets() -> None:
    try:
        found = closed(listen("::1", 0))
    except OSError as refusal:
        pytest.skip(f"only on machines with IPv6: {refusal.strerror}")
    assert found.loopback
    assert found.url == f"http://[::1]:{found.port}/"
    assert f"[::1]:{found.port}" in found.hosts


def test_every_address_is_no_name_of_a_host() -> None:
    found = closed(listen("0.0.0.0", 0))  # noqa: S104 - it is closed at once
    assert not found.loopback
    assert found.any_address
    assert f"localhost:{found.port}" in found.hosts
    assert f"0.0.0.0:{found.port}" not in found.hosts


def test_on_every_address_a_host_is_the_one_that_was_reached() -> None:
    doors = Doors(names_of("localhost", 8000), 8000, None)
    assert doors.admits("192.0.2.7:8000", "192.0.2.7")
    assert doors.admits("[2001:DB8::1]:8000", "2001:db8::1")
    assert not doors.admits("192.0.2.8:8000", "192.0.2.7")
    assert not doors.admits("192.0.2.7:8001", "192.0.2.7")
    assert not doors.admits("evil.example:8000", "192.0.2.7")
    assert not Doors(doors.hosts, None, None).admits("192.0.2.7:8000", "192.0.2.7")


def test_at_port_80_browsers_leave_the_port_out() -> None:
    assert names_of("localhost", 80) == {"localhost:80", "localhost"}
    assert names_of("localhost", 8080) == {"localhost:8080"}
    assert names_of("::1", 80) == {"[::1]:80", "[::1]"}


def test_a_port_that_is_taken_is_passed_over() -> None:
    first = listen("127.0.0.1", 0)
    second = closed(listen("127.0.0.1", first.port))
    closed(first)
    assert second.asked == first.port
    assert second.port > first.port


def test_a_port_that_another_takes_on_every_address_is_passed_over() -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:  # noqa: S104 - nothing answers there
        port = taken.getsockname()[1]
        assert closed(listen("127.0.0.1", port)).port != port


def test_where_all_are_taken_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_TRIED", 1)
    first = listen("127.0.0.1", 0)
    with pytest.raises(OSError, match=r"cannot listen on http://127\.0\.0\.1") as refused:
        listen("127.0.0.1", first.port)
    closed(first)
    assert refused.value.errno == errno.EADDRINUSE


def test_after_the_last_port_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def taken(_: object, port: int) -> None:
        tried.append(port)
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr(ports, "_bind", taken)
    with pytest.raises(OSError, match="cannot listen"):
        listen("127.0.0.1", 65534)
    assert tried == [65534, 65535]
