"""Jinja, cut down to what templates need: views in, text out, nothing that runs.

The rules in `rules` refuse a breach at its line before anything is rendered. What stands here holds
even if one of them were missing.
"""

from collections.abc import Callable, Mapping
from operator import getitem
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template
from jinja2.runtime import Context, Macro

from sitegen.theme import compiling
from sitegen.theme.layers import Source
from sitegen.theme.rules import FILTERS, TESTS


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
        return compiling.called(called, *args, **kwargs)


class _ViewEnvironment(Environment):
    """Holds every template that it was asked for: a page asks for its own, and these for others."""

    code_generator_class = compiling.ViewCodeGenerator
    context_class = _MacrosOnly
    # What compiled templates take from their environment.
    shown = staticmethod(compiling.shown)
    unchanged = staticmethod(compiling.unchanged)
    placed = staticmethod(compiling.placed)
    called = staticmethod(compiling.called)
    rendering = staticmethod(compiling.rendering)
    macro = compiling.PlainMacro
    kept: dict[str, Template]
    kept_loops: dict[str, tuple[object, str]]  # of each loop that qualifies, the latest
    kept_macros: dict[str, Macro]  # those that qualify, made once

    def get_template(
        self,
        name: str | Template,
        parent: object = None,
        globals: object = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """The template of that name. There are no globals, and a name means the same everywhere."""
        template = self.kept.get(name) if type(name) is str else None
        if template is None:
            template = super().get_template(name)
            self.kept[template.name or ""] = template
        return template

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
        optimized=False,  # it looks for constants by comparing trees, and a template has none
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.kept, made.kept_loops, made.kept_macros = {}, {}, {}
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {name: made.tests[name] for name in TESTS}
    return made


def page(template: Template, view: object) -> str:
    """What a template makes of a view, called `page` there.

    Does what `template.render(page=view)` would, without looking for globals, as there are none,
    and without another look at what fails.
    """
    made = template.environment
    context = _MacrosOnly(made, {"page": view}, template.name, template.blocks)
    return "".join(template.root_render_func(context))
