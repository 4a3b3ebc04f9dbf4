"""What a target is: a place that says what stands there, and takes what is to stand there.

Two ways lead to one. A branch of git takes the whole publication at once, so that readers see the
old site or the new one. Folders, other machines, and object storage when it comes, take one file
after another: they are `Steps`, which `in_steps` leads in an order that readers can live with.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from sitegen.frozen import dataclass
from sitegen.publish.plan import Plan
from sitegen.publish.site import Site
from sitegen.publish.standing import Standing

Tell = Callable[[str], None]
"""Is told, in a line, what is done next."""


class Publication(Protocol):
    """A target that is open for one publication of a site. `open_target` opens and closes it."""

    at_once: ClassVar[bool]
    """Whether readers see the old site or the new one, and never both."""

    @property
    def place(self) -> str:
        """Where the site goes, for a line on the terminal."""

    def survey(self, site: Site) -> Standing:
        """What stands there, compared with the site. Changes nothing. Raises TargetError."""

    def carry_out(self, site: Site, plan: Plan, tell: Tell) -> None:
        """Make the target hold the site. Raises TargetError, and may be called again after it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How a target takes a site file by file. Each call may fail, and leaves whole files only.

    `put` gives files of the site their new content; `put_manifest` does so with the manifest,
    whose bytes it is given; `delete` removes files, of which some may be gone already.
    """

    put: Callable[[Site, Sequence[str]], None]
    put_manifest: Callable[[bytes], None]
    delete: Callable[[Sequence[str]], None]
