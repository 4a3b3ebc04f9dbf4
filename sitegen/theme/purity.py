"""Which pieces of a template draw on nothing but values that they are given."""

from collections.abc import Iterable

from jinja2 import nodes

# What shows values or chooses between them. Whatever else a template may hold could bring in more.
_SHOWING = (
    nodes.And,
    nodes.Compare,
    nodes.Concat,
    nodes.CondExpr,
    nodes.Const,
    nodes.Filter,
    nodes.Getattr,
    nodes.Getitem,
    nodes.If,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Output,
    nodes.TemplateData,
    nodes.Test,
)


def pure_macros(template: nodes.Template) -> frozenset[str]:
    """The macros whose HTML depends on their arguments alone, and whose names mean nothing else."""
    defined = [macro.name for macro in template.find_all(nodes.Macro)]
    bound = {name.name for name in template.find_all(nodes.Name) if name.ctx != "load"}
    bound |= {node.target for node in template.find_all(nodes.Import)}
    for node in template.find_all(nodes.FromImport):
        bound |= {name if isinstance(name, str) else name[1] for name in node.names}
    return frozenset(
        macro.name
        for macro in template.body
        if isinstance(macro, nodes.Macro)
        and defined.count(macro.name) == 1
        and macro.name not in bound
        and not macro.defaults
        and _all_pure(macro.body, frozenset(_names(macro.args)), frozenset())
    )


def is_pure_loop(loop: nodes.For, macros: frozenset[str]) -> bool:
    """Whether what the loop makes depends on the values that it goes over and on nothing else.

    `macros` are those that may be called in it.
    """
    targets = frozenset(_names((loop.target,)))
    tested = (loop.test,) if loop.test else ()
    return (
        not loop.recursive
        and _all_pure(tested, targets, macros)
        and _all_pure(loop.body, targets | {"loop"}, macros)
        and _all_pure(loop.else_, frozenset(), macros)
    )


def asks_loops_only_for(parts: frozenset[str], template: nodes.Template) -> bool:
    """Whether the template reads these attributes of `loop` and does nothing else with it.

    Nor may it hand it on: to what it includes, or to a block that another template may fill.
    """
    read = (
        node
        for node in template.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.attr in parts
    )
    named = (node for node in template.find_all(nodes.Name) if node.name == "loop")
    return (
        len(list(read)) == len(list(named))
        and not any(getattr(node, "with_context", False) for node in template.find_all(nodes.Stmt))
        and not any(block.scoped for block in template.find_all(nodes.Block))
        and not any(loop.recursive for loop in template.find_all(nodes.For))
    )


def _all_pure(
    template: Iterable[nodes.Node], given: frozenset[str], macros: frozenset[str]
) -> bool:
    return all(_is_pure(node, given, macros) for node in template)


def _is_pure(node: nodes.Node, given: frozenset[str], macros: frozenset[str]) -> bool:
    match node:
        case nodes.Name(name=name):
            return name in given
        case nodes.Call(node=nodes.Name(name=name)):
            plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
            return plain and name in macros and _all_pure(node.args, given, macros)
        case _ if isinstance(node, _SHOWING):
            return _all_pure(node.iter_child_nodes(), given, macros)
    return False


def _names(bound: Iterable[nodes.Node]) -> Iterable[str]:
    for node in bound:
        if isinstance(node, nodes.Name):
            yield node.name
        yield from (name.name for name in node.find_all(nodes.Name))
