"""Work that may take a while, out of the way of the server and of its end."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")


async def in_thread(work: Callable[[], Result]) -> Result:
    """What `work` gives, or raises, worked out in a thread of its own.

    Python waits at its end for the threads of any pool; for this one it doesn't, so that no long
    check holds up who has pressed Ctrl-C.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def settle(finish: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile: nobody waits any more
            loop.call_soon_threadsafe(lambda: None if done.done() else finish())

    def run() -> None:
        try:
            made = work()
        except Exception as problem:
            found = problem
            settle(lambda: done.set_exception(found))
        else:
            settle(lambda: done.set_result(made))

    threading.Thread(target=run, name="sitegen-answer", daemon=True).start()
    return await done
