"""Style sheets that are joined: `styles/*.css` of every layer, in the order of their names.

What pages link is one file, `style.css`. A layer's `assets/style.css` stands for the whole look:
it replaces what the layers below would have joined.
"""

from collections.abc import Iterable

from sitegen.theme.assets import STYLE_SHEET, Asset
from sitegen.theme.layers import ASSETS, Layer, is_style


def joined(layers: Iterable[Layer]) -> tuple[Asset, ...]:
    """The sheets of a theme in the order in which they are joined, from its layers, lowest first.

    References within them are relative to `assets/`.
    """
    whole: Asset | None = None
    by_name: dict[str, Asset] = {}
    for layer in layers:
        if (own := layer.get(ASSETS + STYLE_SHEET)) is not None:
            whole, by_name = Asset(own.origin, own.content), {}
        by_name |= {
            path: Asset(file.origin, file.content) for path, file in layer.items() if is_style(path)
        }
    ordered = (by_name[path] for path in sorted(by_name))
    return (*((whole,) if whole else ()), *ordered)
