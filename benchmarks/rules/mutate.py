"""Small changes to the source of a module, each of which takes a rule or a part of one away."""

import ast
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
    """A change of a module: what is changed, on which lines, and how to make it."""

    kind: str
    line: int
    last_line: int
    was: str
    in_function: bool
    source: str
    number: int  # of the changed node, in the order of a walk
    change: Change

    def tree(self) -> ast.Module:
        """The module with the change."""
        tree = ast.parse(self.source)
        self.change(next(node for n, node in enumerate(ast.walk(tree)) if n == self.number))
        return ast.fix_missing_locations(tree)


def mutants(source: str) -> Iterator[Mutant]:
    """Every change of a module's source, one at a time."""
    tree = ast.parse(source)
    within = {id(inner) for node in ast.walk(tree) if _runs(node) for inner in ast.walk(node)}
    for number, node in enumerate(ast.walk(tree)):
        for kind, change in _changes(node):
            first, last = _lines(node)
            was = ast.unparse(node).strip().partition("\n")[0]
            yield Mutant(
                kind, first, last, was[:_LONGEST], id(node) in within, source, number, change
            )


def _runs(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef)


def _lines(node: ast.AST) -> tuple[int, int]:
    """The lines that run when what is changed is reached: of a branch, those of its test."""
    judged: Any = node
    match node:
        case ast.If() | ast.While():
            judged = node.test
        case ast.comprehension():
            first = node.target.lineno
            return first, node.ifs[-1].end_lineno or first
        case ast.match_case(guard=ast.expr() as guard):
            judged = guard
    return judged.lineno, judged.end_lineno


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _DIAGNOSTICS:
            yield "another code", _another_code
            yield "another severity", _another_severity
        case ast.AnnAssign(target=ast.Name(id="CHECKS"), value=ast.Tuple(elts=checks)):
            for index, check in enumerate(checks):
                yield f"without {ast.unparse(check)}", partial(_without_check, index=index)
        case ast.AnnAssign(target=ast.Name(id="TOGETHER"), value=ast.Dict(keys=checks)):
            for index, check in enumerate(filter(None, checks)):
                yield f"without {ast.unparse(check)}", partial(_without_together, index=index)
        case ast.Expr(value=ast.YieldFrom(value=rule)):
            yield f"without {ast.unparse(rule)}", _unsaid
        case _:
            yield from _other_conditions(node)


def _other_conditions(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.If() | ast.IfExp():
            yield "always", partial(_decided, truth=True)
            yield "never", partial(_decided, truth=False)
        case ast.While():
            yield "never", partial(_decided, truth=False)
        case ast.comprehension(ifs=tests):
            for index, test in enumerate(tests):
                yield f"without “if {_told(test)}”", partial(_unfiltered, index=index)
        case ast.match_case(guard=ast.expr() as guard):
            yield f"without “if {_told(guard)}”", _unguarded
        case ast.BoolOp(values=values):
            for index, value in enumerate(values):
                yield f"without “{_told(value)}”", partial(_without, index=index)
        case ast.Compare(ops=[operator]) if type(operator) in _SWAPPED:
            yield "swapped", _swapped
        case _:
            return


def _told(node: ast.expr) -> str:
    return ast.unparse(node)[:_LONGEST]


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


def _unfiltered(comprehension: Any, index: int) -> None:
    comprehension.ifs[index] = _held(comprehension.ifs[index])


def _unguarded(case: Any) -> None:
    case.guard = _held(case.guard)


def _held(test: ast.expr) -> ast.expr:
    """A test that always holds, and still names what it names."""
    return ast.BoolOp(ast.Or(), [test, ast.Constant(True)])


def _swapped(comparison: Any) -> None:
    comparison.ops[0] = _SWAPPED[type(comparison.ops[0])]()


def _without_check(assignment: Any, index: int) -> None:
    del assignment.value.elts[index]


def _unsaid(statement: Any) -> None:
    statement.value.value = ast.Tuple([], ast.Load())


def _without_together(assignment: Any, index: int) -> None:
    del assignment.value.keys[index], assignment.value.values[index]
