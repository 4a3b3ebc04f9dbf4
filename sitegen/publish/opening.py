"""From a target of site.yaml to one that is open for a publication."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sitegen.config import CACHE_FOLDER
from sitegen.model import FolderTarget, RsyncTarget, Target
from sitegen.publish.failure import TargetError
from sitegen.publish.folder import open_folder
from sitegen.publish.repository import open_branch
from sitegen.publish.rsync import open_rsync
from sitegen.publish.target import Publication
from sitegen.write.paths import shown
from sitegen.write.refuse import forbidden

_REPOSITORY = "publish.git"
# git gives up on a web server that has sent next to nothing for a minute.
_PATIENCE = {"GIT_HTTP_LOW_SPEED_LIMIT": "1", "GIT_HTTP_LOW_SPEED_TIME": "60"}


@contextmanager
def open_target(
    target: Target,
    project: Path,
    inputs: Sequence[Path],
    environment: Mapping[str, str],
    *,
    interactive: bool,
) -> Iterator[Publication]:
    """A target, ready to be surveyed. `inputs`: folders that a site may not be published into.

    `environment` has the secrets that the target names; `interactive`: somebody is there who could
    be asked for a password. Raises TargetError where it cannot be.
    """
    if isinstance(target, FolderTarget):
        with open_folder(_folder(target, project, inputs)) as publication:
            yield publication
    elif isinstance(target, RsyncTarget):
        with open_rsync(target, project, environment, interactive=interactive) as publication:
            yield publication
    else:
        prompts = {} if interactive else {"GIT_TERMINAL_PROMPT": "0"}
        kept = project / CACHE_FOLDER / _REPOSITORY
        variables = {**_PATIENCE, **environment, **prompts}
        with open_branch(target, project, variables, kept, interactive=interactive) as publication:
            yield publication


def _folder(target: FolderTarget, project: Path, inputs: Sequence[Path]) -> Path:
    """Where a target really lies: a link may lead to where no site may be published."""
    place = Path(os.path.realpath(project / target.folder))
    reason = forbidden(place, project, inputs)
    if reason is not None:
        raise TargetError(f"{shown(place)} cannot be published to: {reason}")
    return place
