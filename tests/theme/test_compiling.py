"""Templates as we compile them do what Jinja does, and keep nothing that may differ."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import NamedTuple

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import nodes

from sitegen.theme import purity
from sitegen.theme.environment import environment, page
from sitegen.theme.layers import Source


class Entry(NamedTuple):
    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    title: str
    entries: tuple[Entry, ...] = ()
    sections: tuple["View", ...] = ()


VIEW = View(
    "A & B",
    (Entry("one", "1.html"), Entry("two"), Entry("<three>", "3.html")),
    (View("First", (Entry("four"),)), View("Second")),
)

TEMPLATES = {
    "base.html": """{% set top = page.title %}{% macro own(x) -%}<i>{{ x.text }}</i>{%- endmacro %}
<title>{% block title %}base{% endblock %}</title>
{% for e in page.entries %}{{ own(e) }}{% if not loop.last %}, {% endif %}{% endfor %}
{% for e in page.entries if e.href %}{{ e.href }}{% else %}none{% endfor %}
{% for e in page.entries %}{{ e.text }} of {{ top }};{% endfor %}
{% block content %}{% endblock %}{% block scoped_one scoped %}{{ top }}{% endblock %}
{% for s in page.sections %}{% block inner scoped %}{{ s.title }}{% endblock %}{% endfor %}end""",
    "macros.html": """{% set word = "w" %}
{% macro link(to, rel="x") %}<a rel="{{ rel }}">{{ to.text }}</a>{% endmacro %}
{% macro framed(title) %}[{{ title }}: {{ caller() }}|{{ caller() }}]{% endmacro %}
{% macro called_with(name) %}{{ name }}{% call(x) framed(name) %}{{ x }}{% endcall %}{% endmacro %}
{% macro many() %}{{ varargs|join("-") }}{% for k in kwargs %}{{ k }}{% endfor %}{% endmacro %}
{% macro module() %}{{ word }}{% endmacro %}""",
    "piece.html": """<p>{{ page.title if page is defined else 'alone' }}
{%- if e is defined %}{{ e.text }}{% endif %}</p>""",
    "plain.html": "<hr>",
    "page.html": """{% extends "base.html" %}
{% from "macros.html" import link, framed as box, many %}
{% import "macros.html" as m %}
{% block title %}{{ super() }} {{ page.title }}{% endblock %}
{% block content %}a{% include "plain.html" without context %}b{% include "plain.html" %}c
{% for e in page.entries %}{{ loop.index }}/{{ loop.length }} {{ link(e) }}{{ link(e, rel="y") }}
{{ m.link(e, "z") }}{% include "piece.html" %}{% endfor %}
{% call box("t") %}inner {{ page.title }}{% endcall %}{{ many(1, 2, a=3) }}{{ m.module() }}
{% set x %}<b>{{ page.title }}</b>{% endset %}{{ x }}{{ x|length }}{{ page.title ~ "&" ~ x }}
{% with y = page.title %}{{ y|upper }}{% endwith %}{{ page.entries[0].text }}
{% for s in page.sections %}{% for e in s.entries %}{{ loop.first }}{{ s.title }}{{ e.text }}
{%- else %}nothing in {{ s.title }}{% endfor %}{% endfor %}
{% macro local(a, b) %}{{ a }}{{ b }}{% if a %}{{ local("", b) }}{% endif %}{% endmacro %}
{{ local("p", "q") }}{% if page.title and not page.sections %}no{% endif %}
{{ "x" if page.entries|length == 3 else "y" }}{{ [1, 2]|join(", ") }}{{ 1 + 2 }}{{ -1 }}
{% endblock %}""",
}


def made(templates: dict[str, str]) -> jinja2.Environment:
    return environment({name: Source(f"themes/t/{name}", text) for name, text in templates.items()})


def as_jinja_has_it(templates: dict[str, str], name: str, view: object) -> str:
    plain = jinja2.Environment(
        autoescape=True,
        loader=jinja2.DictLoader(templates),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return plain.get_template(name).render(page=view).replace("&#34;", "&quot;")


# `loop.first` is True or False, which our pages cannot show.
SHOWABLE = {name: text.replace("{{ loop.first }}", "") for name, text in TEMPLATES.items()}


@pytest.mark.parametrize("name", ["page.html", "base.html", "piece.html"])
def test_a_template_gives_what_jinja_gives(name: str) -> None:
    ours = made(SHOWABLE).get_template(name)
    views = (VIEW, View("other"), VIEW, View("third", VIEW.entries), View("", (), (VIEW,)))
    for view in views:
        if name == "page.html" and not view.entries:
            continue  # it shows the first entry
        assert page(ours, view) == as_jinja_has_it(SHOWABLE, name, view)


ENTRIES = st.lists(st.builds(Entry, st.sampled_from("ab<")), max_size=2).map(tuple)
POOL = st.lists(ENTRIES, min_size=1, max_size=3)


@given(POOL, st.lists(st.tuples(st.text("xy", max_size=1), st.integers(0, 2)), max_size=8))
@settings(deadline=None, max_examples=60)
def test_what_is_kept_of_a_loop_is_never_taken_for_another(
    pool: list[tuple[Entry, ...]], order: list[tuple[str, int]]
) -> None:
    """The same lists on several pages, in any order, with other titles around them."""
    template = made(SHOWABLE).get_template("base.html")
    for title, index in order:
        view = View(title, pool[index % len(pool)])
        fresh = made(SHOWABLE).get_template("base.html")
        assert page(template, view) == page(fresh, view)


def test_only_the_very_same_tuple_is_known_again() -> None:
    @dataclass(slots=True)
    class Changing:
        entries: list[str]

    template = made({"t.html": "{% for e in page.entries %}{{ e }}{% endfor %}"}).get_template(
        "t.html"
    )
    view = Changing(["a"])
    assert page(template, view) == "a"
    view.entries.append("b")
    assert page(template, view) == "ab"


LOOPS = {
    "{% for e in x %}{{ e.text }}{% endfor %}": True,
    "{% for e in x if e.href %}{{ loop.index }}{% else %}none{% endfor %}": True,
    "{% for a, b in x %}{{ a|upper }}{{ b.c[0] }}{{ 'y' if a else 'z' }}{% endfor %}": True,
    "{% for e in x %}{{ shown(e.text) }}{% endfor %}": True,
    "{% for e in x %}{{ outer(e.text) }}{% endfor %}": False,
    "{% for e in x %}{{ optional(e.text) }}{% endfor %}": False,
    "{% for e in x %}{{ rebound(e.text) }}{% endfor %}": False,
    "{% for e in x %}{{ unknown(e.text) }}{% endfor %}": False,
    "{% for e in x %}{{ shown(page.title) }}{% endfor %}": False,
    "{% for e in x %}{{ e.text }}{{ page.title }}{% endfor %}": False,
    "{% for e in x if page.title %}{{ e.text }}{% endfor %}": False,
    "{% for e in x %}a{% else %}{{ page.title }}{% endfor %}": False,
    "{% for e in x %}{% include 'piece.html' %}{% endfor %}": False,
    "{% for e in x %}{% block b scoped %}{% endblock %}{% endfor %}": False,
    "{% for e in x %}{% set y = e %}{{ y }}{% endfor %}": False,
    "{% for e in x %}{% for f in e.y %}{% endfor %}{{ f }}{% endfor %}": False,
    "{% for e in x %}{{ e.text()|upper }}{% endfor %}": False,
}
MACROS = """{% macro shown(t) %}<b>{{ t }}</b>{% endmacro %}
{% macro outer(t) %}{{ t }}{{ page.title }}{% endmacro %}
{% macro optional(t, u=page) %}{{ t }}{% endmacro %}
{% macro rebound(t) %}{{ t }}{% endmacro %}{% set rebound = 1 %}
{% macro rests(t) %}{{ varargs|join }}{% endmacro %}"""


def test_which_macros_depend_on_their_arguments_alone() -> None:
    assert purity.pure_macros(made({}).parse(MACROS)) == {"shown"}


@pytest.mark.parametrize(("text", "pure"), LOOPS.items())
def test_which_loops_depend_on_their_values_alone(text: str, pure: bool) -> None:
    template = made({}).parse(MACROS + text)
    (*_, loop) = (node for node in template.body if isinstance(node, nodes.For))
    assert purity.is_pure_loop(loop, purity.pure_macros(template)) is pure


def test_an_attribute_that_python_would_read_otherwise_is_looked_up_by_its_name() -> None:
    odd = SimpleNamespace(**{"class": "keyword", "ﬁ": "ligature"})  # Python reads it as “fi”
    template = made({"t.html": "{{ page.class }}{{ page.ﬁ }}"}).get_template("t.html")
    assert page(template, odd) == "keywordligature"


PLACES = frozenset(("first", "index", "last"))
ASKING = {
    "{% for e in x %}{{ e }}{% endfor %}": True,
    "{% for e in x if e %}{{ loop.index }}{{ 1 if loop.first or loop.last }}{% endfor %}": True,
    "{% for e in x %}{{ loop.length }}{% endfor %}": False,
    "{% for e in x %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{% endfor %}": False,
    "{% for e in x %}{{ m(loop) }}{% endfor %}": False,
    "{% for e in x recursive %}{{ loop.index }}{% endfor %}": False,
    "{% for e in x %}{{ loop.index }}{% include 'a.html' %}{% endfor %}": False,
    "{% for e in x %}{{ loop.index }}{% include 'a.html' without context %}{% endfor %}": True,
    "{% for e in x %}{{ loop.index }}{% block b scoped %}{% endblock %}{% endfor %}": False,
}


@pytest.mark.parametrize(("text", "only"), ASKING.items())
def test_which_templates_ask_loops_only_where_a_value_stands(text: str, only: bool) -> None:
    assert purity.asks_loops_only_for(PLACES, made({}).parse(text)) is only


COUNTED = """{% for e in page.entries %}{{ loop.index }}.{{ loop.index0 }}/{{ loop.length }}
{%- if loop.first %} first{% endif %}{% if loop.last %} last{% endif %} {{ e.text }};
{%- for s in page.sections %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}
{% else %}none{% endfor %}
{%- for e in page.entries if e.href %}{{ loop.index }}{{ "," if not loop.last else "" }}
{%- endfor %}"""


@pytest.mark.parametrize("count", [0, 1, 2, 15, 16, 17, 40])
def test_a_loop_of_any_length_tells_the_places_of_its_values(count: int) -> None:
    templates = {"t.html": COUNTED}
    entries = tuple(Entry(f"{n}", "x" if n % 3 else None) for n in range(count))
    view = View("a", entries, (VIEW, VIEW))
    template = made(templates).get_template("t.html")
    assert page(template, view) == as_jinja_has_it(templates, "t.html", view)


def test_a_macro_that_was_kept_shows_what_it_is_given() -> None:
    templates = {
        "t.html": """{% macro own(x) %}<i>{{ x.text }}</i>{% endmacro %}
{% macro titled(x) %}{{ page.title }}: {{ own(x) }}{% endmacro %}
{% for e in page.entries %}{{ own(e) }}{{ titled(e) }}{% endfor %}"""
    }
    template = made(templates).get_template("t.html")
    for view in (VIEW, View("other", (Entry("x"),)), VIEW):
        assert page(template, view) == as_jinja_has_it(templates, "t.html", view)
