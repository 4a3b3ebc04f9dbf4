"""How the tests of pages make them from records."""

import re
from typing import TypeVar

from sitegen.link import link
from sitegen.model import Settings
from sitegen.views import Look, PageView, Shown, redact, views
from sitegen.views.cards import Cards
from sitegen.views.kinds import AnyPage
from sitegen.views.wording.wording import Wording
from tests.factory import Record, checked

View = TypeVar("View", bound=AnyPage)
LOOK = Look(
    stylesheets=("assets/style.1.css",),
    highlights="assets/highlights.2.css",
    icon="assets/icon.3.svg",
    assets={"map.png": "assets/map.4.png"},
    settings=(("a", "1"), ("b", "2")),
)


def shown_of(*records: Record, settings: Settings | None = None) -> Shown:
    linked, diagnostics = link(checked(*records, settings_=settings))
    assert diagnostics == ()
    return redact(linked)


def cards_of(*records: Record, settings: Settings | None = None) -> Cards:
    return Cards(Wording(shown_of(*records, settings=settings), LOOK))


def pages_of(*records: Record, settings: Settings | None = None) -> dict[str, PageView]:
    return {page.path: page for page in views(shown_of(*records, settings=settings), LOOK)}


def page_of(
    path: str, kind: type[View], *records: Record, settings: Settings | None = None
) -> View:
    view = pages_of(*records, settings=settings)[path].view
    assert isinstance(view, kind)
    return view


def words_of(markup: str) -> str:
    """The words of HTML, without its tags and the notes of citation marks."""
    markup = re.sub(r'<span class="cite-note".*?</span></span>', "", markup, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", markup).split())
