"""Which words of an article are numbers, how far each reaches, and what it amounts to."""

import pytest

from tests.recognise.reading import figures

FIGURES = [
    # digits
    ("only 60,000 people voting", ["60,000 = 60000"]),
    ("Tump, 47, might", ["47 = 47"]),
    ("Kanye (43) said", ["43 = 43"]),
    ("2,024 people", ["2,024 = 2024"]),
    ("grew 3.5 times", ["3.5 = 3.5"]),
    ("a swing of .5 points", [".5 = 0.5"]),
    ("1,00,000 voters", ["1,00,000 = 100000"]),
    ("in lines 1,23", ["1 = 1", "23 = 23"]),
    # thousands that spaces part
    ("some 1 400 men", ["1 400 = 1400"]),
    ("some 12 345 678.5 tons", ["12 345 678.5 = 12345678.5"]),
    ("for R1 400 million", ["R1 400 million = 1400000000"]),
    ("1 400–1 500 men", ["1 400 = 1400", "1 500 = 1500"]),
    ("at 2 400 metres", ["2 400 = 2400"]),
    ("1 400, 50 men", ["1 400 = 1400", "50 = 50"]),
    ("on May 1 400 people came", ["May 1 = date XXXX-05-01", "400 = 400"]),
    ("in 2012 400 men", ["2012 = date 2012", "400 = 400"]),
    ("10-12 400 men", ["10 = 10", "12 = 12", "400 = 400"]),
    ("1 400-500 men", ["1 = 1", "400 = 400", "500 = 500"]),
    ("1 400,50 men", ["1 = 1", "400 = 400", "50 = 50"]),
    ("2 300 1 400 men", ["2 = 2", "300 = 300", "1 = 1", "400 = 400"]),
    ("1\N{NO-BREAK SPACE}400 500 men", ["1 = 1", "400 = 400", "500 = 500"]),
    ("the ’14 400 men", ["’14 = date -", "400 = 400"]),
    ("roughly 400 737 Max jets", ["400 = 400", "737 = 737"]),
    ("some 400 737 jets", ["400 = 400", "737 = 737"]),
    ("some 20 300 Smith cars", ["20 = 20", "300 = 300"]),
    ("for Rs1 400 and RM1 500", ["Rs1 400 = 1400", "RM1 500 = 1500"]),
    ("ISBN 978 123 there", ["978 = 978", "123 = 123"]),
    ("some 1 400 SEK", ["1 400 = 1400"]),
    ("some 20 000 South Africans", ["20 000 = 20000"]),
    ("along B1 400 miles", ["400 = 400"]),
    ("around 1 400 BC", ["1 = 1", "400 BC = date -"]),
    # words
    ("sixty thousand votes", ["sixty thousand = 60000"]),
    ("Sixty-three seats", ["Sixty-three = 63"]),
    ("one hundred and five votes", ["one hundred and five = 105"]),
    ("two hundred thousand votes", ["two hundred thousand = 200000"]),
    ("two million three hundred thousand", ["two million three hundred thousand = 2300000"]),
    ("nineteen hundred men", ["nineteen hundred = 1900"]),
    ("a hundred men", ["a hundred = 100"]),
    ("the last hundred metres", ["hundred = 100"]),
    ("two dozen fans", ["two dozen = 24"]),
    ("half a dozen fans", ["half a dozen = 6"]),
    ("five-and-twenty years", ["five-and-twenty = 25"]),
    ("two and thirty pounds", ["two and thirty = 32"]),
    ("between two and thirty pounds", ["two = 2", "thirty = 30"]),
    ("four score and seven years", ["four score = 80", "seven = 7"]),
    ("a thousand and one nights", ["a thousand and one = 1001"]),
    # where "and" joins two numbers
    ("two and three", ["two = 2", "three = 3"]),
    ("between one hundred and two hundred", ["one hundred = 100", "two hundred = 200"]),
    ("between one hundred and five men", ["one hundred = 100", "five = 5"]),
    ("two thousand and three thousand", ["two thousand = 2000", "three thousand = 3000"]),
    # scales
    ("some of the 74 million Americans", ["74 million = 74000000"]),
    ("1.2 billion, 5 bn and 3 hundred million", [
        "1.2 billion = 1200000000", "5 bn = 5000000000", "3 hundred million = 300000000",
    ]),
    ("20 millions", ["20 millions = 20000000"]),
    ("10k, 5M", ["10k = 10000", "5M = 5000000"]),
    ("5m people", ["5m = -"]),
    # a range shares its scale
    ("5–10 million", ["5 = 5000000", "10 million = 10000000"]),
    ("$5-10bn", ["$5 = 5000000000", "10bn = 10000000000"]),
    ("two or three thousand", ["two = 2000", "three thousand = 3000"]),
    ("between nine and ten thousand", ["nine = 9000", "ten thousand = 10000"]),
    ("nine and ten thousand", ["nine = 9", "ten thousand = 10000"]),
    ("from 500 to 2 million", ["500 = 500", "2 million = 2000000"]),
    ("1 million to 2 million", ["1 million = 1000000", "2 million = 2000000"]),
    # money
    ("for $1.2bn", ["$1.2bn = 1200000000"]),
    ("for £5m", ["£5m = 5000000"]),
    ("for US$3 million", ["US$3 million = 3000000"]),
    ("for USD 3 million", ["USD 3 million = 3000000"]),
    ("for $.90", ["$.90 = 0.90"]),
    ("for 5€", ["5€ = 5"]),
    ("for 5€10", ["5 = 5", "€10 = 10"]),
    ("in the US 5 people", ["5 = 5"]),
    # percent: the sign belongs to the number, and the value is that of the figure
    ("5% or 5 per cent or five percent", ["5% = 5", "5 per cent = 5", "five percent = 5"]),
    ("a drop of 5 %", ["5 % = 5"]),
    ("3 percentage points", ["3 = 3"]),
    # signs
    ("−5 degrees", ["−5 = -5"]),
    ("it fell to -5.5%", ["-5.5% = -5.5"]),
    ("a loss of –$5", ["–$5 = -5"]),
    ("minus five degrees", ["minus five = -5"]),
    ("a +3% gain", ["+3% = 3"]),
    # ranges and results are two tokens
    ("won by 218–212", ["218 = 218", "212 = 212"]),
    ("won 3-2", ["3 = 3", "2 = 2"]),
    ("55 - 45", ["55 = 55", "45 = 45"]),
    # fractions
    ("half of them", ["half = 0.5"]),
    ("half a million", ["half a million = 500000"]),
    ("half-a-dozen", ["half-a-dozen = 6"]),
    ("a quarter of a million", ["a quarter of a million = 250000"]),
    ("two and a half million", ["two and a half million = 2500000"]),
    ("a million and a half", ["a million and a half = 1500000"]),
    ("a million and three-quarters", ["a million and three-quarters = 1750000"]),
    ("two and half inches", ["two and half = 2.5"]),
    ("three-fourths of it", ["three-fourths = 0.75"]),
    ("one-fifth of it", ["one-fifth = 0.2"]),
    ("a fifth of it", ["a fifth = 0.2"]),
    ("2 1/2 cups, 2½ cups, ½ cup", ["2 1/2 = 2.5", "2½ = 2.5", "½ = 0.5"]),
    ("an hour and a half", ["a half = 0.5"]),
    ("a two-thirds majority", ["two-thirds = 0.6666666666666666666666666667"]),
    # factors
    ("twice-impeached", ["twice = 2"]),
    ("thrice", ["thrice = 3"]),
    # no value
    ("dozens of fans", ["dozens = -"]),
    ("tens of thousands of fans", ["tens of thousands = -"]),
    ("several hundred fans", ["several hundred = -"]),
    ("a few thousand fans", ["few thousand = -"]),
    # ranks
    ("shot to No. 1 on", ["No. 1 = 1"]),
    ("the #1 song", ["#1 = 1"]),
    ("at number one", ["number one = 1"]),
    # the mark of pounds on an old wire
    ("#2.5 billion, #5 million", ["#2.5 billion = 2500000000", "#5 million = 5000000"]),
    # in groups behind commas, which go down
    ("one million, three hundred and six thousand, five hundred and nine", [
        "one million, three hundred and six thousand, five hundred and nine = 1306509"
    ]),
    (
        "two thousand, nine hundred and three hundred men",
        ["two thousand = 2000", "nine hundred = 900", "three hundred = 300"],
    ),
    ("two thousand, three thousand", ["two thousand = 2000", "three thousand = 3000"]),
    # codes of currencies, glued or not
    ("RM6.162 million, RM1.5bn", ["RM6.162 million = 6162000", "RM1.5bn = 1500000000"]),
    ("Rs500 crore, Rs 1,000", ["Rs500 crore = 5000000000", "Rs 1,000 = 1000"]),
    ("S$1.2b, NT$5.5m, R$5", ["S$1.2b = 1200000000", "NT$5.5m = 5500000", "R$5 = 5"]),
    ("XY6.162 million of somebody’s money", ["XY6.162 million = 6162000"]),
    ("up to R50bn a year, R4m", ["R50bn = 50000000000", "R4m = 4000000"]),
    ("R4,500, not the R50", ["R4,500 = 4500"]),
    ("N5 million, P7.5bn", ["N5 million = 5000000", "P7.5bn = 7500000000"]),
    # other letters glued before a figure make the whole a name, with its decimals
    ("the F16.5, form WP29,000, COVID-19", []),
    ("the F16 million-dollar deal", ["million = 1000000"]),
    ("the 21st time", ["21st = 21"]),
    ("the tenth time, the twenty-first", ["tenth = 10", "twenty-first = 21"]),
    # compounds: the token is the number alone
    ("a 63-year-old grandmother", ["63 = 63"]),
    ("a two-page letter", ["two = 2"]),
    ("a Top-10 hit", ["10 = 10"]),
    ("under-18s", ["18s = 18"]),
    ("in her late 20s", ["20s = -"]),
    ("in his thirties", ["thirties = -"]),
    # times of day are figures without an amount
    ("at 5 p.m. or 9:30 am", ["5 p.m. = -", "9:30 am = -"]),
    ("at ten o’clock", ["ten o’clock = -"]),
    ("at half past ten", ["half past ten = -"]),
    ("at a quarter to 5", ["a quarter to 5 = -"]),
    ("at 6.24pm", ["6.24pm = -"]),
    ("odds of 2:1", ["2:1 = -"]),
    # units that are glued on
    ("10km, 600cc, 16GB and 2x", ["10km = 10", "600cc = 600", "16GB = 16", "2x = 2"]),
    # "one" where a unit, a limit or a range stands by it
    ("one week after", ["one = 1"]),
    ("one-year sentence", ["one = 1"]),
    ("more than one came", ["one = 1"]),
    ("one in five", ["one = 1", "five = 5"]),
    ("one or two", ["one = 1", "two = 2"]),
    ("one day after the vote", ["one = 1"]),
    # over a wrapped line
    ("sixty\nthousand votes", ["sixty thousand = 60000"]),
    ("sixty-\nthree votes", ["sixty- three = 63"]),
]  # fmt: skip

NONE = [
    ("one of those who", "a pronoun"),
    ("one of the first people", "a pronoun"),
    ("one day he left", "once upon a time"),
    ("no one, one another", "pronouns"),
    ("the only one there", "somebody"),
    ("the first female Vice President", "an ordinal below ten in words"),
    ("several questions, a few tweets", "they allow no number, and state none"),
    ("multiple times", "no number"),
    ("a half-hearted effort", "a figure of speech"),
    ("half forgotten", "an adverb"),
    ("in the second half", "a part of a match"),
    ("the fourth quarter", "a part of a year"),
    ("a quarter to hang in", "a district or a coin"),
    ("pic.twitter.com/QXsU4JPdCw", "an address"),
    ("https://example.org/2020/11/04?id=5", "an address"),
    ("write to joandy42@example.net", "an address"),
    ("Barbara (@homes4ubarbara)", "a handle"),
    ("@2020vision", "a handle"),
    ("#2020election", "a tag"),
    ("file 000_d7dad9e8aa4a4493", "an identifier"),
    ("visit 538.com", "an address"),
    ("QZ8501, B2B, G20, COVID-19, F-16, covid-19", "names"),
    ("a 3-D film in 4K, 3D", "names"),
    ("the Billboard 200 chart", "the name of a chart"),
    ("the S&P 500", "the name of an index"),
    ("on page 12 of chapter 3", "labels"),
    ("202-555-0147", "a telephone number"),
    ("agent 007", "a code"),
    ("version 1.2.3", "a code"),
    ("1. Nude photographs", "an item of a list"),
    ("  2) Scotch eggs", "an item of a list"),
    ("said so.[12] Then", "a footnote's mark"),
    ("on 42nd Street at 1600 Pennsylvania Avenue", "addresses"),
    ("since 9/11, working 24/7", "set phrases"),
    ("Arabic ٤٣ digits", "exotic digits are read by nobody here"),
    ("&#8217;", "an HTML entity"),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text for text, _ in FIGURES])
def test_a_number_has_its_extent_and_its_value(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(("text", "reason"), NONE, ids=[text for text, _ in NONE])
def test_what_looks_like_a_number_and_is_none(text: str, reason: str) -> None:
    assert figures(text) == [], reason


def test_a_figure_of_many_digits_is_exact() -> None:
    digits = "9" * 60
    assert figures(f"−{digits} million") == [f"−{digits} million = -{digits}000000"]
    assert figures(f"the {digits}0s") == [f"{digits}0s = -"]
