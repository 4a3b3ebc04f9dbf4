"""Paths of a site, and the manifest that names them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.write import MANIFEST, manifest, paths, publish
from tests.write.trees import files

BAD = {
    "/index.html": "absolute",
    "../index.html": "leaves the folder",
    "facts/../../x": "leaves the folder",
    "facts/./x": "an idle part",
    "facts//x": "an empty part",
    "facts/": "an empty part",
    "": "nothing",
    ".": "the folder itself",
    "facts\\x.html": "a separator on Windows",
    "a\nb": "would break the lines of a listing",
    "a\x00b": "no system has such a name",
    "a\ud800b": "no UTF-8 for it",
    MANIFEST: "ours",
    MANIFEST.upper(): "ours where case is ignored",
    f"{paths.STAGING}/x": "ours",
}

GOOD = [
    "index.html",
    "a/b/c.html",
    "..a",
    "a..",
    "...",
    ".nojekyll",
    "assets/é.png",
    f"x/{MANIFEST}",
]


@pytest.mark.parametrize("path", BAD, ids=BAD.values())
def test_a_path_that_no_site_may_have(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path for a site"):
        publish(tmp_path / "site", files({"index.html": "x", path: "x"}))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", BAD, ids=BAD.values())
def test_a_manifest_with_such_a_path_is_none_of_ours(path: str) -> None:
    raw = json.dumps({"version": 1, "files": {path: "0"}}).encode()
    assert manifest.parse(raw).problem == "was not written by sitegen"


def test_other_paths_are_fine() -> None:
    paths.check(GOOD)
    assert manifest.parse(manifest.encode(dict.fromkeys(GOOD, "0"))).files.keys() == set(GOOD)


@pytest.mark.parametrize(
    "pair",
    [
        ("Facts.html", "facts.html"),
        ("A/x.html", "a/y.html"),
        ("é.html", "e\u0301.html"),
        ("É.html", "e\u0301.html"),
        ("straße.html", "STRASSE.html"),
    ],
)
def test_two_names_of_one_file_where_case_is_ignored(pair: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="the same file"):
        paths.check(pair)


@pytest.mark.parametrize("pair", [("a", "a/b"), ("a/b/c", "a/b"), ("A", "a/b")])
def test_a_file_and_a_folder_of_one_name(pair: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"both a file and a folder|the same file"):
        paths.check(pair)


@pytest.mark.parametrize(
    ("removed", "new", "first"),
    [
        (["a.html"], ["b.html"], []),
        (["a/x"], ["a/y"], []),
        (["a"], ["a/b"], ["a"]),  # a folder is wanted where the file is
        (["a/b", "a/c", "ab"], ["a"], ["a/b", "a/c"]),  # a file is wanted where the folder is
        (["A.html"], ["a.html"], ["A.html"]),  # deleted last, it would take the new one with it
        (["Facts/x", "Facts/y"], ["facts/x"], ["Facts/x", "Facts/y"]),
    ],
)
def test_what_must_go_before_the_new_is_written(
    removed: list[str], new: list[str], first: list[str]
) -> None:
    assert paths.in_the_way(removed, new) == first


@pytest.mark.parametrize("name", ["site", "site/", "./site", "x/../site", "x/./../site/"])
def test_one_folder_has_one_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path)
    assert paths.canonical(Path(name)) == tmp_path.resolve() / "site"


@given(st.dictionaries(st.text(min_size=1), st.text(alphabet="0123456789abcdef")))
def test_a_manifest_comes_back_and_its_order_does_not_matter(digests: dict[str, str]) -> None:
    named = {path: digest for path, digest in digests.items() if not paths.unsafe([path])}
    raw = manifest.encode(named)
    assert manifest.parse(raw) == manifest.Manifest(raw, named)
    assert manifest.encode(dict(reversed(named.items()))) == raw


@given(st.binary(max_size=200))
def test_any_other_bytes_are_a_problem_and_no_crash(raw: bytes) -> None:
    assert manifest.parse(raw).problem is not None
