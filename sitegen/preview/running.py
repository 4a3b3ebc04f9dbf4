"""The server's life: uvicorn, made to end at once when asked to, and to log nothing by itself."""

import asyncio
import contextlib
import logging
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Any

import uvicorn

from sitegen.preview.app import Preview
from sitegen.preview.connections import Limits, connection_class
from sitegen.preview.ports import Listening
from sitegen.preview.streams import Hub

_SILENT = logging.CRITICAL + 1
_LARGEST_HEAD = 32 * 1024  # bytes; the guard refuses less, with its reason
_IDLE = 15  # seconds that a connection is kept for the next request
_GRACE = 0.4  # seconds for what is being answered when the server ends
_LONGEST_GRACE = 1  # what uvicorn waits, which takes whole seconds
_ENDINGS = (signal.SIGINT, signal.SIGTERM)

Tell = Callable[[str], None]


class Server(uvicorn.Server):
    """Serves until it is told to stop, by a signal or by `stop`."""

    def __init__(
        self, app: Preview, listening: Listening, hub: Hub, tell: Tell, limits: Limits
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="asyncio",
                http=connection_class(limits),
                ws="none",
                lifespan="off",
                log_config=None,
                log_level=_SILENT,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=_IDLE,
                timeout_graceful_shutdown=_LONGEST_GRACE,
                h11_max_incomplete_event_size=_LARGEST_HEAD,
            )
        )
        self._listening = listening
        self._hub = hub
        self._tell = tell
        self._loop: asyncio.AbstractEventLoop | None = None

    def serve_until_stopped(self) -> None:
        """Serve in this thread. In the main thread, SIGINT and SIGTERM end it."""
        logging.getLogger("asyncio").setLevel(_SILENT)
        with contextlib.suppress(KeyboardInterrupt):  # it came before the loop was up
            asyncio.run(self._run(self._listening.sockets))

    def stop(self) -> None:
        """End soon. From any thread."""
        self.should_exit = True
        self._end()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal: uvicorn waits for streams, which never end by themselves, so we end them."""
        super().handle_exit(sig, frame)
        self._end()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Hear of signals. They are not raised again at the end, as uvicorn would."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {sig: signal.signal(sig, self.handle_exit) for sig in _ENDINGS}
        try:
            yield
        finally:
            for sig, handler in before.items():
                signal.signal(sig, handler)

    def _end(self) -> None:
        self._hub.close()
        if (loop := self._loop) is not None and not loop.is_closed():
            loop.call_soon_threadsafe(lambda: loop.call_later(_GRACE, self._hurry))

    def _hurry(self) -> None:
        """Let go of whoever takes longer: a reader that takes nothing, a check that goes on."""
        for connection in self.server_state.connections:
            connection.transport.abort()
        for task in self.server_state.tasks:
            task.cancel()

    async def _run(self, sockets: Sequence[Any]) -> None:
        self._loop = loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._hear)
        self._hub.attach(loop)
        await self.serve(sockets=list(sockets))

    def _hear(self, _: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
        """What went wrong outside any answer, as one line."""
        problem = told.get("exception")
        if not isinstance(problem, ConnectionError):
            self._tell(" ".join(f"{told.get('message')}: {problem!r}".split()))
