"""The files of a theme from its layers: the default below, its parents over it, itself above."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.frozen import NamedTuple
from sitegen.snapshot import is_left_alone
from sitegen.theme import packaged

FOLDER = "themes"
ASSETS = "assets/"
STYLES = "styles/"
DESCRIPTION = "theme.yaml"
_ABOUT = (".md", ".txt", "LICENSE", "NOTICE")  # what a theme's author may put beside it


class File(NamedTuple):
    """A file of a theme, and the path that diagnostics name."""

    origin: str
    content: bytes


class Source(NamedTuple):
    """A template's text, and the path that diagnostics name."""

    origin: str
    text: str


Layer = Mapping[str, File]


def all_themes(files: Mapping[str, bytes]) -> dict[str, tuple[Layer, ...]]:
    """The layers of every theme that there is, lowest first, given the project's own files.

    A theme may have two: what sitegen brings, and over it what the project has below that name.
    Raises OSError when sitegen's own cannot be read.
    """
    brought = packaged.names()
    folders = {path.split("/")[1] for path in files if path.startswith(f"{FOLDER}/")}
    own = {name for name in folders if f"{FOLDER}/{name}" not in files and not is_left_alone(name)}
    return {
        name: (
            *((_brought(name),) if name in brought else ()),
            *((_layer(files, name),) if name in own else ()),
        )
        for name in sorted(brought | own)
    }


def _brought(name: str) -> Layer:
    return {
        path: File(f"{FOLDER}/{name}/{path}", content)
        for path, content in packaged.theme(name).items()
    }


def merged(layers: Iterable[Layer]) -> dict[str, File]:
    """All files of a theme by path below it: of each, the uppermost."""
    found: dict[str, File] = {}
    for layer in layers:
        found |= layer
    return dict(sorted(found.items()))


def _layer(files: Mapping[str, bytes], name: str) -> dict[str, File]:
    prefix = f"{FOLDER}/{name}/"
    return {
        path.removeprefix(prefix): File(path, content)
        for path, content in files.items()
        if path.startswith(prefix) and not is_left_alone(path)
    }


def strays(
    files: Mapping[str, bytes], merged: Mapping[str, File], names: Collection[str]
) -> Iterator[Diagnostic]:
    """Files that no page would ever use; rather an error than silence.

    `names`: the themes of the chain, before whose templates they can stand.
    """
    for path in files:
        if path.count("/") == 1 and not is_left_alone(path) and not path.endswith(_ABOUT):
            yield _stray(path, f"a theme is a folder below {FOLDER}/, and this is none")
    for path, file in merged.items():
        folder = path.partition("/")[0]
        if folder in names and "/" in path:
            message = (
                f"“{folder}/” names the templates of that theme: give this folder another name"
            )
            yield _stray(file.origin, message)
        elif not (path == DESCRIPTION or path.endswith((".html", *_ABOUT)) or _is_used(path)):
            message = (
                "a theme holds theme.yaml, *.html, styles/*.css and assets/; this is none of them"
            )
            yield _stray(file.origin, message)


def _is_used(path: str) -> bool:
    return path.startswith(ASSETS) or is_style(path)


def is_style(path: str) -> bool:
    """Whether a file of a theme is one of the style sheets that are joined."""
    return path.startswith(STYLES) and path.endswith(".css") and path.count("/") == 1


def _stray(path: str, message: str) -> Diagnostic:
    return error("stray-file", message, Span(path, 1, 1, 1, 1))


def templates(themes: Sequence[tuple[str, Sequence[Layer]]]) -> dict[str, File]:
    """Every template by name, and of each theme of a chain once more with its name before it.

    `themes`: the names and layers of the chain, lowest first. “parent/fact.html” is the parent's as
    it came: sitegen's where sitegen brings that theme, else the project's; what it lacks comes from
    below it.
    """
    named: dict[str, File] = {}
    beneath: dict[str, File] = {}
    for name, layers in themes:
        lowest, *_ = layers
        beneath |= {path: file for path, file in lowest.items() if _is_template(path)}
        named |= {f"{name}/{path}": file for path, file in beneath.items()}
    everything = merged(layer for _, layers in themes for layer in layers)
    return {path: file for path, file in everything.items() if _is_template(path)} | named


def sources(files: Mapping[str, File]) -> tuple[dict[str, Source], tuple[Diagnostic, ...]]:
    """The text of every template by name."""
    found: dict[str, Source] = {}
    diagnostics: list[Diagnostic] = []
    for name, file in files.items():
        try:
            found[name] = Source(file.origin, file.content.decode("utf-8-sig"))
        except UnicodeDecodeError as refusal:
            line = file.content.count(b"\n", 0, refusal.start) + 1
            span = Span(file.origin, line, 1, line, 1)
            diagnostics.append(error("bad-encoding", f"not UTF-8 text: {refusal.reason}", span))
    return found, tuple(diagnostics)


def _is_template(path: str) -> bool:
    return path.endswith(".html") and not path.startswith(ASSETS)
