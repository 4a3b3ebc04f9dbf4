"""How much of the articles is annotated, as the methodology page has it."""

from sitegen.build.annotated import annotated
from sitegen.views import Annotated
from tests.factory import checked, cite, fact, skip, source

TEXT = "“It is late,” she said on 4 May 2020.\nThere were 50 guests.\nThen 60 more came."


def test_tokens_are_counted_by_kind_and_by_what_became_of_them() -> None:
    sheet = checked(
        source("s", TEXT),
        fact("a", cite("s", 1, "It is late,")),
        skip(cite("s", 2, "50 guests"), "Too vague."),
    )
    assert annotated(sheet) == (
        Annotated("quotation", cited=1, skipped=0, remaining=0),
        Annotated("number", cited=0, skipped=1, remaining=1),
        Annotated("date", cited=0, skipped=0, remaining=1),
    )


def test_long_articles_are_not_counted_nor_what_is_not_there() -> None:
    assert annotated(checked(source("s", "It is late. " * 21_000))) == ()
    assert annotated(checked(source("s", None))) == ()
    assert annotated(checked()) == ()
