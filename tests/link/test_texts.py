"""A place in a text is found again in the YAML that holds it."""

import pytest

from sitegen import yamltree
from sitegen.markdown import Role, parse
from sitegen.prose import in_value
from sitegen.yamltree import Mapping, Scalar


def place_of_role(yaml: str) -> tuple[int, int]:
    """Line and column that are given for the only role of the field `note`, two levels deep."""
    root, _ = yamltree.parse(yaml, "f.yaml")
    assert isinstance(root, Mapping)
    inner = root.entries["a"][1]
    assert isinstance(inner, Mapping)
    value = inner.entries["note"][1]
    assert isinstance(value, Scalar)
    (role,) = parse(value.text).references
    assert isinstance(role, Role)
    found = in_value(yamltree.span("f.yaml", value), "note", value.text, role.place)
    return found.line, found.column


@pytest.mark.parametrize(
    "yaml",
    [
        "a:\n  note: see {fact}`x` there\n  b: c\n",
        'a:\n  note: "see {fact}`x` there"\n  b: c\n',
        "a:\n  note: 'see {fact}`x` there'\n",
        "a:\n  note: |-\n    one\n    two {fact}`x`\n  b: c\n",
        "a:\n  note: |\n    one\n\n    two {fact}`x`\n  b: c\n",
        "a:\n  note: >-\n    one {fact}`x`\n  b: c\n",
    ],
)
def test_the_role_is_where_it_is_said_to_be(yaml: str) -> None:
    line, column = place_of_role(yaml)
    assert yaml.split("\n")[line - 1][column - 1 :].startswith("{fact}`x`")


@pytest.mark.parametrize(
    "yaml",
    [
        'a:\n  note: "\\u00e9 {fact}`x`"\n',
        "a:\n  note: one\n    {fact}`x`\n  b: c\n",
        "a:\n  note: >-\n    one\n    {fact}`x`\n  b: c\n",
        "a:\n  note: >-\n    one\n\n    {fact}`x`\n  b: c\n",
    ],
)
def test_where_lines_were_joined_the_whole_value_is_named(yaml: str) -> None:
    assert place_of_role(yaml) == (2, 9)
