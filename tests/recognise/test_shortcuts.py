"""What is known at once of plain figures is what the full reading finds."""

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import recognise
from sitegen.recognise.dates.dates import date_at
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures.measures import measure
from sitegen.recognise.figures.numbers import number_at
from sitegen.recognise.figures.plain import plain_figure
from sitegen.recognise.figures.scan import scan
from sitegen.recognise.text.words import Words, words
from sitegen.recognise.tokens import Found

TABLES = (
    *(ENGLISH.cardinals, ENGLISH.tens, ENGLISH.scales, ENGLISH.vague, ENGLISH.vague_before),
    *(ENGLISH.ordinals, ENGLISH.fractions, ENGLISH.glyphs, ENGLISH.factors, ENGLISH.glued),
    *(ENGLISH.currencies, ENGLISH.percents, ENGLISH.ranks, ENGLISH.signs, ENGLISH.clock),
    *(ENGLISH.two_numbers, ENGLISH.units, ENGLISH.evidence, ENGLISH.quantity_before),
    *(ENGLISH.labels, ENGLISH.named_after, ENGLISH.fixed, ENGLISH.particles, ENGLISH.months),
    *(ENGLISH.month_before, ENGLISH.seasons, ENGLISH.date_prefixes, ENGLISH.eras),
    *(ENGLISH.centuries, ENGLISH.life_decades, ENGLISH.superlatives, ENGLISH.measures),
)
FORMS = sorted({form for table in TABLES for form in table})
WORD = st.one_of(
    st.sampled_from(FORMS),
    st.sampled_from(FORMS).map(str.capitalize),
    st.sampled_from(["people", "counted", "red", "Street", "a", "of", "p", "m"]),
)
DIGITS = st.one_of(
    st.integers(0, 3000).map(str),
    st.integers(0, 10**10).map(str),
    st.integers(0, 10**8).map(lambda number: f"{number:,}"),
)
GAP = st.sampled_from([" "] * 12 + [", ", ". ", "-", "\N{NO-BREAK SPACE}", "’", "/", " $", "%", ""])
PROSE = st.lists(st.tuples(st.one_of(WORD, DIGITS), GAP), max_size=12).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def in_full(read: Words) -> Iterator[Found]:
    resume = 0
    for index in read.candidates():
        step = date_at(read, index) or number_at(read, index) if index >= resume else None
        if step:
            yield from step.found
            resume = step.next


@settings(max_examples=600, deadline=None)
@given(PROSE)
def test_a_text_has_the_figures_that_the_full_reading_finds(text: str) -> None:
    read = words(text, ENGLISH)
    assert list(scan(read)) == list(in_full(read))


def test_every_word_beside_a_figure_has_its_say() -> None:
    for form in FORMS:
        for text in (f"we counted 12 {form} there", f"so {form} 4,213 people came"):
            read = words(text, ENGLISH)
            assert list(scan(read)) == list(in_full(read)), text


def test_a_figure_among_other_words_is_known_at_once() -> None:
    read = words("we counted 4,213 people there", ENGLISH)
    assert plain_figure(read, 2) == next(in_full(read))


@settings(max_examples=300, deadline=None)
@given(st.one_of(DIGITS, st.text("0123456789,", max_size=12)))
def test_a_value_in_digits_alone_is_one_plain_amount(text: str) -> None:
    plain = recognise.plain_number(text)
    if plain is None:
        return
    figure = recognise.written(text)
    assert figure is not None
    (amount,) = figure.every
    assert (amount.value, amount.factor, amount.other) == (plain, 1, None)
    assert measure(figure, amount) is None
    assert recognise.amount(text) == plain == Decimal(text.replace(",", ""))
