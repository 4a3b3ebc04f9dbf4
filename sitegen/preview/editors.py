"""Links that open an editor at a place in a file of the project.

An editor registers a scheme of addresses with the system it runs on; a browser hands an address of
that scheme over. The schemes below are those that the editors document.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from sitegen.diagnostics import Span, nearest_name
from sitegen.frozen import dataclass

NONE = "none"
DEFAULT = "vscode"
VARIABLE = "SITEGEN_EDITOR"
"""The variable of the environment that names an editor, or is a template."""

NAMED: Mapping[str, str] = MappingProxyType(
    {
        "vscode": "vscode://file{path}:{line}:{column}",
        "vscodium": "vscodium://file{path}:{line}:{column}",
        "cursor": "cursor://file{path}:{line}:{column}",
        "zed": "zed://file{path}:{line}:{column}",
        "idea": "idea://open?file={path}&line={line}&column={column}",
        "pycharm": "pycharm://open?file={path}&line={line}&column={column}",
        "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
        "emacs": "emacs://open?url=file://{path}&line={line}&column={column}",
        "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    }
)

# What a browser opens or runs by itself, so that no editor can be behind it.
_NO_EDITORS = frozenset(
    {
        *("about", "blob", "data", "file", "filesystem", "ftp", "http", "https", "javascript"),
        *("mailto", "sms", "tel", "vbscript", "view-source", "ws", "wss"),
    }
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_PART = re.compile(r"\{([^{}]*)\}")
_ADDRESS = re.compile(r"[!#$%&'()*+,./0-9:;=?@A-Z_a-z~\[\]-]*")  # RFC 3986, section 2
_PARTS = frozenset({"path", "line", "column"})


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor, and the project whose files it opens. `root` is absolute."""

    template: str
    root: Path

    def link(self, span: Span) -> str:
        """The address that opens the file of a place there, percent-encoded."""
        path = (self.root / span.path).as_posix()
        path = path if path.startswith("/") else f"/{path}"  # a drive of Windows
        given = {"path": quote(path, safe="/"), "line": str(span.line), "column": str(span.column)}
        return _PART.sub(lambda part: given[part[1]], self.template)


def refusal(given: str) -> str | None:
    """Why no editor can be called by these words, in one line; None where one can."""
    if given in NAMED or given == NONE:
        return None
    scheme = _SCHEME.match(given)
    if "{" not in given and (scheme is None or scheme.end() == len(given)):
        close = "".join(f"; {hint}" for hint in nearest_name(given, (*NAMED, NONE)))
        names = ", ".join((*NAMED, NONE))
        return f"no editor is named so{close}: give one of {names}, or a template with {{path}}"
    if scheme is None:
        return "a template begins with the scheme of an editor, like vscode://file{path}:{line}"
    if scheme[1] in _NO_EDITORS:
        return f"“{scheme[1]}:” is a scheme of browsers, which opens no editor"
    parts = _PART.findall(given)
    if "path" not in parts:
        return "a template has {path} where the file's absolute path belongs"
    unknown = [part for part in parts if part not in _PARTS]
    if unknown:
        return f"a template has {{path}}, {{line}} and {{column}}, but no “{{{unknown[0]}}}”"
    if not _ADDRESS.fullmatch(_PART.sub("", given)):
        return "a template is an address: no spaces, no lone braces, and other signs as %XX"
    return None


def editor(given: str | None, root: Path, *, loopback: bool = True) -> Editor | None:
    """The editor of these words, which `refusal` has let pass; None where links are off.

    `loopback`: only who sits at this machine can see the pages. To others the links would tell
    the machine's paths, and open files that they do not have.
    """
    named = given or DEFAULT
    if named == NONE or not loopback:
        return None
    return Editor(NAMED.get(named, named), root.absolute())
