"""What the preview knows after its newest run: frozen, replaced as a whole."""

from sitegen.build import Checked, Site
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass
from sitegen.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class State:
    """What is served and told.

    - `build`: another word for each state of which a reader could see a difference, unlike that of
      any other run of the server
    - `site`: the last good one; None where there has been none yet
    - `diagnostics`: all that the newest run found, in order, warnings too
    - `broken`: the newest run forbids publishing, so `site` is older than the files
    - `checked`: what the newest run read; None before the first, and where it could not end
    - `snapshot`: the files that it read, for the lines that diagnostics show
    - `failure`: why the newest run could not end, as one line: the disk, or a bug
    """

    build: str
    site: Site | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    broken: bool = False
    checked: Checked | None = None
    snapshot: Snapshot | None = None
    failure: str | None = None
