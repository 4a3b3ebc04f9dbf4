"""Parts of a value that are worked out when somebody first asks, and then kept."""

from typing import TYPE_CHECKING

__all__ = ["lazily"]

if TYPE_CHECKING:
    from functools import cached_property as lazily
else:

    class lazily:  # noqa: N801 - used as a decorator, as `property` is
        """What `functools.cached_property` is, without its lock, which takes longer than the work.

        Two threads that ask at once may both work it out, and get the same.
        """

        def __init__(self, work):
            self._work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            found = instance.__dict__[self._name] = self._work(instance)
            return found
