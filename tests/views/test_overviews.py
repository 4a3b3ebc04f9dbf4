"""The pages that list: people, topics, facts, quotations, sources, a home page nobody wrote."""

import pytest

from sitegen.model import Basis, BasisKind, Fact
from sitegen.views.kinds import (
    ExplainerPage,
    FactPage,
    FactsPage,
    Link,
    PersonPage,
    QuotesPage,
    Section,
    SourcePage,
    SourcesPage,
    TopicPage,
)
from tests.factory import (
    Record,
    cite,
    date,
    fact,
    page,
    person,
    skip,
    source,
    topic,
    unnamed,
)
from tests.views.making import page_of

S = source("s", "60,000 people voted. “It is late,” said Ann Lee on 4 May 2020. 50 stayed.")
ANN = person("ann", "Ann Lee")
BEN = person("ben", "Ben Ray")
LATE = cite("s", 1, "It is late,")
FIFTY = cite("s", 1, "50")
GUESSED = {"said": Basis(BasisKind.INFERRED, "The article is of that day.")}


def quote(name: str, **fields: object) -> Fact:
    return fact(name, LATE, kind="quote", **fields)


def outline(sections: tuple[Section, ...]) -> list[tuple[str, str, int, list[str]]]:
    """Each section's id, title and count, with its facts or the ids of its groups."""
    return [
        (
            section.id,
            section.title.text,
            section.count,
            [card.id for card in section.facts] or [group.id for group in section.groups],
        )
        for section in sections
    ]


# A person


def person_page(*records: Record) -> PersonPage:
    return page_of("people/ann.html", PersonPage, S, *records)


def test_a_person_has_what_they_said_what_was_said_of_them_and_what_names_them() -> None:
    view = person_page(
        ANN,
        BEN,
        quote("late", speaker="ann", said="2020-05-04"),
        quote("early", speaker="ann", said="2019"),
        fact("told", FIFTY, according_to="ann"),
        quote("heard", speaker="ben", addressee="ann"),
        fact("rumour", FIFTY, people=("ann",), according_to=unnamed("a friend")),
        quote("of-her", speaker="ben", people=("ann",), addressee="ann"),
        fact("named", FIFTY, people=("ann",)),
        fact("elsewhere", FIFTY, people=("ben",)),
    )
    assert outline(view.sections) == [
        ("Said", "What they said", 2, ["early", "late"]),
        ("Stated", "What is told as their statement", 1, ["told"]),
        ("Heard", "What was said to them", 1, ["heard"]),
        ("Of-them", "What was said of them", 2, ["of-her", "rumour"]),
        ("Named", "Other facts that name them", 1, ["named"]),
    ]
    assert view.figures == (
        "2 quotations; 1 statement told as theirs; 1 thing said to them; 2 statements of others "
        "about them (1 by somebody whom the source does not name); named in 1 other fact."
    )


def test_the_dates_of_a_persons_words_are_told_apart() -> None:
    worked_out = {"said": Basis(BasisKind.DERIVED, "other + 1")}
    view = person_page(
        ANN,
        quote("a", speaker="ann", said="2020"),
        quote("b", speaker="ann", said="2020-05-04", basis=GUESSED),
        quote("c", speaker="ann", said="2020-05-05", basis=worked_out),
        quote("d", speaker="ann"),
    )
    assert view.figures == (
        "4 quotations (1 with a date that we inferred, 1 with a date that we worked out, "
        "1 without a date)."
    )
    cards = view.sections[0].facts
    assert [(card.id, card.date_basis) for card in cards] == [
        ("a", None),
        ("b", "inferred"),
        ("c", "derived"),
        ("d", None),
    ]


def test_of_a_person_whom_nothing_names_the_page_says_so() -> None:
    view = person_page(ANN)
    assert (view.figures, view.sections) == ("No fact names them yet.", ())


def test_a_person_has_a_role_names_and_addresses() -> None:
    view = person_page(
        person(
            "ann",
            "Ann Lee",
            role="singer",
            aliases=("Annie",),
            wikidata="Q1",
            url="https://ann.example",
            description="A *singer*.",
        ),
        fact("a", FIFTY, people=("ann",)),
    )
    assert (view.role, view.aliases, view.link) == ("singer", ("Annie",), "https://ann.example")
    assert view.wikidata == "https://www.wikidata.org/wiki/Q1"
    assert str(view.description) == "<p>A <em>singer</em>.</p>\n"
    assert view.chrome.description == "Ann Lee, singer. Named in 1 fact."


def test_a_private_person_is_told_by_role() -> None:
    view = person_page(
        person("ann", "Ann Lee", role="a neighbour", aliases=("Annie",), private=True),
        fact("a", FIFTY, according_to="ann"),
    )
    assert (view.name, view.private, view.role, view.aliases) == ("a neighbour", True, None, ())
    assert view.chrome.noindex
    assert "Ann Lee" not in repr(view)


def test_many_facts_are_parted_by_year() -> None:
    dates = {f"a-{n}": f"20{18 + n % 3}" for n in range(39)}
    view = person_page(
        ANN,
        *(quote(name, speaker="ann", said=when) for name, when in dates.items()),
        quote("b", speaker="ann", said="XXXX-01-20"),
        quote("c", speaker="ann"),
    )
    (section,) = view.sections
    assert (section.count, section.facts) == (41, ())
    assert [(g.id, g.title, len(g.facts)) for g in section.groups] == [
        ("Said-2018", Link("2018"), 13),
        ("Said-2019", Link("2019"), 13),
        ("Said-2020", Link("2020"), 13),
        ("Said-Yearless", Link("Year not given"), 1),
        ("Said-Undated", Link("No date"), 1),
    ]


# Cards


def test_a_card_says_which_names_are_inferred() -> None:
    guessed = Basis(BasisKind.INFERRED, "It says “she”.")
    view = person_page(
        ANN,
        quote("a", speaker="ann", basis={"speaker": guessed}),
        fact("b", FIFTY, according_to="ann", basis={"according_to": guessed}),
    )
    assert view.figures.startswith("1 quotation (with a speaker that we inferred, without a date)")
    said, stated = (section.facts[0] for section in view.sections)
    assert said.speaker_basis == "inferred"
    assert stated.attribution == "according to Ann Lee (inferred)"


def test_a_card_says_to_whom_and_where_words_were_said() -> None:
    view = person_page(ANN, BEN, quote("a", speaker="ann", addressee="ben", medium="post"))
    card = view.sections[0].facts[0]
    assert card.addressee == Link("Ben Ray", "../people/ben.html")
    assert card.medium == "in a post"


def test_a_card_says_to_whom_words_were_said_that_have_no_name() -> None:
    told = quote("a", speaker="ann", addressee=unnamed("reporters"))
    card = person_page(ANN, BEN, told).sections[0].facts[0]
    assert card.addressee == Link("reporters")


Z = source("z", "50 stayed.", publisher="The  Herald")
Y = source("y", "50 stayed.", publisher="the herald")
X = source("x", "50 stayed.", publisher="The Post")


@pytest.mark.parametrize(
    ("fields", "cited", "hangs"),
    [
        ({"according_to": unnamed("a friend")}, ("z",), True),
        ({"according_to": unnamed("a friend")}, ("z", "y"), True),  # two texts of one outlet
        ({"according_to": unnamed("a friend")}, ("z", "x"), False),
        ({"according_to": unnamed("a friend")}, ("s", "z"), False),  # a publisher not known
        ({"according_to": unnamed("a friend")}, ("s",), True),
        ({"according_to": "ann"}, ("z",), False),
        ({}, ("z",), False),
    ],
)
def test_a_fact_of_one_outlet_and_an_unnamed_source_says_so(
    fields: dict[str, object], cited: tuple[str, ...], *, hangs: bool
) -> None:
    made = fact("a", *(cite(name, 1, "50") for name in cited), **fields)
    view = page_of("facts/a.html", FactPage, S, X, Y, Z, ANN, made)
    assert view.fact.thread == ("One outlet, an unnamed source" if hangs else None)


def test_an_unnamed_speaker_counts_and_a_contradicting_outlet_does_not() -> None:
    against = cite("x", 1, "50", contradicts=True)
    made = fact("a", LATE, against, kind="quote", speaker=unnamed("a friend"))
    view = page_of("facts/a.html", FactPage, S, X, made)
    assert view.fact.thread == "One outlet, an unnamed source"


# A topic

T = topic("t", "The vote", summary="What was counted.")


def test_a_topic_has_figures_first_then_words_then_the_rest() -> None:
    view = page_of(
        "topics/t.html",
        TopicPage,
        S,
        X,
        T,
        ANN,
        BEN,
        page("any", "x", topics=("t",)),
        fact("claim", FIFTY, topics=("t",), according_to="ben"),
        fact("day", FIFTY, kind="date", claim="x", date="2020", topics=("t",)),
        quote("words", speaker="ann", topics=("t",)),
        quote("more", speaker="ann", topics=("t",), according_to="ben"),
        fact("rank", FIFTY, kind="rank", claim="x", value="1", of="all", topics=("t",)),
        fact("count", FIFTY, kind="count", claim="x", value="50", unit="people", topics=("t",)),
        fact("two", FIFTY, cite("x", 1, "50"), topics=("t",)),
        fact("rumour", FIFTY, topics=("t",), according_to=unnamed("a friend")),
        fact("elsewhere", cite("x", 1, "50")),
    )
    assert outline(view.sections) == [
        ("Figures", "Figures", 2, ["count", "rank"]),
        ("Quotations", "What was said", 2, ["more", "words"]),
        ("Facts", "What is reported", 4, ["day", "claim", "rumour", "two"]),
    ]
    assert [(t.subject.text, t.words) for t in view.speakers] == [
        ("Ann Lee", "2 quotations"),
        ("Ben Ray", "1 statement"),
        ("Speakers who are not named", "1 statement"),
    ]
    assert view.speakers[-1].subject.href is None  # they are quoted nowhere
    assert [(t.subject.text, t.words) for t in view.sources] == [
        ("Title of s", "8 facts"),
        ("Title of x", "1 fact"),
    ]
    assert view.figures == (
        "8 facts from 2 sources; 1 rests on one outlet and on somebody whom it does not name."
    )
    assert view.pages == (Link("Title of any", "../any.html"),)


def test_a_topic_says_how_much_hangs_by_one_thread() -> None:
    told = fact("a", FIFTY, topics=("t",), according_to=unnamed("a friend"))
    one = page_of("topics/t.html", TopicPage, S, T, told)
    assert one.figures == (
        "1 fact from 1 source; 1 rests on one outlet and on somebody whom it does not name."
    )
    assert page_of("topics/t.html", TopicPage, S, T).figures == "No fact is on this topic yet."


# The lists


def test_the_list_of_facts_is_by_topic() -> None:
    view = page_of(
        "facts.html",
        FactsPage,
        S,
        topic("z", "Apples"),
        topic("a", "Zebras"),
        topic("n", "Nothing"),
        fact("a", FIFTY, topics=("a", "z")),
        fact("b", FIFTY),
    )
    assert view.figures == (
        "2 facts, each with the words of the source that it rests on. "
        "A fact of several topics stands under each."
    )
    assert [section.title for section in view.sections] == [
        Link("Apples", "topics/z.html"),
        Link("Zebras", "topics/a.html"),
        Link("Other facts"),
    ]
    assert outline(view.sections) == [
        ("Topic-z", "Apples", 1, ["a"]),
        ("Topic-a", "Zebras", 1, ["a"]),
        ("Without-topic", "Other facts", 1, ["b"]),
    ]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), "No facts yet."),
        (("a",), "1 fact with the words of the source that it rests on."),
    ],
)
def test_the_list_of_facts_counts_each_once(names: tuple[str, ...], words: str) -> None:
    view = page_of("facts.html", FactsPage, S, *(fact(name, FIFTY) for name in names))
    assert view.figures == words
    assert [section.title.text for section in view.sections] == ["All facts"][: len(names)]


def test_quotations_are_by_speaker_and_unnamed_ones_stand_apart() -> None:
    other = source("o", "“It is late,” said a friend.")
    view = page_of(
        "quotes.html",
        QuotesPage,
        S,
        other,
        ANN,
        BEN,
        quote("a", speaker=unnamed("a friend")),
        quote("b", speaker="ben", said="2020", basis=GUESSED),
        quote("b2", speaker="ben", said="2020"),
        quote("c", speaker=unnamed("a friend")),
        quote("a2", speaker="ann", said="2020"),
        fact("d", LATE),
        fact("e", cite("o", 1, "It is late,"), kind="quote", speaker=unnamed("a friend")),
    )
    assert outline(view.named) == [
        ("Speaker-1", "Ann Lee", 1, ["a2"]),
        ("Speaker-2", "Ben Ray", 2, ["b", "b2"]),
    ]
    assert outline(view.unnamed) == [
        ("Unnamed-1", "a friend", 1, ["e"]),
        ("Unnamed-2", "a friend", 2, ["a", "c"]),
    ]
    assert [section.note for section in view.unnamed] == [
        "As described in “Title of o”.",
        "As described in “Title of s”.",
    ]
    assert view.figures == (
        "6 quotations: 3 by 2 people, 3 by speakers whom the source does not name. "
        "1 with a date that we inferred, 3 without a date."
    )


def test_without_quotations_the_page_says_so() -> None:
    assert page_of("quotes.html", QuotesPage, S).figures == "No quotations yet."


# Sources


def test_sources_are_listed_with_what_rests_on_them() -> None:
    view = page_of(
        "sources.html",
        SourcesPage,
        source("s", "60,000 voted.\n\n50 stayed.\nNone."),
        source(
            "z",
            None,
            title="A title",
            published=date("2020"),
            basis={"published": Basis(BasisKind.INFERRED, "Why.")},
        ),
        fact("a", cite("s", 3, "50"), cite("s", 1, "60,000"), cite("z", 1, "x")),
        fact("b", cite("s", 1, "voted"), according_to=unnamed("a friend")),
        skip(cite("s", 4, "None"), "Too vague."),
    )
    assert view.figures == "2 facts rest on 2 sources."
    assert view.thread == (
        "1 fact rests on one outlet alone, and on somebody whom it does not name."
    )
    missing, read = view.sources
    assert (missing.source.text, missing.missing, missing.published_basis) == (
        "A title",
        True,
        "inferred: Why.",
    )
    assert missing.rests == "1 fact rests on it, with 1 citation."
    assert (missing.copied, missing.thread) == ("We hold no copy of the text.", None)
    assert (read.facts, read.citations) == (2, 3)
    assert read.rests == "2 facts rest on it, with 3 citations in 2 of its 3 lines (66%)."
    assert read.skipped == "1 passage was looked at and left out, with a reason."
    assert read.thread == view.thread
    assert read.copied == "The date of the copy is not recorded."


def test_a_source_tells_how_its_copy_was_made() -> None:
    made = source(
        "s",
        "50 stayed.",
        retrieved=date("2020-05-04"),
        url="https://s.example/a",
        archive_url="https://archive.example/s",
        licence="CC BY 4.0",
    )
    (row,) = page_of("sources.html", SourcesPage, made).sources
    assert row.copied == "The copy was made: 4 May 2020."
    assert (row.link, row.archive) == ("https://s.example/a", "https://archive.example/s")
    assert row.digest == f"{made.sha256[:12]}…"
    assert row.shown == "Shown whole: CC BY 4.0"
    assert (row.rests, row.skipped, row.thread) == ("No fact rests on it.", None, None)


def test_an_inferred_date_of_the_copy_has_its_reason() -> None:
    basis = {"retrieved": Basis(BasisKind.INFERRED, "The file is of that day.")}
    made = source("s", "50 stayed.", retrieved=date("2020-05-04"), basis=basis)
    (row,) = page_of("sources.html", SourcesPage, made).sources
    assert row.copied == "The copy was made: 4 May 2020 (inferred: The file is of that day)."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("50 stayed.", "in its only line."),
        ("50 stayed.\n50 left.", "in all of its 2 lines."),
        ("50 stayed.\n50 left.\n\nNone.", "in 2 of its 3 lines (66%)."),
        ("50 stayed.\n50 left." + 300 * "\nNone.", "in 2 of its 302 lines (under 1%)."),
    ],
)
def test_how_many_of_a_sources_lines_carry_evidence(text: str, words: str) -> None:
    places = (cite("s", n, "50") for n, line in enumerate(text.split("\n"), 1) if "50" in line)
    (row,) = page_of("sources.html", SourcesPage, source("s", text), fact("a", *places)).sources
    assert row.rests.endswith(words)


def test_the_page_of_a_source_says_what_hangs_by_it() -> None:
    view = page_of(
        "sources/s.html",
        SourcePage,
        S,
        X,
        fact("a", FIFTY, according_to=unnamed("a friend")),
        fact("b", FIFTY, cite("x", 1, "50"), according_to=unnamed("a friend")),
        fact("c", FIFTY),
        skip(cite("s", 1, "stayed"), "Too vague."),
    )
    assert view.figures == "3 facts rest on it, with 3 citations."
    assert view.thread == (
        "1 fact rests on one outlet alone, and on somebody whom it does not name."
    )
    assert [ref.id for ref in view.hanging] == ["a"]
    assert view.command == "python3 data/verify.py s=YOUR-COPY.txt"
    assert view.sha256 == S.sha256


# The home page that nobody wrote


def test_a_home_page_that_nobody_wrote_shows_the_first_facts_of_each_topic() -> None:
    view = page_of(
        "index.html",
        ExplainerPage,
        S,
        T,
        ANN,
        page("any", "x"),
        *(fact(f"a{n}", FIFTY, topics=("t",)) for n in range(6)),
        quote("words", speaker="ann", topics=("t",)),
        fact("rest", FIFTY),
    )
    assert view.front is not None
    assert outline(view.front.sections) == [
        ("Topic-t", "The vote", 7, ["words", "a0", "a1", "a2"]),
        ("Without-topic", "Other facts", 1, ["rest"]),
    ]
    assert view.front.figures.startswith("8 facts from 1 source.")
    assert view.front.onward == (
        Link("Title of any", "any.html"),
        Link("All 8 facts", "facts.html"),
        Link("How this was checked", "methodology.html"),
    )
    assert [tally.words for tally in view.front.people] == ["1 quotation"]
    assert [tally.words for tally in view.front.sources] == ["8 facts"]


def test_a_home_page_has_room_for_the_topics_with_the_most_facts() -> None:
    topics = [topic(f"t{n:02}", f"Topic {n:02}") for n in range(13)]
    facts = [fact(f"f{n:02}", FIFTY, topics=(f"t{n:02}",)) for n in range(13)]
    more = fact("more", FIFTY, topics=("t12",))
    view = page_of("index.html", ExplainerPage, S, *topics, *facts, more)
    assert view.front is not None
    titles = [section.title.text for section in view.front.sections]
    assert titles == [*(f"Topic {n:02}" for n in range(11)), "Topic 12"]
    assert [(t.subject, t.words) for t in view.front.topics] == [
        (Link("Topic 11", "topics/t11.html"), "1 fact")
    ]


def test_unnamed_speakers_of_a_topic_lead_to_their_quotations() -> None:
    made = quote("a", speaker=unnamed("a friend"), topics=("t",))
    (tally,) = page_of("topics/t.html", TopicPage, S, T, made).speakers
    assert (tally.subject.href, tally.words) == ("../quotes.html#Unnamed", "1 quotation")


def test_a_home_page_that_an_editor_wrote_is_left_alone() -> None:
    view = page_of("index.html", ExplainerPage, S, page("index", "x"), fact("a", FIFTY))
    assert view.front is None
