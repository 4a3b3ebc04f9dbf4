"""Python's garbage, collected when nobody waits.

The command line turns the collector off. Values are freed by their counts all the same; only what
holds itself in a cycle waits for a collection: of each run some hundred small values, about 20 KB.
"""

import gc

EVERY = 20
"""Rests from one collection to the next: many make it long, few make it vain."""


class Tidy:
    """Collects what has come since the last time, at moments of rest. Not while it is worked.

    What is alive then is set apart (`gc.freeze`), so that a collection costs what the last rests
    brought, never what the project holds.
    """

    def __init__(self) -> None:
        self._rests = 0

    def rest(self) -> None:
        """Have a moment. Does nothing where the collector is on, as in a test."""
        if gc.isenabled():
            return
        if self._rests % EVERY == 0:
            if self._rests:
                gc.collect()
            gc.freeze()
        self._rests += 1
