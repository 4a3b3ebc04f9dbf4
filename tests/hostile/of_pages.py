"""Markdown that is made to harm: on a page, and where it may stand in a fact."""

from tests.hostile.making import (
    ARTICLE,
    FACTS,
    LETTER,
    PAGE,
    PEOPLE,
    TOPICS,
    Hostile,
    Written,
    fact,
    prose,
)

_KB = 1024
_MOST = 64 * _KB  # of a text
_ENOUGH = 60_000


def _page(name: str, text: Written) -> Hostile:
    return Hostile(f"a page: {name}", {PAGE: lambda: prose(_called(text))})


def _raw(name: str, text: Written) -> Hostile:
    return Hostile(f"a page's file: {name}", {PAGE: text})


def _claim(name: str, text: str) -> Hostile:
    written = text.replace("\n", "\n      ")
    return Hostile(
        f"a claim: {name}", {FACTS: fact(f"kind: claim\n    claim: |-\n      {written}")}
    )


def _called(text: Written) -> str:
    return str(text() if callable(text) else text)


_MARKS = (
    *(
        "*",
        "* ",
        "**a *",
        "***a** ",
        "_a",
        "__a_ ",
        "[",
        "[a](",
        "![",
        "![a](",
        "](",
        "[]",
        "[a]",
    ),
    *(
        "`",
        "`` ` ",
        "<",
        "<a ",
        "<!--",
        "<?",
        "<![CDATA[",
        "&",
        "&#",
        "&amp",
        "&#x0;",
        "\\",
        "\\\n",
    ),
    *(
        "> ",
        ">",
        "- ",
        "+ ",
        "1. ",
        "- a\n",
        "#",
        "# \n",
        "=",
        "-\n",
        "~",
        "~~~\n",
        "```\n",
        "|a",
        "|-",
    ),
    *(
        "[x]: ",
        "[x]: /a\n",
        "[^a]",
        ":",
        ":::",
        ":::\n",
        ":::{a}\n",
        "::::{a}\n:::{b}\n",
        "{fact}`",
    ),
    *(
        "{fact}`a",
        "{",
        "}",
        "{a}",
        "{fact}``",
        "http://",
        "www.a.",
        "a@b.",
        "<http:a",
        "'",
        '"',
        "“",
        "”",
    ),
    *(
        "(",
        ")",
        "((",
        "a*b_",
        "*_",
        "\t",
        " ",
        "\n",
        "\r",
        "\u00a0",
        "\u3000",
        "é",
        "e\u0301",
        "\u0301",
    ),
    *(
        "👨\u200d👩",
        "1",
        "1,",
        "1.",
        "$1",
        "1/",
        "1-",
        "2018-",
        "Jan. ",
        "5% ",
        "no ",
        "Ada ",
        "A. ",
        "a b ",
    ),
)
MARKS = tuple(_page(f"2 KB of {mark!r}", mark * (2_000 // len(mark))) for mark in _MARKS)
MANY_MARKS = tuple(
    _page(f"60 KB of {mark!r}", mark * (_ENOUGH // len(mark)))._replace(large=True)
    for mark in _MARKS
)

NESTED = (
    _page("quotes 5,000 deep", "> " * 5_000 + "a"),
    _page("lists 5,000 deep", "- " * 5_000 + "a"),
    _page("lists 300 deep by indentation", "".join(" " * 2 * n + "- a\n" for n in range(240))),
    _page("quotes of all depths", "".join(">" * n + " a\n" for n in range(350))),
    _page("emphasis 10,000 deep", "*" * 10_000 + "a" + "*" * 10_000),
    _page("emphasis of both marks", "*_" * 10_000 + "a" + "_*" * 10_000),
    _page("brackets 10,000 deep", "[" * 10_000 + "a" + "]" * 10_000),
    _page("links within links", "[a](" * 5_000 + ")" * 5_000),
    _page("pictures within pictures", "![" * 10_000 + "](a)" * 10_000),
    _page("backticks of all lengths", " ".join("`" * n for n in range(1, 300))),
    _page("parentheses in an address", "[a](" + "(" * 20_000 + ")" * 20_000 + ")"),
    _page("fences of all lengths", "\n".join(":" * n + "{a}" for n in range(3, 320))),
    _page("references that chain", "".join(f"[a{n}]: /b\n[a{n}]\n" for n in range(3_000))),
    _page("one reference used at length", "[a]: " + "/x" * 5_000 + "\n" + "[a] " * 12_000),
    _page("a heading a line", "# a\n" * 15_000),
    _page("a heading of 60 KB", "# " + "a " * 30_000),
    _page("a table of 60 KB", "|a" * 100 + "\n" + "|-" * 100 + "\n" + ("|b" * 100 + "\n") * 290),
    _page("a list with a huge number", "999999999. a\n"),
    _page("a list with a number that is too large", "9999999999. a\n"),
    _page("trailing spaces", ("a" + " " * 100 + "\n") * 600),
    _page("spaces before a line end", "a" + " " * 60_000 + "\nb"),
)

ROLES = (
    _page("a role that there is not", "See {evil}`x`."),
    _page("a role with a fact that there is not", "See {fact}`nothing`."),
    _page("a role with an empty target", "See {fact}` `."),
    _page("a role that climbs", "See {fact}`../../etc/passwd`."),
    _page("a role with markup", "See {fact}`<script>alert(1)</script>`."),
    _page("a role with a person that there is not", "See {person}`nobody`."),
    _page("a role over two lines", "See {fact}`bridge-\nopened`."),
    _page("a role that is not closed", "See {fact}`bridge-opened."),
    _page("a role within a role", "See {plain}`{fact}` bridge-opened``."),
    _page("a role of the wrong kind", "See {value}`bridge-opened`."),
    _page("a role of the wrong kind of date", "See {date}`bridge-opened`."),
    _page("a role with a target of 60 KB", "See {fact}`" + "a" * 60_000 + "`."),
    _page("a role with a name of 60 KB", "See {" + "a" * 60_000 + "}`x`."),
    _page("three thousand roles that there are not", "{fact}`no` " * 3_000),
    _page("three thousand roles", "{fact}`bridge-opened` " * 2_700),
    _page("a directive that there is not", ":::{evil}\n:::\n"),
    _page("a directive that is not closed", ":::{facts}\n:ids: bridge-opened\n"),
    _page("a directive that closes twice", ":::{facts}\n:ids: bridge-opened\n:::\n:::\n"),
    _page("a directive without options", ":::{facts}\n:::\n"),
    _page("a directive with an option that there is not", ":::{facts}\n:evil: x\n:::\n"),
    _page(
        "a directive with an option twice",
        ":::{facts}\n:ids: bridge-opened\n:ids: bridge-opened\n:::\n",
    ),
    _page("a directive with an empty option", ":::{facts}\n:ids:\n:::\n"),
    _page("a directive with ids that climb", ":::{facts}\n:ids: ../x\n:::\n"),
    _page("a directive with thousands of ids", ":::{facts}\n:ids: " + "a, " * 20_000 + "\n:::\n"),
    _page("a directive with a kind that there is not", ":::{facts}\n:kind: evil\n:::\n"),
    _page("a directive with a topic that there is not", ":::{facts}\n:topic: evil\n:::\n"),
    _page("a directive with a measure that there is not", ":::{chart}\n:measure: evil\n:::\n"),
    _page("a directive with an argument", ":::{facts} evil\n:::\n"),
    _page("a directive with a body", ":::{facts}\n:ids: bridge-opened\n\nevil\n:::\n"),
    _page("a directive without a name", ":::{}\n:::\n"),
    _page("a directive within a directive", "::::{facts}\n:::{facts}\n:::\n::::\n"),
    _claim("a role that there is not", "The bridge {evil}`x`."),
    _claim("a role with a fact that there is not", "The bridge {fact}`nothing`."),
    _claim("a directive", "The bridge\n\n:::{facts}\n:::\n"),
    _claim("a role of itself", "The bridge was opened {fact}`a`."),
    _claim("a value of itself", "The bridge was opened {value}`a`."),
)

LINKS = (
    *tuple(
        _page(f"a link to {target!r}", f"See [this]({target}).")
        for target in (
            *(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\\script:x",
                "&#106;avascript:x",
                "vbscript:x",
            ),
            *(
                "data:text/html,<script>",
                "data:image/svg+xml,<svg>",
                "file:///etc/passwd",
                "about:blank",
            ),
            *(
                "blob:x",
                "//evil.example",
                "\\\\\\\\evil",
                "/absolute.html",
                "../../outside.html",
                "https://",
                "https://[",
            ),
            *(
                "https://user:secret@example.org/",
                "https://[::1",
                "http:",
                "https:/x",
                "tel:1",
                "no-such-page.md",
                "#nowhere",
            ),
            *(
                "assets/none.png",
                "../../seeds/letter.txt",
                "mailto:",
                "javascript&colon;alert(1)",
                "<javascript:alert(1)>",
            ),
            *(
                "%6Aavascript:alert(1)",
                "java&Tab;script:x",
                "&#1;javascript:x",
                "https://example.org/%00",
                "x\u202ey",
            ),
        )
    ),
    _page("an autolink of a script", "<javascript:alert(1)>"),
    _page("an autolink of data", "<data:text/html,x>"),
    _page("a reference to a script", "[a]\n\n[a]: javascript:alert(1)\n"),
    _page("a picture of a script", "![a](javascript:alert(1))"),
    _page("a picture from elsewhere", "![a](https://example.org/a.png)"),
    _page("a picture that climbs", "![a](../../seeds/letter.txt)"),
    _page("a picture that there is not", "![a](../assets/none.png)"),
    _page("a link with a NUL in an entity", "[a](&#0;javascript:x)"),
    _page("a thousand links that lead nowhere", "[a](no-such) " * 1000),
    _claim("a link to a script", "The bridge [was](javascript:alert(1)) opened."),
    Hostile(
        "a topic's summary: a link to a script",
        {TOPICS: "topics:\n  a:\n    title: A\n    summary: '[a](javascript:x)'\n"},
    ),
    Hostile(
        "a person's description: a link to a script",
        {PEOPLE: "people:\n  ada:\n    name: Ada\n    description: '[a](javascript:x)'\n"},
    ),
)

HTML = (
    _page("a script", "<script>alert(1)</script>"),
    _page("a frame", "<iframe src=x></iframe>"),
    _page("an attribute that runs", "<img src=x onerror=alert(1)>"),
    _page("a comment", "<!-- x -->"),
    _page("an entity of markup", "&lt;script&gt;"),
    _page("an entity of NUL", "a&#0;b"),
    _page("an entity of a surrogate", "a&#xD800;b"),
    _page("an entity beyond Unicode", "a&#x110000;b"),
    _page("an entity that overrides direction", "a&#x202E;b"),
    _page("an entity of a zero-width space", "a&#x200B;b"),
    _page("entities without end", "&#x41;" * 10_000),
)

HIDDEN = tuple(
    _page(f"U+{ord(character):04X}", f"The bridge{character} was opened.")
    for character in "\u200b\u202e\u2066\u00ad\u2060\ufeff\x07\x1b\x85\u2028\u061c\u3164\U000e0041\ufffe"
)

FILES = (
    _raw("nothing", ""),
    _raw("no header", "The bridge.\n"),
    _raw("a header that is not closed", "---\ntitle: T\n"),
    _raw("a header that is empty", "---\n---\n"),
    _raw("a header that is a list", "---\n- a\n---\n"),
    _raw("a header that is a text", "---\na\n---\n"),
    _raw("a header with an alias", "---\ntitle: *a\n---\n"),
    _raw("a header with a tag", "---\ntitle: !!str a\n---\n"),
    _raw("a header that is deep", lambda: "---\ntitle: " + "[" * 10_000 + "\n---\n"),
    _raw("a header with a key twice", "---\ntitle: T\ntitle: T\n---\n"),
    _raw("a header with a field that there is not", "---\ntitle: T\nevil: x\n---\n"),
    _raw("a header without a title", "---\nsummary: T\n---\n"),
    _raw("a header with an order of many digits", f"---\ntitle: T\norder: {'9' * 4_400}\n---\n"),
    _raw("a header with a negative order", "---\ntitle: T\norder: -1\n---\n"),
    _raw("a header with topics that there are not", "---\ntitle: T\ntopics: [a]\n---\n"),
    _raw("a header with a hidden character", "---\ntitle: T\u200b\n---\n"),
    _raw("a text of 64 KB and a byte", lambda: prose("x" * (_MOST + 1))),
    _raw("a text of eight megabytes", lambda: prose("x" * 8_000_000)),
    _raw("more than eight megabytes", lambda: prose("x" * 9_000_000)),
    _raw("a NUL", prose("a\0b")),
    _raw("bytes that are no UTF-8", prose("").encode() + b"a\xffb"),
    _raw("UTF-16", prose("a").encode("utf-16")),
    _raw("a surrogate", prose("a\ud800b")),
    _raw("a hundred thousand fences", lambda: "---\n" * 100_000),
    _raw("line ends that are CR", prose("a {evil}`x`").replace("\n", "\r")),
    _raw("a mark of byte order", "\ufeff" + prose("a {evil}`x`")),
    Hostile("a page whose name is no id", {"content/pages/A B.md": prose("x")}),
    Hostile("a page whose name is taken", {"content/pages/timeline.md": prose("x")}),
    Hostile("a page whose name has no letters", {"content/pages/.md": prose("x")}),
    Hostile("a page that is hidden", {"content/pages/..md": prose("x")}),
    Hostile(
        "a claim that is all marks over an article of marks",
        {
            FACTS: fact("kind: claim\n    claim: '" + "*_[`" * 2_000 + "'"),
            ARTICLE: lambda: LETTER + "*_[`" * 100_000,
        },
    ),
)
