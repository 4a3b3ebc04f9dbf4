"""Parts that no template shows are not made, and no byte of a site differs for it."""

from collections.abc import Iterable, Iterator, Set
from functools import cache, cached_property, partial
from pathlib import Path
from random import Random
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen import theme
from sitegen.build import Checked, check
from sitegen.build.annotated import annotated
from sitegen.memory import Memory
from sitegen.render import Failure, Renderer
from sitegen.snapshot import Snapshot
from sitegen.views import (
    READ,
    TEMPLATES,
    Look,
    Pages,
    PageView,
    redact,
    search_documents,
    views,
)
from sitegen.views.kinds import FactPage, SearchPage
from tests.incremental.project import BRIDGE, HOME, PROJECT, TOLLS, write
from tests.theme_pages import page_views

ROOT = Path(__file__).parents[2]
PLAIN = ROOT / "benchmarks/theme/plain"
EVERYTHING = {
    **{path: text for path, text in PROJECT.items() if path != HOME},
    "content/pages/tolls.md": PROJECT[HOME],  # so that the site makes its home page itself
    "content/site.yaml": (
        "title: Bridges\nlanguage: en-GB\nbase_url: https://example.org/a/\n"
        "report_email: a@example.org\npublisher: {name: The publisher}\ndescription: Of bridges.\n"
    ),
    TOLLS: PROJECT[TOLLS]
    .replace(
        "    value: 40\n",
        "    value: 40\n    measure: toll\n    as_of: 1932\n"
        "    basis: {as_of: {inferred: The year after.}}\n",
    )
    .replace(
        "    value: 60\n",
        "    value: 60\n    measure: toll\n    as_of: 1932\n    added: 2020-01-01\n"
        "    note: More than {fact}`toll`.\n"
        "    corrections: [{date: 2021-02-03, was: It was so., because: A slip.}]\n",
    )
    .replace("    basis:\n", "    basis:\n      as_of: {inferred: The year after.}\n"),
    BRIDGE: PROJECT[BRIDGE].replace(
        "facts:\n",
        "facts:\n  opening:\n    kind: date\n    date: 1931-05\n    claim: It opened in May 1931.\n"
        "    cite: {lines: 3, exact: The bridge opened in May 1931}\n",
    ),
}


def files_below(folder: Path, name: str) -> dict[str, bytes]:
    return {
        f"themes/{name}/{file.relative_to(folder).as_posix()}": file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


class Site:
    """A checked project, to be shown by any theme."""

    def __init__(self, root: Path) -> None:
        self.checked: Checked = check(Snapshot(root))
        assert not self.checked.has_errors, self.checked.diagnostics
        self.shown = redact(self.checked.linked)

    @cached_property
    def full(self) -> tuple[PageView, ...]:
        """Every page with all its parts."""
        return tuple(self.pages(Look()))

    def pages(self, look: Look) -> Pages:
        return views(self.shown, look, partial(annotated, self.checked.checked), memory=Memory())

    def look(self, styled: theme.Theme, further: Set[str] = frozenset()) -> Look:
        """What build makes of a theme, as far as it goes into views."""
        reads = {name: styled.reads(name) for name in TEMPLATES}
        return Look(reads={t: known | further for t, known in reads.items() if known is not None})


@pytest.fixture(scope="module", params=["demonstration", "everything"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    if request.param == "demonstration":
        return Site(ROOT)
    return everything(tmp_path_factory.mktemp("everything"))


@cache
def everything(root: Path) -> Site:
    write(EVERYTHING, root)
    return Site(root)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return everything(tmp_path_factory.mktemp("rich"))


def contents(pages: Iterable[PageView], styled: theme.Theme) -> dict[str, bytes | Failure]:
    renderer = Renderer(styled)
    return {page.path: renderer.content(page) for page in pages}


@pytest.mark.parametrize("name", ["default", "dossier", "plain"])
def test_a_theme_shows_the_same_where_the_rest_is_left_out(site: Site, name: str) -> None:
    styled, wrong = theme.load(name, files_below(PLAIN, "plain"))
    assert wrong == ()
    look = site.look(styled)
    assert contents(site.pages(look), styled) == contents(site.full, styled)


def test_what_a_plain_theme_does_not_show_is_left_out(rich: Site) -> None:
    styled, _ = theme.load("plain", files_below(PLAIN, "plain"))
    plain = {page.path: page.view for page in rich.pages(rich.look(styled))}
    full = {page.path: page.view for page in rich.full}
    lean, whole = plain["facts/toll.html"], full["facts/toll.html"]
    assert isinstance(lean, FactPage)
    assert isinstance(whole, FactPage)
    assert (lean.chain, lean.fields, lean.beside, lean.differing) == ((), (), (), None)
    assert whole.chain
    assert whole.differing
    assert whole.fields
    assert (lean.chrome.structured, lean.chrome.open_graph) == (None, ())
    assert whole.chrome.structured
    assert (lean.fact, lean.topics, lean.note) == (whole.fact, whole.topics, whole.note)
    search = plain["search.html"]
    assert isinstance(search, SearchPage)
    assert search.sections == ()


def test_the_search_finds_what_no_template_shows(site: Site) -> None:
    bare = Look(reads=dict.fromkeys(TEMPLATES, READ))
    full = dict(search_documents(site.full))
    assert full
    assert dict(search_documents(site.pages(bare))) == full


def test_every_page_has_one_of_the_templates(rich: Site) -> None:
    assert {page.template for page in rich.full} == {*TEMPLATES} == {*page_views()}


# A template that shows every part of a view with one of some names, as deep as there are views.


def showing(kind: Any, value: str, names: Set[str]) -> Iterator[str]:
    arguments = [a for a in get_args(kind) if a is not type(None)]
    if get_origin(kind) in (Union, UnionType):
        inner = "".join(showing(arguments[0], value, names))
        yield f"{{% if {value} %}}{inner}{{% endif %}}"
    elif get_origin(kind) is tuple:
        one = value.replace(".", "_")
        inner = "".join(showing(arguments[0], one, names))
        yield f"{{% for {one} in {value} %}}{inner}{{% endfor %}}"
    elif kind in (str, int, Markup):
        yield f"{{{{ {value} }}}}\n"
    elif kind is bool:
        yield f"{{{{ 1 if {value} else 0 }}}}\n"
    else:
        for name, annotation in get_type_hints(kind).items():
            if name in names:
                yield from showing(annotation, f"{value}.{name}", names)


def fields_of(kind: Any) -> Iterator[str]:
    if get_args(kind):
        for argument in get_args(kind):
            yield from fields_of(argument)
    elif hasattr(kind, "__match_args__"):
        for name, annotation in get_type_hints(kind).items():
            yield name
            yield from fields_of(annotation)


NAMES = sorted({name for view in page_views().values() for name in fields_of(view)})


@settings(max_examples=4)
@given(seed=st.integers(0, 2**32), share=st.sampled_from((0.3, 0.6, 0.9)))
def test_whatever_templates_show_is_made(rich: Site, seed: int, share: float) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    names = {name for name in NAMES if random.random() < share}
    names |= {"chrome", "evidence", "measures"}  # which lead to many others
    own = {
        f"themes/own/{template}": "".join(showing(view, "page", names)).encode()
        for template, view in page_views().items()
    }
    styled, wrong = theme.load("own", {"themes/own/theme.yaml": b"title: Own\n", **own})
    assert wrong == ()
    look = rich.look(styled)
    assert len(look.reads) == len(TEMPLATES)
    shown = contents(rich.pages(look), styled)
    assert shown == contents(rich.full, styled)
    assert not any(isinstance(content, Failure) for content in shown.values())
