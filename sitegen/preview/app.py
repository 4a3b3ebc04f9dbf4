"""The preview as a web application: the guard, then the site and the preview's own paths."""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from sitegen.frozen import dataclass
from sitegen.preview.guard import PREFIX, WRITES, Doors, Head, refusal
from sitegen.preview.own_files import OwnFiles
from sitegen.preview.refusals import Refusal
from sitegen.preview.served import FILE_POLICY, KEPT, NO_STORE, TYPES, Served
from sitegen.preview.streams import Hub
from sitegen.preview.threads import in_thread

Json = Any
Result = TypeVar("Result")
Tell = Callable[[str], None]

_MOST_AT_WORK = 16  # answers that are being worked out at a time; the others wait
_COMMON = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # "no-referrer" would hide our own origin from us
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
    "cache-control": NO_STORE,
    "content-security-policy": FILE_POLICY,
}
_JSON_HEADERS = {"content-type": "application/json"}
_PLAIN_HEADERS = {"content-type": "text/plain; charset=utf-8", "connection": "close"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What the preview's own paths answer with. Each may take a while, in a thread.

    - `report`: all diagnostics, for the overlay
    - `page`: what the toolbar of a page shows, by path below the site
    - `write`: a call of `WRITES`, by its last word, with what was sent; its answer
    - `coverage`: what is not annotated of a source, by id; None where there is no such source
    - `assets`: our own scripts and styles
    """

    report: Callable[[], Json]
    page: Callable[[str], Json]
    write: Callable[[str, Mapping[str, Json]], Json]
    coverage: Callable[[str], Json | None]
    assets: OwnFiles


class Preview:
    """The application (ASGI 3). What goes wrong in it becomes one line for `tell`."""

    def __init__(
        self, doors: Doors, served: Served, hub: Hub, desk: Desk, tell: Tell, body_seconds: float
    ) -> None:
        self._doors = doors
        self._served = served
        self._hub = hub
        self._desk = desk
        self._tell = tell
        self._body_seconds = body_seconds
        self._working = asyncio.Semaphore(_MOST_AT_WORK)
        own = {
            "events": self._events,
            "report": self._report,
            "page": self._page,
        }
        if doors.token is not None:
            own["annotate/coverage"] = self._coverage
        self._routes = Starlette(
            routes=[
                *(Route(f"{PREFIX}{path}", answer) for path, answer in own.items()),
                *(Route(path, self._write, methods=["POST"]) for path in sorted(WRITES)),
                Route(f"{desk.assets.folder}{{name}}", self._asset),
                Route(f"{PREFIX}{{rest:path}}", self._nothing),
                Route("/{path:path}", self._site),
            ]
        )
        self._routes.router.redirect_slashes = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        began = False

        async def sending(message: Message) -> None:
            nonlocal began
            began = True
            await send(_with_common(message))

        head = _head(scope)
        refused = refusal(head, self._doors)
        try:
            if refused is not None:
                await _refusing(refused, head)(scope, receive, sending)
            elif _is_stream(head):
                await self._stream(scope, receive, sending)
            else:
                decoded = {**scope, "path": head.path, "root_path": ""}
                await self._routes(decoded, receive, sending)
        except Exception as problem:
            self._tell(f"a request could not be answered: {_one_line(problem)}")
            if not began:
                failed = Response("The preview failed here.\n", 500, _PLAIN_HEADERS)
                await failed(scope, receive, sending)

    async def _worked(self, work: Callable[[], Result]) -> Result:
        async with self._working:
            return await in_thread(work)

    async def _site(self, request: Request) -> Response:
        answer = await self._worked(lambda: self._served.answer(request.scope["path"]))
        return Response(answer.body, answer.status, answer.headers)

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._hub.full:
            await _refusing(Refusal.STREAMS_FULL)(scope, receive, send)
            return
        page = Request(scope).query_params.get("page", "")
        await self._hub.serve(page, scope, receive, send)

    async def _events(self, _: Request) -> Response:
        """The head of a stream, for HEAD: a stream itself is none of the router's."""
        return Response(b"", 200, {"content-type": "text/event-stream; charset=utf-8"})

    async def _report(self, _: Request) -> Response:
        return _json(await self._worked(self._desk.report))

    async def _page(self, request: Request) -> Response:
        path = request.query_params.get("path", "")
        return _json(await self._worked(lambda: self._desk.page(path)))

    async def _coverage(self, request: Request) -> Response:
        source = request.query_params.get("source", "")
        found = await self._worked(lambda: self._desk.coverage(source))
        return await self._nothing(request) if found is None else _json(found)

    async def _asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        content = self._desk.assets.contents.get(name)
        if content is None:
            return await self._nothing(request)
        kind = TYPES[f".{name.rpartition('.')[2]}"]
        return Response(content, 200, {"content-type": kind, "cache-control": KEPT})

    async def _nothing(self, _: Request) -> Response:
        return _refusing(Refusal.NOT_NAMED)

    async def _write(self, request: Request) -> Response:
        body = await self._body(request)
        if isinstance(body, Refusal):
            return _refusing(body)
        name = request.scope["path"].rpartition("/")[2]
        return _json(await self._worked(lambda: self._desk.write(name, body)))

    async def _body(self, request: Request) -> dict[str, Json] | Refusal:
        """What was sent; or why it cannot be taken."""
        try:
            async with asyncio.timeout(self._body_seconds):
                content = await request.body()  # as long as its head has told, and no longer
        except (TimeoutError, ClientDisconnect):
            return Refusal.BODY_SLOW
        sent = _parsed(content)
        return sent if isinstance(sent, dict) else Refusal.BODY_NOT_JSON


def _parsed(content: bytes) -> Json | None:
    """What a body says, as RFC 8259 has it; None where it is something else.

    Python's reader takes more: other encodings, numbers that are none or beyond all bounds, and
    halves of characters, which could not be written into a file.
    """
    try:
        sent = json.loads(content.decode())
        json.dumps(sent, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return None
    return sent


def _head(scope: Scope) -> Head:
    query = b"?" + scope["query_string"] if scope["query_string"] else b""
    local = scope["server"][0] if scope.get("server") else ""
    return Head(scope["method"], scope["raw_path"] + query, tuple(scope["headers"]), local)


def _is_stream(head: Head) -> bool:
    return head.path == f"{PREFIX}events" and head.method == "GET"


def _refusing(refused: Refusal, head: Head | None = None) -> Response:
    """A refusal closes its connection: what else comes on it is not worth reading."""
    status, line = refused.value
    allowed = {}
    if refused is Refusal.METHOD and head is not None:
        allowed = {"allow": "POST" if head.path in WRITES else "GET, HEAD"}
    closing = {} if refused is Refusal.NOT_NAMED else {"connection": "close"}
    kind = {"content-type": _PLAIN_HEADERS["content-type"]}
    return Response(f"{line}\n", status, {**kind, **closing, **allowed})


def _json(value: Json) -> Response:
    # Escaped to ASCII: a broken file may hold what cannot be encoded.
    return Response(json.dumps(value, separators=(",", ":")), 200, _JSON_HEADERS)


def _with_common(message: Message) -> Message:
    """The start of a response with the headers that all have, but for those that it sets itself."""
    if message["type"] != "http.response.start":
        return message
    headers = list(message.get("headers", []))
    given = {name for name, _ in headers}
    more = [(n.encode(), v.encode()) for n, v in _COMMON.items() if n.encode() not in given]
    return {**message, "headers": [*headers, *more]}


def _one_line(problem: BaseException) -> str:
    return " ".join(f"{type(problem).__name__}: {problem}".split())
