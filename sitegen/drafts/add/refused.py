"""Why an article is not registered."""

from enum import Enum, auto


class Because(Enum):
    """Who has to act: whoever gave the command, or whoever keeps the machine."""

    GIVEN = auto()
    MACHINE = auto()


class RefusedError(Exception):
    """Why an article is not registered, as a sentence, and what to do instead."""

    def __init__(self, reason: str, hint: str = "", because: Because = Because.GIVEN) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.because = because
