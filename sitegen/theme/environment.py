"""Jinja, cut down to what templates need: views in, text out, nothing that runs.

The rules in `rules` refuse a breach at its line before anything is rendered. What stands here holds
even if one of them were missing.
"""

from collections.abc import Callable, Mapping
from operator import getitem
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import BlockReference, Context, Macro, Undefined
from markupsafe import Markup

from sitegen.theme.layers import Source
from sitegen.theme.rules import FILTERS, TESTS

_CALLABLE = (
    Macro,
    BlockReference,
    Undefined,
)  # an undefined one raises, and says what is undefined


class UnshowableError(TypeError):
    """A value that no page can show, such as None."""


def _shown(value: Any) -> str:
    """An expression's value as HTML: text escaped, Markup and figures as they are.

    A value that means nothing to a reader (None, True, a tuple, a method) is refused; printed, it
    would be a mistake that nobody sees. Six times faster than `markupsafe.escape`, which makes a
    Markup of each piece: most texts hold none of the five characters.
    """
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]  # mypy doesn't narrow on `type(…) is`
    if kind is not str:
        return _rarely_shown(value)
    text: str = value
    if "&" in text:  # first, for the others bring more of them
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    return text


def _rarely_shown(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, StrictUndefined):
        return str(value)  # raises, and names what is undefined
    raise UnshowableError(f"a page can show text and figures, but this is {_in_words(value)}")


def _in_words(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return str(value)
    return f"of the type {type(value).__name__}"


class _CodeGenerator(CodeGenerator):
    """Compiles `{{ … }}` to a call of `environment.shown`; Jinja's own native types do alike."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        return _shown(node.as_const(frame.eval_ctx))

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class _MacrosOnly(Context):
    """A context in which nothing but macros and `super()` can be called."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,
        _block_vars: object = None,  # Jinja hands both to every call; macros want neither
        _loop_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        if not isinstance(called, _CALLABLE):
            raise TypeError("only macros may be called in a template")
        return called(*args, **kwargs)


class _ViewEnvironment(Environment):
    code_generator_class = _CodeGenerator
    context_class = _MacrosOnly
    shown = staticmethod(_shown)
    # Jinja's own fall back from attributes to items and from items to attributes. Views have
    # attributes alone: a plain look-up is stricter, reaches less, and is faster.
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # narrower than Jinja's
    getitem = staticmethod(getitem)  # type: ignore[assignment]  # as above


def environment(
    sources: Mapping[str, Source], compiled: BytecodeCache | None = None
) -> Environment:
    """An environment that knows these templates and no others.

    `compiled` has the code of some of them.
    """

    def find(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = sources.get(name)
        return (source.text, source.origin, lambda: True) if source else None

    made = _ViewEnvironment(
        autoescape=True,
        auto_reload=False,
        bytecode_cache=compiled,
        cache_size=-1,
        loader=FunctionLoader(find),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {name: made.tests[name] for name in TESTS}
    return made
