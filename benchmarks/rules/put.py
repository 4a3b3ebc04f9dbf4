"""Put a mutant in the place of its module, in the process that this runs in."""

import sys
from collections.abc import Iterator
from functools import cached_property
from importlib.machinery import SourceFileLoader
from types import CodeType, FunctionType, ModuleType
from typing import Any

from benchmarks.rules.mutate import Mutant

FORGOTTEN = ("sitegen.verify", "sitegen.build", "sitegen.anchor", "sitegen.recognise")


def put(mutant: Mutant, module: str, path: str) -> None:
    """Change the functions of a module where they are; if it is no function, read all again."""
    code = compile(mutant.tree(), path, "exec")
    if mutant.in_function:
        changed = {inner.co_qualname: inner for inner in _inner(code)}
        for function in _functions(sys.modules[module]):
            function.__code__ = changed.get(function.__code__.co_qualname, function.__code__)
    else:
        _read_again(module, code)


def _inner(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _inner(constant)


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    """The functions of a module, and those of its classes."""
    for value in vars(module).values():
        if getattr(value, "__module__", None) != module.__name__:
            continue
        if isinstance(value, type):
            yield from filter(None, map(_function, vars(value).values()))
        elif function := _function(value):
            yield function


def _function(value: Any) -> FunctionType | None:
    match value:
        case FunctionType():
            return value
        case property(fget=FunctionType() as function):
            return function
        case cached_property(func=FunctionType() as function):
            return function
        case classmethod(__func__=FunctionType() as function):
            return function
        case staticmethod(__func__=FunctionType() as function):
            return function
        case _:
            return None


def _read_again(module: str, code: CodeType) -> None:
    plain = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        return code if name == module else plain(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment] # in this process alone
    for name in [name for name in sys.modules if name.startswith(FORGOTTEN)]:
        del sys.modules[name]
