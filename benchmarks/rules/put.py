"""Put a mutant in the place of its module, in the process that this runs in."""

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.machinery import SourceFileLoader
from types import CodeType, FunctionType

from benchmarks.rules.mutate import Mutant

FORGOTTEN = ("sitegen.verify", "sitegen.build", "sitegen.anchor", "sitegen.recognise")

Functions = Mapping[str, Sequence[FunctionType]]
"""By the path of their file."""


def functions_of(paths: Sequence[str]) -> Functions:
    """The functions of these files, whatever holds them: a class, a decorator, a table.

    Asked before `gc.freeze`, after which the collector tells of none.
    """
    found: dict[str, list[FunctionType]] = {path: [] for path in paths}
    for value in gc.get_objects():
        if isinstance(value, FunctionType) and value.__code__.co_filename in found:
            found[value.__code__.co_filename].append(value)
    return found


def put(mutant: Mutant, module: str, path: str, functions: Sequence[FunctionType]) -> None:
    """Change the functions of a module where they are; if it is no function, read all again."""
    code = compile(mutant.tree(), path, "exec")
    if mutant.in_function:
        changed = {_place(inner): inner for inner in _inner(code)}
        for function in functions:
            function.__code__ = changed.get(_place(function.__code__), function.__code__)
    else:
        _read_again(module, code)


def _inner(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _inner(constant)


def _place(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _read_again(module: str, code: CodeType) -> None:
    plain = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        return code if name == module else plain(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment] # in this process alone
    for name in [name for name in sys.modules if name.startswith(FORGOTTEN)]:
        del sys.modules[name]
