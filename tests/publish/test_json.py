"""`sitegen publish --format json`: one object, however it ends."""

import json
from pathlib import Path

import pytest

from sitegen.write.working import locked
from tests.cli.conftest import Sitegen
from tests.publish.test_command import FEWER, WRONG, built, edit, project, www

__all__ = ["project", "www"]


def test_json_tells_everything_in_one_object(sitegen: Sitegen, project: Path, www: Path) -> None:
    ran = sitegen("-C", project, "publish", "--format", "json", "--no-search")
    told = json.loads(ran.out)
    publish = told["publish"]
    files = built(project)
    assert (publish["target"], publish["place"], publish["base_url"]) == ("copy", str(www), None)
    assert publish["published"] is True
    assert {upload["path"] for upload in publish["upload"]} == files.keys()
    assert {upload["new"] for upload in publish["upload"]} == {True}
    assert sum(upload["bytes"] for upload in publish["upload"]) == sum(
        (project / "site" / path).stat().st_size for path in files
    )
    assert (publish["delete"], publish["unchanged"]) == ([], 0)
    assert told["diagnostics"] == []
    assert told["summary"]["facts"] == 2
    edit(project, WRONG)
    ran = sitegen("-C", project, "publish", "--format", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["publish"] is None
    edit(project, FEWER)
    ran = sitegen("-C", project, "publish", "--format", "json", "--dry-run")
    publish = json.loads(ran.out)["publish"]
    assert publish["published"] is False
    assert "facts/good-day.html" in publish["delete"]


def test_json_tells_what_stands_in_the_way(sitegen: Sitegen, project: Path, www: Path) -> None:
    www.write_text("", encoding="utf-8")
    ran = sitegen("-C", project, "publish", "--format", "json")
    assert ran.code == 3
    publish = json.loads(ran.out)["publish"]
    assert publish["published"] is False
    assert publish["problem"] == f"{www} is not a folder"


def test_json_tells_what_broke_off(
    sitegen: Sitegen, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "index.html")

    monkeypatch.setattr("sitegen.publish.folder.put", fails)
    ran = sitegen("-C", project, "publish", "--format", "json")
    assert ran.code == 3
    publish = json.loads(ran.out)["publish"]
    assert publish["published"] is False
    assert publish["problem"] == "index.html: No such file or directory"


def test_json_tells_of_another_publication(sitegen: Sitegen, project: Path) -> None:
    sitegen("-C", project, "build")
    with locked(project / ".sitegen", busy=""):
        ran = sitegen("-C", project, "publish", "--format", "json")
    assert ran.code == 3
    problem = "another publication is running; let it end"
    assert json.loads(ran.out) == {"publish": {"published": False, "problem": problem}}
