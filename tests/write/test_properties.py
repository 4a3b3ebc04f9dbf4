"""Whatever happened before, publishing a site leaves that site and nothing else."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.write import OutputFile, exchange, live_files, paths, publish, refusal
from tests.write.trees import Site, digests, files, published, tree

NAMES = ["index.html", "a", "a/b", "a/b/c", "a/d", "e/f.html", "e/g.html", "assets/x.css"]
TEXTS = ["", "one", "two", "three", "a longer text\n" * 300]


def _possible(site: Site) -> bool:
    try:
        paths.check(site.keys())
    except ValueError:
        return False
    return True


sites = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(TEXTS)).filter(_possible)
mishaps = st.sampled_from(
    [None, "edit", "lose", "truncate", "litter", "stamps", "older edited", "older gone"]
)


def _befall(output: Path, mishap: str | None, name: str) -> None:
    """What people and systems do to an output folder between two builds."""
    beside = output.with_name(".site.sitegen")
    target = (beside / "next" if mishap == "older edited" else output) / name
    match mishap:
        case "edit" | "older edited" if target.is_file():
            target.write_text("ONE")
        case "lose" if target.is_file():
            target.unlink()
        case "truncate" if target.is_file():
            target.write_bytes(b"")
        case "litter" if target.parent.is_dir():
            (target.parent / ".DS_Store").touch()
        case "stamps":
            for stamps in beside.glob("stamps-*"):
                stamps.unlink()
        case "older gone" if (beside / "next").exists():
            shutil.rmtree(beside / "next")
        case _:
            pass


def _as_a_build_would(output: Path, site: Site) -> dict[str, OutputFile]:
    """Only what the live site does not hold is rendered."""
    live = live_files(output)
    return {
        path: OutputFile(file.digest, None if live.get(path) == file.digest else file.content)
        for path, file in files(site).items()
    }


@pytest.mark.parametrize("possible", [True, False], ids=["exchange", "in place"])
@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.tuples(sites, mishaps, st.sampled_from(NAMES)), min_size=1, max_size=6))
def test_any_sequence_of_builds_equals_a_clean_one(
    possible: bool, steps: list[tuple[Site, str | None, str]]
) -> None:
    shared = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with (
        tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(exchange, "POSSIBLE", possible)
        output = Path(folder).resolve() / "site"
        before: dict[str, str] = {}
        for site, mishap, name in steps:
            wanted = digests(site)
            intact = dict(live_files(output))
            assert refusal(output, output.parent / "project", []) is None

            outcome = publish(output, _as_a_build_would(output, site))

            found = {p: raw for p, raw in tree(output).items() if not p.endswith(".DS_Store")}
            assert found == published(site)
            assert outcome.unchanged == len(wanted.items() & intact.items())
            assert outcome.written == len(wanted) - outcome.unchanged
            assert outcome.removed == len(before.keys() - wanted.keys())
            assert live_files(output) == wanted
            before = wanted
            _befall(output, mishap, name)
