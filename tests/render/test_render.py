"""Pages from views: the bytes, what is rendered again, and what is said when it fails."""

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import theme
from sitegen.diagnostics import Span
from sitegen.render import Rendered, render
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


def memory(rendered: Rendered) -> dict[str, tuple[str, str]]:
    return {path: (file.key, file.digest) for path, file in rendered.files.items()}


def contents(rendered: Rendered) -> dict[str, bytes | None]:
    return {path: file.content for path, file in rendered.files.items()}


TITLE = themed(tried="<p>{{ page.title }}</p>\n\n\n")


def test_a_page_is_utf8_and_ends_with_one_line_end() -> None:
    rendered = render([fact("a", "Zoë & “co.”")], TITLE, {})
    assert contents(rendered) == {"facts/a.html": "<p>Zoë &amp; “co.”</p>\n".encode()}
    assert (rendered.rendered, rendered.reused, rendered.diagnostics) == (1, 0, ())


def test_line_ends_of_a_template_do_not_reach_the_page() -> None:
    windows = themed(tried="<p>\r\n{{ page.title }}\r\n</p>\r\n")
    rendered = render([fact("a")], windows, {})
    assert contents(rendered) == {"facts/a.html": b"<p>\nA title\n</p>\n"}


def test_a_page_whose_key_is_remembered_is_not_rendered_again() -> None:
    pages = [fact("a"), fact("b")]
    first = render(pages, TITLE, {})
    second = render(pages, TITLE, memory(first))
    assert (second.rendered, second.reused) == (0, 2)
    assert memory(second) == memory(first)
    assert set(contents(second).values()) == {None}


def test_a_page_is_rendered_again_when_its_view_changes() -> None:
    remembered = memory(render([fact("a"), fact("b")], TITLE, {}))
    again = render([fact("a", "Another"), fact("b")], TITLE, remembered)
    assert contents(again) == {"facts/a.html": b"<p>Another</p>\n", "facts/b.html": None}


def test_a_page_is_rendered_again_when_anything_of_its_template_changes() -> None:
    def theme_with(piece: str) -> Theme:
        return themed(tried='{% include "piece.html" %}', piece=piece, other=piece)

    remembered = memory(render([fact("a")], theme_with("one"), {}))
    again = render([fact("a")], theme_with("two"), remembered)
    assert contents(again) == {"facts/a.html": b"two\n"}


def test_a_page_is_not_rendered_again_when_another_template_changes() -> None:
    remembered = memory(render([fact("a")], themed(tried="x", other="one"), {}))
    again = render([fact("a")], themed(tried="x", other="two"), remembered)
    assert (again.rendered, again.reused) == (0, 1)


@given(
    st.dictionaries(st.sampled_from("abcd"), st.text(max_size=5)),
    st.dictionaries(st.sampled_from("abcd"), st.text(max_size=5)),
)
@settings(deadline=None, max_examples=100)
def test_rendering_with_and_without_a_memory_gives_the_same_site(
    before: dict[str, str], after: dict[str, str]
) -> None:
    old = render([fact(name, title) for name, title in before.items()], TITLE, {})
    pages = [fact(name, title) for name, title in after.items()]
    clean = render(pages, TITLE, {})
    again = render(pages, TITLE, memory(old))
    assert memory(again) == memory(clean)
    site = {
        path: old.files[path].content if content is None else content
        for path, content in contents(again).items()
    }
    assert site == contents(clean)


def test_a_failure_names_the_line_of_the_template_and_the_fact() -> None:
    broken = themed(tried="<p>\n{{ page.titel }}\n</p>")
    rendered = render([fact("a")], broken, {})
    (found,) = rendered.diagnostics
    assert found.code == "template-error"
    assert found.span == Span("themes/ours/tried.html", 2, 1, 2, 1)
    assert found.message == "View has no “titel” (rendering fact a)"
    assert found.hints == ("did you mean “title”?",)
    assert found.fact == "a"
    assert rendered.files == {}


def test_a_failure_in_a_macro_is_placed_in_the_macro() -> None:
    broken = themed(
        tried='{% from "piece.html" import piece %}\n\n{{ piece(page.title) }}',
        piece="{% macro piece(x) %}\n\n\n{{ x.y }}{% endmacro %}",
    )
    (found,) = render([fact("a")], broken, {}).diagnostics
    assert found.span == Span("themes/ours/piece.html", 4, 1, 4, 1)


def test_one_line_that_fails_for_many_pages_is_reported_once() -> None:
    broken = themed(tried="{{ nobody }}", other="{{ page.title }}{{ page.facts }}")
    pages = [fact("a"), fact("b"), fact("c"), replace(fact("d"), template="other.html")]
    pages.append(Page("index.html", "other.html", "page index", View("x", ("a",))))
    found = render(pages, broken, {}).diagnostics
    assert [(each.message, each.fact) for each in found] == [
        ("'nobody' is undefined (rendering fact a and 2 more pages)", "a"),
        (
            "a page can show text and figures, but this is of the type tuple"
            " (rendering fact d and 1 more page)",
            "d",
        ),
    ]


def test_the_other_pages_are_rendered_all_the_same() -> None:
    sometimes = themed(tried="{% if page.title %}{{ page.title }}{% else %}{{ page.x }}{% endif %}")
    rendered = render([fact("a", ""), fact("b")], sometimes, {})
    assert len(rendered.diagnostics) == 1
    assert contents(rendered) == {"facts/b.html": b"A title\n"}


def test_a_template_that_the_theme_does_not_have_is_reported() -> None:
    (found,) = render([replace(fact("a"), template="none.html")], TITLE, {}).diagnostics
    assert found.message == "the theme has no template “none.html” (rendering fact a)"
    assert found.span is None


def test_a_macro_that_never_ends_is_reported() -> None:
    endless = themed(tried="{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}")
    (found,) = render([fact("a")], endless, {}).diagnostics
    assert "RecursionError" in found.message


def test_more_loops_than_python_can_nest_are_reported() -> None:
    deep = themed(tried="{% for x in page.facts %}" * 25 + "{% endfor %}" * 25)
    (found,) = render([fact("a")], deep, {}).diagnostics
    assert found.code == "template-error"


def test_progress_counts_pages() -> None:
    told: list[tuple[int, int]] = []
    render([fact("a"), fact("b")], TITLE, {}, lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
