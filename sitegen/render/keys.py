"""What a view says, as one short digest: two that a template could tell apart never share one.

A view is strings, numbers, Markup, tuples and other views, each class with its fields in order. So
it is laid out as lists of plain values and written by `marshal`, which puts down every value's type
and length: in C, and for these types (with no references, version 2) always in the same way. What a
field may hold is read from its class once; a value that is something else than its class says is
told apart by its own type. Nothing is ever read back.

Of what many pages show, lists and cards of facts, there is a digest in place of the layout; it is
made once for the pages that follow one another.
"""

import marshal
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from inspect import get_annotations
from itertools import chain
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

from markupsafe import Markup

_VERSION = 2  # the last that neither depends on which objects are one nor on which are interned
_PLAIN = frozenset((str, int, float, bool, NoneType))

_LONG = 6  # views in a list of which there is a digest; entries of the navigation, for example
_MOST_KEPT = 1 << 15
"""Digests of views that are kept. With what they are of, they take 30 MB at most."""

Layout: TypeAlias = Callable[[Any], Any]

# How a view is laid out: None, numbers, texts and tuples of them stand for themselves; Markup is
# bytes; a view is a list, and so are several views of one kind; anything unforeseen is a tuple that
# begins with what it is. A place in the layout either may hold tuples of plain values, or the
# unforeseen. Where a class or a number of values asks for a digest, there always is one, of 16
# bytes.


class Telling:
    """Tells what views say, and keeps digests of what they share."""

    def __init__(self) -> None:
        self._layouts: dict[Any, Layout] = {}
        self._kept: dict[int, tuple[object, bytes]] = {}  # by id; what is kept keeps its id

    def told(self, view: object) -> bytes:
        """All that a template can see of a view, in bytes that differ where that differs."""
        kind: Any = type(view)
        try:
            return marshal.dumps((_name(kind), self._layout_of(kind)(view)), _VERSION)
        except ValueError:  # what its class does not speak of, such as Markup given as str
            return b"?" + marshal.dumps(_anything(view), _VERSION)

    def _layout_of(self, kind: Any) -> Layout:
        """How views of a class are laid out; anything else than such a view as the unforeseen."""
        layout = self._layouts.get(kind)
        if layout is None:
            layout = self._layouts[kind] = self._made_for(kind)
        return layout

    def _made_for(self, kind: Any) -> Layout:
        annotations = _annotations(kind)
        if annotations is None:
            return _anything
        values_of = _values_of(kind)
        changing = tuple(
            (index, layout)
            for index, annotation in enumerate(annotations.values())
            if (layout := self._layout(annotation)) is not None
        )

        def laid_out(view: Any) -> Any:
            if type(view) is not kind:
                return _anything(view)
            values = [*values_of(view)]
            for index, layout in changing:
                value = values[index]
                if value or value == "":  # None and an empty tuple stand for themselves
                    values[index] = layout(value)
            return values

        def laid_out_plainly(view: Any) -> Any:
            return list(view) if type(view) is kind else _anything(view)

        if not changing and values_of is tuple:
            return laid_out_plainly
        return self._digested(kind, laid_out) if hasattr(kind, "__shared__") else laid_out

    def _layout(self, annotation: Any) -> Layout | None:
        """How values that are annotated so are laid out; None where they stand for themselves."""
        if annotation in _PLAIN:
            return None
        if annotation is Markup:
            return _markup
        origin = get_origin(annotation)
        arguments = get_args(annotation)
        if origin in (Union, UnionType):
            others = [argument for argument in arguments if argument not in _PLAIN]
            return self._layout(others[0]) if len(others) == 1 else _anything if others else None
        if origin is tuple and arguments[1:] == (...,):
            inner = self._layout(arguments[0])
            return inner and self._several(arguments[0], inner)
        if isinstance(annotation, type) and _annotations(annotation) is not None:
            return self._layout_of(annotation)
        return _anything

    def _several(self, annotation: Any, layout: Layout) -> Layout:
        """Several values of one kind; of those in a row where these have plain fields alone.

        Those of the page before are known, as pages share many a list: the very same tuple, which
        is kept for as long, has the same digest.
        """
        of_plain = {annotation} if layout.__name__ == "laid_out_plainly" else None
        last: tuple[object, Any] = ((), ())

        def laid_out(values: Any) -> Any:
            nonlocal last
            known, result = last
            if values is known:
                return result
            if type(values) is not tuple:
                return _anything(values)
            if of_plain is None:
                result = [*map(layout, values)]
            elif {*map(type, values)} == of_plain:
                result = [*chain.from_iterable(values)]
            else:
                result = ("several", [*map(layout, values)])
            if len(values) >= _LONG:
                result = _digest(result)
                last = (values, result)
            return result

        return laid_out

    def _digested(self, kind: Any, layout: Layout) -> Layout:
        """A digest of the layout; it is kept for other pages that show the very same view."""
        kept = self._kept

        def laid_out(view: Any) -> Any:
            known = kept.get(id(view))
            if known is not None:
                return known[1]
            if type(view) is not kind:
                return _anything(view)
            digest = _digest(layout(view))
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            kept[id(view)] = (view, digest)
            return digest

        return laid_out


def _digest(layout: Any) -> bytes:
    return blake2b(marshal.dumps(layout, _VERSION), digest_size=16).digest()


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
