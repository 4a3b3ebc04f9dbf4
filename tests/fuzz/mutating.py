"""Valid projects changed at random: bytes, tokens, YAML nodes, and whole lines."""

from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "cases" / "base"
DEMONSTRATION = ROOT

Project = dict[str, bytes]
Change = tuple[int, int, int, str]

# What readers, matchers and recognisers take for something.
SNIPPETS = (
    *(
        "&a ",
        "*a",
        "!!str ",
        "<<: ",
        "? ",
        ": ",
        "- ",
        "---\n",
        "...\n",
        "|-\n",
        ">\n",
        "# ",
        "\t",
        "%YAML 1.1\n",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        ",",
        "\\",
        "\\u200b",
        "\\uD800",
        "~",
        "null",
        "true",
        "NaN",
        "0",
        "-1",
    ),
    *(
        "999999999",
        "9" * 40,
        "1e9",
        "1/0",
        "13-5",
        "0-0",
        "2018-02-30",
        "201X",
        "../",
        "2018/..",
        "XXXX-01-20",
    ),
    *(
        "\u200b",
        "\u202e",
        "\ufeff",
        "\x00",
        "\x07",
        "\x85",
        "\u2028",
        "\u0301",
        "\u00ad",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
    ),
    *(
        "“",
        "”",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "「",
        "…",
        "[…]",
        "[sic]",
        "[T]",
        "[one two]",
        "—",
        "–",
        "−5",
        "½",
    ),
    *(
        "{fact}`a`",
        "{value}`a`",
        "{quote}`x",
        ":::{facts}\n",
        ":ids: a\n",
        "[a](javascript:x)",
        "<b>",
        "&#0;",
        "![a](b)",
    ),
    *(
        "said Ada",
        "not ",
        "nearly ",
        "more than ",
        "60,000",
        "sixty thousand",
        "$1.2bn",
        "5%",
        "No. 1",
        "half",
        "twice",
    ),
    *(
        "Jan. 20",
        "In April 2018",
        "one week after",
        "Monday",
        "Mr. ",
        "A.B.",
        "kind: quote",
        "kind: count",
        "value: ",
        "date: ",
    ),
    *(
        "\n    exact: ",
        "\n    lines: ",
        "\n    basis: {claim: {inferred: x}}",
        "a + 1",
        "round(a, 2)",
        "days(a, b)",
        "( ",
    ),
)


def read(folder: Path, *below: str) -> Project:
    """The files of a project."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for part in below
        for file in sorted((folder / part).rglob("*"))
        if file.is_file()
    }


CHANGES = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        st.sampled_from([0, 0, 1, 1, 2, 5, 20, 100]),
        st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=4), st.just("")),
    ),
    min_size=1,
    max_size=6,
)


def changed(project: Project, changes: list[Change]) -> Project:
    """The project with, for each change, some bytes of one of its files replaced."""
    files = dict(project)
    names = sorted(name for name in files if name.endswith((".yaml", ".md", ".txt")))
    for which, place, length, written in changes:
        name = names[which % len(names)]
        content = files[name]
        start = place % (len(content) + 1)
        new = written.encode("utf-8", "surrogatepass")
        files[name] = content[:start] + new + content[start + length :]
    return files


def laid_out(project: Project, folder: Path) -> None:
    """Write a project below a folder."""
    for name, content in project.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
