"""Views to bytes, through a theme's templates; nothing is rendered whose view is what it was.

A page's key is a digest of the engine, of its template with all that it draws on, and of its view.
The view is the page's whole input, so a page whose key the live site still has is taken from there.
"""

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Protocol, TypeAlias

import jinja2

from sitegen import __version__
from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.digest import fingerprint
from sitegen.frozen import dataclass, field
from sitegen.render.keys import Telling
from sitegen.theme import Theme

_ENGINE = (  # what a page's bytes depend on besides its theme
    "render/__init__.py",
    "render/keys.py",
    "theme/compiling.py",
    "theme/environment.py",
    "theme/purity.py",
)
_FACT = "fact "  # how the subject of a fact's page begins

Progress: TypeAlias = Callable[[int, int], None]


class Page(Protocol):
    """What is rendered: a template's name and the view that it sees as `page`.

    `path` is where the page goes, below the site; `subject` names what it is about for an editor.
    The view is a dataclass or a named tuple of plain values, Markup, tuples and other views; of
    anything else its `repr` must tell all that the template can see of it.
    """

    @property
    def path(self) -> str: ...  # noqa: D102 (told above)
    @property
    def template(self) -> str: ...  # noqa: D102
    @property
    def subject(self) -> str: ...  # noqa: D102
    @property
    def view(self) -> object: ...  # noqa: D102


class Pages(Protocol):
    """The pages in order. Each is asked for once; none is kept longer than it is needed."""

    def __iter__(self) -> Iterator[Page]: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A page's bytes and their digest; `content` is None where the live site has them already."""

    key: str
    digest: str
    content: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rendered:
    """All pages by path. With diagnostics some are missing, and nothing may be published."""

    files: Mapping[str, RenderedFile]
    diagnostics: tuple[Diagnostic, ...]
    rendered: int
    reused: int


@dataclass(frozen=True, slots=True)
class _Failure:
    """Why a page could not be rendered, and the template's line where. Same for many pages."""

    path: str | None
    line: int
    message: str
    hints: tuple[str, ...]


class Renderer:
    """Renders single pages through one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._engine = _engine()
        self._begun: dict[str, blake2b] = {}  # by template
        self._telling = Telling()

    def key(self, page: Page) -> str:
        """A digest of all that the page's bytes depend on."""
        template = page.template
        begun = self._begun.get(template)
        if begun is None:
            closure = self._theme.closures.get(template, "")
            of_template = fingerprint(self._engine, closure.encode()).encode()
            begun = self._begun[template] = blake2b(of_template, digest_size=16)
        state = begun.copy()
        state.update(self._telling.told(page.view))
        return state.hexdigest()

    def content(self, page: Page) -> bytes | Diagnostic:
        """The page's bytes, or why its template fails."""
        content = _content(page, self._theme)
        return _diagnostic(content, [page.subject]) if isinstance(content, _Failure) else content


def render(
    pages: Pages,
    theme: Theme,
    remembered: Mapping[str, tuple[str, str]],
    progress: Progress | None = None,
) -> Rendered:
    """Renders every page that `remembered` does not hold: path -> (key, digest of the bytes).

    `remembered` may only name files that the live site still has intact. `progress` is told how
    many pages of how many are done. A template that fails gives one `template-error` for each of
    its lines, which names the first of the pages and counts the others.
    """
    renderer = Renderer(theme)
    made: dict[str, RenderedFile] = {}
    failed: dict[_Failure, list[str]] = {}
    reused = 0
    for done, page in enumerate(pages, start=1):
        key = renderer.key(page)
        old_key, old_digest = remembered.get(page.path, (None, ""))
        if key == old_key:
            made[page.path] = RenderedFile(key, old_digest, None)
            reused += 1
        else:
            match _content(page, theme):
                case _Failure() as failure:
                    failed.setdefault(failure, []).append(page.subject)
                case content:
                    made[page.path] = RenderedFile(key, fingerprint(content), content)
        if progress is not None:
            progress(done, len(pages))
    diagnostics = tuple(_diagnostic(failure, subjects) for failure, subjects in failed.items())
    return Rendered(made, diagnostics, len(made) - reused, reused)


def _engine() -> bytes:
    """A digest of the code between a view and its page."""
    package = Path(__file__).parents[1]
    code = (package.joinpath(name).read_bytes() for name in _ENGINE)
    return fingerprint(__version__.encode(), jinja2.__version__.encode(), *code).encode()


def _content(page: Page, theme: Theme) -> bytes | _Failure:
    try:
        text = theme.page(page.template, page.view)
        if text[-1:] != "\n" or text[-2:] == "\n\n":
            text = text.rstrip("\n") + "\n"
        return text.encode()
    except Exception as failure:  # whatever a theme's expression raises is the theme's fault
        return _located(failure, page, theme)


def _located(failure: Exception, page: Page, theme: Theme) -> _Failure:
    """The innermost place in a template where a failure came from."""
    path, line = theme.paths.get(page.template), 1
    trace = failure.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, jinja2.Template):
            path = template.filename or path
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    if isinstance(failure, jinja2.TemplateSyntaxError):
        path, line = failure.filename or path, failure.lineno
    message, hints = _in_words(failure)
    return _Failure(path, line, message, hints)


def _in_words(failure: Exception) -> tuple[str, tuple[str, ...]]:
    match failure:
        case jinja2.TemplateNotFound(name=name):
            return f"the theme has no template “{name}”", ()
        case AttributeError(name=str(name), obj=view) if view is not None:
            known = (part for part in dir(view) if not part.startswith("_"))
            return f"{type(view).__name__} has no “{name}”", nearest_name(name, known)
        case jinja2.TemplateError() | TypeError():
            return str(failure), ()
        case _:
            return f"{type(failure).__name__}: {failure}", ()


def _diagnostic(failure: _Failure, subjects: list[str]) -> Diagnostic:
    first, *others = subjects
    pages = "page" if len(others) == 1 else "pages"
    further = f" and {len(others)} more {pages}" if others else ""
    span = Span(failure.path, failure.line, 1, failure.line, 1) if failure.path else None
    return error(
        "template-error",
        f"{failure.message} (rendering {first}{further})",
        span,
        fact=first.removeprefix(_FACT) if first.startswith(_FACT) else None,
        hints=failure.hints,
    )
