"""Pages from views: the bytes, what is rendered again, and what is said when it fails."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import theme
from sitegen.diagnostics import Diagnostic, Span
from sitegen.render import Failure, Renderer, template_errors
from sitegen.theme import Theme


@dataclass(frozen=True, slots=True)
class View:
    title: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    template: str
    subject: str
    view: View


def themed(**templates: str) -> Theme:
    files = {f"themes/ours/{name}.html": text.encode() for name, text in templates.items()}
    loaded, diagnostics = theme.load("ours", files)
    assert diagnostics == ()
    return loaded


def fact(name: str, title: str = "A title") -> Page:
    return Page(f"facts/{name}.html", "tried.html", f"fact {name}", View(title))


def content(page: Page, styled: Theme) -> bytes:
    made = Renderer(styled).content(page)
    assert isinstance(made, bytes)
    return made


def failing(pages: Iterable[Page], styled: Theme) -> tuple[Diagnostic, ...]:
    """What is said of those pages that fail."""
    made = map(Renderer(styled).content, pages)
    return template_errors(one for one in made if isinstance(one, Failure))


def key(page: Page, styled: Theme) -> str:
    return Renderer(styled).key(page)


TITLE = themed(tried="<p>{{ page.title }}</p>\n\n\n")


def test_a_page_is_utf8_and_ends_with_one_line_end() -> None:
    assert content(fact("a", "Zoë & “co.”"), TITLE) == "<p>Zoë &amp; “co.”</p>\n".encode()


def test_line_ends_of_a_template_do_not_reach_the_page() -> None:
    windows = themed(tried="<p>\r\n{{ page.title }}\r\n</p>\r\n")
    assert content(fact("a"), windows) == b"<p>\nA title\n</p>\n"


def test_a_key_tells_the_view_and_all_that_its_template_draws_on_and_no_other_template() -> None:
    def theme_with(piece: str, other: str = "") -> Theme:
        return themed(tried='{% include "piece.html" %}', piece=piece, other=other)

    known = key(fact("a"), theme_with("one"))
    assert known == key(fact("a"), theme_with("one")) == key(fact("a"), theme_with("one", "two"))
    assert known != key(fact("a", "Another"), theme_with("one"))
    assert known != key(fact("a"), theme_with("two"))


@given(st.text(max_size=5), st.text(max_size=5))
@settings(deadline=None, max_examples=100)
def test_pages_of_one_key_are_the_same(one: str, other: str) -> None:
    pages = fact("a", one), fact("a", other)
    first, second = (key(page, TITLE) for page in pages)
    assert (first == second) == (one == other)
    if first == second:
        assert content(pages[0], TITLE) == content(pages[1], TITLE)


def test_a_failure_names_the_line_of_the_template_and_the_fact() -> None:
    broken = themed(tried="<p>\n{{ page.titel }}\n</p>")
    (found,) = failing([fact("a")], broken)
    assert found.code == "template-error"
    assert found.span == Span("themes/ours/tried.html", 2, 1, 2, 1)
    assert found.message == "View has no “titel” (rendering fact a)"
    assert found.hints == ("did you mean “title”?",)
    assert found.fact == "a"


def test_a_failure_in_a_macro_is_placed_in_the_macro() -> None:
    broken = themed(
        tried='{% from "piece.html" import piece %}\n\n{{ piece(page.title) }}',
        piece="{% macro piece(x) %}\n\n\n{{ x.y }}{% endmacro %}",
    )
    (found,) = failing([fact("a")], broken)
    assert found.span == Span("themes/ours/piece.html", 4, 1, 4, 1)


def test_one_line_that_fails_for_many_pages_is_reported_once() -> None:
    broken = themed(tried="{{ nobody }}", other="{{ page.title }}{{ page.facts }}")
    pages = [fact("a"), fact("b"), fact("c"), replace(fact("d"), template="other.html")]
    pages.append(Page("index.html", "other.html", "page index", View("x", ("a",))))
    found = failing(pages, broken)
    assert [(each.message, each.fact) for each in found] == [
        ("'nobody' is undefined (rendering fact a and 2 more pages)", "a"),
        (
            "a page can show text and figures, but this is of the type tuple"
            " (rendering fact d and 1 more page)",
            "d",
        ),
    ]


def test_of_pages_that_do_not_fail_nothing_is_said() -> None:
    sometimes = themed(tried="{% if page.title %}{{ page.title }}{% else %}{{ page.x }}{% endif %}")
    assert len(failing([fact("a", ""), fact("b")], sometimes)) == 1
    assert content(fact("b"), sometimes) == b"A title\n"


def test_a_template_that_the_theme_does_not_have_is_reported() -> None:
    (found,) = failing([replace(fact("a"), template="none.html")], TITLE)
    assert found.message == "the theme has no template “none.html” (rendering fact a)"
    assert found.span is None


def test_a_macro_that_never_ends_is_reported() -> None:
    endless = themed(tried="{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}")
    (found,) = failing([fact("a")], endless)
    assert "RecursionError" in found.message


def test_more_loops_than_python_can_nest_are_reported() -> None:
    deep = themed(tried="{% for x in page.facts %}" * 25 + "{% endfor %}" * 25)
    (found,) = failing([fact("a")], deep)
    assert found.code == "template-error"
