"""What a view says, as one short digest: two that a template could tell apart never share one.

A view is strings, numbers, Markup, tuples and other views, each class with its fields in order. So
it is laid out as lists of plain values and written by `marshal`, which puts down every value's type
and length: in C, and for these types (with no references, version 2) always in the same way. What a
field may hold is read from its class once; a value that is something else than its class says is
told apart by its own type. Nothing is ever read back.
"""

import marshal
from collections.abc import Callable
from functools import cache
from inspect import get_annotations
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

from markupsafe import Markup

_VERSION = 2  # the last that neither depends on which objects are one nor on which are interned
_PLAIN = frozenset((str, int, float, bool, NoneType))

_MOST_KEPT = 50  # values of a list that is kept for the next page

Layout: TypeAlias = Callable[[Any], Any]


def told(view: object) -> bytes:
    """All that a template can see of a view, in bytes that differ where that differs."""
    kind: Any = type(view)
    try:
        return marshal.dumps((_name(kind), _layout_of(kind)(view)), _VERSION)
    except ValueError:  # something that its class does not speak of, such as Markup given as str
        return b"?" + marshal.dumps(_anything(view), _VERSION)


# How a view is laid out: None, numbers, texts and tuples of them stand for themselves; Markup is
# bytes; a view is a list, and so are several views; anything unforeseen is a tuple that begins with
# what it is. A place in the layout either may hold tuples of plain values, or the unforeseen.


@cache
def _layout_of(kind: Any) -> Layout:
    """How the views of a class are laid out; anything else than such a view as the unforeseen."""
    annotations = _annotations(kind)
    if annotations is None:
        return _anything
    values_of = _values_of(kind)
    changing = tuple(
        (index, layout)
        for index, annotation in enumerate(annotations.values())
        if (layout := _layout(annotation)) is not None
    )

    def laid_out(view: Any) -> Any:
        if type(view) is not kind:
            return _anything(view)
        values = [*values_of(view)]
        for index, layout in changing:
            if value := values[index]:  # what is empty stands for itself, or is refused as Markup
                values[index] = layout(value)
        return values

    def laid_out_plainly(view: Any) -> Any:
        return list(view) if type(view) is kind else _anything(view)

    return laid_out if changing or values_of is not tuple else laid_out_plainly


def _layout(annotation: Any) -> Layout | None:
    """How values that are annotated so are laid out; None where they stand for themselves."""
    if annotation in _PLAIN:
        return None
    if annotation is Markup:
        return _markup
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    if origin in (Union, UnionType):
        others = [argument for argument in arguments if argument not in _PLAIN]
        return _layout(others[0]) if len(others) == 1 else _anything if others else None
    if origin is tuple and arguments[1:] == (...,):
        inner = _layout(arguments[0])
        return inner and _several(inner)
    if isinstance(annotation, type) and _annotations(annotation) is not None:
        return _layout_of(annotation)
    return _anything


def _several(layout: Layout) -> Layout:
    """Several values of one kind. Those of the page before are known, as pages share many a list:
    the very same tuple, which is kept for as long, has the same layout.
    """
    last: tuple[object, Any] = ((), ())

    def laid_out(values: Any) -> Any:
        nonlocal last
        known, result = last
        if values is known:
            return result
        if type(values) is not tuple:
            return _anything(values)
        result = [*map(layout, values)]
        if len(values) <= _MOST_KEPT:
            last = (values, result)
        return result

    return laid_out


def _markup(value: Any) -> Any:
    return value.encode("utf-8", "surrogatepass") if type(value) is Markup else _anything(value)


def _anything(value: Any) -> Any:
    """A value by what it is, whatever was expected."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is Markup:
        return _markup(value)
    if kind is tuple:
        return ("tuple", *map(_anything, value))
    if _annotations(kind) is not None:
        return (_name(kind), *map(_anything, _values_of(kind)(value)))
    return ("other", _name(kind), repr(value))


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def _annotations(kind: Any) -> dict[str, Any] | None:
    """The fields of a class of views with their annotations, in order; None for other classes."""
    annotations: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        annotations |= get_annotations(base)
    # Dataclasses and named tuples have the names of all their fields here, in order.
    if not annotations or getattr(kind, "__match_args__", None) != tuple(annotations):
        return None
    return annotations


@cache
def _values_of(kind: Any) -> Callable[[Any], Any]:
    """What gives the values of a view's fields in order."""
    if issubclass(kind, tuple):
        return tuple
    names = tuple(_annotations(kind) or ())
    if len(names) == 1:
        one = attrgetter(*names)
        return lambda view: (one(view),)
    return attrgetter(*names)
