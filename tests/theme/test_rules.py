"""A theme shows views and runs nothing: what a template tries, and what it is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import theme
from sitegen.diagnostics import Diagnostic
from sitegen.theme.environment import environment
from sitegen.theme.rules import Breach, breaches, parse

MACROS = '{% macro card(fact) %}{{ fact.title }}{% endmacro %}{% set colour = "red" %}'


def complaints(template: str, **others: str) -> tuple[Diagnostic, ...]:
    """What is said about a theme that has this template beside the packaged ones."""
    texts = {"tried.html": template, "pieces.html": MACROS}
    texts |= {f"{name}.html": text for name, text in others.items()}
    files = {f"themes/tried/{name}": text.encode() for name, text in texts.items()}
    _, diagnostics = theme.load("tried", files)
    return diagnostics


ATTACKS = (
    # to Python's classes, and from there to anything
    ("{{ page.__class__ }}", "begins with an underscore"),
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "begins with an underscore"),
    ("{{ page['__class__']() }}", "only macros may be called"),
    ("{{ page|attr('__class__') }}", "the filter “attr”"),
    ("{{ [page]|map(attribute='__class__')|join }}", "the filter “map”"),
    ("{{ [page]|join('', '__class__') }}", "arguments that it may not have"),
    ("{{ [page]|join(attribute='__class__') }}", "arguments that it may not have"),
    ("{{ [page]|sort(attribute='__class__') }}", "the filter “sort”"),
    ("{{ [page]|groupby('__class__') }}", "the filter “groupby”"),
    ("{{ [page]|selectattr('__class__') }}", "the filter “selectattr”"),
    ("{{ self._TemplateReference__context }}", "begins with an underscore"),
    ("{% set _x = 1 %}", "begins with an underscore"),
    ("{% macro _x() %}{% endmacro %}", "begins with an underscore"),
    ("{% block _x %}{% endblock %}", "begins with an underscore"),
    ("{% import 'pieces.html' as _x %}", "begins with an underscore"),
    ("{% from 'pieces.html' import card as _x %}", "begins with an underscore"),
    # calls
    ("{{ range(1000000000) }}", "“range()” is no macro"),
    ("{% for n in range(10) %}{% for m in range(10) %}x{% endfor %}{% endfor %}", "“range()”"),
    ("{{ lipsum(10) }}", "“lipsum()” is no macro"),
    ("{{ cycler('a', 'b') }}", "“cycler()” is no macro"),
    ("{{ joiner() }}", "“joiner()” is no macro"),
    ("{% set ns = namespace(x=1) %}", "“namespace()” is no macro"),
    ("{% set ns.x = 1 %}", "NSRef is not for templates"),
    ("{{ dict(a=1) }}", "“dict()” is no macro"),
    ("{{ page.title.format(1) }}", "only macros may be called"),
    ("{{ page() }}", "“page()” is no macro"),
    ("{{ 'x'() }}", "only macros may be called"),
    ("{{ self.content() }}", "only macros may be called"),
    (
        "{% for x in page.facts %}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "only macros may be called",
    ),
    ("{% for x in page recursive %}{{ loop(x) }}{% endfor %}", "“loop()” is no macro"),
    ("{% for x in page recursive %}{% endfor %}", "a recursive loop"),
    ("{% call page.title() %}{% endcall %}", "only macros may be called"),
    ("{% macro m() %}{% endmacro %}{{ m(*page.facts) }}", "not unpacked"),
    ("{% macro m() %}{% endmacro %}{{ m(**page.facts) }}", "not unpacked"),
    # a macro's name that comes to mean something else
    ("{% macro m() %}{% endmacro %}{% set m = page.run %}{{ m() }}", "“m” names a macro"),
    ("{% macro m() %}{% endmacro %}{% for m in page %}{{ m() }}{% endfor %}", "“m” names a macro"),
    ("{% macro m() %}{% endmacro %}{% with m = page.run %}{{ m() }}{% endwith %}", "“m” names"),
    ("{% macro m(m) %}{{ m() }}{% endmacro %}{{ m(page.run) }}", "“m” names a macro"),
    ("{% set super = page.run %}{{ super() }}", "“super” names a macro"),
    ("{% macro m(caller) %}{{ caller() }}{% endmacro %}{{ m(page.run) }}", "“caller” names"),
    ("{% from 'pieces.html' import card %}{% set card = page %}", "“card” names a macro"),
    ("{% import 'pieces.html' as p %}{% set p = page %}{{ p.run() }}", "“p” names a macro"),
    ("{% import 'pieces.html' as p %}{{ p.colour() }}", "“p” has no macro “colour”"),
    ("{% from 'pieces.html' import colour %}{{ colour() }}", "has no macro “colour”"),
    # other files, and templates named while rendering
    ("{% include page.title %}", "written as one text in quotes"),
    ("{% extends page.title %}", "written as one text in quotes"),
    ("{% include ['a.html', 'base.html'] %}", "written as one text in quotes"),
    ("{% import 'pieces' ~ '.html' as p %}", "written as one text in quotes"),
    ("{% include '../../content/site.yaml' %}", "there is no template"),
    ("{% include '/etc/passwd' %}", "there is no template"),
    ("{% include 'tried.html' %}", "leads back to this template"),
    # around the escaping
    ("{{ page.title|safe }}", "views hand over markup"),
    ("{% autoescape false %}{{ page.title }}{% endautoescape %}", "autoescape is always on"),
    ("{% filter safe %}x{% endfilter %}", "a filter block"),
    ("{{ page|tojson }}", "the filter “tojson”"),
    ("{{ page|pprint }}", "the filter “pprint”"),
    ("{{ page.title|replace('a', 'b') }}", "the filter “replace”"),
    ("{{ page.title|trim('&') }}", "arguments that it may not have"),
    # much from little
    ("{{ 'x' * 1000000000 }}", "“*” makes long texts"),
    ("{{ '%999999999s' % 'x' }}", "“%” formats by a pattern"),
    ("{{ 9 ** 9 ** 9 }}", "“**” is not needed"),
    ("{{ 'x'|center(1000000000) }}", "the filter “center”"),
    ("{{ 'x'|indent(1000000000) }}", "the filter “indent”"),
    ("{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}", "the template cannot be read"),
    ("{{ " + "1" + " + 1" * 2000 + " }}", "nested too deeply"),
    ("{{ page" + ".next" * 2000 + " }}", "nested too deeply"),
    ("{% if page %}" * 100 + "{% endif %}" * 100, "nested too deeply"),
    ("{{ " + "9" * 5000 + " }}", "the template cannot be read"),
    # what Jinja knows and templates don't need
    ("{% if page is callable %}{% endif %}", "“is callable” is not a test"),
    ("{{ page.title|sum }}", "the filter “sum”"),
    ("{{ page.title|length(1) }}", "arguments that it may not have"),
    ("{% do page.run() %}", "unknown tag 'do'"),
    ("{% trans %}x{% endtrans %}", "unknown tag 'trans'"),
    ("{% if page %}", "Unexpected end of template"),
    ("{{ page. }}", "expected name or number"),
)


@pytest.mark.parametrize(("template", "refusal"), ATTACKS, ids=[text[:60] for text, _ in ATTACKS])
def test_what_a_template_may_not_do_is_refused(template: str, refusal: str) -> None:
    found = complaints(template)
    assert any(refusal in diagnostic.message for diagnostic in found), found
    assert {diagnostic.code for diagnostic in found} == {"template-error"}
    assert {diagnostic.span and diagnostic.span.path for diagnostic in found} == {
        "themes/tried/tried.html"
    }


ALLOWED = (
    "{{ page.title }}",
    "{{ page.title|upper }} {{ page.facts|length }} {{ page.names|join(', ') }}",
    "{% for fact in page.facts if fact.href %}{{ loop.index + 1 }}{% else %}none{% endfor %}",
    "{% set count = page.facts|count %}{% if count is odd and not page %}{{ count }}{% endif %}",
    "{{ 'one' if page.count == 1 else 'many' }}",
    "{{ page.facts[0] }}{{ page.facts[1:] }}{{ -1 }}",
    "{% from 'pieces.html' import card as piece %}{{ piece(page.fact) }}",
    "{% import 'pieces.html' as pieces %}{{ pieces.card(page.fact) }}",
    "{% macro tree(of) %}{% for each in of %}{{ tree(each) }}{% endfor %}{% endmacro %}",
    "{% macro frame(x) %}{{ caller() }}{% endmacro %}{% call frame(x=1) %}inside{% endcall %}",
    '{% extends "base.html" %}{% block content %}{{ super() }}{% endblock %}',
    '{% extends "default/fact.html" %}',
    '{% include "macros.html" %}',
    "{% with title = page.title %}{{ title ~ '.' }}{% endwith %}",
    "{% set long %}a text{% endset %}{{ long }}",
    "{% raw %}{{ range(9) }}{% endraw %}{# {{ range(9) }} #}",
)


@pytest.mark.parametrize("template", ALLOWED)
def test_what_a_template_needs_is_allowed(template: str) -> None:
    assert complaints(template) == ()


def test_every_breach_is_reported_in_one_run_at_its_line() -> None:
    found = complaints(
        "<h1>\n  {{ page.__class__ }}\n</h1>\n{% set x = range(3) %}\n\n   {{ x|safe }}  \n",
        other="{% if %}",
    )
    places = [
        (
            diagnostic.span.path,
            diagnostic.span.line,
            diagnostic.span.column,
            diagnostic.span.end_column,
        )
        for diagnostic in found
        if diagnostic.span
    ]
    assert places == [
        ("themes/tried/other.html", 1, 1, 9),
        ("themes/tried/tried.html", 2, 3, 23),
        ("themes/tried/tried.html", 4, 1, 23),
        ("themes/tried/tried.html", 6, 4, 16),
    ]


HINTS = (
    ("{{ page|lenght }}", "length"),
    ("{% if x is define %}{% endif %}", "defined"),
    ("{% extends 'bass.html' %}", "base.html"),
    ("{% from 'pieces.html' import cart %}", "card"),
    ("{% import 'pieces.html' as p %}{{ p.cards() }}", "card"),
    ("{% macro figure() %}{% endmacro %}{{ figures() }}", "figure"),
)


@pytest.mark.parametrize(("template", "nearest"), HINTS)
def test_a_slip_is_answered_with_the_nearest_name(template: str, nearest: str) -> None:
    (found,) = complaints(template)
    assert found.hints == (f"did you mean “{nearest}”?",)


def test_templates_that_lead_back_to_each_other_are_refused() -> None:
    found = complaints(
        '{% extends "one.html" %}',
        one='{% include "two.html" %}',
        two='\n{% import "one.html" as one %}',
    )
    assert [
        (diagnostic.span.path, diagnostic.span.line) for diagnostic in found if diagnostic.span
    ] == [("themes/tried/one.html", 1), ("themes/tried/two.html", 2)]


PIECES = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "|",
            ".",
            "(",
            ")",
            "[",
            "]",
            ",",
            ":",
            "'",
            '"',
            "=",
        ),
        *("if", "endif", "for", "in", "endfor", "block", "endblock", "macro", "endmacro", "set"),
        *("extends", "include", "import", "from", "as", "call", "endcall", "with", "endwith"),
        *("page", "x", "1", "join", "safe", "~", "*", "not", "is", "recursive", "filter", "\n"),
        *("autoescape", "endautoescape", "caller", "super", "loop", "self", "__class__"),
    ]
)


@given(st.lists(PIECES, max_size=25))
@settings(max_examples=500, deadline=None)
def test_no_template_whatsoever_stops_the_check(pieces: list[str]) -> None:
    text = " ".join(pieces)
    lines = range(1, text.count("\n") + 2)
    template = parse(environment({}), text)
    found = (template,) if isinstance(template, Breach) else breaches(template, {})
    assert all(breach.line in lines for breach in found)
