"""Which ids a record may have."""

import re

from sitegen.schema.forms import Form, whole
from sitegen.schema.scalars import IDENTIFIER

_GENERATED_PAGES = frozenset(
    {
        "404", "assets", "corrections", "data", "facts", "feed", "index", "methodology", "numbers",
        "people", "quotes", "robots", "search", "sitemap", "sources", "timeline", "topics",
    }
)  # fmt: skip
# Names that Windows keeps for devices, whatever their ending (Microsoft, "Naming Files").
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_LONGEST_DEVICE = 4
_LINE = re.compile(r"l[0-9]+")
_LATER_CITATION = re.compile(r".*--[0-9]+")
_WITH_PAGES = frozenset({"fact", "page"})  # whose ids are names of what the site generates too


def reserved(identifier: str, *, kind: str) -> str | None:
    """Why a well-formed id may not be used, as the end of a sentence; None when it may.

    Facts and pages share their names with what the site generates: pages (`timeline`), lines
    (`l13`) and marks (`ID--2`). The home page alone is called `index`.
    """
    if len(identifier) <= _LONGEST_DEVICE and _DEVICE.fullmatch(identifier):
        return "Windows keeps this name for a device"
    if kind not in _WITH_PAGES or (kind == "page" and identifier == "index"):
        return None
    if identifier in _GENERATED_PAGES or _LINE.fullmatch(identifier):
        return "the site generates something of this name"
    if "--" in identifier and _LATER_CITATION.fullmatch(identifier):
        return "names that end in -- and a number are given to later citations"
    return None


def id_form(kind: str) -> Form:
    """What JSON Schema can say of the ids of a kind: their spelling, and what is reserved."""
    taken = [whole(_DEVICE.pattern)]
    if kind in _WITH_PAGES:
        names = "|".join(sorted(_GENERATED_PAGES))
        taken += map(whole, (names, _LINE.pattern, _LATER_CITATION.pattern))
    # Of a number, such as 404 without quotation marks, a pattern says nothing: it would always fit.
    numbers = [int(name) for name in sorted(_GENERATED_PAGES) if name.isdecimal()]
    refused = [{"type": "string", "pattern": name} for name in taken]
    return IDENTIFIER.narrowed(**{"not": {"anyOf": [*refused, {"enum": numbers}]}})
