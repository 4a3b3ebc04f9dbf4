"""`--format json`: one object on standard output and nothing else."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FACTS, PROJECT, Sitegen, write_project

WRONG_TYPE = {
    "code": "wrong-type",
    "severity": "error",
    "message": "noindex: expected true or false",
    "path": "content/site.yaml",
    "line": 2,
    "column": 10,
    "end_line": 2,
    "end_column": 13,
    "fact": None,
    "hints": [],
    "related": [],
    "difference": None,
    "fixes": [],
}
SUMMARY = {
    "facts": 2,
    "citations": 2,
    "verdicts": {"found": 2, "unchecked": 0, "moved": 0, "mismatch": 0, "missing": 0},
    "found_fields": 2,
    "inferred_fields": 0,
    "unchecked_fields": 1,
    "errors": 0,
    "warnings": 0,
    "accepted": 0,
}
PLACE = ["path", "line", "column", "end_line", "end_column"]
KEYS = ["code", "severity", "message", *PLACE, "fact", "hints", "related", "difference", "fixes"]


def test_a_check_without_a_finding(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "check", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json == {"diagnostics": [], "summary": SUMMARY}


def test_a_diagnostic_with_what_does_not_apply_as_null(sitegen: Sitegen, broken: Path) -> None:
    ran = sitegen("-C", broken, "check", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    assert ran.json["diagnostics"] == [WRONG_TYPE]
    assert ran.json["summary"]["errors"] == 1


def test_a_diagnostic_with_a_second_place(sitegen: Sitegen, tmp_path: Path) -> None:
    facts = PROJECT[FACTS].replace("lines: 3", "lines: 4")
    project = write_project(tmp_path, **{FACTS: facts})
    [moved] = sitegen("-C", project, "check", "--format", "json").json["diagnostics"]
    assert list(moved) == KEYS
    assert [moved[key] for key in ("code", "fact", *PLACE)] == [
        "quote-moved", "bridge-opened", FACTS, 7, 19, 7, 20,
    ]  # fmt: skip
    assert moved["hints"] == ["lines: 3"]
    assert moved["related"] == [
        {"path": "seeds/letter.txt", "line": 3, "column": 1, "message": "here are the words"}
    ]
    [fix] = moved["fixes"]
    assert [fix[key] for key in PLACE] == [moved[key] for key in PLACE]
    assert (fix["replacement"], fix["accept_source"]) == ("3", None)


def test_a_diagnostic_with_the_difference_of_the_words(sitegen: Sitegen, tmp_path: Path) -> None:
    facts = PROJECT[FACTS].replace("exact: The bridge was opened", "exact: The bridge is opened")
    project = write_project(tmp_path, **{FACTS: facts})
    [mismatch] = sitegen("-C", project, "check", "--format", "json").json["diagnostics"]
    assert mismatch["difference"] == {
        "yours": "The bridge is opened",
        "source": "The bridge was opened",
        "yours_changed": [[11, 13]],
        "source_changed": [[11, 14]],
    }


def test_a_diagnostic_that_no_file_is_to_blame_for(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "build", "-o", "seeds", "--format", "json")
    assert (ran.code, ran.err) == (3, "")
    [refused] = ran.json["diagnostics"]
    assert refused["code"] == "unsafe-output"
    assert [refused[key] for key in (*PLACE, "fact")] == [None] * 6
    assert ran.json["build"]["open"] is None


def test_a_warning_is_called_one(sitegen: Sitegen, tmp_path: Path) -> None:
    facts = PROJECT[FACTS].replace("was opened.", "was opened # and closed")
    project = write_project(tmp_path, **{FACTS: facts})
    ran = sitegen("-C", project, "check", "--format", "json")
    assert ran.code == 0
    assert [(d["code"], d["severity"]) for d in ran.json["diagnostics"]] == [
        ("prose-cut", "warning")
    ]
    assert (ran.json["summary"]["errors"], ran.json["summary"]["warnings"]) == (0, 1)


@pytest.mark.parametrize("switch", ["-q", "-v", "-s"])
def test_the_object_is_the_same_however_talkative(
    sitegen: Sitegen, broken: Path, switch: str
) -> None:
    def of(*words: str) -> Any:
        return sitegen("-C", broken, "check", "--format", "json", *words).json

    assert of(switch) == of()


def test_a_build_tells_what_became_of_it(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "build", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert list(ran.json) == ["diagnostics", "summary", "build"]
    assert ran.json["summary"] == SUMMARY
    built = ran.json["build"]
    pages = len(list((project / "site").rglob("*.html")))
    assert 0 <= built.pop("seconds") < 60
    assert built == {
        "published": True,
        "pages_written": pages,
        "pages_reused": 0,
        "files_removed": 0,
        "search": "written",
        "open": str(project / "site" / "index.html"),
    }
    again = sitegen("-C", project, "build", "--format", "json", "-v").json["build"]
    assert (again["pages_written"], again["pages_reused"]) == (0, pages)


def test_a_build_with_an_error_publishes_nothing(sitegen: Sitegen, broken: Path) -> None:
    ran = sitegen("-C", broken, "build", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    assert ran.json["diagnostics"] == [WRONG_TYPE]
    built = ran.json["build"]
    del built["seconds"]
    assert built == {
        "published": False,
        "pages_written": 0,
        "pages_reused": 0,
        "files_removed": 0,
        "search": None,
        "open": None,
    }
    assert not (broken / "site").exists()


def test_coverage_lists_every_token(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "coverage", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json == {
        "tokens": [
            {
                "source": "letter",
                "path": "seeds/letter.txt",
                "line": 3,
                "start": 39,
                "end_line": 3,
                "end": 45,
                "kind": "number",
                "text": "60,000",
                "state": "open",
            },
            {
                "source": "letter",
                "path": "seeds/letter.txt",
                "line": 4,
                "start": 0,
                "end_line": 4,
                "end": 18,
                "kind": "quotation",
                "text": "“It’s a good day,”",
                "state": "covered",
            },
        ],
        "summary": {"tokens": 2, "covered": 1, "skipped": 0, "open": 1, "percent": 50.0},
    }


def test_no_character_of_an_article_commands_a_terminal_from_json(
    sitegen: Sitegen, tmp_path: Path
) -> None:
    words = "“Red \x1b[31m \x9b31m and \u202eturned”"
    project = write_project(tmp_path, **{"seeds/letter.txt": f"\n\n{words} said the mayor.\n"})
    ran = sitegen("-C", project, "coverage", "--format", "json")
    assert ran.json["tokens"][0]["text"] == words
    assert not set("\x1b\x9b\u202e") & set(ran.out)
