"""How long a connection may take and how many there may be, which uvicorn leaves open.

A connection that sends its request a byte at a time, or never reads what it asked for, would be
kept for ever, and a few hundred of them stop a server.
"""

import asyncio
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from sitegen.frozen import dataclass
from sitegen.preview.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Limits:
    """What one client, or all together, may take.

    - `connections`, `streams`: how many at a time; a browser has six to a host
    - `head`, `body`: seconds until all of a request's head, or body, must have come
    - `reading`: seconds that a reader may take nothing of what is sent
    """

    connections: int = 512
    streams: int = 256
    head: float = 10.0
    body: float = 10.0
    reading: float = 20.0


def connection_class(limits: Limits) -> type[H11Protocol]:
    """The protocol of uvicorn within limits: a class, as it makes one for each connection."""

    class Limited(_Connection):
        def __init__(self, **given: Any) -> None:
            super().__init__(limits, **given)

    return Limited


class _Connection(H11Protocol):
    """One connection. Whatever it waits for, a timer runs until that has come."""

    def __init__(
        self,
        limits: Limits,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.limits = limits
        self.head_timer: asyncio.TimerHandle | None = None
        self.reading_timer: asyncio.TimerHandle | None = None
        self.began = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections:
            self._refuse(Refusal.CONNECTIONS_FULL)
        else:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timers()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        self.began = True
        if self._is_idle() and self.head_timer is None:
            self._await_head()
        super().data_received(data)
        if not self._is_idle():
            self._head_came()

    def on_response_complete(self) -> None:
        self.began = False
        super().on_response_complete()
        if not self._is_idle():  # the next request had come already
            self._head_came()
        elif self.conn.trailing_data[0] and self.head_timer is None:  # a part of it had
            self.began = True
            self._await_head()

    def pause_writing(self) -> None:
        super().pause_writing()
        self.reading_timer = self.loop.call_later(self.limits.reading, self.transport.abort)

    def resume_writing(self) -> None:
        if self.reading_timer is not None:
            self.reading_timer.cancel()
            self.reading_timer = None
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """What is not HTTP, or a head that has no end, is told so and let go."""
        self._refuse(Refusal.MALFORMED)

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._let_go()

    def shutdown(self) -> None:
        super().shutdown()
        if self._is_idle():
            self._stop_timers()
            self.transport.abort()

    def _is_idle(self) -> bool:
        """Whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def _await_head(self) -> None:
        self.head_timer = self.loop.call_later(self.limits.head, self._head_is_late)

    def _head_came(self) -> None:
        if self.head_timer is not None:
            self.head_timer.cancel()
            self.head_timer = None

    def _head_is_late(self) -> None:
        if self.began:
            self._refuse(Refusal.HEAD_SLOW)
        else:  # a browser's connection in advance, which never was needed
            self._let_go()

    def _refuse(self, refusal: Refusal) -> None:
        answering = self.cycle is not None and self.cycle.response_started
        if (self._is_idle() or not answering) and not self.transport.is_closing():
            self.transport.write(plain_response(refusal))
        if self.cycle is not None:
            self.cycle.disconnected = True  # what it still would say is not for here
        self._let_go()

    def _let_go(self) -> None:
        """Close; and where the other side does not take the rest, without it."""
        self._head_came()
        self.transport.close()
        if self.reading_timer is None:
            self.reading_timer = self.loop.call_later(self.limits.reading, self.transport.abort)

    def _stop_timers(self) -> None:
        self._head_came()
        if self.reading_timer is not None:
            self.reading_timer.cancel()
            self.reading_timer = None


def plain_response(refusal: Refusal) -> bytes:
    """A refusal as a whole response, for a connection on which no request could be read."""
    status, line = refusal.value
    body = f"{line}\n"
    return (
        f"HTTP/1.1 {status} Refused\r\ncontent-type: text/plain; charset=utf-8\r\n"
        f"content-length: {len(body.encode())}\r\nx-content-type-options: nosniff\r\n"
        f"cache-control: no-store\r\nconnection: close\r\n\r\n{body}"
    ).encode()
