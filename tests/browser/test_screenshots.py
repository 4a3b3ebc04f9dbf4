"""The pictures of the documents are those that their script makes, small, and shown."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from tests.documents import ROOT

IMAGES = ROOT / "docs" / "images"
MOST = 120_000
SHOWN = re.compile(r"!\[([^\]]+)\]\((?:docs/)?images/([a-z-]+)\.png\)")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """docs/make_screenshots.py; it stands in no package."""
    spec = spec_from_file_location("make_screenshots", ROOT / "docs" / "make_screenshots.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shown(document: str) -> list[str]:
    words = (ROOT / document).read_text(encoding="utf-8")
    assert words.count("![") == len(SHOWN.findall(words))
    return [name for _, name in SHOWN.findall(words)]


def test_the_script_makes_the_pictures_that_are_there(script: ModuleType) -> None:
    made = [picture.name for picture in (*script.PICTURES, *script.OF_PREVIEW)]
    assert sorted(made) == sorted({path.stem for path in IMAGES.iterdir()})


def test_the_pictures_are_small_and_of_their_size(script: ModuleType) -> None:
    for picture in (*script.PICTURES, *script.OF_PREVIEW):
        png = (IMAGES / f"{picture.name}.png").read_bytes()
        assert len(png) < MOST, picture.name
        size = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
        assert size == (script.PHONE if picture.phone else script.DESK)


def test_each_picture_is_shown_in_its_document_and_some_in_the_readme(script: ModuleType) -> None:
    made = {picture.name for picture in script.PICTURES}
    assert sorted(shown("docs/tour.md")) == sorted(made)
    assert sorted(shown("docs/preview.md")) == sorted(one.name for one in script.OF_PREVIEW)
    made |= {picture.name for picture in script.OF_PREVIEW}
    assert len(shown("README.md")) <= 3
    assert set(shown("README.md")) <= made
