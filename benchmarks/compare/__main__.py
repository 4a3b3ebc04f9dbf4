"""Build one project with every generator and tell in what the sites differ.

    python -m benchmarks.compare [--facts 400] [--peers hugo eleventy] [--modules NODE_MODULES] [-v]

Links, ids, titles and words of each page are compared, however they are marked up and in whatever
order. Prints the accepted differences of `accepted.yaml` with their reasons, then every other one;
exits 1 if there is any of these.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.compare.differences import Difference, differences, read_accepted, summary
from benchmarks.peers import tools
from benchmarks.peers.eleventy import INSTALLED
from benchmarks.scale.generate import BASE_URL, write_project

PEERS = ("hugo", "eleventy")
ACCEPTED = Path(__file__).with_name("accepted.yaml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.compare")
    parser.add_argument("--facts", type=int, default=400, help="how many the project has")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=PEERS)
    parser.add_argument("--modules", type=Path, default=INSTALLED, help="Eleventy's node_modules")
    parser.add_argument("-v", "--verbose", action="store_true", help="print accepted ones as well")
    asked = parser.parse_args(arguments)
    peers = [
        tools.hugo() if name == "hugo" else tools.eleventy(asked.modules) for name in asked.peers
    ]
    with tempfile.TemporaryDirectory() as folder:
        found = compare(asked.facts, peers, Path(folder))
    accepted = read_accepted(ACCEPTED)
    unknown = [one for one in found if not any(entry.covers(one) for entry in accepted)]
    lines = [*summary(found, accepted), *map(str, found if asked.verbose else unknown)]
    count = f"{len(found)} differences, {len(unknown)} of them not accepted"
    sys.stdout.write("".join(f"{line}\n" for line in (*lines, count)))
    return 1 if unknown else 0


def compare(facts: int, peers: Sequence[tools.Tool], folder: Path) -> list[Difference]:
    """What differs between our plain site and each peer's, of a project with so many facts."""
    write_project(facts, folder / "project")
    ours = build(tools.sitegen_plain(), folder)
    return [
        one for peer in peers for one in differences(peer.name, ours, build(peer, folder), BASE_URL)
    ]


def build(tool: tools.Tool, folder: Path) -> Path:
    """A tool's site of the project in a folder."""
    place, out = folder / tool.name, folder / f"{tool.name}, site"
    tool.write(folder / "project", place)
    command = tool.command(place, out)
    subprocess.run(command, cwd=place, env=tool.environ(), check=True, capture_output=True)  # noqa: S603 - the tools that are compared
    return out


if __name__ == "__main__":
    sys.exit(main())
