"""Why words cannot be cited."""


class UncitableError(Exception):
    """Why words cannot be cited, as a sentence, and what to do instead."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
