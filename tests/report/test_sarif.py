"""`--format sarif`: a log that the schema allows, GitHub takes, and nothing planted commands.

`sarif-subset.schema.json` is written for these tests, from the specification: it allows only what
sitegen writes, so it is stricter than the official schema.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.diagnostics import CODES, Diagnostic, Edit, Severity, Span, error, warning
from sitegen.report import render_sarif
from sitegen.report.sarif import MOST_RESULTS
from tests.report.making import ALL, FACTS, MISMATCH, MOVED, many

SCHEMA = json.loads((Path(__file__).parent / "sarif-subset.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def run_of(*diagnostics: Diagnostic, **options: Any) -> Any:
    log = json.loads(render_sarif(diagnostics, **options))
    VALIDATOR.validate(log)
    [run] = log["runs"]
    return run


def result_of(diagnostic: Diagnostic, **options: Any) -> Any:
    [result] = run_of(diagnostic, **options)["results"]
    return result


def fingerprint(diagnostic: Diagnostic) -> str:
    [value] = result_of(diagnostic)["partialFingerprints"].values()
    return str(value)


def test_the_schema_of_these_tests_is_one_and_refuses_what_is_wrong() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    log = json.loads(render_sarif(ALL))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(log)


@pytest.mark.parametrize("diagnostics", [(), ALL, many(3, "quote-missing")])
def test_every_log_follows_the_schema(diagnostics: tuple[Diagnostic, ...]) -> None:
    assert len(run_of(*diagnostics)["results"]) == len(diagnostics)


words = st.text(max_size=20)
places = st.builds(
    lambda path, line, column: Span(path, line, column, line, column + 1),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1),
    st.integers(1, 10**6),
    st.integers(1, 10**6),
)


@given(
    st.lists(
        st.builds(
            Diagnostic,
            st.sampled_from(sorted(CODES)),
            st.sampled_from(Severity),
            st.text(min_size=1),
            st.none() | places,
            st.none() | words,
            st.tuples() | st.tuples(words),
            fixes=st.tuples() | st.tuples(st.builds(Edit, places, words, words, st.none() | words)),
        ),
        max_size=4,
    )
)
def test_whatever_diagnostics_say_the_log_follows_the_schema(found: list[Diagnostic]) -> None:
    run = run_of(*found)
    rules = run["tool"]["driver"]["rules"]
    for diagnostic, result in zip(found, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == diagnostic.code


def test_rules_are_the_codes_that_occur_each_once() -> None:
    run = run_of(*ALL, *ALL)
    rules = run["tool"]["driver"]["rules"]
    assert sorted(rule["id"] for rule in rules) == sorted({d.code for d in ALL})
    assert {r["id"]: r["defaultConfiguration"]["level"] for r in rules}["prose-cut"] == "warning"
    for rule in rules:
        assert rule["shortDescription"]["text"] == CODES[rule["id"]]
        assert f"docs/diagnostics/{rule['id']}.md" in rule["help"]["text"]


def test_a_code_of_both_severities_has_the_worse_level_as_its_rule() -> None:
    found = (*many(1, "prose-cut", Severity.WARNING), *many(1, "prose-cut"))
    run = run_of(*found, *many(1, "prose-cut", Severity.WARNING))
    [rule] = run["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"]["level"] == "error"
    assert [result["level"] for result in run["results"]] == ["warning", "error", "warning"]


def test_columns_count_code_points_and_paths_are_percent_encoded() -> None:
    run = run_of(MOVED)
    assert run["columnKind"] == "unicodeCodePoints"
    [location] = run["results"][0]["locations"]
    file = location["physicalLocation"]["artifactLocation"]
    assert file == {"uri": "content/facts/%C3%BCber%20uns.yaml", "uriBaseId": "PROJECTROOT"}
    assert location["physicalLocation"]["region"] == {
        "startLine": 5, "startColumn": 37, "endLine": 5, "endColumn": 38,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["a b", "a:b", "100%", "a?b#c", "[x]", "日本", "\udcff"])
def test_any_name_of_a_file_is_one_relative_uri(name: str) -> None:
    result = result_of(error("yaml-syntax", "m", Span(f"content/{name}.yaml", 1, 1, 1, 1)))
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert not set(uri) & set(" :?#[]\udcff")
    assert unquote(uri, errors="surrogateescape") == f"content/{name}.yaml"


def test_in_a_repository_paths_begin_at_its_root() -> None:
    run = run_of(MOVED, root="sheets/one/", in_repository=True)
    assert list(run["originalUriBaseIds"]) == ["%SRCROOT%"]
    file = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert file["uri"].startswith("sheets/one/content/facts/")
    assert file["uriBaseId"] == "%SRCROOT%"


def test_no_log_tells_where_on_the_machine_the_project_lies() -> None:
    [base] = run_of(MOVED)["originalUriBaseIds"].values()
    assert "uri" not in base


def test_a_fix_says_what_to_delete_and_what_to_write() -> None:
    [fix] = result_of(MOVED)["fixes"]
    [change] = fix["artifactChanges"]
    assert unquote(change["artifactLocation"]["uri"]) == FACTS
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 37, "endLine": 5, "endColumn": 38},
            "insertedContent": {"text": "3"},
        }
    ]
    assert fix["description"]["text"] == "cite line 3, where the words stand"
    assert "fixes" not in result_of(MISMATCH)


def test_a_diagnostic_without_a_place_stands_at_the_project_s_own_file() -> None:
    [location] = result_of(error("unsafe-output", "m"))["locations"]
    file = location["physicalLocation"]["artifactLocation"]["uri"]
    assert file == "content/site.yaml"


def test_hints_and_the_difference_are_properties() -> None:
    properties = result_of(MISMATCH)["properties"]
    assert properties["hints"] == list(MISMATCH.hints)
    assert properties["fact"] == "opened"
    assert properties["difference"] == {
        "yours": "The bridge was closed",
        "source": "The bridge was opened",
    }


def test_messages_hold_no_placeholder_and_no_link_of_an_article() -> None:
    result = result_of(
        warning("prose-cut", "{0} [a](https://evil.example) \x1b[1m", hints=("{1}",))
    )
    text = result["message"]["text"]
    assert text == "{{0}} [a] (https://evil.example) �[1m\nhint: {{1}}"


# fingerprints


def moved(diagnostic: Diagnostic, by: int) -> Diagnostic:
    span = diagnostic.span
    assert span
    return replace(
        diagnostic,
        span=replace(span, line=span.line + by, end_line=span.end_line + by),
    )


def test_a_fingerprint_stays_when_lines_move() -> None:
    assert fingerprint(moved(MOVED, 7)) == fingerprint(MOVED)
    further = replace(MOVED, message="the words stand in lines 30-31, not in line 4")
    assert fingerprint(further) == fingerprint(MOVED)


@pytest.mark.parametrize(
    "change", [{"code": "quote-missing"}, {"fact": "opened"}, {"message": "another"}]
)
def test_a_fingerprint_is_of_code_fact_and_message(change: dict[str, Any]) -> None:
    assert fingerprint(replace(MOVED, **change)) != fingerprint(MOVED)


def test_the_same_problem_twice_in_a_fact_has_two_fingerprints() -> None:
    results = run_of(MOVED, moved(MOVED, 1))["results"]
    first, second = (result["partialFingerprints"] for result in results)
    assert first != second


# limits


def test_beyond_what_github_takes_warnings_are_left_out_first_and_that_is_told() -> None:
    warnings = many(10, "prose-cut", Severity.WARNING)
    errors = many(MOST_RESULTS - 4, "quote-missing")
    run = run_of(*warnings, *errors)
    levels = [result["level"] for result in run["results"]]
    assert (levels.count("error"), levels.count("warning")) == (MOST_RESULTS - 4, 4)
    [notification] = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("6 diagnostics left out")


def test_more_errors_than_github_takes() -> None:
    run = run_of(*many(MOST_RESULTS + 1, "quote-missing"), *many(2, "prose-cut", Severity.WARNING))
    assert len(run["results"]) == MOST_RESULTS
    [notification] = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("3 diagnostics left out")


def test_a_log_that_holds_all_says_so_by_silence() -> None:
    assert run_of(*many(MOST_RESULTS, "quote-missing"))["invocations"] == [
        {"executionSuccessful": True}
    ]
