"""Files that editors put beside their pages: how large a picture is, and what may not be published.

Sizes are read from the head of a file, so that a page keeps its place for a picture that has not
come yet. Nothing is decoded.
"""

import re
from pathlib import PurePosixPath
from xml.parsers import expat

from sitegen.frozen import NamedTuple

_RUNS = frozenset(
    "cgi css hta htm html js mht mhtml mjs php phtml shtml svgz swf wasm xht xhtml xml xsl "  # noqa: SIM905 (a line of words reads better than a column)
    "xslt".split()
)
_RUNS_IN_SVG = frozenset(
    {"embed", "foreignObject", "handler", "iframe", "listener", "object", "script"}
)
_FETCHES = re.compile(r"@import|url\(\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)(?:px)?\s*")
_NUMBERS = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,6})?")
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the frame headers (ITU-T T.81)
_SNIFFED = 1445  # bytes by which browsers tell what a file is (WHATWG, MIME Sniffing)
_LARGEST = 100_000  # pixels of a side; more is a slip or an attack


class Size(NamedTuple):
    """Width and height of a picture, in pixels."""

    width: int
    height: int


class Danger(NamedTuple):
    """Why a file may not be published, and the line where that stands, from 1."""

    message: str
    line: int = 1


def danger(path: str, content: bytes) -> Danger | None:
    """What a browser would run or fetch if it opened the file; None where there is nothing."""
    kind = _kind(path)
    if not kind and content[:_SNIFFED].lstrip(b"\xef\xbb\xbf\t\n\f\r ").startswith(b"<"):
        return Danger("the file has no ending, and a browser would take it for a page")
    if kind in _RUNS:
        return Danger(f"a browser runs or applies “.{kind}” files, and would run this one here")
    return _svg(content).danger if kind == "svg" else None


def size(path: str, content: bytes) -> Size | None:
    """How large a picture is; None where that cannot be told, or the file is no picture."""
    if _kind(path) == "svg":
        return _sound(_svg(content).size)
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _sound(_pair(content, 16, 4, "big"))
    if content.startswith((b"GIF87a", b"GIF89a")):
        return _sound(_pair(content, 6, 2, "little"))
    if content.startswith(b"\xff\xd8"):
        return _sound(_jpeg(content))
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _sound(_webp(content))
    if content[4:12] in {b"ftypavif", b"ftypavis"} and (at := content.find(b"ispe")) >= 0:
        return _sound(_pair(content, at + 8, 4, "big"))
    return None


def _kind(path: str) -> str:
    return PurePosixPath(path).suffix.removeprefix(".").lower()


def _sound(found: Size | None) -> Size | None:
    return found if found and all(0 < side <= _LARGEST for side in found) else None


def _pair(content: bytes, at: int, width: int, order: str) -> Size | None:
    sides = content[at : at + width], content[at + width : at + 2 * width]
    if len(sides[1]) < width:
        return None
    first, second = (int.from_bytes(side, "big" if order == "big" else "little") for side in sides)
    return Size(first, second)


def _jpeg(content: bytes) -> Size | None:
    """From the first frame header; segments before it are stepped over by their lengths."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:  # noqa: PLR2004 - begins every marker
        marker = content[at + 1]
        if marker in _JPEG_SIZES:
            found = _pair(content, at + 5, 2, "big")
            return found and Size(found.height, found.width)  # written in this order
        if marker == 0xFF:  # noqa: PLR2004 - a fill byte
            at += 1
        else:
            at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _webp(content: bytes) -> Size | None:
    match content[12:16]:
        case b"VP8 " if content[23:26] == b"\x9d\x01\x2a":
            found = _pair(content, 26, 2, "little")
            return found and Size(found.width & 0x3FFF, found.height & 0x3FFF)
        case b"VP8L" if len(content) > 24:  # noqa: PLR2004 - the header
            bits = int.from_bytes(content[21:25], "little")
            return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8X" if len(content) > 29:  # noqa: PLR2004 - the header
            sides = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
            return Size(*sides)
        case _:
            return None


class _Svg(NamedTuple):
    danger: Danger | None
    size: Size | None


def _svg(content: bytes) -> _Svg:
    """An SVG, read as a browser would read it that opens it by itself."""
    reading = _SvgReading()
    try:
        reading.parser.Parse(content, True)
    except expat.ExpatError as problem:
        broken = Danger(
            f"this is no well-formed SVG: {expat.ErrorString(problem.code)}", problem.lineno
        )
        return _Svg(reading.danger or broken, None)
    return _Svg(reading.danger, reading.size)


class _SvgReading:
    """What has been seen of an SVG so far; lives only within one call."""

    def __init__(self) -> None:
        self.danger: Danger | None = None
        self.size: Size | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.element
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.entity
        self.parser.ProcessingInstructionHandler = self.instruction
        self.begun = False
        self.open: list[str] = []
        self.parser.EndElementHandler = lambda _: self.open.pop()

    def found(self, message: str) -> None:
        self.danger = self.danger or Danger(message, self.parser.CurrentLineNumber)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self.open.append(local)
        if not self.begun:
            self.begun = True
            self.size = _svg_size(attributes)
        if local in _RUNS_IN_SVG:
            self.found(f"the SVG holds <{local}>, which a browser may run")
        for attribute, value in attributes.items():
            self.attribute(local, attribute.rpartition(":")[2], value)

    def attribute(self, element: str, name: str, value: str) -> None:
        scheme = _SCHEME.match(value)
        if name.lower().startswith("on"):
            self.found(f"the SVG has “{name}”, which a browser may run")
        elif "javascript:" in "".join(value.lower().split()):
            self.found(f"“{name}” holds a script")
        elif name in {"href", "src"} and element != "a" and scheme:
            if not value.strip().lower().startswith("data:image/"):
                self.found(
                    f"“{name}” leads out of the picture, and pages ask nothing of other hosts"
                )
        elif name not in {"href", "xmlns"} and _FETCHES.search(value):
            self.found(f"“{name}” leads out of the picture, and pages ask nothing of other hosts")

    def text(self, text: str) -> None:
        if self.open[-1:] == ["style"] and _FETCHES.search(text):
            self.found("its style asks another host or file")

    def entity(self, name: str, *_: object) -> None:
        self.found(f"the SVG defines an entity “{name}”, which hides what it holds")

    def instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.found("the SVG asks for a style sheet of its own")


def _svg_size(attributes: dict[str, str]) -> Size | None:
    """From width and height, or where one is missing or relative, from the view box."""
    sides = [_LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
    if all(sides):
        return Size(*(round(float(side[1])) for side in sides if side))
    box = _NUMBERS.findall(attributes.get("viewBox", ""))
    return Size(*(round(float(side)) for side in box[2:])) if len(box) == 4 else None  # noqa: PLR2004 - x, y, width, height
