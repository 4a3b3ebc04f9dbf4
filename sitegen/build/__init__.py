"""The order of the work: load, resolve, verify, link, views, render, write."""

from sitegen.build.check import Checked, check
from sitegen.build.explain import explain, known_ids
from sitegen.build.files import Site
from sitegen.build.prepare import Prepared, load_theme, prepare
from sitegen.build.search import Search
from sitegen.build.site import Built, Request, build

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
    "load_theme",
    "prepare",
]
