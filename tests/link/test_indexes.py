"""Who uses what."""

from sitegen.link import link
from sitegen.linked import Cited, Linked
from sitegen.model import Basis, BasisKind
from tests.factory import Record, checked, cite, fact, page, person, source, topic, unnamed

DAILY = source("daily", "One two.\n\nThree four.\nFive.")


def indexed(*records: Record) -> Linked:
    return link(checked(DAILY, *records))[0]


def test_a_line_knows_the_citations_that_rest_on_it() -> None:
    found = indexed(
        fact("a", cite("daily", (1, 3), "One", "Three")),
        fact("b", cite("daily", 3, "four"), cite("daily", 3, "Three four")),
        fact("c", cite("daily", (3, 9))),
    )
    assert found.by_line == {
        "daily": {
            1: (Cited("a", 1),),
            3: (Cited("a", 1), Cited("b", 1), Cited("b", 2), Cited("c", 1)),
            4: (Cited("c", 1),),
        }
    }


def test_people_have_what_they_said_and_what_names_them_otherwise() -> None:
    one = cite("daily", 1, "One")
    found = indexed(
        person("ann", "Ann"),
        person("bob", "Bob"),
        fact("a", one, kind="quote", speaker="ann", addressee="bob", said="2020"),
        fact("b", one, according_to="ann", people=("ann", "bob"), date="2019"),
        fact("c", one, claim="{person}`bob` came."),
        fact("d", one, kind="quote", speaker=unnamed("a friend")),
    )
    assert found.said == {"ann": ("b", "a"), "bob": ()}
    assert found.about == {"ann": (), "bob": ("b", "a", "c")}


def test_topics_and_measures_gather_facts_in_reading_order() -> None:
    one = cite("daily", 1, "One")
    found = indexed(
        topic("t", "T"),
        topic("u", "U"),
        fact("a", cite("daily", 3, "Three"), topics=("t", "t"), measure="m"),
        fact("b", one, topics=("t",), measure="m"),
        fact("c", one, topics=("t",), date="2019", measure="n"),
    )
    assert found.by_topic == {"t": ("c", "b", "a"), "u": ()}
    assert found.by_measure == {"m": ("b", "a"), "n": ("c",)}


def test_citation_marks_are_numbered_by_first_use_on_a_page() -> None:
    one = cite("daily", 1, "One")
    found = indexed(
        fact("a", one),
        fact("b", one, date="2020"),
        page("p", "{date}`b` and {fact}`a`, then {fact}`b`."),
        page("q", "{person}`x` {fact}`nothing` {fact}`a`"),
    )
    assert found.marks == {"p": ("b", "a"), "q": ("a",)}


def test_facts_rest_on_those_that_they_name() -> None:
    one = cite("daily", 1, "One")
    inferred = Basis(BasisKind.INFERRED, "because", ("a", "b"))
    found = indexed(
        fact("a", one, note="Unlike {value}`b` and {person}`x`.", value="1"),
        fact("b", one, value="2"),
        fact("c", one, basis={"date": inferred}, claim="After {fact}`a`."),
    )
    assert found.rests_on == {"a": ("b",), "b": (), "c": ("a", "b")}
    assert found.rested_on_by == {"a": ("c",), "b": ("a", "c"), "c": ()}


def test_a_page_uses_what_its_facts_rest_on_even_in_a_circle() -> None:
    one = cite("daily", 1, "One")
    found = indexed(
        fact("a", one, note="{fact}`b`"),
        fact("b", one, note="{fact}`c`"),
        fact("c", one, note="{fact}`a`"),
        fact("d", one),
        fact("e", one),
        page("p", "{fact}`a`"),
        page("q", ":::{facts}\n:ids: d\n:::"),
        page("r", "Nothing."),
    )
    assert found.used_on == {"a": ("p",), "b": ("p",), "c": ("p",), "d": ("q",), "e": ()}
