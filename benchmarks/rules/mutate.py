"""Small changes to the source of a module, each of which takes a rule or a part of one away."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

_DIAGNOSTICS = {"error": "warning", "warning": "error"}
_OTHER_CODE = "template-error"  # which no check of a case gives
_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_LONGEST = 90

Change = Callable[[Any], None]  # on a node whose type was matched before


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed module: what was changed, on which line, and the tree that results."""

    kind: str
    line: int
    was: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Every change of a module's source, one at a time."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        for kind, change in _changes(node):
            changed = copy.deepcopy(tree)
            change(next(twin for n, twin in enumerate(ast.walk(changed)) if n == number))
            ast.fix_missing_locations(changed)
            was = ast.unparse(node).partition("\n")[0]
            yield Mutant(kind, getattr(node, "lineno", 0), was[:_LONGEST], changed)


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _DIAGNOSTICS:
            yield "another code", _another_code
            yield "another severity", _another_severity
        case ast.If() | ast.IfExp():
            yield "always", partial(_decided, truth=True)
            yield "never", partial(_decided, truth=False)
        case ast.BoolOp(values=values):
            for index, value in enumerate(values):
                yield f"without “{ast.unparse(value)[:_LONGEST]}”", partial(_without, index=index)
        case ast.Compare(ops=[operator]) if type(operator) in _SWAPPED:
            yield "swapped", _swapped
        case ast.AnnAssign(target=ast.Name(id="CHECKS"), value=ast.Tuple(elts=checks)):
            for index, check in enumerate(checks):
                yield f"without {ast.unparse(check)}", partial(_without_check, index=index)
        case _:
            return


def _another_code(call: Any) -> None:
    call.args[0] = ast.Constant(_OTHER_CODE)


def _another_severity(call: Any) -> None:
    """The other function, by a way that needs no import in the module."""
    other = _DIAGNOSTICS[call.func.id]
    call.func = ast.parse(f"__import__('sitegen.diagnostics').diagnostics.{other}").body[0].value  # type: ignore[attr-defined] # one expression


def _decided(branch: Any, truth: bool) -> None:
    operator = ast.Or() if truth else ast.And()
    branch.test = ast.BoolOp(operator, [branch.test, ast.Constant(truth)])


def _without(operation: Any, index: int) -> None:
    neutral = isinstance(operation.op, ast.And)
    operation.values[index] = ast.Constant(neutral)


def _swapped(comparison: Any) -> None:
    comparison.ops[0] = _SWAPPED[type(comparison.ops[0])]()


def _without_check(assignment: Any, index: int) -> None:
    del assignment.value.elts[index]
