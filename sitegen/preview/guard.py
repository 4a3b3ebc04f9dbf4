"""Who may ask the preview for what: every reason to turn a request away, each a rule of its own.

The preview shows drafts and can write content files, on a port that any page in the same browser
can send requests to. So a request must name this server (against rebound names), must not come from
another site's page (against forged requests), and may ask for little. A request is judged by its
head alone, before anything else sees it.
"""

import secrets
from collections.abc import Callable

from sitegen.frozen import dataclass
from sitegen.preview.refusals import Refusal
from sitegen.preview.targets import decoded, is_twice_encoded, parts

PREFIX = "/_sitegen/"
"""What the preview keeps for itself; all other paths are the site's."""
WRITES = frozenset(f"{PREFIX}annotate/{name}" for name in ("selection", "fact", "skip", "undo"))
"""The paths that take POST, and nothing else."""
TOKEN_HEADER = "x-sitegen-token"  # noqa: S105 - the name of a header
LARGEST_BODY = 256 * 1024
"""Bytes: a fact with a long quotation takes a hundredth of it."""

_LONGEST_TARGET = 2048  # bytes; an asset's name may be 255, each of its bytes written as three
_LARGEST_HEAD = 16 * 1024  # bytes of all header lines; browsers send about one thousand
_MOST_HEADERS = 100
_HTTP = 80  # the port that a browser leaves out
_ONCE = (
    "host",
    "origin",
    "sec-fetch-site",
    "content-type",
    "content-length",
    "transfer-encoding",
    TOKEN_HEADER,
)
_OWN_PAGES = frozenset({"same-origin", "none"})  # none: typed, or a bookmark (W3C Fetch Metadata)
_JSON = frozenset({"application/json", "application/json;charset=utf-8"})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request. `target` as it was sent; the names of `headers` in lower case.

    `local`: the address of this machine that it came to.
    """

    method: str
    target: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    local: str = ""

    def all(self, name: str) -> list[str]:
        """The values of a header, in order."""
        wanted = name.encode()
        return [value.decode("latin-1") for given, value in self.headers if given == wanted]

    def get(self, name: str) -> str | None:
        """The first value of a header."""
        return next(iter(self.all(name)), None)

    @property
    def path(self) -> str:
        """The path as text, once the rules have let it through; else as much as can be read."""
        return decoded(self.target) or ""


@dataclass(frozen=True, slots=True)
class Doors:
    """What this server answers to.

    - `hosts`: what Host may say, with the port
    - `any_address`: the port, where the server listens on every address of the machine: then Host
      may also be the address that the request came to. An address cannot be rebound, a name can.
    - `token`: what a request to write must bring; None where nothing may be written
    """

    hosts: frozenset[str]
    any_address: int | None
    token: str | None

    def admits(self, host: str, local: str) -> bool:
        """Whether `host` is this server, for a request that came to the address `local`."""
        if host.lower() in self.hosts:
            return True
        return self.any_address is not None and host.lower() in names_of(local, self.any_address)


def names_of(host: str, port: int) -> frozenset[str]:
    """How Host may name a host of ours: with its port, which a browser leaves out where it is 80.

    An IPv6 address stands in brackets (RFC 3986, 3.2.2).
    """
    literal = f"[{host.lower()}]" if ":" in host else host.lower()
    return frozenset({f"{literal}:{port}", *([literal] if port == _HTTP else [])})


Rule = Callable[[Head, Doors], bool]


def _is_write(head: Head) -> bool:
    return head.path in WRITES


def _whole_address(head: Head, _: Doors) -> bool:
    return not head.target.startswith(b"/")


def _long(head: Head, _: Doors) -> bool:
    return len(head.target) > _LONGEST_TARGET


def _large(head: Head, _: Doors) -> bool:
    size = sum(len(name) + len(value) for name, value in head.headers)
    return size > _LARGEST_HEAD or len(head.headers) > _MOST_HEADERS


def _twice(head: Head, _: Doors) -> bool:
    return any(len(head.all(name)) > 1 for name in _ONCE)


def _no_host(head: Head, _: Doors) -> bool:
    return not head.get("host")


def _foreign_host(head: Head, doors: Doors) -> bool:
    host = head.get("host")
    return bool(host) and not doors.admits(host or "", head.local)


def _upgrade(head: Head, _: Doors) -> bool:
    return head.get("upgrade") is not None


def _method(head: Head, _: Doors) -> bool:
    return head.method not in ({"POST"} if _is_write(head) else {"GET", "HEAD"})


def _from_elsewhere(head: Head, _: Doors) -> bool:
    site = head.get("sec-fetch-site")
    return site is not None and site not in _OWN_PAGES


def _foreign_origin(head: Head, _: Doors) -> bool:
    origin = head.get("origin")
    return origin is not None and origin != f"http://{(head.get('host') or '').lower()}"


def _double_slash(head: Head, _: Doors) -> bool:
    return b"//" in head.target.partition(b"?")[0]


def _encoding(head: Head, _: Doors) -> bool:
    return decoded(head.target) is None


def _control(head: Head, _: Doors) -> bool:
    return any(character < " " or "\x7f" <= character < "\xa0" for character in head.path)


def _separator(head: Head, _: Doors) -> bool:
    return b"%2f" in head.target.partition(b"?")[0].lower() or "\\" in head.path


def _dots(head: Head, _: Doors) -> bool:
    return not {".", ".."}.isdisjoint(parts(head.path))


def _twice_encoded(head: Head, _: Doors) -> bool:
    return is_twice_encoded(head.path)


def _unwanted_body(head: Head, _: Doors) -> bool:
    if _is_write(head):
        return False
    return head.get("transfer-encoding") is not None or head.get("content-length") not in {
        None,
        "0",
    }


def _writes_off(head: Head, doors: Doors) -> bool:
    return _is_write(head) and doors.token is None


def _no_origin(head: Head, _: Doors) -> bool:
    return _is_write(head) and head.get("origin") is None


def _no_token(head: Head, _: Doors) -> bool:
    return _is_write(head) and not head.get(TOKEN_HEADER)


def _wrong_token(head: Head, doors: Doors) -> bool:
    given = head.get(TOKEN_HEADER)
    if not _is_write(head) or not given or doors.token is None:
        return False
    return not secrets.compare_digest(given.encode(), doors.token.encode())


def _content_type(head: Head, _: Doors) -> bool:
    given = (head.get("content-type") or "").lower().replace(" ", "")
    return _is_write(head) and given not in _JSON


def _no_length(head: Head, _: Doors) -> bool:
    given = head.get("content-length")
    known = given is not None and given.isdecimal() and head.get("transfer-encoding") is None
    return _is_write(head) and not known


def _large_body(head: Head, _: Doors) -> bool:
    given = head.get("content-length") or ""
    # Zeros in front may be many (RFC 9110, 8.6); what is as long without them is too large anyhow.
    return _is_write(head) and given.isdecimal() and int(given.lstrip("0")[:12] or 0) > LARGEST_BODY


RULES: tuple[tuple[Refusal, Rule], ...] = (
    (Refusal.TARGET_FORM, _whole_address),
    (Refusal.TARGET_LONG, _long),
    (Refusal.HEAD_LARGE, _large),
    (Refusal.HEADER_TWICE, _twice),
    (Refusal.HOST_MISSING, _no_host),
    (Refusal.HOST_FOREIGN, _foreign_host),
    (Refusal.UPGRADE, _upgrade),
    (Refusal.FROM_ELSEWHERE, _from_elsewhere),
    (Refusal.ORIGIN_FOREIGN, _foreign_origin),
    (Refusal.PATH_DOUBLE_SLASH, _double_slash),
    (Refusal.PATH_ENCODING, _encoding),
    (Refusal.PATH_CONTROL, _control),
    (Refusal.PATH_SEPARATOR, _separator),
    (Refusal.PATH_DOTS, _dots),
    (Refusal.PATH_TWICE, _twice_encoded),
    (Refusal.METHOD, _method),
    (Refusal.BODY_UNWANTED, _unwanted_body),
    (Refusal.WRITES_OFF, _writes_off),
    (Refusal.ORIGIN_MISSING, _no_origin),
    (Refusal.TOKEN_MISSING, _no_token),
    (Refusal.TOKEN_WRONG, _wrong_token),
    (Refusal.CONTENT_TYPE, _content_type),
    (Refusal.LENGTH_MISSING, _no_length),
    (Refusal.BODY_LARGE, _large_body),
)
"""In this order: who asks before what is asked for, so that a stranger learns nothing of paths."""


def refusal(
    head: Head, doors: Doors, rules: tuple[tuple[Refusal, Rule], ...] = RULES
) -> Refusal | None:
    """Why a request is turned away; None where it may be answered."""
    return next((name for name, applies in rules if applies(head, doors)), None)
