"""Every row of the tables of a language says why it stands there, and makes a difference."""

from dataclasses import replace
from typing import Any

import pytest

from sitegen import recognise
from sitegen.recognise import denials, implied
from sitegen.recognise.certainty import certainties, made_surer
from sitegen.recognise.denial import denial
from sitegen.recognise.english import TABLES
from sitegen.recognise.figures.continental import written_numbers
from sitegen.recognise.figures.measures import span
from sitegen.recognise.french import TABLES as FRENCH
from sitegen.recognise.german import TABLES as GERMAN
from sitegen.recognise.language import Language, compiled
from sitegen.recognise.speech.addressed import addressed
from sitegen.recognise.speech.governing import governing
from sitegen.recognise.speech.letters import letters
from sitegen.recognise.speech.makers import is_maker
from sitegen.recognise.speech.names import Roster, name_words, proper_names
from sitegen.recognise.speech.narration import narration
from sitegen.recognise.speech.same_names import Naming, keys, without_kind
from sitegen.recognise.speech.speech import clauses
from sitegen.recognise.speech.turns import asks, letter_heading
from sitegen.recognise.statement import Statement
from sitegen.recognise.tables import Row, Tables
from sitegen.recognise.text.paragraphs import Paragraph
from sitegen.recognise.text.words import words

ROWS = list(TABLES.rows())
NAMES = [f"{table}-{row.form}-{row.meaning}" for table, row in ROWS]
OTHERS = [(tables, *one) for tables in (FRENCH, GERMAN) for one in tables.rows()]
OTHER_NAMES = [f"{table}-{row.form}-{row.meaning}" for _, table, row in OTHERS]


def _around_dates(text: str, language: Language) -> list[object]:
    found = recognise.figures(text, language)
    return [recognise.around(text, f.start, f.end, language) for f in found]


def _meant(text: str, language: Language) -> list[object]:
    found = recognise.amounts(text, language)
    return [
        (
            one,
            recognise.hedges(found, one),
            recognise.measure(found, one),
            recognise.measure_named(found, one),
            recognise.counted(found, one),
            recognise.length(found, one),
            recognise.is_hour(found, one),
            recognise.run_of(found, one),
        )
        for one in found.every
    ]


def _spans(text: str, language: Language) -> list[object]:
    read = words(text, language)
    return [span(read, at) for at in range(1, len(read))]


def _rest(text: str, language: Language) -> list[str]:
    known = language.rests.keys() | language.runs.keys() | language.lesser.keys()
    return [low for low in words(text, language).lows if low in known]


def _surer(text: str, language: Language) -> object:
    return made_surer(
        Statement(text, language),
        Statement(text.replace("ay", "").replace("ight", ""), language),
        attributed=False,
    )


def _things(text: str, language: Language) -> list[object]:
    return [
        recognise.last_places(text, language),
        recognise.limits(recognise.amounts(text, language)),
        [recognise.unit_sorts(word, language) for word in text.split()],
        [recognise.unit_measures(word, language) for word in text.split()],
    ]


def _named(text: str, language: Language) -> list[object]:
    roster = Roster({word.form: [word.form] for word in name_words(text)}, language)
    return [proper_names(text, language), roster.mentions(text)]


def _told(text: str, language: Language) -> list[object]:
    marks = [(token.start, token.end) for token in recognise.Reading([text]).quotations]
    told = narration(text, marks, language)
    found = clauses(told)
    return [found, [governing(told, found, *span) for span in told.quoted]]


def _incised(text: str, language: Language) -> object:
    told = narration(text, (), language)
    return [told.words[clause.verb].low in language.incises for clause in clauses(told)]


def _reached(text: str, language: Language) -> list[object]:
    words = name_words(text)
    return [
        [recognise.governs(text, word.start, language) for word in words],
        [recognise.person(word.form, language) for word in words],
    ]


def _called(text: str, language: Language) -> list[tuple[int, int]]:
    return list(addressed(text, [(word.start, word.end) for word in name_words(text)], language))


def _left_out(text: str, language: Language) -> object:
    left = (text.find(","), text.rfind(","))
    return recognise.left_out(text, left, language, follows=True, precedes=True)


_NAMED = ("Canada", "Mexico", "Vietnam", "Kurd", "London", "Democrat")
_PLACES = (*(row.meaning.capitalize() for row in TABLES.places), *_NAMED)
_BARE = "happy direct polite regular legal honest violent child"


def _places(text: str, language: Language) -> list[bool]:
    naming = Naming([text], language)
    return [naming.has(place) for place in _PLACES]


def _negated(text: str, language: Language) -> bool:
    return implied.negated_in_a_word(Statement(text, language), Statement(_BARE, language))


def _told_apart(text: str, language: Language) -> list[bool]:
    return [implied.sets_apart(text, one.sign, language) for one in _at_once(text, language)]


def _at_once(text: str, language: Language) -> tuple[denials.Denial, ...]:
    return denials.denials(Statement(text, language), later=False)


_OPPOSITES = {row.form: row.meaning for row in TABLES.opposites}


def _opposed(text: str, language: Language) -> list[bool]:
    said = Statement(text, language)
    known = (_OPPOSITES[low] for low in said.lows if low in _OPPOSITES)
    return [implied.opposes(said, forms) for forms in known]


def _stated(text: str, language: Language) -> list[object]:
    said = Statement(text, language)
    denied = [said.clauses, denials.denials(said), said.denying]
    return [*denied, implied.extremes(said), certainties(said)]


def _surpassing(text: str, language: Language) -> bool:
    said = Statement(text, language)
    return any(implied.surpasses(said, sign, said) for sign in said.negations)


# What reads a text by the tables: a row must make a difference to one of them.
READERS = (
    _stated,
    denials.content,
    denials.standing,
    _at_once,
    _told_apart,
    _places,
    _negated,
    _opposed,
    lambda text, language: recognise.recognise([text], language),
    lambda text, language: recognise.sentences([text], language),
    lambda text, language: list(recognise.steps(text, language)),
    recognise.is_relative,
    recognise.reckons,
    recognise.weekdays,
    recognise.days_alone,
    _around_dates,
    _meant,
    _spans,
    _rest,
    _surer,
    _things,
    _named,
    _told,
    _reached,
    _left_out,
    _called,
    asks,
    letter_heading,
    is_maker,
    recognise.negations,
    recognise.quantifiers,
    recognise.qualifiers,
    lambda text, language: [keys(word.form, language) for word in name_words(text)],
    lambda text, language: without_kind([word.form for word in name_words(text)], language),
    _surpassing,
    lambda text, language: letters([Paragraph(text, 1, (0,))], language),
)
OTHER_READERS = (
    *READERS,
    lambda text, language: list(written_numbers(words(text, language))),
    lambda text, language: denial(words(text, language)),
    _incised,
)


def _with_and_without(tables: Tables, table: str, row: Row) -> tuple[Language, Language]:
    """A language, and the same without one row."""
    rest: Any = tuple(other for other in getattr(tables, table) if other != row)
    return compiled(tables), compiled(replace(tables, **{table: rest}))


@pytest.mark.parametrize(("table", "row"), ROWS, ids=NAMES)
def test_without_the_row_its_example_is_read_otherwise(table: str, row: Row) -> None:
    language, without = _with_and_without(TABLES, table, row)
    assert any(read(row.example, language) != read(row.example, without) for read in READERS)


@pytest.mark.parametrize(("tables", "table", "row"), OTHERS, ids=OTHER_NAMES)
def test_without_the_row_its_example_is_read_otherwise_in_other_languages(
    tables: Tables, table: str, row: Row
) -> None:
    language, without = _with_and_without(tables, table, row)
    assert any(read(row.example, language) != read(row.example, without) for read in OTHER_READERS)


@pytest.mark.parametrize(("table", "row"), ROWS, ids=NAMES)
def test_a_row_gives_its_reason(table: str, row: Row) -> None:
    assert row.meaning
    assert len(row.reason) >= len("feet"), f"{table}: {row.form}"


def test_no_form_stands_twice_in_a_table() -> None:
    for tables in (TABLES, FRENCH, GERMAN):
        keys = [
            (table, row.form, row.meaning if table == "marks" else "")
            for table, row in tables.rows()
        ]
        assert len(keys) == len(set(keys))
