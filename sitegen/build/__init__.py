"""The order of the work: load, resolve, verify, link, views, render, write.

Whoever asks for one of these names imports what it needs, and not what the others do: a build that
finds nothing to do takes less time than all the imports of one that does.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sitegen.build.checking import Checked, check
    from sitegen.build.destinations import targets
    from sitegen.build.explaining import explain, known_ids
    from sitegen.build.files import Site
    from sitegen.build.known import known_to_a_build
    from sitegen.build.preparing import Prepared, load_theme, prepare
    from sitegen.build.request import Built, Request, Search
    from sitegen.build.site import build

_HOMES = {
    "Built": "request",
    "Checked": "checking",
    "Prepared": "preparing",
    "Request": "request",
    "Search": "request",
    "Site": "files",
    "build": "site",
    "check": "checking",
    "known_to_a_build": "known",
    "explain": "explaining",
    "known_ids": "explaining",
    "load_theme": "preparing",
    "prepare": "preparing",
    "targets": "destinations",
}

__all__ = [
    "Built",
    "Checked",
    "Prepared",
    "Request",
    "Search",
    "Site",
    "build",
    "check",
    "explain",
    "known_ids",
    "known_to_a_build",
    "load_theme",
    "prepare",
    "targets",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
