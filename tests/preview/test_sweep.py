"""Which pages are swept in sites of every size."""

from dataclasses import dataclass
from typing import Any

from sitegen.preview.sweep import MOST, everything, likeliest
from tests.factory import checked, fact, source


@dataclass(frozen=True)
class Sized:
    """A site of so many pages."""

    pages: tuple[str, ...]

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(self.pages)


@dataclass(frozen=True)
class Judged:
    """A fact sheet where the sweep looks for it."""

    checked: Any


JUDGED: Any = Judged(checked(source("letter", "Words."), fact("lamp-lit"), fact("bridge-opened")))
LARGE: Any = Sized((*(f"p{number}.html" for number in range(3 * MOST)), "facts/lamp-lit.html"))
SMALL: Any = Sized(("a.html", "b.html"))
FILE = JUDGED.checked.factsheet.facts["lamp-lit"].places().path


def test_a_small_site_is_swept_whole() -> None:
    assert likeliest(SMALL, JUDGED, frozenset(), 7) == everything(SMALL) == ["a.html", "b.html"]


def test_in_a_large_site_the_pages_of_changed_files_come_first() -> None:
    pages = likeliest(LARGE, JUDGED, frozenset({FILE}), 1)
    assert pages[0] == "facts/lamp-lit.html"
    assert len(pages) == MOST + 1


def test_pages_that_a_site_has_not_are_left_out() -> None:
    text = JUDGED.checked.factsheet.sources["letter"].text
    assert "sources/letter.html" not in likeliest(LARGE, JUDGED, frozenset({text}), 1)


def test_in_a_large_site_every_page_has_its_turn() -> None:
    turns = [likeliest(LARGE, JUDGED, frozenset(), turn) for turn in range(4)]
    assert {path for turn in turns for path in turn} == set(LARGE.pages)
    assert max(map(len, turns)) == MOST
