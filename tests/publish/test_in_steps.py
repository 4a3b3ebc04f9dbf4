"""A place that takes one file after another, cut off at every one of its uploads and deletions."""

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.digest import fingerprint
from sitegen.publish import Site, TargetError, make_plan
from sitegen.publish.standing import Standing
from sitegen.publish.steps import in_steps
from sitegen.publish.target import Steps
from sitegen.write import manifest
from tests.publish.making import NEW, OLD, Texts, broken, page
from tests.write.trees import digests


class Held(Site):
    """A site that lies nowhere."""

    __slots__ = ("texts",)
    texts: Texts

    def read(self, path: str) -> bytes:
        return self.texts[path].encode()

    def size(self, path: str) -> int:
        return len(self.texts[path].encode())


def site_of(texts: Texts) -> Site:
    site = Held(Path("nowhere"), digests(texts), manifest.encode(digests(texts)))
    object.__setattr__(site, "texts", texts)  # beside the fields of a frozen value
    return site


class Store:
    """Files by name, as object storage keeps them. It breaks down after so many changes."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.manifest: bytes | None = None
        self.left: float = float("inf")

    def survey(self, site: Site) -> Standing:
        there = {path: fingerprint(text.encode()) for path, text in self.files.items()}
        ours = there.keys() & site.digests.keys()
        same = frozenset(path for path in ours if there[path] == site.digests[path])
        beside = frozenset(there.keys() - ours)
        return Standing(same, frozenset(ours - same), beside, self.manifest)

    def publish(self, site: Site, most: float = float("inf")) -> bool:
        """Whether a publication came to its end."""
        self.left = most
        plan = make_plan(site, self.survey(site))
        try:
            in_steps(Steps(self.put, self.put_manifest, self.delete), site, plan, lambda _: None)
        except TargetError:
            return False
        return True

    def put(self, site: Site, paths: Sequence[str]) -> None:
        for path in paths:
            self._change()
            self.files[path] = site.read(path).decode()

    def put_manifest(self, content: bytes) -> None:
        self._change()
        self.manifest = content

    def delete(self, paths: Sequence[str]) -> None:
        for path in paths:
            self._change()
            self.files.pop(path, None)

    def _change(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise TargetError("the connection broke")


def assert_consistent_at_every_cut(sites: Sequence[Texts]) -> int:
    """Publish all of them, the last cut off at each of its changes; how many cuts there were."""
    *before, last = map(site_of, sites)
    for cut in itertools.count():
        store = Store()
        for site in before:
            assert store.publish(site)
        done = store.publish(site_of(sites[-1]), most=cut)
        assert broken(store.files) == set(), (cut, sites)
        assert store.publish(last)
        assert store.files == dict(sites[-1])
        assert store.manifest == last.manifest
        if done:
            return cut
    raise AssertionError("it never ends")


@pytest.mark.parametrize(
    ("sites", "changes"),
    [
        ([NEW], 1 + len(NEW)),  # the manifest, and each file
        ([OLD, NEW], 1 + 8 + 2 + 1),  # both manifests, what differs, what goes, the last manifest
        ([OLD, OLD], 0),
        ([OLD, {"index.html": page()}], 1 + 8 + 1),
    ],
)
def test_every_cut_leaves_a_consistent_site_and_the_next_run_completes_it(
    sites: Sequence[Texts], changes: int
) -> None:
    assert assert_consistent_at_every_cut(sites) == changes


def test_cut_off_twice_and_then_given_another_site_nothing_of_ours_is_left() -> None:
    third: Texts = {"index.html": page("assets/style.cccc.css"), "assets/style.cccc.css": "third"}
    for first, second in itertools.product(range(12), repeat=2):
        store = Store()
        store.publish(site_of(OLD))
        store.publish(site_of(NEW), most=first)
        store.publish(site_of(third), most=second)
        assert broken(store.files) == set()
        store.publish(site_of(third))
        assert store.files == dict(third), (first, second)


NAMES = ["index.html", "facts.html", "facts/a.html", "facts/b.html", "people/c.html", "z.html"]


@st.composite
def sites(draw: st.DrawFn) -> Texts:
    """A consistent site: each page has its style sheet, and leads to pages that are there."""
    names = ["index.html", *draw(st.sets(st.sampled_from(NAMES[1:])))]
    found: dict[str, str] = {"data/facts.json": draw(st.sampled_from("12"))}
    for name in names:
        style = f"assets/style.{draw(st.sampled_from('ab'))}.css"
        found[style] = style
        up = "../" * name.count("/")
        leads = draw(st.sets(st.sampled_from(names)))
        text = draw(st.sampled_from(["", "text"]))
        found[name] = page(*sorted(f"{up}{path}" for path in {style, *leads}), text=text)
    return found


@given(sites(), sites())
def test_of_any_two_sites_no_cut_shows_a_broken_one(first: Texts, second: Texts) -> None:
    assert_consistent_at_every_cut([first, second])
