"""Views to bytes, through a theme's templates; nothing is rendered whose view is what it was.

A page's key is a digest of the engine, of its template with all that it draws on, and of its view.
The view is the page's whole input, so a page whose key the live site still has is taken from there.
"""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

import jinja2

from sitegen import __version__
from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.digest import fingerprint
from sitegen.frozen import NamedTuple
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


class Failure(NamedTuple):
    """Why a page could not be rendered: what it is about, and the place in a template.

    But for the subject it is the same for many pages. `path` is None where no file is to blame.
    """

    subject: str
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

    def content(self, page: Page) -> bytes | Failure:
        """The page's bytes, or why its template fails."""
        try:
            text = self._theme.page(page.template, page.view)
            if text[-1:] != "\n" or text[-2:] == "\n\n":
                text = text.rstrip("\n") + "\n"
            return text.encode()
        except Exception as failure:  # whatever a theme's expression raises is the theme's fault
            return _located(failure, page, self._theme)


def template_errors(failures: Iterable[Failure]) -> tuple[Diagnostic, ...]:
    """A `template-error` for each way to fail: it names the first page and counts the others."""
    subjects: dict[Failure, list[str]] = {}
    for failure in failures:
        subjects.setdefault(failure._replace(subject=""), []).append(failure.subject)
    return tuple(_diagnostic(failure, pages) for failure, pages in subjects.items())


def _engine() -> bytes:
    """A digest of the code between a view and its page."""
    package = Path(__file__).parents[1]
    code = (package.joinpath(name).read_bytes() for name in _ENGINE)
    return fingerprint(__version__.encode(), jinja2.__version__.encode(), *code).encode()


def _located(failure: Exception, page: Page, theme: Theme) -> Failure:
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
    return Failure(page.subject, path, line, message, hints)


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


def _diagnostic(failure: Failure, subjects: list[str]) -> Diagnostic:
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
