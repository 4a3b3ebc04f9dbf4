"""What `coverage`, `build` and `explain` do, and how much they say."""

import json
import re
from pathlib import Path

import pytest

from sitegen import cache
from tests.cli.conftest import FACTS, PROJECT, Sitegen, write_project
from tests.site.reading import tree

EVIL = "\x1b]0;owned\x07"


# coverage


def tokens(covered: int, of: int) -> dict[str, str]:
    """The changes that make a project of so many numbers, the first of which are cited."""
    article = "".join(f"There were {1000 + number} stones.\n" for number in range(of))
    cited = "".join(
        f"  fact-{number}:\n    kind: claim\n    claim: Stones were there.\n"
        f"    cite: {{lines: {number + 1}, exact: {1000 + number} stones}}\n"
        for number in range(covered)
    )
    facts = f"source: letter\nfacts:\n{cited}" if cited else "source: letter\nfacts: {}\n"
    return {"seeds/letter.txt": article, FACTS: facts, "content/pages/crossing.md": PAGE}


PAGE = "---\ntitle: The crossing\n---\n\nStones.\n"


def test_coverage_prints_what_is_open(sitegen: Sitegen, project: Path) -> None:
    line = "seeds/letter.txt:3:40: open number 60,000\n"
    figures = "2 tokens: 1 covered, 0 skipped, 1 open (50.0%).\n"
    every = line + "seeds/letter.txt:4:1: covered quotation “It’s a good day,”\n"
    assert sitegen("-C", project, "coverage") == (0, line + figures, "")
    assert sitegen("-C", project, "coverage", "-q") == (0, line, "")
    assert sitegen("-C", project, "coverage", "-v") == (0, every + figures, "")


BOUNDARIES = [
    # covered, of how many, fail under, the exit code
    (0, 0, "100", 0),  # nothing to annotate
    (0, 3, "0", 0),
    (0, 3, "0.1", 1),
    (1, 3, "33.3", 0),
    (1, 3, "33.4", 1),
    (9, 10, "90", 0),
    (9, 10, "90.01", 1),
    (3, 3, "100", 0),
    (2, 3, "100", 1),
]


@pytest.mark.parametrize(("covered", "of", "limit", "code"), BOUNDARIES)
def test_coverage_fails_below_its_limit_and_not_at_it(
    sitegen: Sitegen, tmp_path: Path, covered: int, of: int, limit: str, code: int
) -> None:
    project = write_project(tmp_path, **tokens(covered, of))
    assert sitegen("-C", project, "coverage", "--fail-under", limit, "-q").code == code


def test_coverage_never_says_that_a_limit_is_reached_which_is_not(
    sitegen: Sitegen, tmp_path: Path
) -> None:
    project = write_project(tmp_path, **tokens(covered=2, of=3))
    ran = sitegen("-C", project, "coverage", "--fail-under", "66.67")
    assert ran.code == 1
    assert "(66.6%)" in ran.out
    shown = sitegen("-C", project, "coverage", "--format", "json").json["summary"]["percent"]
    assert shown == 66.66


def test_coverage_of_what_cannot_be_read_is_not_passed_off_as_whole(
    sitegen: Sitegen, tmp_path: Path
) -> None:
    project = write_project(tmp_path, **{"content/sources.yaml": "sources: [\n"})
    ran = sitegen("-C", project, "coverage", "--fail-under", "50")
    assert ran.code == 1
    assert re.fullmatch(r"sitegen: .*`sitegen check`.*\n", ran.err)


# build


def test_a_build_ends_with_the_page_to_open(
    sitegen: Sitegen, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "content")
    ran = sitegen("build")
    figures, page = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    pattern = r"2 facts, 2 citations \(2 found\), .*; \d+ pages written, 0 reused, \d+\.\d\d s\."
    assert re.fullmatch(pattern, figures)
    assert page == str(project / "site" / "index.html")
    monkeypatch.chdir(project)
    assert sitegen("build", "-q") == (0, f"{Path('site', 'index.html')}\n", "")


def test_a_talkative_build_names_each_page_that_it_rendered(
    sitegen: Sitegen, project: Path
) -> None:
    pages = sorted(path for path in tree_of(sitegen, project) if path.endswith(".html"))
    said = sitegen("-C", project, "build", "--clean", "-v").out.splitlines()
    assert sorted(said[:-2]) == [f"rendered {path}" for path in pages]
    assert "rendered" not in sitegen("-C", project, "build", "-v").out


def tree_of(sitegen: Sitegen, project: Path, *words: str) -> dict[str, bytes]:
    assert sitegen("-C", project, "build", *words).code == 0
    return tree(project / "site")


def test_clean_renders_all_again_and_the_site_is_the_same(sitegen: Sitegen, project: Path) -> None:
    first = tree_of(sitegen, project)
    again = sitegen("-C", project, "build", "--clean", "--format", "json").json["build"]
    assert again["pages_reused"] == 0
    assert tree(project / "site") == first


@pytest.mark.parametrize("name", ["with spaces/schön/日本", "../beside"])
def test_the_output_lies_relative_to_the_project(
    sitegen: Sitegen, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sitegen("-C", "project", "build", "-o", name).code == 0
    assert (project / name / "index.html").is_file()
    assert not (project / "site").exists()


def test_an_output_may_be_absolute(sitegen: Sitegen, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    assert sitegen("-C", project, "build", "--output", target).out.endswith(
        f"{target}/index.html\n"
    )
    assert (target / "index.html").is_file()


@pytest.mark.parametrize("name", [".", "", "content", "content/site", "seeds", "..", "/"])
def test_an_output_that_is_not_for_sites_is_refused(
    sitegen: Sitegen, project: Path, name: str
) -> None:
    before = tree(project)
    ran = sitegen("-C", project, "build", "-o", name)
    assert ran.code == 3
    assert ran.out.startswith("error[unsafe-output]: ")
    assert tree(project) == before


def test_the_base_url_stands_in_for_the_one_of_the_site(sitegen: Sitegen, project: Path) -> None:
    (project / "content" / "site.yaml").write_text("title: A\nbase_url: https://old.example/\n")
    built = b"".join(tree_of(sitegen, project, "--base-url", "https://new.example/x/").values())
    assert b"https://new.example/x/" in built
    assert b"old.example" not in built


def test_a_theme_that_is_not_there(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "build", "--theme", "defualt")
    assert ran.code == 1
    assert "error[missing-file]: there is no theme “defualt”" in ran.out
    assert "hint: did you mean “default”?" in ran.out
    assert not (project / "site").exists()


def test_a_theme_of_the_project(sitegen: Sitegen, project: Path) -> None:
    style = project / "themes" / "plain" / "assets" / "extra.css"
    style.parent.mkdir(parents=True)
    style.write_text(".plain { color: red }\n")
    built = tree_of(sitegen, project, "--theme", "plain")
    assert any(b".plain" in content for content in built.values())


@pytest.mark.parametrize("kind", ["built", "pages", "verdicts", "texts"])
@pytest.mark.parametrize("content", [None, b"", b"[" * 200_000], ids=["lost", "empty", "rubbish"])
def test_a_damaged_cache_costs_time_and_nothing_else(
    sitegen: Sitegen, project: Path, kind: str, content: bytes | None
) -> None:
    first = tree_of(sitegen, project)
    [kept] = (project / ".sitegen").glob(f"{kind}*.*")
    if content is None:
        kept.unlink()
    else:
        kept.write_bytes(content)
    assert tree_of(sitegen, project) == first
    if kind == "built":  # where that is whole, nobody looks at the others
        assert cache.load(kept.parent, kept.stem)["pages"]


LIES = {
    "a page that is not of the site": ("pages", {"../../outside.html": ["", ""]}),
    "a page without a digest": ("pages", {"index.html": ["only one"]}),
    "no pages": ("pages", []),
    "no texts": ("texts", [1]),
    "texts of no file": ("texts", {"facts": {"": ["a"]}, "files": {}}),
    "texts that end too soon": ("texts", {"facts": {}, "files": {"data/facts.csv": ["", 0, 0, 7]}}),
    "no build": ("built", [1]),
    "an empty build": ("built", {}),
}


@pytest.mark.parametrize(("kind", "lie"), LIES.values(), ids=LIES)
def test_a_cache_that_lies_is_not_believed(
    sitegen: Sitegen, project: Path, kind: str, lie: object
) -> None:
    first = tree_of(sitegen, project)
    [kept] = (project / ".sitegen").glob(f"{kind}*.json")
    (project / "site" / "index.html").write_text("somebody else's")
    cache.keep(kept.parent, kept.stem, lie)
    sitegen("-C", project, "build")
    assert tree(project / "site") == first


@pytest.mark.parametrize(
    "lie",
    [
        1,
        "abc",
        [1, 2, 3],
        [[[[[], []]], [], []], None],
        [[[[[], {}]], [], []], None],
        {},
        [[[], [], []], [[], [], ["no diagnostic"]]],
        [[[], [], []], [[["Odd", "", []]], [], []]],
        [[[], [], []], [[["Counting", "x", []]], [], []]],
        [[[], [], []], [[], [[1, 2]], []]],
    ],
    ids=repr,
)
def test_a_verdict_that_lies_is_judged_anew(sitegen: Sitegen, project: Path, lie: object) -> None:
    first = tree_of(sitegen, project)
    folder = project / ".sitegen"
    kept = cache.load_parts(folder, "verdicts.bin")
    assert kept
    cache.keep_parts(folder, "verdicts.bin", dict.fromkeys(kept, json.dumps(lie).encode()))
    next(folder.glob("built-*.json")).unlink()
    assert tree_of(sitegen, project) == first
    assert cache.load_parts(folder, "verdicts.bin") == kept


def test_a_face_that_lies_is_no_face(sitegen: Sitegen, project: Path) -> None:
    first = tree_of(sitegen, project)
    folder = project / ".sitegen"
    lying: dict[str, bytes] = {}
    for key, part in cache.load_parts(folder, "verdicts.bin").items():
        evidence, said = json.loads(part)
        for fact in evidence[0]:
            fact[2] = 5
        lying[key] = json.dumps((evidence, said)).encode()
    cache.keep_parts(folder, "verdicts.bin", lying)
    next(folder.glob("built-*.json")).unlink()
    assert tree_of(sitegen, project) == first


def test_a_cache_that_cannot_be_kept_costs_nothing_now(sitegen: Sitegen, project: Path) -> None:
    (project / ".sitegen").write_text("a file in its place")
    assert sitegen("-C", project, "build").code == 0


# explain


def test_a_fact_is_explained(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "explain", "bridge-opened")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
fact bridge-opened (claim), content/facts/letter.yaml:3
  The bridge was opened.
rests on
  seeds/letter.txt, line 3: found, T0 (content/facts/letter.yaml:7)
    “The bridge was opened”
not checked: claim
what rests on it
  page crossing
  topic crossings
"""
    )


def test_a_page_is_explained(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "explain", "crossing")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
page crossing, content/pages/crossing.md
rests on
  fact bridge-opened
  source letter
what links to it
  the navigation alone
"""
    )


def test_a_fact_and_a_page_of_one_id_are_both_explained(sitegen: Sitegen, project: Path) -> None:
    page = "content/pages/bridge-opened.md"
    (project / page).write_text("---\ntitle: It opened\n---\n\nSee [it](crossing.md).\n")
    fact, explained = sitegen("-C", project, "explain", "bridge-opened").out.split("\n\n")
    assert fact.startswith("fact bridge-opened (claim)")
    assert explained.startswith(f"page bridge-opened, {page}\n")
    crossing = sitegen("-C", project, "explain", "crossing").out
    assert crossing.endswith("what links to it\n  page bridge-opened\n")


UNKNOWN = [
    ("bridge-opend", "  hint: did you mean “bridge-opened”?\n"),
    ("crosing", "  hint: did you mean “crossing”?\n"),
    ("zebra", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "hint"), UNKNOWN)
def test_what_nothing_is_called(sitegen: Sitegen, project: Path, name: str, hint: str) -> None:
    ran = sitegen("-C", project, "explain", name)
    assert ran == (2, "", f"sitegen: there is no fact or page “{name}”\n{hint}")


# what reaches the terminal


def test_nothing_in_the_content_commands_the_terminal(sitegen: Sitegen, tmp_path: Path) -> None:
    facts = PROJECT[FACTS].replace("claim: The bridge was opened.", 'claim: "Red \\e[31m \\u202e"')
    article = PROJECT["seeds/letter.txt"] + f"\n“Never say {EVIL} again,” she said.\n"
    project = write_project(tmp_path, **{FACTS: facts, "seeds/letter.txt": article})
    (project / "content" / f"{EVIL}.txt").write_text("")
    printed = [
        sitegen("-C", project, *words)
        for words in (
            ("check",),
            ("build",),
            ("coverage",),
            ("explain", "bridge-opened"),
            ("explain", EVIL),
            ("check", "--format", "json"),
        )
    ]
    printed.append(sitegen("-C", project / EVIL, "check"))
    assert [ran.code for ran in printed] == [1, 1, 0, 0, 2, 1, 2]
    assert not set("".join(ran.out + ran.err for ran in printed)) & set("\x1b\x07\u202e")


def test_quiet_prints_only_what_is_wrong(sitegen: Sitegen, project: Path, broken: Path) -> None:
    assert sitegen("-C", project, "check", "-q") == (0, "", "")
    said = sitegen("-C", broken, "check", "-q").out
    assert said.startswith("content/site.yaml:2:10: error[wrong-type]")
    assert "2 facts" not in said


def test_check_tells_what_is_wrong_with_the_theme(sitegen: Sitegen, project: Path) -> None:
    theme = project / "themes" / "default"
    theme.mkdir(parents=True)
    (theme / "fact.html").write_text("{{ page._secret }}\n", encoding="utf-8")
    ran = sitegen("-C", project, "check")
    assert ran.code == 1
    assert ran.out.startswith("themes/default/fact.html:1:1: error[template-error]")
    assert "1 error" in ran.out
