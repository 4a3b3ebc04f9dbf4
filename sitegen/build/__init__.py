"""The order of the work: load, resolve, verify, link, views, render, write."""

from sitegen.build.check import Checked, check
from sitegen.build.explain import explain, known_ids
from sitegen.build.search import Search
from sitegen.build.site import Built, Request, build, load_theme

__all__ = [
    "Built",
    "Checked",
    "Request",
    "Search",
    "build",
    "check",
    "explain",
    "known_ids",
    "load_theme",
]
