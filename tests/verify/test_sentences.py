"""Laws of the checks of our own sentences, and what no case file can show."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.diagnostics import Diagnostic
from sitegen.markdown import typed
from sitegen.memory import Memory
from sitegen.model import Factsheet, Verdict
from sitegen.prose import passages
from sitegen.verify.batches import Batch
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.known import KnownFacts
from sitegen.verify.lookup import Lookup
from sitegen.verify.sentences.claim_names import unnamed_names
from sitegen.verify.sentences.claims import claims_stand
from sitegen.verify.sentences.prose import prose_cites
from sitegen.verify.sentences.stated import Grounds
from sitegen.verify.verify import verify
from tests.factory import Record, checked, cite, fact, page, person, source

PEOPLE = (person("ada", "Ada Lovelace", aliases=("the Countess",)), person("bob", "Bob Hill"))


def sheet(*records: Record) -> Factsheet:
    return checked(*records, *PEOPLE).factsheet


def findings_of(factsheet: Factsheet) -> Findings:
    """All of a fact sheet, to be judged in one go."""
    facts, sources = tuple(factsheet.facts.values()), tuple(factsheet.sources.values())
    batch = Batch(facts, sources, factsheet.skips, passages(factsheet).every)
    return Lookup(factsheet, Memory()).findings(batch, KnownFacts(facts))


def told(factsheet: Factsheet) -> list[str]:
    """The codes of what both checks say."""
    findings = findings_of(factsheet)
    said = (*claims_stand(findings), *prose_cites(findings))
    return [one.code for one in said if isinstance(one, Diagnostic)]


def verdict(factsheet: Factsheet) -> Verdict | None:
    said = claims_stand(findings_of(factsheet))
    return next((one.verdict for one in said if isinstance(one, Judged)), None)


PARTS = st.sampled_from(
    [
        "Ada Lovelace", "the Countess", "Bob Hill", "nobody", "the mayor of Oslo", "she",
        "nearly 60 people", "about 74 million votes", "twenty-one men", "half of them", "5%",
        "the third of three", "$1.2bn", "dozens of guests", "at 9:30 am", "the Billboard 200",
        "on April 25, 2018", "in 1999", "on the fourth of July", "in the 1890s", "never",
        "did not come", "came without a word", "was unable to come", "won", ",", "; and", "but",
    ]
)  # fmt: skip


@given(st.lists(PARTS, min_size=1, max_size=8).map(" ".join))
def test_the_words_themselves_are_a_claim_that_holds(words: str) -> None:
    line = f"It is told: {words}."
    whole = fact("one", cite("s", 1, line), claim=line)
    assert told(sheet(source("s", line), whole)) == []


NAMES = st.lists(
    PARTS
    | st.sampled_from(
        [
            "Ada", "the Hill", "Ada’s", "President Hill", "U.S. Senate", "Lt. Gov", "the US",
            "Smith", "May", "Oslo. The", "B Finch", "A", "6", "Mont-Blanc", "smith of oslo",
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)  # fmt: skip


@given(NAMES, NAMES)
def test_the_names_of_a_judged_claim_are_looked_at_as_those_of_any_other(
    there: str, claim: str
) -> None:
    line = f"It is told: {there}. {claim.lower()} {claim[:9]}"
    whole = fact("one", cite("s", 1, line), claim=claim)
    findings = findings_of(sheet(source("s", line), whole))
    grounds = Grounds(findings.within.facts["one"], findings)
    _, unnamed = unnamed_names(claim, grounds, findings.roster, judged=False)
    assert unnamed_names(claim, grounds, findings.roster, judged=True) == (True, unnamed)


@given(
    st.lists(st.sampled_from(["The mayor came", "so it is", "*at last*", "[here](a.html)", "—"])),
    st.sampled_from(["61,000", "forty", "May 2, 2018", "“never again”", "5%"]),
    st.lists(st.sampled_from(["and sang", "`61,000`", "{plain}`61,000`", "\n> forty", "\n- it"])),
)
def test_what_is_typed_is_found_where_it_stands(
    before: list[str], typed_here: str, after: list[str]
) -> None:
    body = " ".join([*before, typed_here, *after])
    found = [
        one
        for one in prose_cites(findings_of(sheet(page("index", body))))
        if isinstance(one, Diagnostic) and one.span and one.message
    ]
    assert found
    spans = [one.span for one in found if one.span]
    lines = body.split("\n")
    texts = [lines[span.line - 4][span.column - 1 : span.end_column - 1] for span in spans]
    assert typed_here in texts
    assert all(text and "`" not in text for text in texts)


@given(st.text(alphabet="ab 1.,5%$“”\"'’*_`{}[]()#>-\n:&;!é\u00a0", max_size=60))
def test_no_text_stops_the_checks(text: str) -> None:
    one = fact("one", cite("s", 1, "It is so."), claim=text, note=text)
    told(sheet(source("s", "It is so."), one, page("index", text)))


def test_a_claim_is_found_when_a_part_of_it_was_judged() -> None:
    article = source("s", "The Countess counted 60 cars. It rained.")
    named = fact("one", cite("s", 1, "The Countess counted 60"), claim="Ada Lovelace saw 60 cars.")
    assert verdict(sheet(article, named)) is Verdict.FOUND
    wrong = fact("one", cite("s", 1, "The Countess counted 60"), claim="Ada Lovelace saw 61 cars.")
    assert verdict(sheet(article, wrong)) is Verdict.MISMATCH
    nothing = fact("one", cite("s", 1, "It rained."), claim="There was rain.")
    assert verdict(sheet(article, nothing)) is None
    doubtful = fact("one", cite("s", 1, "It rained."), claim="There was rain, Bob Hill said.")
    assert verdict(sheet(article, doubtful)) is None


def test_digits_of_another_script_are_digits() -> None:
    article = source("s", "There were 60 cars.")
    claim = fact("one", cite("s", 1, "There were 60 cars"), claim="There were ６１ cars.")
    assert told(sheet(article, claim, page("index", "There were ６１ cars."))) == [
        "claim-number",
        "uncited-number",
    ]
    written = source("s", "There were ６０ cars.")
    same = fact("one", cite("s", 1, "There were ６０ cars"), claim="There were ６０ cars.")
    assert told(sheet(written, same)) == []


def test_a_text_is_parsed_once_for_all_stages() -> None:
    texts = passages(sheet(page("index", "A *word* and {plain}`60`, but 70 words.")))
    (passage,) = texts.every
    assert [part.text for part in typed(passage.prose)] == [
        "A word and \N{OBJECT REPLACEMENT CHARACTER}, but 70 words."
    ]
    _, diagnostics = verify(sheet(), texts)
    assert [one.code for one in diagnostics] == ["uncited-number"]
