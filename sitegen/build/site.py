"""A whole build: a checked project becomes a site, or nothing changes."""

from sitegen.build.request import Built, Progress, Request, quietly
from sitegen.build.standing import engine, recall
from sitegen.snapshot import Snapshot


def build(snapshot: Snapshot, request: Request, progress: Progress = quietly) -> Built:
    """Check a project, and publish its site if nothing is wrong.

    Where that would change nothing, what the latest build found is told again.

    Raises OSError where the world fails: a full disk, a folder that may not be written.
    """
    progress("compare", 0, 0)
    program = engine()
    stands = None if request.clean else recall(snapshot, request, program)
    if stands is not None:
        return stands
    progress("start", 0, 0)
    # All that makes a site takes longer to import than it takes to see that nothing differs.
    from sitegen.build.anew import build_anew

    return build_anew(snapshot, request, program, progress)
