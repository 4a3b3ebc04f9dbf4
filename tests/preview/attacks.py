"""Requests that the preview refuses, each with the one reason for it.

In each, HOST, PORT and TOKEN stand for the server's own. The first of each reason is one that this
reason alone stops.
"""

from typing import NamedTuple

from sitegen.preview.guard import LARGEST_BODY
from sitegen.preview.refusals import Refusal
from tests.preview.serving import OWN

FACT = "/_sitegen/annotate/fact"


class Attack(NamedTuple):
    """A request as its bytes. `writes`: whether the server takes annotations at all."""

    name: str
    refusal: Refusal
    request: bytes
    writes: bool = True


def get(path: str | bytes, *lines: str, host: str | None = "HOST", method: str = "GET") -> bytes:
    target = path if isinstance(path, bytes) else path.encode()
    named = [] if host is None else [f"Host: {host}"]
    rest = "\r\n".join([*named, *lines, "", ""]).encode("latin-1")
    return method.encode() + b" " + target + b" HTTP/1.1\r\n" + rest


def post(path: str = FACT, body: bytes = b"{}", **changed: str | None) -> bytes:
    """A request that the preview's own script could make, with some headers changed or left out."""
    headers: dict[str, str | None] = {
        "Origin": "http://HOST",
        "X-Sitegen-Token": "TOKEN",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
    }
    headers |= {name.replace("_", "-"): value for name, value in changed.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value is not None]
    return get(path, *lines, method="POST") + body


R = Refusal
ATTACKS = [
    # where it asks
    Attack("no path at all", R.TARGET_FORM, get("*")),
    Attack("a whole address", R.TARGET_FORM, get("http://HOST/index.html")),
    Attack("somebody else's address", R.TARGET_FORM, get("http://evil.example/")),
    Attack("a tunnel", R.TARGET_FORM, get("evil.example:443", method="CONNECT")),
    Attack("HTTP/2 without asking", R.TARGET_FORM, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    Attack("a path without its slash", R.TARGET_FORM, get("index.html")),
    Attack("an endless path", R.TARGET_LONG, get("/" + "a" * 3000)),
    Attack("an endless query", R.TARGET_LONG, get("/?" + "a" * 3000)),
    Attack("a large header", R.HEAD_LARGE, get("/", f"X-Large: {'a' * 20_000}")),
    Attack("many headers", R.HEAD_LARGE, get("/", *(f"X-{n}: a" for n in range(200)))),
    # whom it asks
    Attack("no host", R.HOST_MISSING, get("/", host=None).replace(b"1.1", b"1.0")),
    Attack("an empty host", R.HOST_MISSING, get("/", host="")),
    Attack("a rebound name", R.HOST_FOREIGN, get("/", host="evil.example:PORT")),
    Attack("another port", R.HOST_FOREIGN, get("/", host="127.0.0.1:1")),
    Attack("no port", R.HOST_FOREIGN, get("/", host="127.0.0.1")),
    Attack("a name that begins as ours", R.HOST_FOREIGN, get("/", host="localhost.evil:PORT")),
    Attack("a name that ends as ours", R.HOST_FOREIGN, get("/", host="evil.localhost:PORT")),
    Attack("a user before our name", R.HOST_FOREIGN, get("/", host="evil@127.0.0.1:PORT")),
    Attack("another loopback address", R.HOST_FOREIGN, get("/", host="127.0.0.2:PORT")),
    Attack("every address", R.HOST_FOREIGN, get("/", host="0.0.0.0:PORT")),
    Attack("our address as a number", R.HOST_FOREIGN, get("/", host="2130706433:PORT")),
    Attack("IPv6 without brackets", R.HOST_FOREIGN, get("/", host="::1:PORT")),
    Attack("a dot after the name", R.HOST_FOREIGN, get("/", host="localhost.:PORT")),
    # who asks
    Attack(
        "two origins",
        R.HEADER_TWICE,
        get("/", "Origin: http://HOST", "Origin: http://evil.example"),
    ),
    Attack(
        "two tokens",
        R.HEADER_TWICE,
        post().replace(b"Content-Type", b"X-Sitegen-Token: TOKEN\r\nContent-Type"),
    ),
    Attack("another site's page", R.FROM_ELSEWHERE, get("/", "Sec-Fetch-Site: cross-site")),
    Attack("another port's page", R.FROM_ELSEWHERE, get("/", "Sec-Fetch-Site: same-site")),
    Attack("a word we do not know", R.FROM_ELSEWHERE, get("/", "Sec-Fetch-Site: none, none")),
    Attack(
        "another site's listener",
        R.FROM_ELSEWHERE,
        get("/_sitegen/events?page=index.html", "Sec-Fetch-Site: cross-site"),
    ),
    Attack("another origin", R.ORIGIN_FOREIGN, get("/", "Origin: http://evil.example")),
    Attack("an origin that hides", R.ORIGIN_FOREIGN, get("/", "Origin: null")),
    Attack("our origin by another scheme", R.ORIGIN_FOREIGN, get("/", "Origin: https://HOST")),
    Attack(
        "our origin by another name", R.ORIGIN_FOREIGN, get("/", "Origin: http://localhost:PORT")
    ),
    Attack("our host, another port", R.ORIGIN_FOREIGN, get("/", "Origin: http://127.0.0.1:1")),
    Attack("an origin with a path", R.ORIGIN_FOREIGN, get("/", "Origin: http://HOST/")),
    Attack(
        "another origin's listener",
        R.ORIGIN_FOREIGN,
        get("/_sitegen/events", "Origin: http://evil.example"),
    ),
    Attack("another origin's fact", R.ORIGIN_FOREIGN, post(Origin="http://evil.example")),
    # another protocol
    Attack(
        "a websocket",
        R.UPGRADE,
        get(
            "/_sitegen/events",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        ),
    ),
    Attack("HTTP/2 in clear", R.UPGRADE, get("/", "Connection: Upgrade", "Upgrade: h2c")),
    # paths that climb
    Attack("a host as a path", R.PATH_DOUBLE_SLASH, get("//evil.example/")),
    Attack("an empty part", R.PATH_DOUBLE_SLASH, get("/facts//lamp.html")),
    Attack("a lone percent sign", R.PATH_ENCODING, get("/100%")),
    Attack("an escape that is none", R.PATH_ENCODING, get("/%zz")),
    Attack("an overlong slash", R.PATH_ENCODING, get("/..%c0%af..%c0%afetc/passwd")),
    Attack("an overlong dot", R.PATH_ENCODING, get("/%c0%ae%c0%ae/etc/passwd")),
    Attack(
        "an overlong dot in three bytes", R.PATH_ENCODING, get("/%e0%80%ae%e0%80%ae/secret.txt")
    ),
    Attack("half a surrogate", R.PATH_ENCODING, get("/%ed%a0%80")),
    Attack("Latin-1", R.PATH_ENCODING, get("/caf%e9.html")),
    Attack("the end of a string", R.PATH_CONTROL, get("/index.html%00.png")),
    Attack("a header in the path", R.PATH_CONTROL, get("/x%0d%0aSet-Cookie:%20a=b")),
    Attack("an escape of a terminal", R.PATH_CONTROL, get("/%1b[2J")),
    Attack("a C1 control", R.PATH_CONTROL, get("/%c2%9b2J")),
    Attack("an encoded slash", R.PATH_SEPARATOR, get("/facts%2flamp.html")),
    Attack("encoded slashes that climb", R.PATH_SEPARATOR, get("/..%2F..%2Fsecret.txt")),
    Attack("a backslash", R.PATH_SEPARATOR, get("/facts\\lamp.html")),
    Attack("an encoded backslash", R.PATH_SEPARATOR, get("/facts%5clamp.html")),
    Attack("backslashes that climb", R.PATH_SEPARATOR, get("/..%5C..%5Csecret.txt")),
    Attack("a drive", R.PATH_SEPARATOR, get("/c:%5cwindows%5cwin.ini")),
    Attack("dots", R.PATH_DOTS, get("/../secret.txt")),
    Attack("dots that come back", R.PATH_DOTS, get("/facts/../index.html")),
    Attack("many dots", R.PATH_DOTS, get("/" + "../" * 12 + "etc/passwd")),
    Attack("encoded dots", R.PATH_DOTS, get("/%2e%2e/secret.txt")),
    Attack("half-encoded dots", R.PATH_DOTS, get("/.%2E/secret.txt")),
    Attack("dots below an asset", R.PATH_DOTS, get(f"{OWN.folder}../../../secret.txt")),
    Attack("one dot", R.PATH_DOTS, get("/./index.html")),
    Attack("dots at the end", R.PATH_DOTS, get("/facts/..")),
    Attack("dots, encoded twice", R.PATH_TWICE, get("/%252e%252e/secret.txt")),
    Attack("slashes, encoded twice", R.PATH_TWICE, get("/..%252fsecret.txt")),
    Attack("encoded three times", R.PATH_TWICE, get("/%25252e%25252e")),
    Attack("a control, encoded twice", R.PATH_TWICE, get("/index.html%2500")),
    # what it wants done
    Attack("an upload", R.METHOD, get("/index.html", "Content-Length: 0", method="PUT")),
    Attack("a deletion", R.METHOD, get("/index.html", method="DELETE")),
    Attack("a question before a foreign request", R.METHOD, get(FACT, method="OPTIONS")),
    Attack("an echo", R.METHOD, get("/", method="TRACE")),
    Attack("a method of its own", R.METHOD, get("/", method="SITEGEN")),
    Attack("a method in small letters", R.METHOD, get("/", method="get")),
    Attack("a form", R.METHOD, post("/index.html")),
    Attack("a write where one reads", R.METHOD, post("/_sitegen/report")),
    Attack("a call that there is not", R.METHOD, post("/_sitegen/annotate/everything")),
    Attack("a read where one writes", R.METHOD, get(FACT)),
    Attack("words with a question", R.BODY_UNWANTED, get("/", "Content-Length: 5") + b"words"),
    Attack(
        "endless words with a question",
        R.BODY_UNWANTED,
        get("/", "Transfer-Encoding: chunked") + b"5\r\nwords\r\n" * 1000,
    ),
    # what it wants written
    Attack("writing where it is off", R.WRITES_OFF, post(), writes=False),
    Attack("a write from nowhere", R.ORIGIN_MISSING, post(Origin=None)),
    Attack("a write without a token", R.TOKEN_MISSING, post(X_Sitegen_Token=None)),
    Attack("a write with an empty token", R.TOKEN_MISSING, post(X_Sitegen_Token="")),
    Attack("a write with a guess", R.TOKEN_WRONG, post(X_Sitegen_Token="guess")),  # noqa: S106 - wrong
    Attack("a write with half a token", R.TOKEN_WRONG, post(X_Sitegen_Token="TOKE")),  # noqa: S106 - wrong
    Attack("a form's words", R.CONTENT_TYPE, post(Content_Type="text/plain")),
    Attack(
        "a form's fields", R.CONTENT_TYPE, post(Content_Type="application/x-www-form-urlencoded")
    ),
    Attack("words of no kind", R.CONTENT_TYPE, post(Content_Type=None)),
    Attack(
        "a kind hidden in another",
        R.CONTENT_TYPE,
        post(Content_Type="text/plain; application/json"),
    ),
    Attack(
        "an endless body",
        R.LENGTH_MISSING,
        post(body=b"", Content_Length=None, Transfer_Encoding="chunked")
        + b"4000\r\n"
        + b"a" * 16384,
    ),
    Attack("no length", R.LENGTH_MISSING, post(Content_Length=None)),
    Attack("too large a body", R.BODY_LARGE, post(body=b" " * (LARGEST_BODY + 1))),
    Attack("an unbelievable length", R.BODY_LARGE, post(Content_Length="9" * 20, body=b"a")),
    Attack("a large length behind zeros", R.BODY_LARGE, post(Content_Length="0" * 13 + "9000000")),
    Attack("a body that is no JSON", R.BODY_NOT_JSON, post(body=b"{'a': 1}")),
    Attack("a list", R.BODY_NOT_JSON, post(body=b"[]")),
    Attack("a deep body", R.BODY_NOT_JSON, post(body=b"[" * 100_000)),
    Attack("a number that is none", R.BODY_NOT_JSON, post(body=b'{"value": NaN}')),
    Attack("a number beyond all bounds", R.BODY_NOT_JSON, post(body=b'{"value": 1e999}')),
    Attack("another encoding", R.BODY_NOT_JSON, post(body='{"undo": "a"}'.encode("utf-16"))),
    Attack("half a character", R.BODY_NOT_JSON, post(body=b'{"claim": "\\ud800"}')),
    Attack("bytes that are no text", R.BODY_NOT_JSON, post(body=b'{"claim": "\xff"}')),
    Attack("no body", R.BODY_NOT_JSON, post(body=b"")),
    # what is not there
    Attack("a script that we do not have", R.NOT_NAMED, get(f"{OWN.folder}evil.js")),
    Attack("a script of other contents", R.NOT_NAMED, get("/_sitegen/assets/0123456789/client.js")),
    Attack("our own source", R.NOT_NAMED, get(f"{OWN.folder}server.py")),
    Attack("what else is ours", R.NOT_NAMED, get("/_sitegen/token")),
    Attack("our folder", R.NOT_NAMED, get("/_sitegen/")),
    Attack(
        "a source that there is not", R.NOT_NAMED, get("/_sitegen/annotate/coverage?source=../x")
    ),
    Attack(
        "what is not annotated, where writing is off",
        R.NOT_NAMED,
        get("/_sitegen/annotate/coverage?source=gazette"),
        writes=False,
    ),
    # what is no HTTP
    Attack("a space in a header's name", R.MALFORMED, get("/", "X y: z")),
    Attack("a space before the colon", R.MALFORMED, get("/", "Origin : http://evil.example")),
    Attack("a header without a colon", R.MALFORMED, get("/", "nonsense")),
    Attack("a header's end within", R.MALFORMED, get("/", "X: a\0b")),
    Attack("a folded first header", R.MALFORMED, b"GET / HTTP/1.1\r\n folded\r\n\r\n"),
    Attack("two hosts", R.MALFORMED, get("/", "Host: evil.example")),
    Attack("no host in HTTP/1.1", R.MALFORMED, get("/", host=None)),
    Attack("two lengths", R.MALFORMED, get("/", "Content-Length: 1", "Content-Length: 2")),
    Attack("a length below nothing", R.MALFORMED, get("/", "Content-Length: -1")),
    Attack("a length in words", R.MALFORMED, post(Content_Length="five")),
    Attack("a coding that we do not know", R.MALFORMED, get("/", "Transfer-Encoding: gzip")),
    Attack("a path that is no text", R.MALFORMED, get(b"/\xff\xfe")),
    Attack("a space in the path", R.MALFORMED, get("/a b")),
    Attack("no version", R.MALFORMED, b"GET /\r\n\r\n"),
    Attack(
        "a coding that is none",
        R.MALFORMED,
        post(body=b"{}\r\n", Content_Length=None, Transfer_Encoding="chunked"),
    ),
    Attack("a secret handshake", R.MALFORMED, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 9),
    Attack("noise", R.MALFORMED, bytes(range(256)) * 4 + b"\r\n\r\n"),
    Attack("a head without an end", R.MALFORMED, b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 20_000),
]
