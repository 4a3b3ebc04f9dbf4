"""Makes the pictures of docs/images from the fact sheet in this checkout.

    .venv/bin/python docs/make_screenshots.py [FOLDER]

Builds the site in a temporary folder and takes the home page, the page of a fact and the page of a
source, in light and in dark, on a desk and on a phone, with the Chromium of this system.
`fact-page.png` and `source-page.png`, which the README shows, are the light ones on a desk.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the script runs from a checkout in which nothing is installed

from sitegen.cli import main  # noqa: E402 (found only now)

FACT = "insider-full-force"
SOURCE = "hollywoodlife-2021"
PAGES = {
    "home-page": "index.html",
    "fact-page": f"facts/{FACT}.html",
    "source-page": f"sources/{SOURCE}.html#{FACT}",
}
SIZES = {"": (1440, 900), "-phone": (390, 844)}
SCHEMES = {"": "light", "-dark": "dark"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def take(browser: Browser, site: Path, folder: Path) -> None:
    """Takes every page at every size in every scheme."""
    for size, (width, height) in SIZES.items():
        for scheme, colours in SCHEMES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if colours == "dark" else "light",
                reduced_motion="reduce",
                java_script_enabled=False,
            )
            page = context.new_page()
            for name, address in PAGES.items():
                page.goto(f"{site.as_uri()}/{address}")
                page.screenshot(path=folder / f"{name}{size}{scheme}.png", animations="disabled")
            context.close()


def make(folder: Path) -> None:
    """Builds the site and fills the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    executable = next(path for name in BROWSERS if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        site = Path(room, "site")
        if main(["-C", str(ROOT), "build", "--quiet", "--output", str(site)]) != 0:
            sys.exit("the site could not be built")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        take(browser, site, folder)
        browser.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
