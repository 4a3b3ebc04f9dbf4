"""The open pages, and how they hear of news: server-sent events (WHATWG HTML, 9.2)."""

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.types import Receive, Scope, Send

_HEARTBEAT = 15.0  # seconds; a comment that shows both sides that the other is there
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),  # a proxy in front must not collect events
]


class _Stream:
    """One open page."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.news = asyncio.Event()


class Hub:
    """All open pages. Each hears of the newest state; who was slow misses those in between.

    `broadcast` and `close` may be called from any thread, all else from the server's. `most`:
    streams at a time.
    """

    def __init__(self, most: int, beat: float = _HEARTBEAT) -> None:
        self.most = most
        self.beat = beat
        self.latest: bytes | None = None
        self.closing = False
        self.pages: tuple[str, ...] = ()
        """The paths that are open, each once. It is replaced as a whole: any thread may read it."""
        self._streams: set[_Stream] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def __len__(self) -> int:
        return len(self._streams)

    @property
    def full(self) -> bool:
        """Whether no more streams are taken."""
        return self.closing or len(self._streams) >= self.most

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Name the loop in which the streams run."""
        self._loop = loop

    def broadcast(self, message: bytes) -> None:
        """Tell every page this message, and whoever comes later until the next."""
        self.latest = message
        self._in_loop(self._wake)

    def close(self) -> None:
        """End every stream, and take no more."""
        self.closing = True
        self._in_loop(self._wake)

    def _in_loop(self, call: Callable[[], None]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call)

    def _wake(self) -> None:
        for stream in self._streams:
            stream.news.set()

    async def serve(self, page: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for events, until it goes or the hub closes."""
        stream = _Stream(page)
        self._streams.add(stream)
        self._list()
        telling = asyncio.create_task(self._tell(stream, send))
        leaving = asyncio.create_task(_gone(receive))
        try:
            # Who has gone is forgotten at once, even while something is being sent to it.
            await asyncio.wait({telling, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._streams.discard(stream)
            self._list()
            telling.cancel()
            leaving.cancel()
            await asyncio.gather(telling, leaving, return_exceptions=True)

    async def _tell(self, stream: _Stream, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        await send(_piece(b": the preview is here\n\n"))
        told: bytes | None = None
        while not self.closing:
            stream.news.clear()
            if self.latest is not None and self.latest is not told:
                told = self.latest
                await send(_piece(told))
            try:
                await asyncio.wait_for(stream.news.wait(), self.beat)
            except TimeoutError:
                await send(_piece(b": still here\n\n"))
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _list(self) -> None:
        self.pages = tuple(sorted({stream.page for stream in self._streams}))


def event(name: str, text: str) -> bytes:
    """A message as it is sent; `text` is one line."""
    return f"event: {name}\ndata: {text}\n\n".encode()


def _piece(content: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": content, "more_body": True}


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
