"""The files of a theme from its layers: sitegen's own below, the project's above."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.theme import packaged

FOLDER = "themes"
ASSETS = "assets/"
OUTRIGHT = f"{packaged.NAME}/"  # before a template's name: the one that comes with sitegen
_ABOUT = (".md", ".txt", "LICENSE", "NOTICE")  # what a theme's author may put beside it


class File(NamedTuple):
    """A file of a theme, and the path that diagnostics name."""

    origin: str
    content: bytes


class Source(NamedTuple):
    """A template's text, and the path that diagnostics name."""

    origin: str
    text: str


def known_themes(files: Mapping[str, bytes]) -> frozenset[str]:
    """The names of the themes that a project can choose from, given its files below `themes/`."""
    folders = {path.split("/")[1] for path in files if path.startswith(f"{FOLDER}/")}
    return frozenset(
        {packaged.NAME} | {name for name in folders if f"{FOLDER}/{name}" not in files}
    )


def merged(name: str, files: Mapping[str, bytes]) -> tuple[dict[str, File], dict[str, File]]:
    """All files of a theme by path below it, and those that sitegen brings."""
    brought = {
        path: File(f"{FOLDER}/{packaged.NAME}/{path}", content)
        for path, content in packaged.default_theme().items()
    }
    own = _layer(files, packaged.NAME) | _layer(files, name)
    return dict(sorted((brought | own).items())), brought


def _layer(files: Mapping[str, bytes], name: str) -> dict[str, File]:
    prefix = f"{FOLDER}/{name}/"
    return {
        path.removeprefix(prefix): File(path, content)
        for path, content in files.items()
        if path.startswith(prefix) and not _is_hidden(path)
    }


def strays(files: Mapping[str, bytes], merged: Mapping[str, File]) -> Iterator[Diagnostic]:
    """Files that no page would ever use; rather an error than silence."""
    for path in files:
        if path.count("/") == 1 and not _is_hidden(path) and not path.endswith(_ABOUT):
            yield _stray(path, f"a theme is a folder below {FOLDER}/, and this is none")
    for path, file in merged.items():
        if path.startswith(OUTRIGHT):
            names = f"“{OUTRIGHT}” names sitegen's own templates: give this folder another name"
            yield _stray(file.origin, names)
        elif not path.endswith((".html", *_ABOUT)) and not path.startswith(ASSETS):
            yield _stray(
                file.origin, "a theme holds templates (*.html) and assets/; this is neither"
            )


def _stray(path: str, message: str) -> Diagnostic:
    return error("stray-file", message, Span(path, 1, 1, 1, 1))


def _is_hidden(path: str) -> bool:
    """Whether a file is one of those that systems and editors leave, such as `.DS_Store`."""
    return any(part.startswith(".") for part in path.split("/"))


def sources(
    files: Mapping[str, File], brought: Mapping[str, File]
) -> tuple[dict[str, Source], tuple[Diagnostic, ...]]:
    """The text of every template by name; sitegen's own once more under `default/`."""
    named = {path: file for path, file in files.items() if _is_template(path)}
    named |= {OUTRIGHT + path: file for path, file in brought.items() if _is_template(path)}
    found: dict[str, Source] = {}
    diagnostics: list[Diagnostic] = []
    for name, file in named.items():
        try:
            found[name] = Source(file.origin, file.content.decode("utf-8-sig"))
        except UnicodeDecodeError as refusal:
            line = file.content.count(b"\n", 0, refusal.start) + 1
            span = Span(file.origin, line, 1, line, 1)
            diagnostics.append(error("bad-encoding", f"not UTF-8 text: {refusal.reason}", span))
    return found, tuple(diagnostics)


def _is_template(path: str) -> bool:
    return path.endswith(".html") and not path.startswith(ASSETS)
