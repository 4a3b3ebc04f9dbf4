"""What JSON Schema can say of the content's values, for editors: beside each type, its form.

A form speaks of a value as YAML 1.2 gives it to a JSON Schema: `13` is an integer, `13-15` a
string. What only the program can judge (the end of a range, a leap day) a form lets pass.
"""

from collections.abc import Mapping
from typing import Any

from sitegen.frozen import dataclass

Keywords = Mapping[str, Any]

LARGEST = 999_999_999  # of whole numbers, which have nine digits at most


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """The keywords of JSON Schema for the values of one type. Stands in its `Annotated`."""

    keywords: Keywords

    def narrowed(self, **keywords: Any) -> "Form":
        """The form with further keywords."""
        return Form({**self.keywords, **keywords})


@dataclass(frozen=True, slots=True, eq=False)
class Each:
    """What the records of a file are, which are read one by one. Stands in an `Annotated`.

    `shapes`: the shape, or where there are several, each by the `kind` that a record names.
    `ids`: what the keys above the records are ids of; None where they are a list.
    """

    shapes: type[Any] | Mapping[str, type[Any]]
    ids: str | None = None


def whole(pattern: str) -> str:
    """A pattern that must fit the whole of a text, not a part of it."""
    return f"^(?:{pattern})$"


def spelt(pattern: str, *examples: str, wanted: str) -> Form:
    """The form of a text with a spelling of its own."""
    return Form(
        {
            "type": "string",
            "pattern": whole(pattern),
            "patternErrorMessage": f"Expected {wanted}.",  # editors show it; others pass it over
            "examples": list(examples),
        }
    )


def given(*names: str) -> Keywords:
    """That these fields are there; a null field is as if it were left out."""
    return {"required": list(names), "properties": {n: {"not": {"type": "null"}} for n in names}}


def whenever(condition: Keywords, consequence: Keywords) -> Keywords:
    """That one thing asks for another."""
    return {"if": condition, "then": consequence}


_NUMBER = "0*[1-9][0-9]*"
LINES = Form(
    {
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": LARGEST,
        "pattern": (f"^(?=[0-9]{{1,9}}(?:-|$)){_NUMBER}(?:-(?=[0-9]{{1,9}}$){_NUMBER})?$"),
        "patternErrorMessage": "Expected a line, such as 13, or a range, such as 13-15.",
        "examples": [13, "13-15"],
    }
)

_DAY = "0[1-9]|[12][0-9]"
_MONTH_AND_DAY = (
    f"(?:(?:0[13578]|1[02])(?:-(?:{_DAY}|3[01]|XX))?"
    f"|(?:0[469]|11)(?:-(?:{_DAY}|30|XX))?"
    f"|02(?:-(?:{_DAY}|XX))?)"
)
_YEAR = "(?!0000)[0-9]{4}"
_MOMENT = (
    f"(?:[0-9]{{3}}X|[0-9]{{2}}XX|{_YEAR}(?:-(?:2[1-4]|XX(?:-XX)?))?"
    f"|(?:XXXX|{_YEAR})-{_MONTH_AND_DAY})[?~%]?"
)
_NO_END = r"\.\."
DATE = Form(
    {
        "type": ["string", "integer"],
        "minimum": 1,  # 0900, which YAML reads as 900
        "maximum": 9999,
        "pattern": f"^(?!{_NO_END}(?:/{_NO_END})?$)(?:(?:{_NO_END}|{_MOMENT})(?:/(?!$)|$)){{1,2}}$",
        "patternErrorMessage": "Expected a date, such as 2018, 2018-04 or 2018-04-25.",
        "examples": ["2018-04-25", "2018-04", 2018, "XXXX-01-20", "2018-04/.."],
    }
)
