"""What counts as an occurrence of words that must not be published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markdown import Renderer, html, parse
from sitegen.model import Factsheet
from sitegen.views.redaction.prose_redaction import redacted_prose
from sitegen.views.redaction.secrets import Cut, Secrets, everywhere, of_redaction, united
from tests.factory import checked, person, redaction, source


def redacting(exact: str) -> Secrets:
    return Secrets((of_redaction(redaction(exact, "[…]")),))


def naming(*names: str) -> Secrets:
    first, *aliases = names
    private = person("p", first, aliases=tuple(aliases), role="a neighbour", private=True)
    sheet: Factsheet = checked(private).factsheet
    return everywhere(sheet)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Barbara Stacks spoke.", "[…] spoke."),
        ("So did Barbara Stacks, and Barbara Stacks.", "So did […], and […]."),
        ("Barbara\u00a0Stacks", "[…]"),
        ("Barbara\n  Stacks", "[…]"),
        ("Bar\u00adbara\u200b Stacks", "[…]"),
        ("BARBARA STACKS", "[…]"),
        ("barbara stacks", "[…]"),
        ("Barbara Stacks’s", "[…]’s"),
        ("Barbara Stackshouse", "[…]house"),
        ("barbara stackshouse", "barbara stackshouse"),
        ("Barbara and Stacks", "Barbara and Stacks"),
    ],
)
def test_redacted_words(text: str, shown: str) -> None:
    assert redacting("Barbara Stacks").replaced(text) == shown


@pytest.mark.parametrize(
    ("exact", "text", "shown"),
    [
        ("Zoë", "Zoe\u0308 and Zoë", "[…] and […]"),
        ("the “well–known” one", 'the "well-known" one', "[…]"),
        ("May", "May may. MAY!", "[…] may. […]!"),
        ("@handle4u", "@HANDLE4U", "[…]"),
        ("(a.b", "x(a.b", "x[…]"),
        ("a+", "aa+", "a[…]"),
    ],
)
def test_other_spellings(exact: str, text: str, shown: str) -> None:
    assert redacting(exact).replaced(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ann Lee spoke.", "a neighbour spoke."),
        ("Ann spoke of ANN.", "a neighbour spoke of a neighbour."),
        ("Anna, annual, ann.", "Anna, annual, ann."),
        ("ann lee", "a neighbour"),
    ],
)
def test_private_names_are_whole_words(text: str, shown: str) -> None:
    assert naming("Ann Lee", "Ann").replaced(text) == shown


def test_amid_a_sources_words_a_role_stands_in_brackets() -> None:
    assert naming("Ann Lee").replaced("said Ann Lee", verbatim=True) == "said [a neighbour]"


def test_the_longest_of_overlapping_secrets_speaks_for_all() -> None:
    cuts = [Cut(0, 3, "a"), Cut(2, 9, "b"), Cut(8, 10, "c"), Cut(10, 11, "d")]
    assert united(cuts) == (Cut(0, 10, "b"), Cut(10, 11, "d"))


@pytest.mark.parametrize(
    ("address", "tells"),
    [
        ("https://a.example/barbara-stacks", True),
        ("https://a.example/Barbara%20Stacks", True),
        ("https://a.example/barbara_stacks/x", True),
        ("https://a.example/barbara", False),
    ],
)
def test_addresses_tell_too(address: str, tells: bool) -> None:
    assert redacting("Barbara Stacks").tells(address) is tells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So Barbara Stacks said.", "<p>So […] said.</p>\n"),
        ("So Barbara *Stacks* said.", "<p>So […] said.</p>\n"),
        ("So *Barbara*\nStacks said.", "<p>So <em>[…]</em> said.</p>\n"),
        ("`Barbara Stacks`", "<p><code>[…]</code></p>\n"),
        ("{plain}`Barbara Stacks`", "<p>(plain […])</p>\n"),
        ("{plain}`Barbara` Stacks", "<p>(plain […])</p>\n"),
        ('[x](y "Barbara Stacks")', '<p><a href="y" title="[…]">x</a></p>\n'),
        ("![Barbara Stacks](y)", '<p><img src="y" alt="[…]"></p>\n'),
        ("- Barbara Stacks", "<ul>\n<li>[…]</li>\n</ul>\n"),
        ("    Barbara Stacks", "<pre><code>[…]\n</code></pre>\n"),
        ("> # Barbara Stacks", '<blockquote>\n<h2 id="H-section">[…]</h2>\n</blockquote>\n'),
        ("Barbara {fact}`x` Stacks", "<p>Barbara (fact x) Stacks</p>\n"),
    ],
)
def test_markup_does_not_hide_words_from_redaction(text: str, expected: str) -> None:
    renderer = Renderer(
        lambda role: f"({role.name} {role.target})",
        lambda _: "",
        lambda link: link.href,
        lambda image: image.src,
    )
    assert html(redacted_prose(parse(text), redacting("Barbara Stacks")), renderer) == expected


@given(st.text(alphabet="ab *_\n`[]()", max_size=40))
def test_no_emphasis_or_line_end_keeps_words(text: str) -> None:
    """However the text is marked up, the words as a reader sees them are gone."""
    renderer = Renderer(lambda _: "", lambda _: "", lambda _: None, lambda _: None)
    prose = redacted_prose(parse(text), Secrets((of_redaction(redaction("ab ba", "X")),)))
    markup = html(prose, renderer)
    for tag in ("<em>", "</em>", "<strong>", "</strong>", "<code>", "</code>", "<br>"):
        markup = markup.replace(tag, "")
    assert "ab ba" not in " ".join(markup.split())


_LETTERS = "aAbß’'-–İıſK é\u0301 \n_"


@given(st.lists(st.text(_LETTERS, max_size=5), max_size=3), st.text(_LETTERS, max_size=30))
def test_invisible_characters_change_nothing_but_where_they_stand(
    words: list[str], text: str
) -> None:
    """A text with one before its end is searched by other patterns, and has the same cuts."""
    secrets = Secrets(of_redaction(redaction(one, "X")) for one in words)
    assert secrets.cuts(f"{text}.") == secrets.cuts(f"{text}.\N{SOFT HYPHEN}")
    assert secrets.tells(f"{text}.") == secrets.tells(f"{text}.\N{SOFT HYPHEN}")


def test_nothing_private_means_nothing_to_do() -> None:
    assert not everywhere(checked(source("s", "x"), person("p", "Ann Lee")).factsheet)
