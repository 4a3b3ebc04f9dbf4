"""What a shape is: a mapping with known fields, read from plain Python, with all that is wrong.

A field's type says how its values are read: `Literal` or an enum takes its values, `tuple[…, ...]`
a list, `dict[…]` a mapping, a shape a mapping of its own; `Annotated` may hold a `Reads`.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Self, Union, get_args, get_origin

from sitegen.frozen import NamedTuple
from sitegen.schema.forms import Keywords

_UNSET = object()

Reader = Callable[[Any], Any]
"""Gives what is written as the field has it, or raises WrongError."""


class Problem(NamedTuple):
    """Something wrong in a record: what kind, where, what stands there, what to say of it.

    `kind`: one of the kinds below, whose messages their reader words; or a code, with its message.
    `choices` has what there would be to choose from.
    """

    kind: str
    path: tuple[str | int, ...]
    written: Any
    message: str = ""
    choices: tuple[str, ...] = ()


MISSING = "missing"
UNKNOWN = "unknown"
UNKNOWN_KEY = "unknown-key"  # of a mapping whose keys are listed
NO_LIST = "no-list"
NO_MAPPING = "no-mapping"
NO_CHOICE = "no-choice"
EMPTY_LIST = "empty-list"


class WrongError(Exception):
    """What is written is not what the field wants: one slip of the value itself, or `within` it."""

    def __init__(
        self,
        kind: str,
        message: str = "",
        choices: tuple[str, ...] = (),
        within: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(message)
        self.kind, self.message, self.choices, self.within = kind, message, choices, within

    def at(self, step: str | int, written: Any) -> list[Problem]:
        """The problems, as those of a part of something larger."""
        if self.within:
            return [p._replace(path=(step, *p.path)) for p in self.within]
        return [Problem(self.kind, (step,), written, self.message, self.choices)]


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise WrongError("", within=tuple(problems))


class Reads:
    """Stands in an `Annotated`: the function that reads such a value, and all there is to check."""

    def __init__(self, read: Reader) -> None:
        self.read = read


class Before:
    """Stands in an `Annotated`: what is done before a value is read. The last is done first."""

    def __init__(self, change: Reader) -> None:
        self.change = change


NOT_EMPTY = object()
"""Stands in the `Annotated` of a list that has to hold something."""


class FieldInfo:
    """A field: its type without its marks, these marks, and what is said of it."""

    def __init__(
        self,
        default: Any = _UNSET,
        factory: Callable[[], Any] | None = None,
        alias: str | None = None,
        description: str | None = None,
    ) -> None:
        self.default, self.factory = default, factory
        self.alias, self.description = alias, description
        self.annotation: Any = None
        self.metadata: tuple[Any, ...] = ()

    def is_required(self) -> bool:
        """Whether it may not be left out."""
        return self.default is _UNSET and self.factory is None

    def left_out(self) -> Any:
        """Its value where it is not given; something that holds where it must be."""
        return self.factory() if self.factory else self.default

    def typed(self, annotation: Any) -> Self:
        """The field with its type."""
        if get_origin(annotation) is Annotated:
            self.annotation, *marks = get_args(annotation)
            self.metadata = tuple(marks)
        else:
            self.annotation = annotation
        return self


def field(
    default: Any = _UNSET,
    *,
    default_factory: Callable[[], Any] | None = None,
    alias: str | None = None,
    description: str | None = None,
) -> Any:
    """What is said of a field beside its type. One without a default has to be given."""
    return FieldInfo(default, default_factory, alias, description)


class Contradiction(NamedTuple):
    """What is wrong with a record whose fields are each sound: a part, and what is said of it."""

    path: tuple[str | int, ...]
    code: str
    message: str
    hints: tuple[str, ...] = ()


class _Field(NamedTuple):
    """A field as it is read: its attribute, its key, and what it is where it is left out."""

    name: str
    key: str
    read: Reader
    default: Any
    factory: Callable[[], Any] | None


class Shape:
    """A mapping with known fields and no others. A null field is as if it were left out."""

    model_fields: ClassVar[Mapping[str, FieldInfo]] = {}
    _fields: ClassVar[tuple[_Field, ...]] = ()
    # The same as `read` wants it: by key, the attribute and its reader; all attributes as they are
    # where nothing is written; and those that are not settled by that, with what makes them.
    _readers: ClassVar[Mapping[str, tuple[str, Reader]]] = {}
    _blank: ClassVar[dict[str, Any]] = {}
    _unsettled: ClassVar[tuple[tuple[str, Callable[[], Any] | None], ...]] = ()

    def __init_subclass__(cls) -> None:
        """Take the fields out of the class: the ones above it first, in their places."""
        fields = dict(cls.model_fields)
        for name, annotation in cls.__annotations__.items():
            said = cls.__dict__.get(name)
            if said is not None:
                delattr(cls, name)
            fields[name] = (said or FieldInfo()).typed(annotation)
        cls.model_fields = fields
        cls._fields = tuple(
            _Field(
                name, of.alias or name, reader(of.annotation, of.metadata), of.default, of.factory
            )
            for name, of in fields.items()
        )
        cls._readers = {of.key: (of.name, of.read) for of in cls._fields}
        cls._blank = {of.name: of.default for of in cls._fields}
        cls._unsettled = tuple((of.name, of.factory) for of in cls._fields if of.default is _UNSET)

    @classmethod
    def read(cls, written: Any) -> Self:
        """The record that is written. Raises WrongError with every problem that it has."""
        if not isinstance(written, dict):
            raise WrongError(NO_MAPPING)
        values = cls._blank.copy()
        readers = cls._readers
        try:
            for key, part in written.items():
                name, read = readers[key]
                if part is not None:
                    values[name] = read(part)
        except (KeyError, WrongError):
            raise cls._wrong(written) from None
        for name, factory in cls._unsettled:
            if values[name] is _UNSET:
                if factory is None:
                    raise cls._wrong(written)
                values[name] = factory()
        made = object.__new__(cls)
        object.__setattr__(made, "__dict__", values)
        made.judge()
        return made

    @classmethod
    def _wrong(cls, written: dict[str, Any]) -> WrongError:
        """What is wrong with a record: with the fields in their order, then what is no field."""
        problems: list[Problem] = []
        for _, key, read, default, factory in cls._fields:
            part = written.get(key)
            if part is not None:
                try:
                    read(part)
                except WrongError as wrong:
                    problems += wrong.at(key, part)
            elif factory is None and default is _UNSET:
                problems.append(Problem(MISSING, (key,), written))
        strange = (key for key in written if key not in cls._readers)
        problems += (Problem(UNKNOWN, (key,), written[key]) for key in strange)
        return WrongError("", within=tuple(problems))

    def judge(self) -> None:
        """What no single field shows, of a record within a record. Raises WrongError."""

    def contradictions(self) -> Iterator[Contradiction]:
        """What no single field shows. The key of each part is told."""
        return iter(())

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """What JSON Schema can say of several fields at once: the same as the readers."""
        return iter(())

    @classmethod
    def owners_of(cls, _field: str) -> str | None:
        """Which records have the field that this one has not, for a hint."""
        return None

    def __setattr__(self, name: str, _value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: cannot assign to {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({said})"


def reader(annotation: Any, marks: tuple[Any, ...] = ()) -> Reader:
    """How values of a type are read."""
    read = next((mark.read for mark in marks if isinstance(mark, Reads)), None)
    if read is None:
        read = _reader_of(annotation)
    if NOT_EMPTY in marks:
        read = _not_empty(read)
    for mark in marks:
        if isinstance(mark, Before):
            read = _after(mark.change, read)
    return read


def _reader_of(annotation: Any) -> Reader:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return reader(parts[0], parts[1:])
    if origin is Union or origin is UnionType:  # with None, which no field is ever given
        (inner,) = (part for part in parts if part is not type(None))
        return reader(inner)
    if origin is Literal:
        return _choice(parts)
    if origin is tuple:
        return _sequence(reader(parts[0]))
    if origin is dict:
        listed = get_args(parts[0]) if get_origin(parts[0]) is Literal else None
        return _mapping(listed, reader(parts[1]))
    if annotation is Any:
        return lambda written: written
    if issubclass(annotation, Shape):
        read: Reader = annotation.read
        return read
    if issubclass(annotation, Enum):
        return _choice(tuple(annotation))
    raise TypeError(f"no way to read {annotation}")


def _choice(values: tuple[Any, ...]) -> Reader:
    by_text = {str(value): value for value in values}
    choices = tuple(by_text)

    def read(written: Any) -> Any:
        if not isinstance(written, str) or written not in by_text:
            raise WrongError(NO_CHOICE, choices=choices)
        return by_text[written]

    return read


def _sequence(read_one: Reader) -> Reader:
    def read(written: Any) -> tuple[Any, ...]:
        if not isinstance(written, list):
            raise WrongError(NO_LIST)
        try:
            return tuple([read_one(part) for part in written])
        except WrongError:
            raise WrongError("", within=tuple(_wrong_parts(read_one, written))) from None

    return read


def _wrong_parts(read_one: Reader, written: list[Any]) -> Iterator[Problem]:
    for number, part in enumerate(written):
        try:
            read_one(part)
        except WrongError as wrong:
            yield from wrong.at(number, part)


def _mapping(listed: tuple[str, ...] | None, read_one: Reader) -> Reader:
    def read(written: Any) -> dict[str, Any]:
        if not isinstance(written, dict):
            raise WrongError(NO_MAPPING)
        values, problems = {}, []
        for key, part in written.items():
            if listed is not None and key not in listed:
                problems.append(Problem(UNKNOWN_KEY, (key,), key, choices=listed))
            try:
                values[key] = read_one(part)
            except WrongError as wrong:
                problems += wrong.at(key, part)
        _raise(problems)
        return values

    return read


def _not_empty(read_all: Reader) -> Reader:
    def read(written: Any) -> Any:
        values = read_all(written)
        if not values:
            raise WrongError(EMPTY_LIST)
        return values

    return read


def _after(change: Reader, read: Reader) -> Reader:
    return lambda written: read(change(written))
