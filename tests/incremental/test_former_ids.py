"""A former id that comes or goes: what is written and deleted is what it brings, and no more."""

from pathlib import Path

from sitegen.build import Built, Request, build
from sitegen.snapshot import Snapshot
from sitegen.write.paths import MANIFEST
from tests.incremental.lived import lay_out
from tests.incremental.mishaps import Bytes
from tests.incremental.project import PROJECT, SITE, TOLLS, Edit, appended, replaced, with_digests
from tests.site.reading import tree

FORMER = "facts/toll-two.html"
AT_AN_ADDRESS = appended(SITE, "base_url: https://example.org/b\n")(PROJECT)
FORGOTTEN: Edit = replaced(TOLLS, "    formerly: [toll-two]\n", "")
SECOND: Edit = replaced(TOLLS, "[toll-two]", "[toll-two, toll-b]")


class Desk:
    """A project that is built again after each edit; what differs in its site each time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: Bytes = {}
        self.site: dict[str, bytes] = {}

    def build(self, files: dict[str, str]) -> tuple[set[str], set[str], Built]:
        """What was written and what was deleted, with what became of the build."""
        made = {path: with_digests(text).encode() for path, text in files.items()}
        lay_out(self.files, made, self.root / "project")
        self.files = made
        request = Request(self.root / "site", search=False)
        built = build(Snapshot(self.root / "project"), request)
        assert built.outcome is not None, built.diagnostics
        before, self.site = self.site, tree(self.root / "site")
        self.site.pop(MANIFEST)
        written = {path for path, content in self.site.items() if before.get(path) != content}
        return written, before.keys() - self.site.keys(), built


def test_a_former_id_brings_its_page_and_its_redirect(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    without = dict(FORGOTTEN(AT_AN_ADDRESS))
    desk.build(without)
    assert FORMER not in desk.site
    assert "_redirects" not in desk.site
    written, deleted, built = desk.build(dict(AT_AN_ADDRESS))
    # Its own page and the data tell the former id too.
    told = {"facts/later-toll.html", "data/facts.json"}
    assert (written, deleted) == ({FORMER, "_redirects", *told}, set())
    assert set(built.rendered) == {FORMER, "facts/later-toll.html"}
    written, deleted, _ = desk.build(dict(SECOND(AT_AN_ADDRESS)))
    assert (written, deleted) == ({"facts/toll-b.html", "_redirects", *told}, set())
    written, deleted, _ = desk.build(without)
    assert (written, deleted) == (told, {FORMER, "facts/toll-b.html", "_redirects"})


def test_an_address_changes_what_hosts_read(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.build(dict(PROJECT))
    assert "CNAME" not in desk.site
    written, deleted, _ = desk.build(
        {**PROJECT, SITE: f"{PROJECT[SITE]}base_url: https://facts.example.org\n"}
    )
    assert deleted == set()
    assert {"CNAME", "_headers"} <= written
    assert not {".nojekyll", "_redirects"} & written  # whose paths begin at the same root
    written, deleted, _ = desk.build(dict(AT_AN_ADDRESS))
    assert deleted == {"CNAME"}
    assert {"_headers", "_redirects"} <= written
