"""What a template's expression becomes on the page, and what Jinja does even if no rule held."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from sitegen.theme.environment import environment
from sitegen.theme.layers import Source


@dataclass(frozen=True, slots=True)
class View:
    title: object


def shown(template: str, **names: object) -> str:
    made = environment({"tried.html": Source("themes/tried/tried.html", template)})
    return made.get_template("tried.html").render(**names)


@given(st.text())
@settings(deadline=None, max_examples=200)
def test_text_is_escaped_as_html_wants_it(text: str) -> None:
    expected = str(escape(text)).replace("&#34;", "&quot;")
    assert shown("{{ page.title }}", page=View(text)) == expected


SHOWN = (
    (Markup("<b>bold</b>"), "<b>bold</b>"),
    (60000, "60000"),
    (0.5, "0.5"),
    ("", ""),
    ("<script>\"&'", "&lt;script&gt;&quot;&amp;&#39;"),
)


@pytest.mark.parametrize(("value", "expected"), SHOWN)
def test_a_page_shows_text_figures_and_markup(value: object, expected: str) -> None:
    assert shown("{{ page.title }}", page=View(value)) == expected


@pytest.mark.parametrize("value", [None, True, (), ("a",), str.upper, View("x"), b"x"])
def test_a_page_cannot_show_what_means_nothing_to_a_reader(value: object) -> None:
    with pytest.raises(TypeError, match="a page can show text and figures"):
        shown("{{ page.title }}", page=View(value))


ESCAPED_ONCE = (
    "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(page.title) }}",
    "{% set x %}{{ page.title }}{% endset %}{{ x }}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ page.title }}{% endcall %}",
    "{{ page.title ~ '' }}",
    "{{ [page.title]|join(', ') }}",
    "{{ page.title|e }}",
)


@pytest.mark.parametrize("template", ESCAPED_ONCE)
def test_text_is_escaped_once_whatever_way_it_takes(template: str) -> None:
    assert shown(template, page=View("a < b")) == "a &lt; b"


def test_what_is_undefined_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="'pge' is undefined"):
        shown("{{ pge }}", page=View("x"))
    with pytest.raises(UndefinedError, match="'pge' is undefined"):
        shown("{{ pge() }}", page=View("x"))
    with pytest.raises(AttributeError, match="titel"):
        shown("{{ page.titel }}", page=View("x"))
    with pytest.raises(AttributeError, match="titel"):
        shown("{% if page.titel %}{% endif %}", page=View("x"))


BELT_AND_BRACES = (
    "{{ page.title.upper() }}",
    "{% set run = page.title.upper %}{{ run() }}",
    "{{ page['title'] }}",
    "{{ page['__class__'] }}",
    "{% for x in [1] %}{{ loop.cycle(1) }}{% endfor %}",
)


@pytest.mark.parametrize("template", BELT_AND_BRACES)
def test_even_without_the_rules_nothing_but_macros_is_called(template: str) -> None:
    with pytest.raises(TypeError):
        shown(template, page=View("x"))


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace"])
def test_templates_have_no_names_but_those_they_are_given(name: str) -> None:
    with pytest.raises(UndefinedError, match=f"'{name}' is undefined"):
        shown(f"{{{{ {name} }}}}")
