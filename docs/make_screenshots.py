"""Makes the pictures of docs/images from the fact sheet in this checkout.

    .venv/bin/python docs/make_screenshots.py [FOLDER]

Builds the site in both themes in a temporary folder, and takes each picture of `PICTURES` with the
Chromium of this system; those of `OF_PREVIEW` with `sitegen serve` over a copy. With FOLDER it puts
them there. Each gets a palette of its most frequent colours that differ, which leaves half of its
bytes or less.
"""

import base64
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
sys.path.insert(0, str(ROOT))  # the script runs from a checkout in which nothing is installed

from sitegen.cli import main  # noqa: E402 (found only now)

FACT = "facts/insider-full-force.html"
SOURCE = "sources/hollywoodlife-2021.html"
DESK, PHONE = (1280, 800), (360, 740)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


COLOURS = 64
# A picture's colours, and for each pixel the number of the nearest of them.
PALETTE = """
async ([png, most]) => {
    const file = await fetch(`data:image/png;base64,${png}`);
    const image = await createImageBitmap(await file.blob());
    const {width, height} = image;
    const canvas = new OffscreenCanvas(width, height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
    const counts = new Map();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    const parts = pixel => [pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255];
    const apart = (one, other) => one.reduce((sum, part, at) => sum + (part - other[at]) ** 2, 0);
    const colours = [...counts].sort((one, other) => other[1] - one[1]).map(([pixel]) => pixel);
    const palette = [];
    for (const colour of colours.map(parts))
        if (palette.length < most && palette.every(known => apart(colour, known) > 150))
            palette.push(colour);
    const nearest = new Map(colours.map(pixel => {
        const far = palette.map(known => apart(parts(pixel), known));
        return [pixel, far.indexOf(Math.min(...far))];
    }));
    const numbers = Uint8Array.from(pixels, pixel => nearest.get(pixel));
    return {width, height, palette: palette.flat(), numbers: numbers.toBase64()};
}
"""


class Picture(NamedTuple):
    """A picture of a page: where it stands, its dress, and what is done before it is taken.

    `mark`: the citation mark, counted from 0, that the pointer is on (on a phone: that is tapped);
    `words`: what is looked for in the search box; `to`: what is scrolled to the top.
    """

    name: str
    page: str
    phone: bool = False
    dark: bool = False
    theme: str = "default"
    mark: int | None = None
    words: str | None = None
    to: str | None = None


PICTURES = (
    Picture("citation-note", "index.html", mark=2, to="h1"),
    Picture("citation-note-dark", "index.html", mark=2, to="h1", dark=True),
    Picture("citation-sheet-phone", "index.html", phone=True, mark=2),
    Picture("fact-page", FACT),
    Picture("fact-page-phone", FACT, phone=True),
    Picture("source-page", f"{SOURCE}#insider-full-force"),
    Picture("source-page-dark", f"{SOURCE}#insider-full-force", dark=True),
    Picture("source-map", SOURCE, to=".evidence-map"),
    Picture("timeline", "timeline.html"),
    Picture("timeline-phone-dark", "timeline.html", phone=True, dark=True),
    Picture("numbers", "numbers.html"),
    Picture("search", "search.html", words="vote"),
    Picture("methodology", "methodology.html"),
    Picture("methodology-phone", "methodology.html", phone=True),
    Picture("dossier-theme", FACT, theme="dossier"),
    Picture("dossier-theme-dark", f"{SOURCE}#insider-full-force", theme="dossier", dark=True),
)

HOPEFUL = "I’m very grateful and I’m very hopeful that more good things are going to come out of our conversations,"  # noqa: E501 - as the article has it
INQUISITR = "content/facts/inquisitr-2018.yaml"
HOLLYWOODLIFE = "content/facts/hollywoodlife-2021.yaml"


class OfPreview(NamedTuple):
    """A picture of the preview: the page, the change of a file that shows, and what is chosen.

    `was` is a pattern of what gives way in `file`; `chosen` are words of the page, and `then` waits
    for what comes of them.
    """

    name: str
    page: str
    file: str
    was: str
    now: str
    then: str
    chosen: str | None = None
    phone: bool = False
    dark: bool = False


OF_PREVIEW = (
    OfPreview(
        "preview-problem",
        "facts/west-age.html",
        HOLLYWOODLIFE,
        r"value: 43",
        "value: 34",
        "sitegen-preview .sp-item",
    ),
    OfPreview(
        "preview-annotate",
        "sources/inquisitr-2018.html#L39",
        INQUISITR,
        r"(?s)  kardashian-hopeful:.*?conversations,\n\n",
        "",
        "sitegen-annotate .panel[open]",
        chosen=HOPEFUL,
    ),
)
CHOOSE = """
words => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    let node;
    while ((node = walker.nextNode()) && !node.data.includes(words));
    const begin = node.data.indexOf(words);
    getSelection().setBaseAndExtent(node, begin, node, begin + words.length);
}
"""


def prepare(page: Page, picture: Picture) -> None:
    """Brings a page to what its picture shows."""
    if picture.to is not None:
        page.locator(picture.to).first.evaluate("it => scrollTo(0, it.offsetTop - 34)")
    if picture.mark is not None:
        mark = page.locator(".cite-mark").nth(picture.mark)
        if picture.phone:
            mark.tap()
        else:
            mark.hover()
        page.locator(".cite-note").nth(picture.mark).wait_for(state="visible")
    if picture.words is not None:
        page.get_by_role("searchbox").fill(picture.words)
        page.locator("#Search-results > li").first.wait_for()


def take(browser: Browser, address: str, picture: Picture, folder: Path) -> None:
    """Takes one picture, and gives it a palette."""
    width, height = PHONE if picture.phone else DESK
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
        is_mobile=picture.phone,
        has_touch=picture.phone,
    )
    page = context.new_page()
    page.goto(f"{address}/{picture.page}")
    prepare(page, picture)
    path = folder / f"{picture.name}.png"
    taken = page.screenshot(animations="disabled")
    context.close()
    path.write_bytes(with_palette(browser, taken))


def take_of_preview(browser: Browser, picture: OfPreview, folder: Path) -> None:
    """Takes one picture of the preview, in a copy of the project of its own."""
    with tempfile.TemporaryDirectory() as room, previewed(Path(room)) as address:
        width, height = PHONE if picture.phone else DESK
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if picture.dark else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(f"{address}{picture.page}")
        page.wait_for_function("document.querySelector('sitegen-preview')")
        build = "document.querySelector('meta[name=sitegen-preview]').content"
        before = page.evaluate(build)
        path = Path(room, picture.file)
        changed, times = re.subn(picture.was, picture.now, path.read_text(encoding="utf-8"))
        if times != 1:
            sys.exit(f"{picture.name}: {picture.was} stands {times} times in {picture.file}")
        path.write_text(changed, encoding="utf-8")
        if picture.chosen is not None:
            page.wait_for_function(f"before => {build} !== before", arg=before)
            page.evaluate(CHOOSE, picture.chosen)
            page.locator("sitegen-annotate .bar").wait_for()
            page.keyboard.press("a")
        page.locator(picture.then).first.wait_for()
        taken = page.screenshot(animations="disabled")
        context.close()
        (folder / f"{picture.name}.png").write_bytes(with_palette(browser, taken))


@contextmanager
def previewed(room: Path) -> Iterator[str]:
    """The address of `sitegen serve` over a copy of the fact sheet, once it shows the site."""
    for name in ("content", "seeds", "themes"):
        shutil.copytree(ROOT / name, room / name)
    command = [sys.executable, "-m", "sitegen", "-C", str(room), "serve", "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - our own command
    assert process.stdout is not None and process.stderr is not None  # noqa: S101, PT018 - pipes were asked for
    try:
        address = process.stdout.readline().decode().strip()
        while b" errors" not in process.stderr.readline():
            pass
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def with_palette(browser: Browser, png: bytes) -> bytes:
    """The picture as a PNG of few colours. Source of the format: the PNG specification, 11.2."""
    page = browser.new_page()
    told = page.evaluate(PALETTE, [base64.b64encode(png).decode(), COLOURS])
    page.close()
    width, height = told["width"], told["height"]
    numbers = base64.b64decode(told["numbers"])
    rows = (b"\0" + numbers[at : at + width] for at in range(0, len(numbers), width))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            chunk(b"PLTE", bytes(told["palette"])),
            chunk(b"IDAT", zlib.compress(b"".join(rows), 9)),
            chunk(b"IEND", b""),
        )
    )


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing; the search needs a server."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (its name there)
        """Says nothing."""
        del format, arguments


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def make(folder: Path) -> None:
    """Builds the site in each theme, and takes all pictures into a folder."""
    executable = next(path for name in BROWSERS if (path := shutil.which(name)))
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        for theme in sorted({picture.theme for picture in PICTURES}):
            options = ["--quiet", "--theme", theme, "--output", str(Path(room, theme))]
            if main(["-C", str(ROOT), "build", *options]) != 0:
                sys.exit("the site could not be built")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        with served(Path(room)) as address:
            for picture in PICTURES:
                take(browser, f"{address}/{picture.theme}", picture, folder)
        for shown in OF_PREVIEW:
            take_of_preview(browser, shown, folder)
        browser.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
