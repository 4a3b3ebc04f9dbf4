"""Where a project's site is published, read before anything is checked."""

from collections.abc import Mapping

from sitegen.frozen import NamedTuple
from sitegen.load.files import SITE, site_file
from sitegen.model import Target
from sitegen.resolve.registers import resolve_targets
from sitegen.snapshot import Snapshot


class Targets(NamedTuple):
    """The targets by name, and the site's address where a target has none of its own."""

    by_name: Mapping[str, Target]
    base_url: str | None


def targets(snapshot: Snapshot) -> Targets | None:
    """The targets of site.yaml; None where that cannot be read as it is, which a check tells."""
    record = site_file(snapshot.read(SITE)).held
    return None if record is None else Targets(resolve_targets(record), record.fields.base_url)
