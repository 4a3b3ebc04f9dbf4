"""From the bytes of a file to an article's lines, as the check takes them; or why not."""

import codecs
import re

from sitegen import anchor
from sitegen.drafts.add.refused import RefusedError
from sitegen.frozen import NamedTuple
from sitegen.load import texts
from sitegen.load.texts import MAX_ARTICLE

MOST_BYTES = 16 * 1024 * 1024
"""What is read of a file: a page with its scripts and styles is far larger than its text."""
_CONTAINERS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or EPUB document, or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FALLBACK = "windows-1252"
# The head of a page may begin with a declaration and comments (HTML Standard, section 13.1).
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+"
    rb"<(?:!doctype\s++html|html|head|body)\b",
    re.IGNORECASE,
)
_HEAD = 4_096  # bytes
_DECLARED = re.compile(rb"charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)


class Decoded(NamedTuple):
    """A file as text. `note`: what whoever gave it should know of how it was read."""

    text: str
    note: str = ""


def is_page(content: bytes, name: str) -> bool:
    """Whether a file is a page of the web: by its name's ending, else by its beginning."""
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    return _PAGE.match(_narrow(content)[:_HEAD]) is not None


def decoded(content: bytes, name: str, *, page: bool = False) -> Decoded:
    """The text of a file: UTF-8, UTF-16 with its mark, else windows-1252, which is said.

    A page may declare another encoding, which is tried before the last. Raises RefusedError.
    """
    _refuse_documents(content, name)
    wide = content.startswith(_WIDE)
    read = None
    try:
        read = Decoded(content.decode("utf-16" if wide else "utf-8-sig"))
    except UnicodeDecodeError:
        if not wide:
            read = (_as_declared(content) if page else None) or _as_fallback(content, name)
    if read is None:
        raise RefusedError(
            f"{name} is neither UTF-8 nor windows-1252 text", "save it as UTF-8, then add it"
        )
    if "\0" in read.text:
        raise RefusedError(
            f"{name} holds NUL characters, so it is no text",
            "give the article as a text file in UTF-8, or as a page of the web",
        )
    return read


def _refuse_documents(content: bytes, name: str) -> None:
    """Files that hold words, but not as text."""
    for beginning, what in _CONTAINERS:
        if content.startswith(beginning):
            raise RefusedError(
                f"{name} is {what}, not text",
                "save its words as plain text (.txt, UTF-8), then add that file",
            )


def _narrow(content: bytes) -> bytes:
    """The beginning of a file in one byte a character, for a look."""
    if not content.startswith(_WIDE):
        return content[:_HEAD]
    return content[: 2 * _HEAD].decode("utf-16", "replace").encode("ascii", "replace")


def _as_declared(content: bytes) -> Decoded | None:
    """A page in the encoding that it declares, if it is that."""
    found = _DECLARED.search(content[:_HEAD])
    try:
        declared = codecs.lookup(found[1].decode()) if found else None
        if declared is None or declared.name in {"utf-8", "ascii", "iso8859-1", "cp1252"}:
            return None  # what says iso-8859-1 is windows-1252 (Encoding Standard, section 4.2)
        return Decoded(content.decode(declared.name))
    except (LookupError, UnicodeDecodeError, AssertionError):
        return None  # unknown, not it, or no encoding of text at all


def _as_fallback(content: bytes, name: str) -> Decoded | None:
    try:
        text = content.decode(_FALLBACK)
    except UnicodeDecodeError:
        return None
    note = f"{name} is not UTF-8; it was read as {_FALLBACK}: look at its quotation marks"
    return Decoded(text, note)


def normal(text: str) -> str:
    """An article's lines: ended by LF, no blanks at their ends, one line end at the last.

    No word, no mark and no line's number changes.
    """
    lines = [line.rstrip() for line in anchor.split_lines(text.removeprefix("\ufeff"))]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def article(text: str, name: str) -> bytes:
    """The bytes of an article, as they are stored. Raises RefusedError for what the check would."""
    content = normal(text).encode("utf-8", "surrogatepass")
    if not any(character.isalnum() for character in text):
        raise RefusedError(f"{name} has no words", "give a file that holds the article's text")
    if len(content) > MAX_ARTICLE:
        limit = f"{MAX_ARTICLE // 1024 // 1024} MB"
        raise RefusedError(
            f"{name} holds more text than the {limit} of one source",
            "split it into several sources, as into chapters",
        )
    _, problems = texts.article(content, name)
    if problems:
        hints = problems[0].hints
        raise RefusedError(f"{name}: {problems[0].message}", hints[0] if hints else "")
    return content
