"""The manual's page on views: what templates see, written from the definitions of the views.

    python -m tests.theme_pages

writes `docs/views.md` anew. A test holds that it is what stands there.
"""

import inspect
import re
from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup

from sitegen.theme import packaged
from sitegen.views import kinds
from tests.documents import ROOT

VIEWS = ROOT / "docs" / "views.md"
_HEAD = """# Views: what templates see

This page is written from the program by `python -m tests.theme_pages`; a change made here is lost.
How a theme uses it stands in [themes](themes.md).
"""
_PLAIN = {str: "text", int: "a number", bool: "true or false", Markup: "markup"}
_TEMPLATE = re.compile(r"template\s+`([a-z0-9]+\.html)`")
_BLOCK = re.compile(r"\{%-?\s*block\s+([a-z_]+)")
_EXTENDS = re.compile(r'\{%-?\s*extends\s+"([^"]+)"')


def page_views() -> dict[str, type]:
    """The view of each template, by the template's name."""
    found: dict[str, type] = {}
    for view in get_args(kinds.AnyPage):
        match = _TEMPLATE.search(_documentation(view))
        assert match, f"the docstring of {view.__name__} names no template"
        found[match[1]] = view
    return found


def other_views() -> list[type]:
    """The views that stand within others, by name."""
    known = (getattr(kinds, name) for name in kinds.__all__)
    pages = {*page_views().values(), kinds.PageView}
    return sorted(
        (view for view in known if inspect.isclass(view) and view not in pages),
        key=lambda view: str(view.__name__),
    )


def written() -> str:
    """The page, whole."""
    return "\n".join(_parts())


def _parts() -> Iterator[str]:
    yield _HEAD
    yield _documentation(kinds).partition("\n\n")[2] + "\n"
    yield "## Templates\n"
    yield "| template | its view | it extends | its blocks |"
    yield "|---|---|---|---|"
    views = page_views()
    for template, text in _templates().items():
        view = _link(views[template]) if template in views else "none: others extend or import it"
        blocks = ", ".join(f"`{name}`" for name in dict.fromkeys(_BLOCK.findall(text)))
        extends = ", ".join(f"`{name}`" for name in _EXTENDS.findall(text))
        yield f"| `{template}` | {view} | {extends} | {blocks} |"
    yield "\n## Pages\n"
    for name in sorted(views):
        yield from _view(views[name])
    yield "## Parts of pages\n"
    for part in other_views():
        yield from _view(part)


def _templates() -> dict[str, str]:
    files = packaged.theme()
    return {path: content.decode() for path, content in files.items() if path.endswith(".html")}


def _view(view: type) -> Iterator[str]:
    yield f"### {view.__name__}\n"
    yield _documentation(view) + "\n"
    yield "| field | what it holds |"
    yield "|---|---|"
    for name, held in get_type_hints(view).items():
        yield f"| `{name}` | {_words(held)} |"
    yield ""


def _documentation(thing: Any) -> str:
    return inspect.cleandoc(thing.__doc__ or "")


def _words(annotation: Any) -> str:
    """A type in words, with links to the views in it."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in {Union, UnionType}:
        held = [_words(part) for part in parts if part is not type(None)]
        return ", or ".join([*held, "nothing"] if type(None) in parts else held)
    if origin is tuple and parts[1:] == (...,):
        return f"any number of: {_words(parts[0])}"
    if origin is tuple:
        return f"together: {', '.join(map(_words, parts))}"
    return _PLAIN[annotation] if annotation in _PLAIN else _link(annotation)


def _link(view: type) -> str:
    return f"[{view.__name__}](#{view.__name__.lower()})"


if __name__ == "__main__":
    VIEWS.write_text(written(), encoding="utf-8", newline="\n")
