"""Bytes to text: content files, pages and articles are UTF-8, and nothing else."""

from sitegen import anchor, digest, yamltree
from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.model import Article
from sitegen.snapshot import Refusal, Snapshot

_BOM = "\ufeff"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(content: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file; empty, with a `bad-encoding`, when it is not UTF-8."""
    try:
        text = content.decode()
        position = text.find("\0")
        if position < 0:
            return text, ()
        before, found = text[:position], "a NUL character"
    except UnicodeDecodeError as bad:
        before = content[: bad.start].decode()
        found = f"byte 0x{content[bad.start]:02x}"
    lines = anchor.split_lines(before + ".")
    line, column = len(lines), len(lines[-1])
    encoding = "UTF-16" if content.startswith(_UTF16) else "another encoding"
    problem = error(
        "bad-encoding",
        f"{found} is not UTF-8 text",
        Span(path, line, column, line, column + 1),
        hints=(f"the file seems to be in {encoding}: save it as UTF-8",),
    )
    return "", (problem,)


def missing(path: str, message: str, *hints: str) -> Diagnostic:
    """A file or folder that should be there."""
    return error("missing-file", message, Span(path, 1, 1, 1, 1), hints=hints)


def tree(snapshot: Snapshot, path: str) -> tuple[yamltree.Node | None, tuple[Diagnostic, ...]]:
    """The tree of a YAML file that is known to be listed; None when it cannot be read."""
    content = snapshot.read(path)
    if isinstance(content, Refusal):
        return None, (_refused(path, content),)
    text, problems = decode(content, path)
    if problems:
        return None, problems
    root, problems = yamltree.parse(text, path)
    return root, problems


def page(snapshot: Snapshot, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a page, its line ends made LF and without a byte-order mark."""
    content = snapshot.read(path)
    if isinstance(content, Refusal):
        return None, (_refused(path, content),)
    text, problems = decode(content, path)
    if problems:
        return None, problems
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n"), ()


def article(
    snapshot: Snapshot, path: str, named_at: Span
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """A source's text. Codes: path-outside, missing-file (at `named_at`), bad-encoding (within)."""
    content = snapshot.read(path)
    if content is Refusal.OUTSIDE:
        hint = "write it relative to the project, as in seeds/article.txt"
        message = f"“{path}” leads out of the project"
        return None, (error("path-outside", message, named_at, hints=(hint,)),)
    if isinstance(content, Refusal):
        return None, (error("missing-file", f"“{path}”: {content}", named_at),)
    text, problems = decode(content, path)
    if problems:
        return None, problems
    return Article(path, digest.sha256(content), anchor.split_lines(text)), ()


def _refused(path: str, refusal: Refusal) -> Diagnostic:
    code = "path-outside" if refusal is Refusal.OUTSIDE else "missing-file"
    return error(code, f"{path} cannot be read: {refusal}", Span(path, 1, 1, 1, 1))
