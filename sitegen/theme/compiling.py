"""Jinja's compiler, told what is known of our templates: they show views, and call macros alone.

The code that comes out does what Jinja's own would. It costs less, as a page is some hundred
attributes and texts: attributes are plain ones, what a page consists of is gathered in lists
instead of being yielded piece by piece, and a macro that gets what it asks for is called outright.
"""

from collections.abc import Callable
from functools import partial
from keyword import iskeyword
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import BlockReference, LoopContext, Macro, Undefined
from markupsafe import Markup

from sitegen.frozen import dataclass
from sitegen.theme import purity

try:  # MarkupSafe's own function in C, where it has one
    from markupsafe._speedups import _escape_inner
except ImportError:  # pragma: no cover - an older MarkupSafe, or one without its C part

    def _escape_inner(text: str, /) -> str:
        return ""


_CALLABLE = (
    Macro,
    BlockReference,
    Undefined,
)  # an undefined one raises, and says what is undefined


unchanged: Callable[[str], str] = _escape_inner
"""Gives a text back as the very object where it is HTML as it stands."""

_FEW = 16  # values of a loop that knows beforehand where each of them stands
_PLACES = frozenset(("first", "index", "index0", "last", "length"))


@dataclass(frozen=True, slots=True)
class _Place:
    """What `loop` tells of one value among several."""

    first: bool
    index: int
    index0: int
    last: bool
    length: int


_PLACED = tuple(
    tuple(_Place(n == 0, n + 1, n, n + 1 == count, count) for n in range(count))
    for count in range(_FEW)
)


class UnshowableError(TypeError):
    """A value that no page can show, such as None."""


def shown(value: Any) -> str:
    """An expression's value as HTML: text escaped, Markup and figures as they are.

    A value that means nothing to a reader (None, True, a tuple, a method) is refused; printed, it
    would be a mistake that nobody sees. Several times faster than `markupsafe.escape`, which makes
    a Markup of each piece: most texts hold none of the five characters.
    """
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]  # mypy doesn't narrow on `type(…) is`
    if kind is not str:
        return _rarely_shown(value)
    text: str = value
    # MarkupSafe gives a text without any of the five characters back as the very object. It writes
    # quotation marks in another way, so that what it changed is written anew.
    if _escape_inner(text) is text:
        return text
    return (
        text.replace("&", "&amp;")  # first, for the others bring more of them
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


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


class PlainMacro(Macro):
    """A macro. `plain` is its function where nothing but its arguments goes into it.

    The function gives HTML as a str; who calls it must not escape that, nor take it for a text.
    """

    def __init__(self, environment: Any, func: Callable[..., str], *others: Any) -> None:
        super().__init__(environment, func, *others)
        self.arity = len(self.arguments)
        special = self.catch_kwargs or self.catch_varargs or self.caller or self.explicit_caller
        self.plain = None if special else func


def placed(values: Any, undefined: Any) -> Any:
    """What goes over values with the place of each, where `loop` is asked for nothing else."""
    if type(values) is tuple and len(values) < _FEW:
        return zip(values, _PLACED[len(values)], strict=True)
    return LoopContext(values, undefined)


def called(value: Any, /, *arguments: Any, **named: Any) -> Any:
    """What a macro or `super()` gives; nothing else can be called."""
    if not isinstance(value, _CALLABLE):
        raise TypeError("only macros may be called in a template")
    return value(*arguments, **named)


def rendering(value: Any, count: int) -> Callable[..., str]:
    """What gives the HTML of a macro for `count` arguments, to be called at once."""
    if type(value) is PlainMacro and value.arity == count and value.plain is not None:
        return value.plain
    return partial(_called_and_shown, value)


def _called_and_shown(value: Any, /, *arguments: Any) -> str:
    return shown(called(value, *arguments))


class ViewCodeGenerator(CodeGenerator):
    """Compiles `{{ … }}` to a call of `shown`; Jinja's own native types do alike."""

    _pure: frozenset[str] = frozenset()  # the template's macros that draw on their arguments alone
    _places_only = False  # whether the template's loops are asked for nothing but places
    _rendered: nodes.Node | None = None  # the call whose HTML is about to be put out

    def write_commons(self) -> None:
        """Names that the code of a template, a block and their macros have at hand."""
        super().write_commons()
        self.writeline("shown = environment.shown")
        self.writeline("unchanged = environment.unchanged")
        self.writeline("called = environment.called")
        self.writeline("rendering = environment.rendering")
        self.writeline("Macro = environment.macro")  # stands in for Jinja's, which is imported
        if self._places_only:
            self.writeline("LoopContext = environment.placed")  # as above

    def enter_frame(self, frame: Frame) -> None:
        """Begin a list for the outermost code of a template or a block."""
        super().enter_frame(frame)
        if frame.parent is None and frame.buffer is None:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """Give that list out as one text."""
        if frame.parent is None and with_python_scope:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_Template(  # noqa: N802 - Jinja's name
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Look first which macros depend on nothing but what they are given, and at the loops."""
        self._pure = purity.pure_macros(node)
        self._places_only = purity.asks_loops_only_for(_PLACES, node)
        super().visit_Template(node, frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Outside blocks, keep what a loop makes of a tuple: the next page often has the very same.

        A loop qualifies that draws on its values alone. Views never change, so neither does what
        comes of them; the tuple is kept too, so that no other can be taken for it.
        """
        if frame.parent or frame.block or not purity.is_pure_loop(node, self._pure):
            super().visit_For(node, frame)
            return
        values, kept, html = (self.temporary_identifier() for _ in range(3))
        place = repr(f"{self.name}:{values}")
        self.writeline(f"{values} = ", node)
        self.visit(node.iter, frame)
        self.writeline(f"{kept} = environment.kept_loops.get({place})")
        self.writeline(f"if {kept} is not None and {kept}[0] is {values}:")
        self.indent()
        self.writeline(f"{html} = {kept}[1]")
        self.outdent()
        self.writeline("else:")
        self.indent()
        apart = frame.copy()
        self.buffer(apart)
        super().visit_For(node, apart)
        self.writeline(f"{html} = concat({apart.buffer})")
        self.writeline(f"if type({values}) is tuple:")
        self.indent()
        self.writeline(f"environment.kept_loops[{place}] = ({values}, {html})")
        self.outdent(2)
        self.simple_write(html, frame)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Define a macro; for all pages at once, where it depends on nothing else."""
        if not (frame.toplevel and node.name in self._pure):
            super().visit_Macro(node, frame)
            return
        kept = self.temporary_identifier()
        place = repr(f"{self.name}:{node.name}")
        self.writeline(f"{kept} = environment.kept_macros.get({place})")
        self.writeline(f"if {kept} is None:")
        self.indent()
        macro_frame, macro_ref = self.macro_body(node, frame)
        self.writeline(f"{kept} = environment.kept_macros[{place}] = ")
        self.macro_def(macro_ref, macro_frame)
        self.outdent()
        if not node.name.startswith("_"):
            self.writeline(f"context.exported_vars.add({node.name!r})")
        self.writeline(f"context.vars[{node.name!r}] = {frame.symbols.ref(node.name)} = {kept}")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Include; Jinja would yield what needs no context at once, before what is gathered."""
        if node.with_context:
            super().visit_Include(node, frame)
            return
        if node.ignore_missing:
            self.writeline("try:")
            self.indent()
        self.writeline("template = environment.get_or_select_template(", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")
        if node.ignore_missing:
            self.outdent()
            self.writeline("except TemplateNotFound: pass")
            self.writeline("else:")
            self.indent()
        self.writeline(f"{frame.buffer}.extend(template._get_default_module()._body_stream)")
        if node.ignore_missing:
            self.outdent()

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write an attribute as Python does, where its name is one that Python reads alike."""
        name = node.attr
        if not (name.isascii() and name.isidentifier()) or iskeyword(name) or name[:1] == "_":
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{name}")

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call without a context, which macros do not want."""
        if node is self._rendered:
            self.write("rendering(")
            self.visit(node.node, frame)
            self.write(f", {len(node.args)})(")
            for argument in node.args:
                self.visit(argument, frame)
                self.write(", ")
            self.write(")")
            return
        self.write("called(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        return shown(node.as_const(frame.eval_ctx))

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if isinstance(node, nodes.Call) and not (node.kwargs or node.dyn_args or node.dyn_kwargs):
            self._rendered = node
        else:
            self.write("piece if type(piece := ")  # most are texts without a special character

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if node is not self._rendered:
            self.write(") is str and unchanged(piece) is piece else shown(piece)")
