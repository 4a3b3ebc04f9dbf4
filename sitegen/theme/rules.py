"""What a template may do, checked on its syntax tree: a theme can show a view and run nothing.

The rules allow by list. Whatever Jinja may learn to do in a later version is refused until it
stands here.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitegen.diagnostics import nearest_name
from sitegen.frozen import NamedTuple

# None reads an attribute by name, as `map`, `sort` and `attr` do, makes a long text of a short one,
# as `center`, `indent` and `replace` do, or cuts markup in two, as `truncate` and `reverse` do.
FILTERS = frozenset(
    "capitalize count e escape first join last length lower title trim upper urlencode".split()  # noqa: SIM905 (a line of words reads better than a column)
)
_MOST_ARGUMENTS = {"join": 1}  # its second is the name of an attribute
TESTS = frozenset(
    "!= < <= == > >= boolean defined eq even false ge gt in le lt ne none number odd string true "  # noqa: SIM905 (as above)
    "undefined".split()
)

_STATEMENTS = (
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Block,
    nodes.CallBlock,
    nodes.Extends,
    nodes.For,
    nodes.FromImport,
    nodes.If,
    nodes.Import,
    nodes.Include,
    nodes.Macro,
    nodes.Output,
    nodes.Scope,  # around an autoescape block, which is refused itself
    nodes.Template,
    nodes.With,
)
_EXPRESSIONS = (
    nodes.Add,
    nodes.And,
    nodes.Call,
    nodes.Compare,
    nodes.Concat,
    nodes.CondExpr,
    nodes.Const,
    nodes.Dict,
    nodes.Filter,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Keyword,
    nodes.List,
    nodes.Name,
    nodes.Neg,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Pair,
    nodes.Slice,
    nodes.Sub,
    nodes.TemplateData,
    nodes.Test,
    nodes.Tuple,
)
_ALLOWED = frozenset((*_STATEMENTS, *_EXPRESSIONS))
_IN_WORDS: Mapping[type[nodes.Node], str] = {
    nodes.FilterBlock: "a filter block could cut markup in two",
    nodes.Mul: "“*” makes long texts of short ones; views come with their figures worked out",
    nodes.Mod: "“%” formats by a pattern; views come formatted",
    nodes.Pow: "“**” is not needed to show a view",
    nodes.ScopedEvalContextModifier: "autoescape is always on",
}
_CALLABLE = frozenset({"super", "caller"})
_RESERVED = _CALLABLE | {"loop", "self", "varargs", "kwargs"}
_DEEPEST = 60  # nobody needs twenty; Python's compiler gives up at a hundred

Nodes: TypeAlias = tuple[nodes.Node, ...]
Reference = nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport


class Breach(NamedTuple):
    """What a template does against the rules, the line where, and hints."""

    line: int
    message: str
    hints: tuple[str, ...] = ()


def parse(environment: Environment, source: str) -> Nodes | Breach:
    """All nodes of a template's syntax tree, or why it has none."""
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as refusal:
        return Breach(refusal.lineno, refusal.message or "this is not a template")
    except (RecursionError, ValueError) as refusal:  # too deep for Jinja's parser; a huge number
        return Breach(1, f"the template cannot be read: {refusal}")
    found: list[nodes.Node] = []
    pending: list[tuple[nodes.Node, nodes.Node, int]] = [(tree, tree, 0)]
    while pending:
        node, parent, depth = pending.pop()
        if node.lineno is None:  # Jinja gives none to what it makes up itself
            node.lineno = parent.lineno
        if depth > _DEEPEST:
            return Breach(node.lineno, "the template is nested too deeply")
        found.append(node)
        pending.extend((child, node, depth + 1) for child in node.iter_child_nodes())
    return tuple(found)


def references(template: Nodes) -> tuple[tuple[int, str], ...]:
    """The line and name of each template that this one extends, includes or imports."""
    return tuple(
        (node.lineno, target)
        for node in template
        if isinstance(node, Reference) and (target := _constant(node.template)) is not None
    )


def macros(template: Nodes) -> frozenset[str]:
    """The names of the macros that a template defines."""
    return frozenset(node.name for node in template if isinstance(node, nodes.Macro))


def breaches(template: Nodes, known: Mapping[str, frozenset[str]]) -> tuple[Breach, ...]:
    """Every breach of the rules in one template, by line. `known`: the macros of each template."""
    modules = {
        node.target: known.get(_constant(node.template) or "", frozenset())
        for node in template
        if isinstance(node, nodes.Import)
    }
    callables = _CALLABLE.union(macros(template), _imported_macros(template))
    kept = _RESERVED | callables | modules.keys()
    found: list[Breach] = []
    for node in template:
        found.extend(Breach(node.lineno, message) for message in _breaches_of(node, kept))
        if isinstance(node, nodes.Call):
            found.extend(_call(node, callables, modules))
        elif isinstance(node, Reference):
            found.extend(_reference(node, known))
        elif isinstance(node, nodes.Filter):
            found.extend(_filter(node))
        elif isinstance(node, nodes.Test) and node.name not in TESTS:
            message = f"“is {node.name}” is not a test that templates may use"
            found.append(Breach(node.lineno, message, nearest_name(node.name, TESTS)))
    return tuple(sorted(dict.fromkeys(found)))


def _breaches_of(node: nodes.Node, kept: frozenset[str]) -> Iterator[str]:
    """What is wrong with a node whatever stands around it."""
    if type(node) not in _ALLOWED:
        reason = _IN_WORDS.get(type(node), f"{type(node).__name__} is not for templates")
        yield f"this is not allowed in a template: {reason}"
    for name in _names(node):
        if name.startswith("_"):
            yield f"“{name}” begins with an underscore; such names are not for templates"
    if isinstance(node, nodes.For) and node.recursive:
        yield "a recursive loop calls itself; write a macro"
    for name in kept.intersection(_bound_names(node)):
        yield f"“{name}” names a macro, an import or a part of Jinja; call this something else"


def _call(
    node: nodes.Call, callables: frozenset[str], modules: Mapping[str, frozenset[str]]
) -> Iterator[Breach]:
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        yield Breach(node.lineno, "arguments are written out in a template, not unpacked")
    match node.node:
        case nodes.Name(name=name):
            if name not in callables:
                message = f"“{name}()” is no macro of this template, and only macros may be called"
                yield Breach(node.lineno, message, nearest_name(name, callables))
        case nodes.Getattr(node=nodes.Name(name=module), attr=attribute) if module in modules:
            if attribute not in modules[module]:
                message = f"“{module}” has no macro “{attribute}”"
                yield Breach(node.lineno, message, nearest_name(attribute, modules[module]))
        case _:
            yield Breach(node.lineno, "only macros may be called in a template")


def _reference(node: Reference, known: Mapping[str, frozenset[str]]) -> Iterator[Breach]:
    target = _constant(node.template)
    if target is None:
        yield Breach(node.lineno, "the name of a template is written as one text in quotes")
        return
    if target not in known:
        message = f"there is no template “{target}”"
        yield Breach(node.lineno, message, nearest_name(target, known))
    elif isinstance(node, nodes.FromImport):
        for imported in node.names:
            macro = imported if isinstance(imported, str) else imported[0]
            if macro not in known[target]:
                message = f"“{target}” has no macro “{macro}”"
                yield Breach(node.lineno, message, nearest_name(macro, known[target]))


def _filter(node: nodes.Filter) -> Iterator[Breach]:
    if node.name not in FILTERS:
        why = "views hand over markup" if node.name == "safe" else "not one that templates may use"
        yield Breach(
            node.lineno, f"the filter “{node.name}”: {why}", nearest_name(node.name, FILTERS)
        )
    too_many = len(node.args) > _MOST_ARGUMENTS.get(node.name, 0)
    if too_many or node.kwargs or node.dyn_args is not None or node.dyn_kwargs is not None:
        yield Breach(node.lineno, f"the filter “{node.name}” has arguments that it may not have")


def _names(node: nodes.Node) -> Iterator[str]:
    match node:
        case nodes.Name(name=name) | nodes.Macro(name=name) | nodes.Block(name=name):
            yield name
        case nodes.Getattr(attr=attribute):
            yield attribute
        case nodes.Keyword(key=key):
            yield key
        case nodes.Import(target=target):
            yield target
        case nodes.FromImport(names=names):
            for imported in names:
                yield from (imported,) if isinstance(imported, str) else imported


def _bound_names(node: nodes.Node) -> Iterator[str]:
    """Names that get a value here: a callable one must never come to mean something else."""
    match node:
        case nodes.Name(name=name, ctx=("store" | "param")):
            yield name
        case nodes.Macro(name=name) if name in _RESERVED:
            yield name


def _constant(expression: nodes.Expr) -> str | None:
    value = expression.value if isinstance(expression, nodes.Const) else None
    return value if isinstance(value, str) else None


def _imported_macros(template: Nodes) -> Iterator[str]:
    for node in template:
        if isinstance(node, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in node.names)
