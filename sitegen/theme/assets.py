"""Files that pages use, under names that change with their content: `assets/style.1f3a99c2d0.css`.

A style sheet may name other assets in `url(…)`, relative to itself; they are rewritten to the
hashed names. It may not name another host, nor `@import` anything.
"""

import re
from collections.abc import Mapping, Sequence
from posixpath import join, normpath, relpath, splitext

from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.digest import fingerprint
from sitegen.frozen import dataclass
from sitegen.theme.css import left_open, slim

STYLE_SHEET = "style.css"  # what pages link first: the joined sheets of a theme
_HASH_DIGITS = 10
_MOST_TOLD = 100  # problems of one style sheet; nobody reads on, and each is looked for by its line
# One pass over what may hold a `url(`: comments and strings are stepped over whole. Each part may
# end with the file, so that nothing is read twice.
_TOKEN = re.compile(
    r"""/\*(?:[^*]|\*(?!/))*(?:\*/)?
    |(?P<quoted>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)
    |(?P<opening>\burl\(\s*)(?P<address>"[^"\n]*"|'[^'\n]*'|[^\s"'()]*)
    |(?P<import>@import\b)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file below `assets/` of the site. `origin` is the path that diagnostics name."""

    origin: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Published:
    """The hashed path of each asset (`style.css` -> `assets/style.HASH.css`), and their bytes."""

    names: Mapping[str, str]
    files: Mapping[str, bytes]

    def with_file(self, path: str, content: bytes) -> "Published":
        """The same with other bytes for one file, which no style sheet refers to."""
        name = _hashed(path, content)
        files = {old: kept for old, kept in self.files.items() if old != self.names.get(path)}
        return Published({**self.names, path: name}, {**files, name: content})


def publish(
    assets: Mapping[str, Asset], joined: Sequence[Asset] = ()
) -> tuple[Published, tuple[Diagnostic, ...]]:
    """Names every asset by its content, with the references between them put right.

    `assets` are keyed by their path below `assets/`; `joined` are style sheets that make up
    `style.css` there, in this order. A reference that leads nowhere or to another host is a
    `broken-link`.
    """
    contents = {path: asset.content for path, asset in assets.items() if not _is_css(path)}
    names = {path: _hashed(path, content) for path, content in contents.items()}
    diagnostics: list[Diagnostic] = []
    for path in sorted(assets.keys() - contents.keys()):
        css, problems = _with_hashed_references(path, assets[path], names)
        contents[path] = css.encode()
        diagnostics.extend(problems)
    if joined:
        contents[STYLE_SHEET], problems = _joined(joined, names)
        diagnostics.extend(problems)
    names = {path: _hashed(path, contents[path]) for path in sorted(contents)}
    files = {name: contents[path] for path, name in names.items()}
    return Published(names, files), tuple(diagnostics)


def _joined(sheets: Sequence[Asset], names: Mapping[str, str]) -> tuple[bytes, list[Diagnostic]]:
    """The style sheet that `sheets` make up. None may leave open what the next would close."""
    pieces: list[str] = []
    diagnostics: list[Diagnostic] = []
    for sheet in sheets:
        css, problems = _with_hashed_references(STYLE_SHEET, sheet, names)
        diagnostics.extend(problems)
        original = sheet.content.decode("utf-8-sig", "replace")
        if (found := left_open(original)) is not None:
            at, message = found
            span = _span(sheet.origin, original, at, at + 1)
            diagnostics.append(error("template-error", message, span))
        pieces.append(slim(css).rstrip("\n"))
    return "\n".join(pieces).encode(), diagnostics


def _is_css(path: str) -> bool:
    return path.lower().endswith(".css")


def _hashed(path: str, content: bytes) -> str:
    stem, extension = splitext(path)
    return f"assets/{stem}.{fingerprint(content)[:_HASH_DIGITS]}{extension}"


def _with_hashed_references(
    path: str, asset: Asset, names: Mapping[str, str]
) -> tuple[str, list[Diagnostic]]:
    """A style sheet as it is published. Its references may not lead to other style sheets."""
    try:
        css = asset.content.decode("utf-8-sig")
    except UnicodeDecodeError as refusal:
        span = Span(asset.origin, 1, 1, 1, 1)
        return "", [error("bad-encoding", f"not UTF-8 text: {refusal.reason}", span)]
    lowered = css.lower()
    if "url" not in lowered and "mport" not in lowered:  # no letter but an “i” has odd capitals
        return css, []
    folder = path.rpartition("/")[0]
    problems: list[Diagnostic] = []

    def rewrite(token: re.Match[str]) -> str:
        if token["import"] and len(problems) < _MOST_TOLD:
            message = "“@import” is not for themes: put the rules into one style sheet"
            problems.append(error("broken-link", message, _span(asset.origin, css, *token.span())))
        if token["address"] is None:
            return token[0]
        address = token["address"].strip("\"'")
        refusal, hints, target = _resolve(address, folder, names)
        if refusal and len(problems) < _MOST_TOLD:
            span = _span(asset.origin, css, *token.span("address"))
            problems.append(error("broken-link", refusal, span, hints=hints))
        return f'{token["opening"]}"{target}"' if target else token[0]

    return _TOKEN.sub(rewrite, css), problems


def _resolve(
    address: str, folder: str, names: Mapping[str, str]
) -> tuple[str | None, tuple[str, ...], str | None]:
    """Why an address is refused, hints, and what it is rewritten to."""
    if address.startswith(("data:image/", "data:font/", "#")):
        return None, (), None
    if _SCHEME.match(address) or address.startswith(("/", "\\")):
        return f"“{address}” leads out of the site, and pages ask nothing of other hosts", (), None
    file, mark, rest = address.partition("#")
    target = normpath(join(folder, file))
    if target not in names:
        return f"there is no asset “{target}”", nearest_name(target, names), None
    own_folder = join("assets", folder).rstrip("/")
    return None, (), relpath(names[target], own_folder) + mark + rest


def _span(path: str, text: str, start: int, end: int) -> Span:
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Span(path, line, column, line, column + end - start)
