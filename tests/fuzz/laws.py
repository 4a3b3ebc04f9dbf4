"""A law: a test of random input that can be tried on few examples or on very many."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy


@dataclass(frozen=True, slots=True)
class Law:
    """What must hold, of what, and how many examples the ordinary tests try."""

    holds: Callable[..., None]
    of: tuple[SearchStrategy[Any], ...]
    examples: int

    @property
    def test(self) -> Callable[[], None]:
        """The law as a test."""
        return settings(max_examples=self.examples)(given(*self.of)(self.holds))

    def try_many(self, examples: int, first: int) -> None:
        """Try the law on other examples; `first` is the seed."""
        many = settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        seed(first)(many(given(*self.of)(self.holds)))()


def law(examples: int, *of: SearchStrategy[Any]) -> Callable[[Callable[..., None]], Law]:
    """Makes a law of a function that raises AssertionError where it does not hold."""
    return lambda holds: Law(holds, of, examples)
