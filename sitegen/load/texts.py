"""Bytes to text: content files, pages and articles are UTF-8, and nothing else."""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from sitegen import anchor, digest, yamltree
from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.model import Article
from sitegen.snapshot import Refusal
from sitegen.yamltree import shown

MAX_ARTICLE = 2 * 1024 * 1024  # bytes; some seven hundred printed pages
MAX_LINES = 100_000
MAX_LINE = 100_000  # characters; what is cited and looked up is a line or a few


def decode(content: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file; empty, with a `bad-encoding`, when it is not UTF-8."""
    try:
        text = content.decode()
        position = text.find("\0")
        if position < 0:
            return text, ()
        before, found = text[:position], "there is a NUL character, so this is no text"
    except UnicodeDecodeError as bad:
        before = content[: bad.start].decode()
        found = f"byte 0x{content[bad.start]:02x} is not UTF-8 text"
    lines = anchor.split_lines(before + ".")
    line, column = len(lines), len(lines[-1])
    place = Span(path, line, column, line, column + 1)
    return "", (error("bad-encoding", found, place, hints=(_encoding_hint(content),)),)


def _encoding_hint(content: bytes) -> str:
    """What to do with a file that is not UTF-8, by what it looks like."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4]
    if wide:
        return "the file seems to be in UTF-16 or UTF-32: save it as UTF-8"
    if b"\0" in content:
        return "delete the character, or bring a copy of the file that is not damaged"
    return "the file seems to be in another encoding, such as Windows-1252: save it as UTF-8"


def missing(path: str, message: str, *hints: str) -> Diagnostic:
    """A file or folder that should be there."""
    return error("missing-file", message, Span(path, 1, 1, 1, 1), hints=hints)


def content(read: bytes | Refusal, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a listed content file, its line ends LF and without a byte-order mark."""
    if read is Refusal.TOO_LARGE:
        return None, (yamltree.too_large(path),)
    if isinstance(read, Refusal):
        return None, (refused(path, read),)
    text, problems = decode(read, path)
    return (None, problems) if problems else (yamltree.plain_lines(text), ())


def article(read: bytes, path: str) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """A source's text. Codes: too-large, bad-encoding."""
    text, problems = decode(read, path)
    if problems:
        return None, problems
    lines = anchor.split_lines(text)
    if refusal := _too_long(path, lines):
        return None, (refusal,)
    return Article(path, digest.sha256(read), lines), ()


def no_article(
    refusal: Refusal, path: str, named_at: Span, beside: Callable[[str], Iterable[str]]
) -> Diagnostic:
    """Why a source's text cannot be read. Codes: too-large; path-outside, missing-file (there).

    `beside` gives the files below a folder, among which is perhaps the one that is meant.
    """
    if refusal is Refusal.TOO_LARGE:
        limit = f"an article over {MAX_ARTICLE // 1024 // 1024} MB is not read"
        return _too_large(limit, Span(path, 1, 1, 1, 1))
    if refusal is Refusal.OUTSIDE:
        hint = "write it from the project's folder on, as in seeds/article.txt, without . and .."
        message = f"{shown(path)} is no path inside the project"
        return error("path-outside", message, named_at, hints=(hint,))
    folder = PurePosixPath(path).parent.as_posix()
    # The project's own folder holds far more than texts.
    hints = nearest_name(path, beside(folder)) if folder != "." else ()
    return error("missing-file", f"{shown(path)}: {refusal}", named_at, hints=hints)


def _too_long(path: str, lines: tuple[str, ...]) -> Diagnostic | None:
    """The error of an article with too many lines, or too long a one."""
    if len(lines) > MAX_LINES:
        place = Span(path, MAX_LINES + 1, 1, MAX_LINES + 1, 1)
        return _too_large(f"an article of more than {MAX_LINES:,} lines is not read", place)
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE:
            limit = f"a line of more than {MAX_LINE:,} characters is not read"
            hint = "break its paragraphs into lines: a citation names the lines that it rests on"
            return _too_large(limit, Span(path, number, MAX_LINE + 1, number, MAX_LINE + 1), hint)
    return None


def _too_large(
    limit: str, place: Span, hint: str = "split it into several sources, as into chapters"
) -> Diagnostic:
    return error("too-large", limit, place, hints=(hint,))


def refused(path: str, refusal: Refusal) -> Diagnostic:
    """Why a file that is listed cannot be read."""
    code = "path-outside" if refusal is Refusal.OUTSIDE else "missing-file"
    return error(code, f"{path} cannot be read: {refusal}", Span(path, 1, 1, 1, 1))
