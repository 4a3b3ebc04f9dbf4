"""Who speaks, for any text: the reporting clauses, and the quotations that they govern."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.recognise import Reading
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.governing import governing
from sitegen.recognise.speech.names import Roster
from sitegen.recognise.speech.narration import Narration, narration
from sitegen.recognise.speech.speech import clauses, names_in

PARTS = st.sampled_from(
    [
        "“Yes,”",
        "“No.”",
        "said",
        "told",
        "Jack",
        "Mary Lee",
        "Mrs.",
        "he",
        "the",
        "and",
        "who",
        ",",
        ".",
        ":",
        "according to",
        "by",
        "of",
        "with",
        "adding",
        "when",
        "’s",
        "‘",
        '"',
        "—",
        "40",
    ]
)
TEXTS = st.lists(PARTS, max_size=30).map(" ".join)
VERBS = sorted(
    form for form, meaning in ENGLISH.speech.items() if meaning == "says" and form.isalpha()
)


def _told(text: str) -> Narration:
    marks = [(token.start, token.end) for token in Reading([text]).quotations]
    return narration(text, marks, ENGLISH)


@given(TEXTS)
@settings(max_examples=300)
def test_any_text_has_clauses_with_places(text: str) -> None:
    told = _told(text)
    found = clauses(told)
    assert [clause.verb for clause in found] == sorted(clause.verb for clause in found)
    for clause in found:
        assert 0 <= clause.first <= clause.verb <= clause.last < len(told.words)
        for start, end in names_in(told, clause.subject):
            assert text[start:end] == text[start:end].strip() != ""


@given(TEXTS)
@settings(max_examples=300)
def test_a_quotation_is_governed_by_a_clause_of_its_paragraph(text: str) -> None:
    told = _told(text)
    found = clauses(told)
    for span in told.quoted:
        governed = governing(told, found, *span)
        assert governed is None or governed.clause in found


@given(st.sampled_from(VERBS), st.sampled_from(["Lee", "Mary Lee", "Mr. Lee", "Ann van der Lee"]))
def test_a_verb_of_speech_tells_who_speaks_on_either_side_of_it(verb: str, name: str) -> None:
    for text in (f"“Yes,” {verb} {name}.", f"“Yes,” {name} {verb}.", f"{name} {verb}: “Yes.”"):
        told = _told(text)
        governed = governing(told, clauses(told), *told.quoted[0])
        assert governed is not None
        assert governed.sure
        (span,) = names_in(told, governed.clause.subject)
        assert text[slice(*span)] == name


@given(st.lists(st.sampled_from(["Ann Lee", "Bob Lee", "Lee", "Ann", "Cy"]), max_size=6))
def test_names_are_found_where_they_stand(names: list[str]) -> None:
    roster = Roster({"ann": ["Ann Lee"], "bob": ["Bob Lee"]}, ENGLISH)
    text = "They saw " + " and ".join(names) + " come."
    mentioned = [text[found.start : found.end] for found in roster.mentions(text)]
    assert mentioned == [name for name in names if name != "Cy"]
