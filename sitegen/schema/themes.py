"""The shape of a theme's own file: what it extends, and which settings it understands."""

from collections.abc import Iterator
from typing import Literal

from sitegen.schema.scalars import Identifier, Text
from sitegen.schema.shapes import Contradiction, Shape, field


class ThemeSettingRecord(Shape):
    """A setting of a theme."""

    kind: Literal["colour", "length", "fonts", "choice", "flag", "text", "picture"] = field(
        description="What its values are."
    )
    description: Text = field(description="What it changes, in a sentence.")
    default: Text | None = field(
        None, description="Its value where theme_settings does not give one."
    )
    choices: tuple[Identifier, ...] = field((), description="The values of a choice.")
    property: Identifier | None = field(
        None, description="The custom property of the style sheets that it sets, without its --."
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """A choice has choices, and nothing else has any."""
        if self.kind == "choice" and not self.choices:
            yield Contradiction((), "missing-field", "a choice needs “choices”")
        if self.kind != "choice" and self.choices:
            message = f"only a choice has “choices”; this is of the kind “{self.kind}”"
            yield Contradiction(("choices",), "unknown-field", message)
        if self.kind in {"flag", "text", "picture"} and self.property is not None:
            message = f"a custom property cannot hold a {self.kind}"
            yield Contradiction(("property",), "unknown-field", message)


class ThemeFile(Shape):
    """What a theme says of itself, in its theme.yaml."""

    title: Text | None = field(None, description="The theme's name, for people.")
    description: Text | None = field(None, description="What it looks like, and whom it is for.")
    extends: Identifier | None = field(
        None, description="The theme that it lies over; default unless given."
    )
    settings: dict[str, ThemeSettingRecord] = field(
        default_factory=dict, description="The settings that it understands, by name."
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """What is wrong with a setting as a whole."""
        for name, setting in self.settings.items():
            for found in setting.contradictions():
                yield found._replace(path=("settings", name, *found.path))
