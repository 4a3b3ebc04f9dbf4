"""Settings, sources, people and topics that are made to harm."""

from tests.hostile.making import (
    ARTICLE,
    FACTS,
    LETTER,
    PEOPLE,
    SITE,
    SOURCES,
    TOPICS,
    Hostile,
    Written,
    fact,
    sources,
)

_DIGEST = "0" * 64


def _site(name: str, fields: Written) -> Hostile:
    written = f"title: T\n{fields}\n" if isinstance(fields, str) else fields
    return Hostile(f"settings: {name}", {SITE: written})


def _source(name: str, fields: str) -> Hostile:
    return Hostile(f"a source: {name}", {SOURCES: sources(fields=f"    {fields}\n")})


def _text(name: str, path: str) -> Hostile:
    return Hostile(f"a source's text: {name}", {SOURCES: sources().replace(ARTICLE, path)})


def _people(name: str, people: Written, **files: Written) -> Hostile:
    return Hostile(f"people: {name}", {PEOPLE: people, **files})


def _ada(fields: str) -> str:
    return f"people:\n  ada:\n    name: Ada\n    {fields}\n"


def _quoted(article: Written = LETTER) -> dict[str, Written]:
    return {
        ARTICLE: article,
        FACTS: fact("kind: quote\n    speaker: ada", "lines: 4, exact: It’s a good day"),
    }


SETTINGS = (
    *tuple(
        _site(f"base_url {address!r}", f"base_url: '{address}'")
        for address in (
            *(
                "https://[",
                "https://[::1",
                "https://]",
                "https://[x]/",
                "https://",
                "https:///x",
                "//example.org/",
            ),
            *(
                "javascript:alert(1)",
                "ftp://example.org/",
                "https://user:secret@example.org/",
                "https://example.org/?a",
            ),
            *(
                "https://example.org/#a",
                "https://exa mple.org/",
                "https://example.org:99999/",
                "https://example.org:x/",
            ),
            *(
                "https://example.org/<b>",
                "https://.",
                "https://-",
                "http://\u202eexample.org/",
                "/facts/",
                "example.org",
            ),
            *(
                "https://example.org/../..",
                "https://%00/",
                "https://exam\\\\ple.org/",
                "https://@/",
                "https://:80/",
            ),
        )
    ),
    _site("base_url of 60 KB", lambda: f"title: T\nbase_url: https://example.org/{'a/' * 30000}\n"),
    _site("a theme that climbs", "theme: ../../etc"),
    _site("a theme by an absolute path", "theme: /etc"),
    _site("a theme that there is not", "theme: nowhere"),
    _site("a theme of a list", "theme: [default]"),
    _site("a language of thirty thousand parts", lambda: f"title: T\nlanguage: {'a-' * 30000}\n"),
    _site("a language that is markup", "language: '\"><script>'"),
    _site(
        "an address of sixty thousand at signs", lambda: f"title: T\nreport_email: {'a@' * 30000}\n"
    ),
    _site("an address with a header", "report_email: 'a@b.org?bcc=x@y.org'"),
    _site("an address with a line end", 'report_email: "a@b.org\\nbcc: x"'),
    _site("a link that runs", "report_url: javascript:alert(1)"),
    _site("a link of data", "report_url: data:text/html,x"),
    _site("a link with a bracket", "report_url: 'https://['"),
    _site("a flag of 1", "noindex: 1"),
    _site("a display that there is not", "display: all"),
    _site("a publisher that is a text", "publisher: me"),
    _site("a setting that there is not", "evil: x"),
    _site("theme settings of a list", "theme_settings: [a]"),
    _site(
        "a thousand and one theme settings",
        lambda: "title: T\ntheme_settings:\n" + "".join(f"  a{n}: x\n" for n in range(1001)),
    ),
    _site("publish that is deep", "publish: " + "{a: " * 30 + "x" + "}" * 30),
    _site("a title of 64 KB and a byte", lambda: f"title: {'x' * 65537}\n"),
    _site("a title that is null", lambda: "title: ~\n"),
    _site("no title", lambda: "language: en\n"),
    Hostile("settings: none", {SITE: None}),
)

SOURCE = (
    _text("that climbs", "../outside.txt"),
    _text("that climbs within", "seeds/../../outside.txt"),
    _text("by an absolute path", "/etc/passwd"),
    _text("by a path of Windows", "C:/x.txt"),
    _text("with a backslash", "'seeds\\letter.txt'"),
    _text("with a dot", "./seeds/letter.txt"),
    _text("with two slashes", "seeds//letter.txt"),
    _text("that ends with a slash", "seeds/letter.txt/"),
    _text("that is a folder", "seeds"),
    _text("that is the project", "."),
    _text("with a NUL", '"seeds/a\\0b"'),
    _text("of 60 KB", "a/" * 30_000 + "b"),
    _text("with a name of 5,000 letters", "a" * 5_000),
    _text("that is an address", "https://example.org/a.txt"),
    _text("that is not there", "seeds/lettre.txt"),
    _text("below a file", "seeds/letter.txt/x"),
    _text("of a surrogate", '"seeds/\\uDC80"'),
    _source("a digest that is short", f"x: {_DIGEST[:10]}"),
    Hostile("a source: a digest of other letters", {SOURCES: sources("g" * 64)}),
    Hostile("a source: a digest of another text", {SOURCES: sources()}),
    _source("a link that runs", "url: javascript:alert(1)"),
    _source("a link with a bracket", "url: 'https://['"),
    _source("a link with a password", "archive_url: 'https://a:b@example.org/'"),
    _source("a date that there is not", "published: 2018-02-30"),
    _source("full without a licence", "display: full"),
    _source("a redaction without words", "redact: [{shown_as: x}]"),
    _source("a redaction of nothing", "redact: [{exact: '', shown_as: x}]"),
    _source("a redaction that is not there", "redact: [{exact: nobody said this, shown_as: x}]"),
    _source("a redaction of one letter", "redact: [{exact: e, shown_as: x}]"),
    _source("a redaction of a full stop", "redact: [{exact: '.', shown_as: x}]"),
    _source(
        "a thousand redactions of one letter",
        "redact: [" + "{exact: e, shown_as: x}," * 1_000 + "]",
    ),
    _source(
        "a thousand and one redactions", "redact: [" + "{exact: e, shown_as: x}," * 1_001 + "]"
    ),
    _source("a basis of what it has not", "basis: {author: {inferred: x}}"),
    _source("a basis that there is not", "basis: {sha256: {inferred: x}}"),
    _source("a language that is markup", "language: <b>"),
    Hostile("sources: none", {SOURCES: None}),
    Hostile("sources: nothing", {SOURCES: ""}),
    Hostile(
        "sources: ten thousand that are not there",
        {
            SOURCES: lambda: (
                "sources:\n"
                + "".join(
                    f"  s{n}: {{text: seeds/{n}.txt, sha256: '{_DIGEST}', title: S}}\n"
                    for n in range(10_000)
                )
            )
        },
    ),
    Hostile(
        "sources: a thousand of one text",
        {
            SOURCES: lambda: (
                "sources:\n"
                + "".join(
                    f"  s{n}: {{text: {ARTICLE}, sha256: '{_DIGEST}', title: S}}\n"
                    for n in range(1_000)
                )
            )
        },
    ),
)

PERSONS = (
    _people("a name of one letter", _ada("role: x").replace("Ada", "A"), **_quoted()),
    _people(
        "a name of punctuation", _ada("role: x").replace("name: Ada", "name: '.,;'"), **_quoted()
    ),
    _people("a name of digits", _ada("role: x").replace("Ada", "60"), **_quoted()),
    _people(
        "a name of a combining mark",
        _ada("role: x").replace("name: Ada", 'name: "\\u0301"'),
        **_quoted(),
    ),
    _people(
        "a name of brackets", _ada("role: x").replace("name: Ada", "name: '((((['"), **_quoted()
    ),
    _people(
        "a name of 60 KB", lambda: _ada("role: x").replace("Ada", "Ada " * 15_000), **_quoted()
    ),
    _people(
        "a thousand aliases",
        lambda: _ada("aliases: [" + "".join(f"Ada {n}," for n in range(1_000)) + "]"),
        **_quoted(),
    ),
    _people(
        "ten thousand aliases",
        lambda: _ada("aliases: [" + "".join(f"Ada {n}," for n in range(10_000)) + "]"),
        **_quoted(),
    ),
    _people(
        "a thousand aliases of one letter",
        lambda: _ada("aliases: [" + "a," * 1_000 + "]"),
        **_quoted(),
    ),
    _people("an alias of nothing", _ada("aliases: ['']")),
    _people("aliases that are a text", _ada("aliases: Ada")),
    _people(
        "aliases of 64 KB each",
        lambda: _ada("aliases: [" + ("a" * 60_000 + ",") * 100 + "]"),
        **_quoted(),
    ),
    _people(
        "ten thousand people",
        lambda: (
            "people:\n  ada: {name: Ada Lovelace}\n"
            + "".join(f"  p{n}: {{name: Person {n}, aliases: [P{n}]}}\n" for n in range(10_000))
        ),
        **_quoted(),
    ),
    _people(
        "ten thousand people of one name",
        lambda: (
            "people:\n  ada: {name: Ada Lovelace}\n"
            + "".join(f"  p{n}: {{name: Ada Lovelace}}\n" for n in range(10_000))
        ),
        **_quoted(),
    ),
    _people("a private person without a role", _ada("private: true")),
    _people("an id of Wikidata that there is not", _ada("wikidata: Q0")),
    _people("an id of Wikidata of many digits", _ada(f"wikidata: Q{'9' * 100}")),
    _people("a link that runs", _ada("url: javascript:alert(1)")),
    _people("a link of no host", _ada("url: 'https://'")),
    Hostile("topics: a topic without a title", {TOPICS: "topics: {a: {summary: x}}\n"}),
    Hostile("topics: a topic that is a text", {TOPICS: "topics: {a: x}\n"}),
    Hostile(
        "topics: ten thousand",
        {TOPICS: lambda: "topics:\n" + "".join(f"  t{n}: {{title: T}}\n" for n in range(10_000))},
    ),
)
