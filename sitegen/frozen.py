"""Frozen values with slots: what `dataclasses` makes of a class, made in a tenth of its time.

To a type checker these names are those of `dataclasses`, and the values behave the same. At run
time `dataclasses` writes and compiles six functions for every class while it is imported, which
took a third of the time in which a small site is built. Here a function is compiled once for all
classes of as many fields, and renamed for each; what few values need waits until one does. Fields
are set by their slots' own setters, without a look-up by name.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
    from typing import NamedTuple
else:
    from collections import namedtuple
    from functools import cache
    from types import CellType, FunctionType

    _UNSET = object()

    class _Field:
        """What `field` says of a field."""

        __slots__ = ("compare", "default", "default_factory", "repr")

        def __init__(self, default, default_factory, repr, compare):  # noqa: A002 - as dataclasses
            self.default, self.default_factory = default, default_factory
            self.repr, self.compare = repr, compare

        @property
        def optional(self):
            """Whether the field may be left out."""
            return self.default is not _UNSET or self.default_factory is not _UNSET

    def field(*, default=_UNSET, default_factory=_UNSET, repr=True, compare=True):  # noqa: A002
        """A field with more to say than its type."""
        return _Field(default, default_factory, repr, compare)

    def dataclass(*, frozen=False, slots, eq=True):
        """A class of values with slots. What `dataclasses` can do beyond this, nobody needs."""
        assert slots  # noqa: S101 - a slip in the code
        return lambda cls: _made(cls, frozen, eq)

    def replace(value, /, **changes):
        """The value with other contents in some fields."""
        for name in value.__match_args__:
            if name not in changes:
                changes[name] = getattr(value, name)
        return value.__class__(**changes)

    def _made(cls, frozen, eq):
        contents, fields = dict(cls.__dict__), {}
        for base in reversed(cls.__mro__[1:]):
            fields.update(base.__dict__.get("__frozen_fields__", {}))
        inherited = frozenset(fields)
        for name in cls.__annotations__:
            said = contents.pop(name, _UNSET)
            fields[name] = said if isinstance(said, _Field) else _Field(said, _UNSET, True, True)
        contents.pop("__dict__", None)
        contents.pop("__weakref__", None)
        contents["__slots__"] = tuple([n for n in cls.__annotations__ if n not in inherited])
        contents["__frozen_fields__"] = fields
        contents["__match_args__"] = tuple(fields)
        contents["__dataclass_fields__"] = _ForDataclasses()
        contents.setdefault("__reduce__", _reduce)
        if frozen:
            contents["__setattr__"], contents["__delattr__"] = _no_setting, _no_deleting
        made = type(cls)(cls.__name__, cls.__bases__, contents)
        made.__qualname__ = cls.__qualname__
        made.__init__ = _init(made)
        methods = ["__repr__", "__eq__", "__hash__"] if eq else ["__repr__"]
        if eq and not frozen:
            made.__hash__ = None  # as Python has it beside an __eq__
            methods.remove("__hash__")
        for name in methods:
            if cls.__dict__.get(name) is None:
                setattr(made, name, _later(made, name))
        return made

    def _later(cls, name):
        """A method that makes itself when it is first called."""

        def first(self, *given):
            said = "repr" if name == "__repr__" else "compare"
            shown = [n for n, f in cls.__frozen_fields__.items() if getattr(f, said)]
            names = {f"field{number}": shown[number] for number in range(len(shown))}
            method = FunctionType(
                _renamed(_method(name, len(shown)), names, cls.__qualname__), {"hash": hash}
            )
            setattr(cls, name, method)
            return method(self, *given)

        return first

    def _init(cls):
        """Sets each field by its slot. An argument left out is a default, or made by a factory."""
        fields = cls.__frozen_fields__
        names = {f"field{number}": name for number, name in enumerate(fields)}
        made = tuple([said.default_factory is not _UNSET for said in fields.values()])
        code = _renamed(_setting(made), names, cls.__qualname__)
        cells = {"unset": _UNSET}
        for number, (name, said) in enumerate(fields.items()):
            cells[f"set{number}"] = getattr(cls, name).__set__
            cells[f"make{number}"] = said.default_factory
        needed = [said.optional for said in fields.values()]
        assert needed == sorted(needed)  # noqa: S101 - a slip in the code
        defaults = tuple([said.default for said in fields.values() if said.optional])
        closure = tuple([CellType(cells[name]) for name in code.co_freevars])
        return FunctionType(code, {}, "__init__", defaults, closure)

    def _renamed(code, names, owner):
        """The same code with other names in place of `field0`, `field1`, …"""
        constants = []
        for constant in code.co_consts:
            if isinstance(constant, str) and constant.endswith("="):  # "(field0=", ", field1="
                start = constant.index("field")
                constant = f"{constant[:start]}{names[constant[start:-1]]}="  # noqa: PLW2901
            constants.append(constant)
        return code.replace(
            co_varnames=tuple([names.get(name, name) for name in code.co_varnames]),
            co_names=tuple([names.get(name, name) for name in code.co_names]),
            co_consts=tuple(constants),
            co_qualname=f"{owner}.{code.co_name}",
        )

    @cache
    def _setting(made):
        """The code of an `__init__`; `made`: whether a factory makes the field, for each."""
        count = range(len(made))
        cells = ", ".join(["unset", *(f"set{n}, make{n}" for n in count)])
        lines = [
            f"set{n}(self, make{n}() if field{n} is unset else field{n})"
            if made[n]
            else f"set{n}(self, field{n})"
            for n in count
        ]
        head = f"def __init__({', '.join(['self', *(f'field{n}' for n in count)])})"
        return _code(f"def within({cells}):\n {head}: {'; '.join(lines) or 'pass'}").co_consts[1]

    @cache
    def _method(name, count):
        """The code of a method that needs all of so many fields, as `dataclasses` writes it."""
        fields = [f"field{number}" for number in range(count)]
        mine, other = (f"({''.join(f'{of}.{n}, ' for n in fields)})" for of in ("self", "other"))
        if name == "__eq__":
            head = "def __eq__(self, other):\n if other.__class__ is not self.__class__:\n  return "
            return _code(f"{head}NotImplemented\n return {mine} == {other}")
        if name == "__hash__":
            return _code(f"def __hash__(self): return hash({mine})")
        shown = ", ".join([f"{n}={{self.{n}!r}}" for n in fields])  # no value here holds itself
        line = f'f"{{self.__class__.__qualname__}}({shown})"'
        return _code(f"def __repr__(self): return {line}")

    def _code(text):
        (code,) = (c for c in compile(text, "<frozen>", "exec").co_consts if hasattr(c, "co_code"))
        return code

    def _reduce(self):
        return self.__class__, tuple([getattr(self, name) for name in self.__match_args__])

    def _no_setting(_self, name, _value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _no_deleting(_self, name):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    class _OfTuples(type):
        """Makes a class as `typing.NamedTuple` does, but for compiling a `__new__` for each."""

        def __new__(cls, name, bases, contents):
            if not bases:
                return type.__new__(cls, name, bases, contents)  # the NamedTuple below
            if "__annotations__" not in contents:  # Python 3.14 works them out when asked
                fields = tuple(type(name, (), dict(contents)).__annotations__)
            else:
                fields = tuple(contents["__annotations__"])
            optional = [field for field in fields if field in contents]
            assert optional == list(fields[len(fields) - len(optional) :])  # noqa: S101 - a slip
            made = {**_METHODS, **contents}
            made["__slots__"] = ()
            made["_fields"] = made["__match_args__"] = fields
            made["_field_defaults"] = {field: contents[field] for field in optional}
            for number, field in enumerate(fields):
                made[field] = _place(number)
            names = {f"field{number}": field for number, field in enumerate(fields)}
            code = _renamed(_new(len(fields)), names, contents["__qualname__"])
            defaults = tuple([contents[field] for field in optional])
            made["__new__"] = FunctionType(code, {"new": tuple.__new__}, "__new__", defaults)
            made.setdefault("__repr__", _repr_of_tuple(fields))
            return type(name, (tuple,), made)

    class NamedTuple(metaclass=_OfTuples):
        """What `typing.NamedTuple` is, at a fifth of the price of a class."""

    _place_of = type(namedtuple("_One", "it").it)

    @cache
    def _place(number):
        """The attribute that is so far within a tuple; it knows nothing of the tuple's class."""
        return _place_of(number, f"Alias for field number {number}")

    @cache
    def _new(count):
        fields = "".join([f"field{number}, " for number in range(count)])
        return _code(f"def __new__(_cls, {fields}): return new(_cls, ({fields}))")

    def _repr_of_tuple(fields):
        shown = f"({', '.join([f'{field}=%r' for field in fields])})"
        return lambda self: self.__class__.__name__ + shown % self

    def _make(cls, values):
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes):
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self):
        return dict(zip(self._fields, self, strict=True))

    def _getnewargs(self):
        return tuple(self)

    _METHODS = {
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__getnewargs__": _getnewargs,
    }

    class _ForDataclasses:
        """The fields as `dataclasses.fields` wants them, for the few that ask."""

        __slots__ = ()

        def __get__(self, _value, cls):
            import dataclasses

            described = []
            for name, said in cls.__frozen_fields__.items():
                keys = ("default", "default_factory")
                given = {k: getattr(said, k) for k in keys if getattr(said, k) is not _UNSET}
                field_of = dataclasses.field(repr=said.repr, compare=said.compare, **given)
                described.append((name, object, field_of))
            # A field lacks its name and kind until a class gives it some.
            cls.__dataclass_fields__ = dataclasses.make_dataclass(
                cls.__name__, described
            ).__dataclass_fields__
            return cls.__dataclass_fields__


__all__ = ["NamedTuple", "dataclass", "field", "replace"]
