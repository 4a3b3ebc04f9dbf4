"""Files of content/assets: how large pictures are, and which files may not be published."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.pictures import danger, size

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>'


def jpeg(*segments: bytes) -> bytes:
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 20, 40) + b"\x03" + bytes(9)
    return b"\xff\xd8" + b"".join(segments) + frame + b"\xff\xd9"


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind + b"\0\0\0\0" + body


PICTURES = (
    ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 40, 20)),
    ("a.gif", b"GIF89a" + struct.pack("<HH", 40, 20)),
    ("a.jpg", jpeg()),
    ("a.JPEG", jpeg(b"\xff\xe1\x00\x06Exif", b"\xff", b"\xff\xdb\x00\x03\x00")),
    ("a.webp", webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 40, 20))),
    ("a.webp", webp(b"VP8L", b"\x2f" + struct.pack("<I", 39 | 19 << 14) + b"\0")),
    ("a.webp", webp(b"VP8X", b"\0\0\0\0" + b"\x27\0\0" + b"\x13\0\0")),
    ("a.avif", b"\0\0\0\x1cftypavif" + bytes(8) + b"ispe\0\0\0\0" + struct.pack(">II", 40, 20)),
    ("a.svg", SVG.format("").encode()),
    ("a.svg", b'<svg width="40px" height="20" viewBox="0 0 4 4"/>'),
    ("a.svg", b'<svg width="100%" height="20" viewBox="-5,0 40 20"/>'),
)


@pytest.mark.parametrize(("path", "content"), PICTURES)
def test_the_size_of_a_picture_is_read_from_its_head(path: str, content: bytes) -> None:
    assert size(path, content) == (40, 20)


SIZELESS = (
    ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"),
    ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(8)),
    ("a.jpg", b"\xff\xd8\xff\xe0\xff\xff"),
    ("a.webp", webp(b"VP8 ", b"")),
    ("a.svg", b"<svg/>"),
    ("a.svg", b"<svg"),
    ("a.pdf", b"%PDF-1.7"),
)


@pytest.mark.parametrize(("path", "content"), SIZELESS)
def test_what_has_no_size_to_be_read_has_none(path: str, content: bytes) -> None:
    assert size(path, content) is None


@given(st.sampled_from([head for _, head in PICTURES]), st.binary(max_size=60), st.integers(0, 40))
def test_no_file_however_broken_stops_the_reading(head: bytes, rest: bytes, cut: int) -> None:
    for path in ("a.png", "a.svg"):
        found = size(path, head[:cut] + rest)
        assert found is None or min(found) > 0
        danger(path, head[:cut] + rest)


FINE = (
    ("a.png", b""),
    ("log.pdf", b"%PDF"),
    ("counts.csv", b"<script>"),
    ("LICENCE", b"All rights reserved."),
    ("a.svg", SVG.format('<path id="p"/><use href="#p"/><image href="data:image/png;base64,AA"/>')),
    ("a.svg", SVG.format('<a href="https://example.org/">The source</a>')),
    ("a.svg", SVG.format("<style>path { fill: url(#p) }</style><title>on a hill</title>")),
    ("a.svg", '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y">' + SVG.format("")),
)


@pytest.mark.parametrize(("path", "content"), FINE)
def test_pictures_and_papers_may_be_published(path: str, content: bytes | str) -> None:
    assert danger(path, content if isinstance(content, bytes) else content.encode()) is None


REFUSED = (
    ("page.html", "", "runs or applies “.html”"),
    ("page.HTML", "", "runs or applies “.html”"),
    ("tool.js", "", "runs or applies"),
    ("data.xml", "", "runs or applies"),
    ("page", "\n<p>", "has no ending"),
    ("a.svg", SVG.format("\n<script/>"), "<script>"),
    ("a.svg", SVG.format('<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>'), "<script>"),
    ("a.svg", SVG.format("<foreignObject/>"), "<foreignObject>"),
    ("a.svg", SVG.format('<path onload="x()"/>'), "“onload”"),
    ("a.svg", SVG.format('<a href="java&#10;script:x()">a</a>'), "a script"),
    ("a.svg", SVG.format('<set attributeName="href" to="javascript:x()"/>'), "a script"),
    ("a.svg", SVG.format('<image href="https://example.org/a.png"/>'), "leads out"),
    ("a.svg", SVG.format('<image href="//example.org/a.png"/>'), "leads out"),
    ("a.svg", SVG.format('<use href="data:text/html,x"/>'), "leads out"),
    ("a.svg", SVG.format('<path style="fill: url(https://example.org/a)"/>'), "leads out"),
    ("a.svg", SVG.format("<style>@import 'x.css';</style>"), "another host"),
    ("a.svg", SVG.format("<style>a { b: url(//example.org/a) }</style>"), "another host"),
    ("a.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"), "an entity “a”"),
    ("a.svg", '<?xml-stylesheet href="a.css"?>' + SVG.format(""), "style sheet of its own"),
    ("a.svg", "<svg>", "no well-formed SVG"),
    ("a.svg", "GIF89a", "no well-formed SVG"),
)


@pytest.mark.parametrize(("path", "content", "message"), REFUSED)
def test_what_a_browser_would_run_or_fetch_is_refused(
    path: str, content: str, message: str
) -> None:
    found = danger(path, content.encode())
    assert found is not None
    assert message in found.message


def test_what_is_refused_in_a_drawing_is_told_at_its_line() -> None:
    found = danger("a.svg", SVG.format("\n\n<script/>").encode())
    assert found is not None
    assert found.line == 3
