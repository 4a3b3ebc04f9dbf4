"""Why a request of the annotator is not done: one line, and what to do instead."""

from typing import Any

Json = dict[str, Any]


class ProblemError(Exception):
    """What keeps a request from being done, in an editor's words."""

    def __init__(self, problem: str, hint: str = "", **more: Any) -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint
        self.more = more

    def answer(self) -> Json:
        """The answer to who asked."""
        return {
            "ok": False,
            "problem": self.problem,
            "hint": self.hint,
            "diagnostics": [],
            **self.more,
        }
