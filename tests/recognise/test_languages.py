"""Numbers and denials of French and German, input and what is read side by side."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.recognise.denial import denial
from sitegen.recognise.figures.continental import written_numbers
from sitegen.recognise.known import language_of
from sitegen.recognise.text.words import words

NUMBERS = {
    "fr": [
        ("vingt et un, vingt-trois", ["21", "23"]),
        ("soixante-dix, soixante et onze", ["70", "71"]),
        ("quatre-vingts, quatre-vingt-dix-neuf", ["80", "99"]),
        ("septante-cinq, nonante", ["75", "90"]),
        ("deux cents, deux cent mille", ["200", "200000"]),
        ("mille huit cent quatre-vingt-neuf", ["1889"]),
        ("dix-huit cents", ["1800"]),
        ("deux millions trois cent mille", ["2300000"]),
        ("trois et demi, un million et demi, trois demi-finales", ["3.5", "1500000", "3"]),
        ("une vingtaine, trois douzaines", ["20", "36"]),
        ("la quatorzième fois, la vingt et unième", ["14", "21"]),
        ("cinq ou six, dix-sept et cent", ["5", "6", "17", "100"]),
        ("un homme, une femme", []),
        ("dix pour cent, trois quarts", ["10"]),
        ("une demi-douzaine, un demi-million", []),
        ("deux heures et demie", ["2.5"]),
        ("2,5 millions, 13 000, 10.010", ["2500000", "13000", "10010"]),
    ],
    "de": [
        ("dreiundzwanzig, dreizehn", ["23", "13"]),
        ("hundertfünfzig, zweihundert", ["150", "200"]),
        ("zweitausendvierhundertsechsunddreißig", ["2436"]),
        ("neunzehnhundertzwölf", ["1912"]),
        ("anderthalb, zweieinhalb", ["1.5", "2.5"]),
        ("zwei Millionen, drei Dutzend", ["2000000", "36"]),
        ("die elfjährigen, eine neunköpfige Familie", ["11", "9"]),
        ("zum dritten, am dreiundzwanzigsten", ["3", "23"]),
        ("drei und zwanzig Jahre", ["23"]),
        ("eine halbe Million, drei Viertel", []),
        ("1,2 Mrd. Euro", ["1200000000"]),
        ("ein Mann, eines Tages, einfach, verdreifacht", []),
        ("1.186 Prüfungen, 40,8 Prozent, 2,5 Millionen", ["1186", "40.8", "2500000"]),
    ],
}
DENIALS = [
    ("fr", "Il ne vient pas.", "ne"),
    ("fr", "Elle n’est plus là.", "n’est"),
    ("fr", "Il ne vint qu’avec deux hommes.", ""),
    ("fr", "Jamais il ne vint.", "ne"),
    ("fr", "Avant qu’il ne vienne, il dormit.", ""),
    ("fr", "Il vint.", ""),
    ("de", "Er kam nicht.", "nicht"),
    ("de", "Keiner kam.", "Keiner"),
    ("de", "Er kam.", ""),
    ("en", "He did not come.", "not"),
    ("en", "He had no hat.", ""),
    ("es", "No vino.", ""),
]
PARTS = ["quatre", "vingt", "cent", "mille", "et", "demi", "und", "zwei", "hundert", "tausend"]
PROSE = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from([*PARTS, "ein", "acht", "12", "1.186", "2,5"]), st.text("aé0 ,.")
        ),
        st.sampled_from([" ", "-", "", ", ", "\N{NO-BREAK SPACE}"]),
    ),
    max_size=20,
).map(lambda parts: "".join(f"{part}{gap}" for part, gap in parts))


@pytest.mark.parametrize(
    ("tag", "text", "values"),
    [(tag, text, values) for tag, cases in NUMBERS.items() for text, values in cases],
)
def test_numbers(tag: str, text: str, values: list[str]) -> None:
    found = sorted(written_numbers(words(text, language_of(tag))))
    assert [f"{one.worths[0].normalize():f}" for one in found] == values


@pytest.mark.parametrize(("tag", "text", "sign"), DENIALS)
def test_denials(tag: str, text: str, sign: str) -> None:
    start, end = denial(words(text, language_of(tag))) or (0, 0)
    assert text[start:end] == sign


@given(PROSE, st.sampled_from(["fr", "de", "es", "en"]))
def test_numbers_of_any_text_have_places_that_do_not_overlap(text: str, tag: str) -> None:
    found = sorted(written_numbers(words(text, language_of(tag))))
    ends = [0, *(one.end for one in found)]
    for one, before in zip(found, ends, strict=False):
        assert before <= one.start < one.end <= len(text)
        assert all(isinstance(worth, Decimal) for worth in one.worths)
