"""The pages on what was corrected, and on addresses that lead nowhere."""

from sitegen import urls
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import CorrectionsPage, NotFoundPage, PageView
from sitegen.views.pages.facts import corrections
from sitegen.views.wording.words import count


def corrections_page(cards: Cards, frame: Frame) -> PageView:
    """Everything that was corrected, the latest first."""
    path = urls.CORRECTIONS
    dated = [
        (correction.date.sort_key, view)
        for _, fact in sorted(cards.shown.factsheet.facts.items())
        for correction, view in zip(
            sorted(fact.corrections, key=lambda c: c.date.sort_key, reverse=True),
            corrections(fact, cards, path),
            strict=True,
        )
    ]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    latest = dated[0][1].date.words if dated else ""
    several = f"{count(len(dated), 'correction')}, the latest of {latest}."
    figures = several if len(dated) > 1 else f"1 correction, of {latest}." if dated else None
    view = CorrectionsPage(
        frame.chrome(path, "Corrections"),
        figures,
        frame.report("corrections"),
        tuple(view for _, view in dated),
    )
    return PageView(path, "corrections.html", "the corrections page", view)


def correction_words(cards: Cards) -> tuple[str, ...]:
    """What becomes of a fact that was wrong, and how often that has been."""
    number = sum(len(fact.corrections) for fact in cards.shown.factsheet.facts.values())
    kept = (
        "The page of a corrected fact keeps what it said before, the date and the reason, and the "
        "list of corrections shows them all, the latest first."
    )
    if not number:
        return (kept, "Nothing has been corrected so far.")
    return (kept, f"{count(number, 'correction')} so far.")


def not_found_page(frame: Frame) -> PageView:
    """What a reader sees at an address that does not exist."""
    view = NotFoundPage(frame.not_found("Page not found"))
    return PageView(urls.NOT_FOUND, "404.html", "the page for missing addresses", view)
