"""Makes the pictures of docs/images from the fact sheet in this checkout.

    .venv/bin/python docs/make_screenshots.py [FOLDER]

Builds the site in a temporary folder, and takes the pages that the README shows with the Chromium
of this system. With FOLDER it takes more, and puts them there: the home page as well, in light and
in dark, on a desk and on a phone.
"""

import shutil
import sys
import tempfile
from collections.abc import Mapping
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the script runs from a checkout in which nothing is installed

from sitegen.cli import main  # noqa: E402 (found only now)

FACT = "insider-full-force"
SOURCE = "hollywoodlife-2021"
SHOWN = {
    "fact-page": f"facts/{FACT}.html",
    "source-page": f"sources/{SOURCE}.html#{FACT}",
}
ALL = {"home-page": "index.html", **SHOWN}
DESK, PHONE = (1440, 900), (390, 844)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def take(
    browser: Browser, site: Path, folder: Path, pages: Mapping[str, str], *, phone: bool, dark: bool
) -> None:
    """Takes pages at one size in one scheme."""
    width, height = PHONE if phone else DESK
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        java_script_enabled=False,
    )
    page = context.new_page()
    ending = ("-phone" if phone else "") + ("-dark" if dark else "")
    for name, address in pages.items():
        page.goto(f"{site.as_uri()}/{address}")
        page.screenshot(path=folder / f"{name}{ending}.png", animations="disabled")
    context.close()


def make(folder: Path | None) -> None:
    """Builds the site and takes the README's pictures, or all of them into a folder."""
    executable = next(path for name in BROWSERS if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        site = Path(room, "site")
        if main(["-C", str(ROOT), "build", "--quiet", "--output", str(site)]) != 0:
            sys.exit("the site could not be built")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        if folder is None:
            take(browser, site, ROOT / "docs" / "images", SHOWN, phone=False, dark=False)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            for phone, dark in product((False, True), repeat=2):
                take(browser, site, folder, ALL, phone=phone, dark=dark)
        browser.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
