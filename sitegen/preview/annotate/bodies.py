"""What a browser may ask of the annotator; anything else is refused in one line."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from sitegen.preview.annotate.problems import Json, ProblemError

_LONGEST = 20_000  # characters of one text
_MOST = 50  # entries of one list

Name = Annotated[str, StringConstraints(max_length=200)]
Text = Annotated[str, StringConstraints(max_length=_LONGEST)]
Names = Annotated[list[Name], Field(max_length=_MOST)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Point(_Body):
    """A place in a line as its page shows it: the line from 1, code points from 0."""

    line: Number
    column: Number


class SelectionBody(_Body):
    """Words that somebody has selected; the end exclusive."""

    source: Name
    start: Point
    end: Point


class CitationBody(_Body):
    """A citation as `selection` gives it, or as an editor has changed it."""

    source: Name
    lines: Name | int
    exact: Text | Annotated[list[Text], Field(max_length=_MOST)]
    prefix: Text | None = None
    suffix: Text | None = None
    occurrence: int | None = None
    relation: Name | None = None


class Unnamed(_Body):
    """Somebody whom the source does not name."""

    unnamed: Text


class BasisBody(_Body):
    """Why a field holds although the words do not state it."""

    inferred: Text | None = None
    derived: Text | None = None
    from_: Names | None = Field(None, alias="from")


class FieldsBody(_Body):
    """The fields of a fact, in the order in which they are written. What is empty is left out."""

    id: Name | None = None
    kind: Name | None = None
    status: Name | None = None
    speaker: Name | Unnamed | None = None
    addressee: Name | Unnamed | None = None
    medium: Name | None = None
    according_to: Name | Unnamed | None = None
    value: Name | int | float | None = None
    unit: Text | None = None
    of: Text | None = None
    measure: Name | None = None
    modifier: Name | None = None
    as_of: Name | None = None
    date: Name | None = None
    via: Text | None = None
    said: Name | None = None
    quote: Text | None = None
    claim: Text | None = None
    people: Names | None = None
    topics: Names | None = None
    note: Text | None = None
    response: Text | None = None
    basis: Annotated[dict[Name, BasisBody], Field(max_length=_MOST)] | None = None
    accept: Annotated[dict[Name, Text], Field(max_length=_MOST)] | None = None
    added: Name | None = None


class FactBody(_Body):
    """A fact to be written. Without a file: where the source's other facts are."""

    citation: CitationBody
    fields: FieldsBody
    file: Name | None = None


class SkipBody(_Body):
    """A passage to be left out."""

    citation: CitationBody
    because: Text
    file: Name | None = None


class UndoBody(_Body):
    """What was written, to be taken back."""

    undo: Name


Shape = TypeVar("Shape", bound=_Body)


def read(shape: type[Shape], body: Mapping[str, Any]) -> Shape:
    """A request of this shape. Raises ProblemError where it is none."""
    try:
        return shape.model_validate(dict(body))
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False, include_context=False)[0]
        steps = [str(step) for step in first["loc"] if isinstance(step, int) or step[:1].islower()]
        where = ".".join(step for step in steps if "[" not in step)[:200]
        message = first["msg"][:1].lower() + first["msg"][1:]
        raise ProblemError(f"{where}: {message}" if where else message) from None


def written(body: _Body) -> Json:
    """What is said in a body, without what is empty."""
    said = body.model_dump(by_alias=True, exclude_none=True)
    return {
        name: value for name, part in said.items() if (value := _kept(part)) not in ("", [], {})
    }


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split()) if "\n" not in value.strip() else value.strip()
    if isinstance(value, list):
        return [kept for part in value if (kept := _kept(part)) not in ("", [], {})]
    if isinstance(value, dict):
        return {
            name: kept for name, part in value.items() if (kept := _kept(part)) not in ("", [], {})
        }
    return value
