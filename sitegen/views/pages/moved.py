"""What stands at an id that a fact had before."""

from sitegen import urls
from sitegen.model import Fact
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import Link, MovedPage, PageView


def moved_page(former: str, fact: Fact, cards: Cards, frame: Frame) -> PageView:
    """The page that leads on from a former id: to a neighbour in its folder, from anywhere."""
    path, target = urls.fact(former), urls.fact(fact.id)
    href = urls.relative(path, target)
    view = MovedPage(
        frame.moved(path, "This page has a new address", target),
        Link(cards.wording.plain_headline(fact), href),
        refresh=f"0; url={href}",
    )
    return PageView(path, "moved.html", f"the former id {former} of fact {fact.id}", view)
