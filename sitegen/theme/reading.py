"""What templates can ever read of views, so that the parts that none of them shows are not made.

A template names each attribute that it reads. Only a view that is used whole (gone over, indexed,
put in a text or handed to a macro) could be read otherwise: named tuples are tuples, too. Where a
view with parts that may be left out is used so, or might be, all its parts count as read.
"""

from collections.abc import Collection, Iterable
from typing import TypeVar

from jinja2 import nodes

from sitegen.frozen import NamedTuple

_VIEWS = frozenset({"page", "chrome", "loop", "nextitem", "previtem"})
"""What means a view with such parts, or leads to one, as a variable or as an attribute."""
_LISTS = frozenset({"evidence", "measures"})
"""What means several of them."""

_Found = TypeVar("_Found", str, tuple[str, str])


class Reading(NamedTuple):
    """What one template reads: the names of attributes, and how it uses what is called so.

    `whole`: it may do anything with it; `kept`: a variable is set to it, `each`: a variable goes
    through it, in pairs with that variable. Where it reads an attribute, or looks whether there is
    any or how many, what is called so is in none of these.
    """

    attributes: tuple[str, ...]
    whole: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]
    each: tuple[tuple[str, str], ...]


def reading(template: Iterable[nodes.Node]) -> Reading:
    """What a template reads, given all nodes of its tree in any order."""
    named: dict[int, str] = {}  # by node, what it is called
    attributes: set[str] = set()
    harmless: set[int] = set()
    kept: dict[int, str] = {}
    each: dict[int, str] = {}
    for node in template:
        match node:
            case nodes.Getattr(node=value, attr=attribute):
                named[id(node)] = attribute
                attributes.add(attribute)
                harmless.add(id(value))
            case nodes.Name(name=name, ctx="load"):
                named[id(node)] = name
            case nodes.Assign(target=nodes.Name(name=name), node=value):
                kept[id(value)] = name
            case nodes.For(target=nodes.Name(name=name), iter=value):
                each[id(value)] = name
            case nodes.If(test=value) | nodes.Filter(node=value, name="count" | "length"):
                harmless.add(id(value))
    elsewhere = harmless | kept.keys() | each.keys()
    return Reading(
        attributes=_in_order(attributes),
        whole=_in_order({name for node, name in named.items() if node not in elsewhere}),
        kept=_in_order({(named[node], name) for node, name in kept.items() if node in named}),
        each=_in_order({(named[node], name) for node, name in each.items() if node in named}),
    )


def _in_order(found: set[_Found]) -> tuple[_Found, ...]:
    """Always the same, as it is kept on a disk."""
    return tuple(sorted(found))


def names_read(readings: Collection[Reading]) -> frozenset[str] | None:
    """The names of all attributes that some templates read together; None: perhaps of any."""
    kept = [pair for one in readings for pair in one.kept]
    each = [pair for one in readings for pair in one.each]
    views, lists, known = set(_VIEWS), set(_LISTS), 0
    while known < len(views) + len(lists):  # a variable may be set to another one
        known = len(views) + len(lists)
        views |= {variable for name, variable in kept if name in views}
        views |= {variable for name, variable in each if name in lists}
        lists |= {variable for name, variable in kept if name in lists}
    whole = {name for name, _ in each if name not in lists}.union(*(one.whole for one in readings))
    if views.isdisjoint(whole) and lists.isdisjoint(whole):
        return frozenset().union(*(one.attributes for one in readings))
    return None
