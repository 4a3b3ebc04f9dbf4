"""Which pages nobody asked for are made in idle time, to find templates that fail."""

from itertools import chain, islice

from sitegen import urls
from sitegen.build import Checked, Site

MOST = 500
"""Pages that are swept after a change of content; in smaller sites that is all of them.

Words seldom make a template fail, and a large site takes seconds to sweep. After a change of
templates or settings every page is swept.
"""


def everything(site: Site) -> list[str]:
    """Every page, in order."""
    return list(site.pages)


def likeliest(site: Site, checked: Checked, changed: frozenset[str], turn: int) -> list[str]:
    """The pages of what stands in the `changed` files first, then some of the others.

    With each `turn`, a number that grows by one, it is the turn of others.
    """
    if len(site.pages) <= MOST:
        return everything(site)
    factsheet = checked.checked.factsheet
    near = chain(
        (urls.fact(name) for path in sorted(changed) for name in factsheet.files.get(path, ())),
        (urls.source(s.id) for s in factsheet.sources.values() if s.text in changed),
    )
    start = turn * MOST % len(site.pages)
    others = islice(chain(site.pages[start:], site.pages), MOST)
    return [path for path in dict.fromkeys((*near, *others)) if path in site.paths]
