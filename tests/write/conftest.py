import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.write import mounts, tracing


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder in memory where there is such a thing, for tests that publish hundreds of times."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    inside = shared if shared.is_dir() and os.access(shared, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="sitegen-", dir=inside))
    yield folder.resolve()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def traceable() -> None:
    """Skip where system calls can't be traced; a continuous integration that can't is broken."""
    require(tracing.unavailable())


@pytest.fixture(scope="session")
def breakable(traceable: None) -> None:
    """Skip where system calls can't be made to fail."""
    require(tracing.cannot_fail_calls())


@pytest.fixture(scope="session")
def mountable() -> None:
    """Skip where nothing can be mounted; the same faults are injected by other tests."""
    missing = mounts.unavailable()
    if missing is not None:
        pytest.skip(missing)


def require(missing: str | None) -> None:
    """Skip a test for a reason, or fail it where nothing may be skipped."""
    if missing is None:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)
