"""Articles that are made to harm. Each carries the words that the sound project's fact cites."""

from tests.hostile.making import ARTICLE, FACTS, LETTER, MB, Hostile, Written, claim, fact

_LINE = 99_000  # characters: nearly the longest line that is read
_SHORT = 3_000  # characters, for the ordinary tests
_TEXT = 2 * MB - 1_000  # bytes: nearly the longest article
_CITED = """\
source: letter
facts:
  a:
    kind: claim
    claim: The bridge was opened.
    cite:
      lines: 5
      exact: it was never said like this by anybody here
"""


def _article(name: str, text: Written, **files: Written) -> Hostile:
    return Hostile(f"an article: {name}", {ARTICLE: text, **files})


def _line(name: str, unit: str, size: int) -> Hostile:
    """The letter, then a line that is all of one kind, in which words are cited that it has not."""

    def text() -> str:
        return LETTER + (unit * (1 + size // len(unit)))[:size] + "\n"

    entry = _article(f"{size} characters of {name}", text, **{FACTS: _CITED})
    return entry._replace(large=size > _SHORT)


def _lines(name: str, unit: str) -> Hostile:
    """The letter, then lines that are all of one kind."""

    def text() -> bytes:
        line = (unit * 500)[:500].encode() + b"\n"
        return LETTER.encode() + line * (_TEXT // len(line))

    return _article(f"2 MB of {name}", text, **{FACTS: _CITED})._replace(large=True)


LIMITS = (
    _article("nothing", ""),
    _article("only a line end", "\n"),
    _article("only white space", " \t\n \u00a0 \n" * 1_000),
    _article("a mark of byte order alone", "\ufeff"),
    _article("two megabytes and a byte", lambda: (LETTER + "a line\n" * MB)[: 2 * MB - 3]),
    _article("fifty megabytes", lambda: b"x\n" * 25 * MB)._replace(large=True),
    _article("a hundred thousand lines and one", lambda: LETTER + "x\n" * 99_997),
    _article("a megabyte of line ends that are CR", lambda: LETTER + "\r" * MB),
    _article("a line of a hundred thousand characters and one", lambda: LETTER + "é" * 100_001),
    _article("a line of a hundred thousand characters", lambda: LETTER + "é" * 100_000),
)

BYTES = (
    _article("binary", bytes(range(256)) * 10),
    _article("a picture", b"\x89PNG\r\n\x1a\n" + bytes(100)),
    _article("a byte that is no UTF-8 at the end", LETTER.encode() + b"\xff"),
    _article("a byte of Windows-1252", LETTER.encode() + b"caf\xe9 \x93x\x94\n"),
    _article("a surrogate", LETTER.encode() + b"\xed\xa0\x80\n"),
    _article("an overlong NUL", LETTER.encode() + b"\xc0\x80\n"),
    _article("a character beyond Unicode", LETTER.encode() + b"\xf4\x90\x80\x80\n"),
    _article("a character that is cut off", LETTER.encode() + b"\xe2\x80"),
    _article("a NUL", LETTER + "a\0b\n"),
    _article("UTF-16", LETTER.encode("utf-16")),
    _article("UTF-16 without a mark", LETTER.encode("utf-16-be")),
    _article("UTF-32", LETTER.encode("utf-32")),
    _article("a million bytes that are no UTF-8", lambda: b"\xff" * MB),
    _article(
        "a byte that is no UTF-8 after a megabyte of lines", lambda: b"x\n" * 500_000 + b"\xff"
    ),
)

KINDS = (
    ("one letter", "x"),
    ("one word", "word "),
    ("words in capitals", "Word "),
    ("the cited words", "The bridge was opened "),
    ("combining marks", "\u0301"),
    ("a letter and combining marks", "e\u0301\u0301\u0301"),
    ("soft hyphens", "\u00ad"),
    ("zero-width spaces", "a\u200b"),
    ("joiners", "\u200d"),
    ("variation selectors", "\ufe0f"),
    ("no-break spaces", "\u00a0"),
    ("spaces", " "),
    ("tabs", "\t"),
    ("line ends", "\n"),
    ("blank lines with spaces", " \n"),
    ("form feeds", "\x0c"),
    ("line separators", "a\u2028"),
    ("opening quotation marks", "“"),
    ("closing quotation marks", "”"),
    ("quotation marks on words", "“a "),
    ("quotations", "“a” "),
    ("quotations within quotations", "“‘a’” "),
    ("straight quotation marks", '"'),
    ("straight quotation marks on words", '"a '),
    ("apostrophes", "'"),
    ("apostrophes in words", "a'b’"),
    ("guillemets", "«a »"),
    ("low quotation marks", "„a “"),
    ("corner brackets", "「a"),
    ("opening brackets", "["),
    ("closing brackets", "]"),
    ("brackets and words", "[a] "),
    ("parentheses", "("),
    ("dashes", "—"),
    ("hyphens", "-"),
    ("hyphens and letters", "a-"),
    ("dashes and spaces", " — "),
    ("minus signs and digits", "−5 "),
    ("dots", "."),
    ("dots and spaces", ". "),
    ("ellipses", "…"),
    ("exclamation marks", "a! "),
    ("abbreviations", "Mr. J. "),
    ("initials", "A.B."),
    ("digits", "9"),
    ("digits and commas", "1,"),
    ("thousands", "1,000,"),
    ("digits and full stops", "1."),
    ("digits and slashes", "1/"),
    ("digits and colons", "1:"),
    ("digits and hyphens", "1-"),
    ("digits and dashes", "1–"),
    ("fractions", "½"),
    ("raised digits", "²"),
    ("digits of another script", "\u0663"),
    ("currencies", "$"),
    ("sums", "$1.2bn "),
    ("per cents", "5% "),
    ("number words", "one "),
    ("number words without end", "hundred thousand million "),
    ("number words with hyphens", "twenty-"),
    ("scales", "million "),
    ("modifiers", "about nearly more than "),
    ("ordinals", "first second 3rd "),
    ("months", "May "),
    ("months and days", "Jan. 1, "),
    ("dates", "2018-04-25 "),
    ("years", "2018 "),
    ("weekdays", "Monday, "),
    ("dates that count", "one week after "),
    ("centuries", "'90s "),
    ("names", "Ada Lovelace "),
    ("names and commas", "Ada, "),
    ("names and particles", "Ada van der "),
    ("reporting clauses", "said Ada "),
    ("reporting clauses with marks", "“a,” said Ada. "),
    ("reporting verbs", "said told "),
    ("negations", "not never "),
    ("qualifiers", "but unless alleged "),
    ("addresses", "https://example.org/"),
    ("addresses of mail", "a@b."),
    ("handles", "@a "),
    ("hashes", "#1 "),
    ("Hebrew", "שלום "),
    ("Arabic with overrides", "\u202eمرحبا\u202c "),
    ("Chinese", "中文"),
    ("emoji with joiners", "👨\u200d👩\u200d👧"),
    ("letters beyond the first plane", "𝕏"),
    ("markup", "<b>"),
    ("bylines", "— Ada (@ada) November 4, 2020\n"),
    ("short lines", "a\n"),
    ("equal lines", "The bridge was opened on Monday.\n"),
    ("line ends of all kinds", "a\r\nb\rc\n"),
    ("paragraphs that open a quotation", "“a\n\n"),
    ("paragraphs", "a.\n\n"),
    ("hyphens at line ends", "a-\n"),
    ("soft hyphens at line ends", "a\u00ad\n"),
)
SHORT_LINES = tuple(_line(name, unit, _SHORT) for name, unit in KINDS)
LONG_LINES = tuple(_line(name, unit, _LINE) for name, unit in KINDS)
TEXTS = tuple(_lines(name, unit) for name, unit in KINDS[::3])

CITED = (
    _article(
        "a hundred thousand equal lines, cited as one range",
        lambda: LETTER + "It was said.\n" * 99_990,
        **{FACTS: claim("lines: 5-99990, exact: It was said")},
    ),
    _article(
        "twenty thousand equal words, the last of them cited",
        lambda: LETTER + "word " * 19_000,
        **{FACTS: claim("lines: 5, exact: word, occurrence: 19000")},
    ),
    _article(
        "twenty thousand equal words, beside a prefix that none has",
        lambda: LETTER + "word " * 19_000,
        **{FACTS: claim("lines: 5, exact: word, prefix: wort")},
    ),
    _article(
        "pieces that never come in order",
        lambda: LETTER + "a b " * 24_000,
        **{FACTS: lambda: claim("lines: 5, exact: [" + "b, a, " * 49 + "c]")},
    ),
    _article(
        "marks for words in a line of equal words",
        lambda: LETTER + "“" + "a b " * 24_000 + "”\n",
        **{
            FACTS: "source: letter\nfacts:\n  a:\n    kind: quote\n    speaker: ada\n    quote: |-\n      "
            + "a [b] " * 39
            + "c\n    cite: {lines: 5}\n"
        },
    ),
    _article(
        "twenty missing quotations in a long line of equal words",
        lambda: LETTER + "the cat sat on the mat " * 4_300,
        **{
            FACTS: lambda: (
                "source: letter\nfacts:\n"
                + "".join(
                    f"  f{n}: {{kind: quote, speaker: ada, cite: {{lines: 5, "
                    f"exact: the mat sat on the cat number {n}}}}}\n"
                    for n in range(20)
                )
            )
        },
    ),
    _article(
        "a thousand citations of one long line",
        lambda: (
            LETTER
            + " ".join(f"“quotation number {n} of many”" for n in range(1_000))
            + " x" * 30_000
        ),
        **{
            FACTS: lambda: (
                "source: letter\nfacts:\n"
                + "".join(
                    f"  f{n}: {{kind: claim, claim: c, cite: {{lines: 5, exact: number {n} of many}}}}\n"
                    for n in range(1_000)
                )
            )
        },
    ),
    _article(
        "a thousand quotations in one sentence without an end",
        lambda: (
            LETTER + ", ".join(f"“quotation number {n} of many,” said Ada" for n in range(2_300))
        ),
        **{
            FACTS: lambda: (
                "source: letter\nfacts:\n"
                + "".join(
                    f"  f{n}: {{kind: quote, speaker: ada, "
                    f"cite: {{lines: 5, exact: number {n} of many}}}}\n"
                    for n in range(1_000)
                )
            )
        },
    ),
    _article(
        "a count in a line of eight thousand numbers",
        lambda: LETTER + ", ".join(f"{n} people" for n in range(7_800)),
        **{
            FACTS: fact(
                "kind: count\n    claim: 777 people came.\n    value: 777\n    unit: people",
                "lines: 5, exact: 777 people",
            )
        },
    ),
    _article(
        "a date in a line of five thousand dates",
        lambda: LETTER + ", ".join(f"on May {n % 28 + 1}, {1000 + n % 1000}" for n in range(5_500)),
        **{
            FACTS: fact(
                "kind: date\n    claim: It was.\n    date: 1500-05-25",
                "lines: 5, exact: 'May 25, 1500', occurrence: 1",
            )
        },
    ),
    _article(
        "words that are not cut at a word",
        lambda: LETTER + "bridged" * 14_000,
        **{FACTS: claim("lines: 5, exact: bridge")},
    ),
)
