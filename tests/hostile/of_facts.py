"""Facts and citations that are made to harm."""

from tests.hostile.making import ARTICLE, FACTS, LETTER, Hostile, Written, claim, fact

_DIGITS = "9" * 4_400  # more than Python turns into an integer


def _facts(name: str, content: Written, **files: Written) -> Hostile:
    return Hostile(name, {FACTS: content, **files})


def _lines(written: str) -> str:
    return claim(f"lines: {written}, exact: The bridge was opened")


def _exact(written: str) -> str:
    return claim(f"lines: 3, exact: {written}")


def _quote(words: str, more: str = "lines: 4") -> str:
    return fact(f"kind: quote\n    speaker: ada\n    quote: |-\n      {words}", more)


def _derived(calculation: str, kind: str = "count") -> str:
    return fact(
        f"kind: {kind}\n    claim: About 60,000 people came.\n    value: 60000\n    unit: people\n"
        f"    modifier: about\n    basis: {{value: {{derived: '{calculation}'}}}}",
        "lines: 3, exact: 'About 60,000 people came'",
    )


def _count(value: str) -> str:
    return fact(
        f"kind: count\n    claim: Some people came.\n    value: {value}\n    unit: people",
        "lines: 3, exact: 'About 60,000 people came'",
    )


def _dated(date: str) -> str:
    return fact(f"kind: date\n    claim: The bridge was opened.\n    date: {date}")


def _many(count: int, cite: str, fields: str = "kind: claim, claim: The bridge was opened.") -> str:
    facts = "".join(f"  f{n}: {{{fields}, cite: {cite}}}\n" for n in range(count))
    return f"source: letter\nfacts:\n{facts}"


LINES = (
    _facts("line 0", _lines("0")),
    _facts("line minus 3", _lines("-3")),
    _facts("lines that end before they begin", _lines("13-5")),
    _facts("a line of twelve digits", _lines("999999999999")),
    _facts("a line of nine digits", _lines("999999999")),
    _facts("a range to a line of nine digits", _lines("1-999999999")),
    _facts("a line of more digits than an integer has", _lines(_DIGITS)),
    _facts("a range to as many digits", _lines(f"1-{_DIGITS}")),
    _facts("a range of thirty thousand parts", lambda: _lines(f'"{"1-" * 30_000}"')),
    _facts("a line with a fraction", _lines("3.0")),
    _facts("a line with an exponent", _lines("3e0")),
    _facts("a line in hexadecimal", _lines("0x3")),
    _facts("a line in octal", _lines("0o3")),
    _facts("a line with an underscore", _lines("1_0")),
    _facts("a line with a sign", _lines("+3")),
    _facts("a line in digits of another script", _lines("\u0663")),
    _facts("a line in small raised digits", _lines("\u00b3")),
    _facts("lines as a list", _lines("[3, 4]")),
    _facts("lines as a mapping", _lines("{a: 3}")),
    _facts("lines that are null", _lines("~")),
    _facts("lines with a dash for a hyphen", _lines("3–4")),
    _facts("lines with spaces", _lines('" 3 "')),
    _facts("the line after the last", _lines("5")),
    _facts("no lines", claim("exact: The bridge was opened")),
)

WORDS = (
    _facts("empty words", _exact('""')),
    _facts("words that are only spaces", _exact('"   "')),
    _facts("words that are only a line end", _exact('"\\n"')),
    _facts("words that are only no-break spaces", _exact('"\\_\\_"')),
    _facts("words that are only a full stop", _exact('"."')),
    _facts("words that are only punctuation", _exact('"“,” ."')),
    _facts("words that are only a dash", _exact('"—"')),
    _facts("words that are only a combining mark", _exact('"\\u0301"')),
    _facts("words that are only hidden", _exact('"\\u200b"')),
    _facts("words that are only a symbol", _exact('"\u00a7"')),
    _facts("words of 64 KB and a byte", lambda: _exact("x" * (64 * 1024 + 1))),
    _facts("words of 64 KB", lambda: _exact("x" * (64 * 1024))),
    _facts("words of 64 KB that are all brackets", lambda: _exact("'" + "[" * 65_000 + "'")),
    _facts("words of 64 KB that are all quotation marks", lambda: _exact("”" * 21_000)),
    _facts(
        "words of 64 KB that are all the article's",
        lambda: _exact("'" + "The bridge " * 5_000 + "'"),
    ),
    _facts("no piece", _exact("[]")),
    _facts("an empty piece", _exact('[The bridge, ""]')),
    _facts("a piece that is a list", _exact("[[The bridge]]")),
    _facts("a piece that is a mapping", _exact("[{a: b}]")),
    _facts("a piece that is null", _exact("[The bridge, ~]")),
    _facts("a hundred and one pieces", lambda: _exact("[" + "The," * 101 + "]")),
    _facts("a hundred pieces", lambda: _exact("[" + "The," * 100 + "]")),
    _facts("a hundred thousand pieces", lambda: _exact("[" + "The," * 100_000 + "]")),
    _facts("pieces of one letter", lambda: _exact("[" + "e," * 99 + "]")),
    _facts("a prefix without words", claim("lines: 3, prefix: The")),
    _facts("a suffix without words", claim("lines: 3, suffix: The")),
    _facts("an occurrence without words", claim("lines: 3, occurrence: 1")),
    _facts("an empty prefix", _exact('The bridge was opened, prefix: ""')),
    _facts("a prefix that is only punctuation", _exact('The bridge was opened, prefix: "."')),
    _facts("a prefix of 64 KB", lambda: _exact(f"The bridge was opened, prefix: {'x' * 65_000}")),
    _facts("occurrence 0", _exact("The bridge was opened, occurrence: 0")),
    _facts("occurrence minus 1", _exact("The bridge was opened, occurrence: -1")),
    _facts("an occurrence of nine digits", _exact("The bridge was opened, occurrence: 999999999")),
    _facts("an occurrence of ten digits", _exact("The bridge was opened, occurrence: 9999999999")),
    _facts(
        "an occurrence of too many digits", _exact(f"The bridge was opened, occurrence: {_DIGITS}")
    ),
    _facts("a relation that there is not", _exact("The bridge was opened, relation: supports")),
    _facts("a field of a citation that there is not", _exact("The bridge was opened, eval: x")),
    _facts(
        "a citation that is a text",
        fact("kind: claim\n    claim: x").replace("cite: {", "cite: x #"),
    ),
    _facts("no citation", "source: letter\nfacts:\n  a: {kind: claim, claim: x, cite: []}\n"),
    _facts(
        "a citation that is null", "source: letter\nfacts:\n  a: {kind: claim, claim: x, cite: ~}\n"
    ),
    _facts(
        "a thousand and one citations",
        lambda: (
            "source: letter\nfacts:\n  a:\n    kind: claim\n    claim: x\n    cite:\n"
            + "      - {lines: 3, exact: The bridge was opened}\n" * 1_001
        ),
    ),
    _facts(
        "a thousand citations",
        lambda: (
            "source: letter\nfacts:\n  a:\n    kind: claim\n    claim: The bridge was opened.\n"
            "    cite:\n" + "      - {lines: 3, exact: The bridge was opened}\n" * 1_000
        ),
    ),
    _facts("a source that climbs", _exact("The bridge was opened, source: ../letter")),
    _facts("a source that is a list", _exact("The bridge was opened, source: [letter]")),
    _facts("a source of 64 KB", lambda: _exact(f"The bridge was opened, source: {'x' * 65_000}")),
    _facts(
        "a thousand facts whose words are missing",
        lambda: _many(1_000, "{lines: 3, exact: Nothing of the kind was ever said here}"),
    ),
    _facts("a thousand facts with one word", lambda: _many(1_000, "{lines: 3, exact: bridge}")),
    _facts("a thousand unknown sources", lambda: _many(1_000, "{lines: 3, source: lettre}")),
    _facts(
        "a thousand facts of a line that is not there",
        lambda: _many(1_000, "{lines: 99, exact: x}"),
    ),
)

QUOTES = (
    _facts("a quotation of empty brackets", _quote("[]")),
    _facts("a quotation that is only an elision", _quote("[…]")),
    _facts("a quotation that is only a word in brackets", _quote("[word]")),
    _facts("a quotation that is only a letter in brackets", _quote("[T]")),
    _facts("brackets that are not closed", _quote("It’s a good [day")),
    _facts("brackets that are not opened", _quote("It’s a good day]")),
    _facts("brackets within brackets", _quote("It’s a [[good]] day")),
    _facts("twenty thousand opening brackets", lambda: _quote("[" * 20_000)),
    _facts("twenty thousand closing brackets", lambda: _quote("]" * 20_000)),
    _facts("ten thousand elisions", lambda: _quote("[…]" * 10_000)),
    _facts("ten thousand elisions between words", lambda: _quote("It’s [...] " * 5_000)),
    _facts("forty elisions between letters", lambda: _quote("a […] " * 40 + "b", "lines: 1-5")),
    _facts("ten thousand letters in brackets", lambda: _quote("[I]t " * 10_000)),
    _facts("ten thousand times sic", lambda: _quote("It’s [sic] " * 5_000)),
    _facts("brackets with five words", _quote("It’s [one two three four five] day")),
    _facts("brackets with 60 KB", lambda: _quote(f"It’s [{'x' * 60_000}] day")),
    _facts("brackets within a word", _quote("It’s a g[oo]d day")),
    _facts("an elision that leaves no word", _quote("[…] […] […]")),
    _facts("final marks without end", lambda: _quote("It’s a good day" + ".”" * 10_000)),
    _facts("quotation marks without end", lambda: _quote("“‘" * 10_000)),
    _facts(
        "forty elisions in an article of equal words",
        lambda: _quote("a […] " * 39 + "c", "lines: 1-5"),
        **{ARTICLE: lambda: LETTER + "“" + "a b " * 20_000 + "”\n"},
    ),
    _facts(
        "words in brackets in an article of equal words",
        lambda: _quote("a [b] " * 39 + "c", "lines: 6"),
        **{ARTICLE: lambda: LETTER + "\n“" + "a b " * 20_000 + "”\n"},
    ),
    _facts("a speaker that is a list", fact("kind: quote\n    speaker: [ada]")),
    _facts("a speaker of two kinds", fact("kind: quote\n    speaker: {unnamed: x, person: ada}")),
    _facts("a speaker of nobody", fact("kind: quote\n    speaker: {unnamed: ''}")),
    _facts(
        "a speaker of 64 KB",
        lambda: fact(f"kind: quote\n    speaker: {{unnamed: {'x ' * 32_700}}}"),
    ),
)

FIGURES = (
    _facts("a value that is no number", _count("NaN")),
    _facts("a value that is infinite", _count("Infinity")),
    _facts("a value that is infinite to YAML", _count(".inf")),
    _facts("a value that is no number to YAML", _count(".nan")),
    _facts("a value with a sign of no number", _count("sNaN")),
    _facts("a value with a huge exponent", _count("1e999999999")),
    _facts("a value with a huge negative exponent", _count("1e-999999999")),
    _facts("a value in hexadecimal", _count("0x10")),
    _facts("a value with underscores", _count("60_000")),
    _facts("a value of many digits", _count(_DIGITS)),
    _facts("a value of a hundred digits", _count("9" * 100)),
    _facts("a value of words alone", _count("many")),
    _facts("a value of marks alone", _count("'%%%'")),
    _facts("a value of million million", _count("'60 " + "million " * 10 + "'")),
    _facts("a value over nothing", _count("1/0")),
    _facts("a value of a mapping", _count("{a: 1}")),
    _facts("a value of a list", _count("[1]")),
    _facts("a value in digits of another script", _count("\u0666\u0660")),
    _facts("a value that is true", _count("true")),
    _facts("a rank that is no number", fact("kind: rank\n    claim: x\n    value: NaN\n    of: y")),
)

CALCULATIONS = (
    _facts("brackets a hundred deep", _derived("(" * 100 + "1" + ")" * 100)),
    _facts("brackets of a calculation, a million deep", lambda: _derived("(" * 60_000)),
    _facts("a calculation of 10,000 terms", lambda: _derived("1 + " * 10_000 + "1")),
    _facts("a calculation of 240 terms", lambda: _derived("1 + " * 240 + "1")),
    _facts("a number of a thousand digits", _derived("9" * 900)),
    _facts("powers by multiplying", _derived(" * ".join(["9" * 90] * 10))),
    _facts("powers by dividing", _derived(" / ".join(["9" * 90] * 10))),
    _facts("a division by zero", _derived("1 / 0")),
    _facts("a division by a difference of nothing", _derived("1 / (2 - 2)")),
    _facts("a fact that rests on itself", _derived("a + 1")),
    _facts("a fact that there is not", _derived("nobody + 1")),
    _facts("a call of the language", _derived("__import__(1)")),
    _facts("a function that there is not", _derived("eval(1)")),
    _facts("an attribute", _derived("a.b")),
    _facts("a power", _derived("9 ** 9")),
    _facts("a shift", _derived("1 << 9")),
    _facts("a sign alone", _derived("-")),
    _facts("signs without end", lambda: _derived("- " * 400 + "1")),
    _facts("commas without end", lambda: _derived("sum(" + "1," * 400 + "1)")),
    _facts("a function of nothing", _derived("sum()")),
    _facts("a rounding to too many places", _derived("round(1, 999999)")),
    _facts("a rounding to a part of a place", _derived("round(1, 0.5)")),
    _facts("days between numbers", _derived("days(1, 2)")),
    _facts("an empty calculation", _derived(" ")),
    _facts("a calculation in another script", _derived("\u0661 + \u0661")),
    _facts("a calculation of hidden spaces", _derived("1\u00a0+\u00a01")),
    _facts(
        "facts that rest on each other",
        "source: letter\nfacts:\n"
        + "".join(
            f"  f{n}:\n    kind: count\n    claim: About 60,000 people came.\n    value: 60000\n"
            f"    unit: people\n    modifier: about\n"
            f"    basis: {{value: {{derived: f{(n + 1) % 3} + 0}}}}\n"
            "    cite: {lines: 3, exact: 'About 60,000 people came'}\n"
            for n in range(3)
        ),
    ),
    _facts(
        "a chain of a thousand facts",
        lambda: (
            "source: letter\nfacts:\n"
            + "".join(
                f"  f{n}:\n    kind: count\n    claim: About 60,000 people came.\n    value: 60000\n"
                f"    unit: people\n    modifier: about\n"
                f"    basis: {{value: {{derived: f{n + 1} + 0}}}}\n"
                "    cite: {lines: 3, exact: 'About 60,000 people came'}\n"
                for n in range(1_000)
            )
        ),
    ),
    _facts(
        "a basis of two kinds",
        fact("kind: claim\n    claim: x\n    basis: {claim: {inferred: x, derived: y}}"),
    ),
    _facts("a basis of no kind", fact("kind: claim\n    claim: x\n    basis: {claim: {}}")),
    _facts(
        "a basis of a field that there is not",
        fact("kind: claim\n    claim: x\n    basis: {valu: {inferred: x}}"),
    ),
    _facts(
        "a thousand fields with a basis",
        lambda: fact(
            "kind: claim\n    claim: x\n    basis: {"
            + "".join(f"f{n}: {{inferred: x}}," for n in range(1_001))
            + "}"
        ),
    ),
    _facts(
        "a basis from facts that there are not",
        fact(
            "kind: claim\n    claim: The bridge was opened.\n    basis: {claim: {inferred: x, from: [nobody]}}"
        ),
    ),
    _facts(
        "a warning accepted that there is not",
        fact("kind: claim\n    claim: The bridge was opened.\n    accept: {no-such-code: x}"),
    ),
)

DATES = (
    _facts("30 February", _dated("2018-02-30")),
    _facts("29 February of no leap year", _dated("2019-02-29")),
    _facts("29 February of 1900", _dated("1900-02-29")),
    _facts("31 April", _dated("2018-04-31")),
    _facts("month 13", _dated("2018-13")),
    _facts("month 0", _dated("2018-00")),
    _facts("day 0", _dated("2018-04-00")),
    _facts("the year 0", _dated("'0000'")),
    _facts("a year of five digits", _dated("12018")),
    _facts("a year before our era", _dated("-2018")),
    _facts("a year of many digits", _dated(_DIGITS)),
    _facts("a year with an exponent", _dated("y1e9")),
    _facts("season 25", _dated("2018-25")),
    _facts("an interval of nothing", _dated("../..")),
    _facts("an interval that ends before it begins", _dated("2018-04/2017-04")),
    _facts("an interval of intervals", _dated("2018/2019/2020")),
    _facts("twelve thousand years", lambda: _dated(f'"{"2018-" * 12_000}"')),
    _facts("twelve thousand intervals", lambda: _dated(f'"{"2018/" * 12_000}"')),
    _facts("a time of day", _dated("2018-04-25T25:61:61")),
    _facts("digits of another script", _dated("\u0662\u0660\u0661\u0668")),
    _facts("only unspecified digits", _dated("XXXX")),
    _facts("a date as a mapping", _dated("{year: 2018}")),
    _facts("a date as true", _dated("true")),
    _facts("every sign of doubt", _dated("'2018?~%'")),
)

SHAPES = (
    _facts("a kind that there is not", fact("kind: clam")),
    _facts("a kind that is a list", fact("kind: [claim]")),
    _facts("no kind", fact("claim: x")),
    _facts("facts as a list", "source: letter\nfacts: [a, b]\n"),
    _facts("facts as a text", "source: letter\nfacts: a\n"),
    _facts("a fact as a text", "source: letter\nfacts: {a: b}\n"),
    _facts("a fact as a list", "source: letter\nfacts: {a: [b]}\n"),
    _facts("facts that are null", "source: letter\nfacts:\n"),
    _facts("a source that is a mapping", "source: {a: b}\nfacts: {}\n"),
    _facts(
        "an id that the site needs",
        fact("kind: claim\n    claim: The bridge was opened.").replace("  a:", "  timeline:"),
    ),
    _facts(
        "an id of a line",
        fact("kind: claim\n    claim: The bridge was opened.").replace("  a:", "  l13:"),
    ),
    _facts(
        "an id of a later citation",
        fact("kind: claim\n    claim: The bridge was opened.").replace("  a:", "  a--2:"),
    ),
    _facts(
        "a skipped passage without a reason", "source: letter\nskip:\n  - {lines: 3, exact: The}\n"
    ),
    _facts("skipped passages as a mapping", "source: letter\nskip: {lines: 3}\n"),
    _facts("a skipped passage that is a text", "source: letter\nskip: [x]\n"),
    _facts(
        "ten thousand skipped passages that are wrong",
        lambda: "source: letter\nskip:\n" + "  - x\n" * 10_000,
    ),
    _facts(
        "a claim of 64 KB and a byte",
        lambda: fact(f"kind: claim\n    claim: {'x' * (64 * 1024 + 1)}"),
    ),
    _facts("a claim that is a list", fact("kind: claim\n    claim: [a]")),
    _facts("a claim that is empty", fact("kind: claim\n    claim: ''")),
    _facts("people as a mapping", fact("kind: claim\n    claim: x\n    people: {ada: x}")),
    _facts(
        "ten thousand people",
        lambda: fact("kind: claim\n    claim: x\n    people: [" + "ada," * 10_000 + "]"),
    ),
    _facts(
        "an older id that climbs",
        fact("kind: claim\n    claim: The bridge was opened.\n    formerly: [../x]"),
    ),
    _facts(
        "a correction without a date",
        fact("kind: claim\n    claim: x\n    corrections: [{was: x, because: y}]"),
    ),
    _facts("a status that there is not", fact("kind: claim\n    claim: x\n    status: true")),
    _facts(
        "ten thousand unknown kinds",
        lambda: (
            "source: letter\nfacts:\n" + "".join(f"  f{n}: {{kind: clam}}\n" for n in range(10_000))
        ),
    ),
    _facts(
        "a file of five megabytes with one fact's note",
        lambda: fact(f"kind: claim\n    claim: x\n    note: {'x ' * 2_500_000}"),
    ),
)
