"""What a theme says of itself in its `theme.yaml`, and the chain of themes that it lies over."""

from collections.abc import Mapping

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.frozen import NamedTuple
from sitegen.schema import Record, validate
from sitegen.schema.themes import ThemeFile
from sitegen.theme import packaged
from sitegen.theme.layers import DESCRIPTION, Layer

_DEEPEST = 8  # themes over themes; nobody finds a rule again that lies below so many


class Theme(NamedTuple):
    """One theme of a chain: its layers, lowest first, and its descriptions in the same order."""

    name: str
    layers: tuple[Layer, ...]
    descriptions: tuple[Record[ThemeFile], ...]


def chain(
    name: str, themes: Mapping[str, tuple[Layer, ...]]
) -> tuple[tuple[Theme, ...], tuple[Diagnostic, ...]]:
    """The theme called `name` and all that it lies over, the lowest first: that is the default.

    `themes` are the layers of every theme that there is. A parent that is not there, or that lies
    over its own child, is left out beside the diagnostic.
    """
    found: list[Theme] = []
    diagnostics: list[Diagnostic] = []
    current = name
    while True:
        descriptions, problems = _descriptions(themes[current])
        diagnostics.extend(problems)
        found.insert(0, Theme(current, themes[current], descriptions))
        if current == packaged.NAME:
            diagnostics.extend(_extended_from_below(descriptions))
            return tuple(found), tuple(diagnostics)
        parent, refusal = _parent(descriptions, themes, [theme.name for theme in found])
        diagnostics.extend(refusal)
        current = parent


def _parent(
    descriptions: tuple[Record[ThemeFile], ...],
    themes: Mapping[str, tuple[Layer, ...]],
    above: list[str],
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The theme that the one described lies over, the default where nothing else can be."""
    saying = next((record for record in reversed(descriptions) if record.fields.extends), None)
    if saying is None:
        return packaged.NAME, ()
    parent, place = saying.fields.extends or packaged.NAME, saying.places("extends")
    if parent in above:
        message = f"“{parent}” lies over this theme, or is this theme: neither would ever end"
        hint = f"leave “extends” out, or name another: {_listed(set(themes) - set(above))}"
        return packaged.NAME, (error("wrong-type", message, place, hints=(hint,)),)
    if parent not in themes:
        message = f"there is no theme “{parent}” to extend"
        hints = nearest_name(parent, themes) or (f"there are {_listed(set(themes))}",)
        return packaged.NAME, (error("missing-file", message, place, hints=hints),)
    if len(above) >= _DEEPEST:
        message = f"more than {_DEEPEST} themes lie over each other"
        return packaged.NAME, (error("wrong-type", message, place),)
    return parent, ()


def _extended_from_below(descriptions: tuple[Record[ThemeFile], ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        error(
            "wrong-type",
            f"“{packaged.NAME}” lies below every other theme and extends none",
            record.places("extends"),
            hints=("leave “extends” out",),
        )
        for record in descriptions
        if record.fields.extends
    )


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))


def _descriptions(
    layers: tuple[Layer, ...],
) -> tuple[tuple[Record[ThemeFile], ...], tuple[Diagnostic, ...]]:
    found: list[Record[ThemeFile]] = []
    diagnostics: list[Diagnostic] = []
    for layer in layers:
        if (file := layer.get(DESCRIPTION)) is not None:
            record, problems = _read(file.origin, file.content)
            diagnostics.extend(problems)
            found.extend((record,) if record else ())
    return tuple(found), tuple(diagnostics)


def _read(path: str, content: bytes) -> tuple[Record[ThemeFile] | None, tuple[Diagnostic, ...]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as refusal:
        line = content.count(b"\n", 0, refusal.start) + 1
        span = Span(path, line, 1, line, 1)
        return None, (error("bad-encoding", f"not UTF-8 text: {refusal.reason}", span),)
    root, problems = yamltree.parse(text, path)
    if root is None:
        return None, problems  # an empty file says nothing
    record, refusals = validate(ThemeFile, root, path, what="theme.yaml")
    told = {problem.span for problem in problems}  # what YAML refused is not said twice
    return record, (*problems, *(refusal for refusal in refusals if refusal.span not in told))
