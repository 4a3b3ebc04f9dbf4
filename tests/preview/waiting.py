"""Waiting for another thread: never for a fixed time."""

import time
from collections.abc import Callable


def until(come_true: Callable[[], object], seconds: float = 30.0) -> None:
    """Return as soon as it is so. Fails after `seconds`, which only a defect takes."""
    limit = time.monotonic() + seconds
    while not come_true():
        assert time.monotonic() < limit, f"not within {seconds} seconds"
        time.sleep(0.005)
