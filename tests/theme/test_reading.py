"""Whether it can be told what templates read of views, and what that is."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from sitegen.theme import reading as module
from sitegen.theme import rules
from sitegen.theme.environment import environment
from sitegen.theme.reading import Reading, names_read, reading
from sitegen.views import kinds
from sitegen.views.kinds import Chrome, EvidenceView, Measure
from tests.theme_pages import other_views, page_views

PLAIN = "{{ page.title }}"


def read(text: str) -> Reading:
    tree = rules.parse(environment({}), text)
    assert not isinstance(tree, rules.Breach)
    return reading(tree)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (PLAIN, "title"),
        (
            "{{ page.chrome.title }}{% if page.a %}{{ page.a.text }}{% endif %}",
            "a chrome text title",
        ),
        ("{% set chrome = page.chrome %}{{ chrome.title }}", "chrome title"),
        ("{% set a = page %}{% set b = a.chrome %}{{ b.title }}", "chrome title"),
        ("{% for one in page.evidence %}{{ one.lines }}{% endfor %}", "evidence lines"),
        (
            "{% set all = page.evidence %}{% for one in all %}{{ one.id }}{% endfor %}",
            "evidence id",
        ),
        ("{% if page.evidence|length > 1 %}{{ page.evidence|count }}{% endif %}", "evidence"),
        ("{% for one in page.people %}{{ one }}{{ loop.index }}{% endfor %}", "people index"),
        ("{% for a, b in page.people %}{{ a }}{{ page.fact[0] }}{% endfor %}", "people fact"),
        ("{% macro m(x) %}{{ x.y }}{% endmacro %}{{ m(page.fact) }}", "fact y"),
        ("{% include 'other.html' %}{{ page.title|lower }}", "title"),
    ],
)
def test_what_attributes_are_read_can_be_told(text: str, names: str) -> None:
    assert names_read([read(text)]) == frozenset(names.split())


@pytest.mark.parametrize(
    "text",
    [
        "{{ page }}",
        "{{ page[0].title }}",
        "{{ page|join }}",
        "{{ page|first|lower }}",
        "{{ page.chrome|lower }}",
        "{{ page.chrome[24] }}",
        "{{ page.chrome ~ '' }}",
        "{{ (page.chrome or page).title }}",
        "{{ (page if page.title else page.chrome).title }}",
        "{% for part in page.chrome %}{{ part }}{% endfor %}",
        "{% for part in page.chrome if part %}{{ part }}{% endfor %}",
        "{% if page.chrome == page.title %}{% endif %}",
        "{% if 'x' in page.chrome %}{% endif %}",
        "{% set a, b = page.evidence %}{{ a }}",
        "{% set one = page.chrome %}{{ one|join }}",
        "{% set a = page.chrome %}{% set b = a %}{{ b[0] }}",
        "{% with one = page.chrome %}{{ one.title }}{% endwith %}",
        "{% macro m(x) %}{{ x|join }}{% endmacro %}{{ m(page.chrome) }}",
        "{% macro m(x=page.chrome) %}{{ x|join }}{% endmacro %}{{ m() }}",
        "{% for one in [page.chrome] %}{{ one|join }}{% endfor %}",
        "{% for one in (page, page.chrome) %}{{ one|join }}{% endfor %}",
        "{% for one in page.evidence %}{{ one|lower }}{% endfor %}",
        "{% for one in page.evidence %}{{ loop|first }}{% endfor %}",
        "{% for one in page.evidence %}{{ loop.nextitem|lower }}{% endfor %}",
        "{% for number, source in page.evidence %}{{ number }}{% endfor %}",
        "{% set all = page.evidence %}{% for one in all %}{{ one[0] }}{% endfor %}",
        "{{ page.evidence[0].lines }}",
        "{{ (page.evidence|first).lines }}",
        "{{ page.measures|lower }}",
        "{% call m() %}{{ page.chrome }}{% endcall %}",
    ],
)
def test_of_a_view_that_is_used_whole_everything_counts_as_read(text: str) -> None:
    assert names_read([read(text)]) is None
    assert names_read([read(PLAIN), read(text)]) is None


def test_a_variable_means_the_same_in_templates_that_are_drawn_on() -> None:
    base = read("{% set frame = page.chrome %}{% block content %}{% endblock %}")
    assert names_read([base, read("{{ frame.title }}")]) == frozenset({"chrome", "title"})
    assert names_read([base, read("{{ frame|join }}")]) is None
    assert names_read([read("{{ frame|join }}"), base]) is None


def _views_in(annotation: Any) -> Iterator[type]:
    if get_origin(annotation) in (tuple, Union, UnionType):
        for inner in get_args(annotation):
            yield from _views_in(inner)
    elif annotation in other_views():
        yield annotation


def test_views_with_parts_that_may_be_left_out_are_found_under_no_other_name() -> None:
    """Those are pages themselves, the frame, citations and measures."""
    leads = {
        (name, found)
        for view in (*page_views().values(), *other_views())
        for name, annotation in get_type_hints(view).items()
        for found in _views_in(annotation)
    }
    assert {name for name, view in leads if view is Chrome} == {"chrome"} <= module._VIEWS
    assert {name for name, view in leads if view is EvidenceView} == {"evidence"}
    assert {name for name, view in leads if view is Measure} == {"measures"}
    assert {"evidence", "measures"} == module._LISTS
    assert not {view for _, view in leads} & {*get_args(kinds.AnyPage)}
