"""Where the preview listens: on loopback unless told otherwise, at the first port that is free."""

import errno
import os
import socket
from contextlib import suppress
from ipaddress import ip_address

from sitegen.frozen import dataclass
from sitegen.preview.guard import names_of

_TRIED = 50  # ports in a row
_LAST_PORT = 65535
_LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")
_NO_SUCH_ADDRESS = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}
_NOBODY = "192.0.2.1"  # an address of documentation (RFC 5737); nothing is sent to it


@dataclass(frozen=True, slots=True)
class Listening:
    """The sockets, and how they can be reached.

    - `port`, `asked`: the port, and the one that was asked for, which may have been taken
    - `loopback`: only this machine reaches it
    - `any_address`: every address of the machine is listened to
    - `hosts`: what Host may say
    """

    sockets: tuple[socket.socket, ...]
    host: str
    port: int
    asked: int
    loopback: bool
    any_address: bool
    hosts: frozenset[str]

    @property
    def url(self) -> str:
        """The address of the home page, for a browser of this machine."""
        host = "localhost" if self.any_address else self.host
        return _url(host, self.port)

    @property
    def url_elsewhere(self) -> str | None:
        """The address for another machine, as far as this one knows its own."""
        if self.loopback:
            return None
        if not self.any_address:
            return self.url
        own = _own_address()
        return _url(own, self.port) if own else None


def listen(host: str, port: int) -> Listening:
    """Take `port` of `host`, or the next that is free; 0: any.

    Raises OSError where the host is not of this machine, or no port may be taken.
    """
    addresses = _addresses(host)
    last = port if port == 0 else min(port + _TRIED - 1, _LAST_PORT)
    for tried in range(port, last + 1):
        try:
            sockets, found = _bind(addresses, tried)
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE and tried < last:
                continue
            raise OSError(problem.errno, _why(problem, host, tried)) from problem
        loopback = all(ip_address(_bare(address)).is_loopback for _, address in addresses)
        anywhere = any(ip_address(_bare(address)).is_unspecified for _, address in addresses)
        hosts = {host, *(_bare(address) for _, address in addresses)}
        if loopback or anywhere:
            hosts |= {*_LOOPBACK_NAMES}
        if anywhere:  # no name of a host; browsers of old let any page ask for it
            hosts -= {"0.0.0.0", "::", host}  # noqa: S104 - it is taken out
        names = frozenset[str]().union(*(names_of(name, found) for name in hosts))
        return Listening(sockets, host, found, port, loopback, anywhere, names)
    raise AssertionError("the last port has been tried")


def _bind(
    addresses: list[tuple[socket.AddressFamily, str]], port: int
) -> tuple[tuple[socket.socket, ...], int]:
    """A socket for each address, all at one port. An address that is not there may be left out."""
    sockets: list[socket.socket] = []
    missing: OSError | None = None
    try:
        for family, address in addresses:
            try:
                sockets.append(_bound(family, address, port))
            except OSError as problem:
                if problem.errno not in _NO_SUCH_ADDRESS:
                    raise
                missing = problem
                continue
            port = sockets[-1].getsockname()[1]
        if missing is not None and not sockets:
            raise missing
    except OSError:
        for opened in sockets:
            opened.close()
        raise
    return tuple(sockets), port


def _bound(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # the port of a server that has just ended can be taken again
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen()  # only now is it known whether the port is free
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def _addresses(host: str) -> list[tuple[socket.AddressFamily, str]]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as problem:
        raise OSError(errno.EADDRNOTAVAIL, f"cannot listen on {host}: no such host") from problem
    return list(dict.fromkeys((family, str(place[0])) for family, *_, place in found))


def _bare(address: str) -> str:
    """An address without the interface of a link-local one."""
    return address.partition("%")[0]


def _why(problem: OSError, host: str, port: int) -> str:
    reason = (problem.strerror or str(problem)).lower()
    return f"cannot listen on {_url(host, port)}: {reason}"


def _url(host: str, port: int) -> str:
    literal = f"[{host}]" if ":" in host else host
    return f"http://{literal}:{port}/"


def _own_address() -> str | None:
    """The address from which this machine would speak to others."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.connect((_NOBODY, 9))  # chooses an address; a datagram socket sends nothing by that
        return str(asking.getsockname()[0])
    return None
