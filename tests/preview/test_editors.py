"""Links into editors: what each is given, and what may not be a link."""

from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from sitegen.diagnostics import Span
from sitegen.preview import editors

ROOT = Path("/home/us/a project")
SPAN = Span("content/facts/x.yaml", 12, 5, 12, 9)


def link(given: str | None, span: Span = SPAN) -> str:
    made = editors.editor(given, ROOT)
    assert made is not None
    return made.link(span)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("vscode", "vscode://file/home/us/a%20project/content/facts/x.yaml:12:5"),
        ("vscodium", "vscodium://file/home/us/a%20project/content/facts/x.yaml:12:5"),
        ("cursor", "cursor://file/home/us/a%20project/content/facts/x.yaml:12:5"),
        ("zed", "zed://file/home/us/a%20project/content/facts/x.yaml:12:5"),
        ("idea", "idea://open?file=/home/us/a%20project/content/facts/x.yaml&line=12&column=5"),
        (
            "pycharm",
            "pycharm://open?file=/home/us/a%20project/content/facts/x.yaml&line=12&column=5",
        ),
        (
            "sublime",
            "subl://open?url=file:///home/us/a%20project/content/facts/x.yaml&line=12&column=5",
        ),
        (
            "emacs",
            "emacs://open?url=file:///home/us/a%20project/content/facts/x.yaml&line=12&column=5",
        ),
        (
            "textmate",
            "txmt://open?url=file:///home/us/a%20project/content/facts/x.yaml&line=12&column=5",
        ),
    ],
)
def test_each_named_editor_has_its_scheme(name: str, address: str) -> None:
    assert editors.refusal(name) is None
    assert link(name) == address


def test_every_named_editor_is_tried_above() -> None:
    tried = test_each_named_editor_has_its_scheme.pytestmark[0].args[1]  # type: ignore[attr-defined] # set by pytest
    assert [name for name, _ in tried] == list(editors.NAMED)


def test_without_a_word_it_is_the_default() -> None:
    assert link(None) == link(editors.DEFAULT)


def test_a_template_names_any_other_editor() -> None:
    given = "my-editor+1://{column}/{line}?f={path}"
    assert editors.refusal(given) is None
    assert link(given) == "my-editor+1://5/12?f=/home/us/a%20project/content/facts/x.yaml"


def test_a_path_cannot_break_out_of_its_place() -> None:
    path = "content/a&line=1 #?%41:9{line}é.yaml"
    made = link("idea", Span(path, 3, 1, 3, 1))
    given = parse_qs(urlsplit(made).query)
    assert given == {"file": [f"{ROOT.as_posix()}/{path}"], "line": ["3"], "column": ["1"]}
    made = link("vscode", Span(path, 3, 1, 3, 1))
    assert not urlsplit(made).query
    assert not urlsplit(made).fragment
    assert unquote(urlsplit(made).path) == f"{ROOT.as_posix()}/{path}:3:1"


def test_a_drive_of_windows_stands_behind_a_slash() -> None:
    class Drive:
        """A root on a system that names its drives."""

        def __truediv__(self, path: str) -> PurePosixPath:
            return PurePosixPath("C:/us") / path

    made = editors.Editor("zed://file{path}:{line}", Drive())  # type: ignore[arg-type] # as above
    assert made.link(SPAN) == "zed://file/C%3A/us/content/facts/x.yaml:12"


@pytest.mark.parametrize("given", [None, "vscode", "my://{path}"])
def test_others_than_this_machine_get_no_links(given: str | None) -> None:
    assert editors.editor(given, ROOT, loopback=False) is None


def test_none_turns_links_off() -> None:
    assert editors.refusal("none") is None
    assert editors.editor("none", ROOT) is None


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("vscod", "did you mean “vscode”?"),
        ("", "no editor is named so"),
        ("my-editor:", "no editor is named so"),
        ("{path}", "begins with the scheme"),
        ("/usr/bin/vi {path}", "begins with the scheme"),
        ("VSCODE://{path}", "begins with the scheme"),
        (" javascript:{path}", "begins with the scheme"),
        ("javascript:{path}", "opens no editor"),
        ("data:text/html,{path}", "opens no editor"),
        ("http://localhost/{path}", "opens no editor"),
        ("https://example.org/{path}", "opens no editor"),
        ("file://{path}", "opens no editor"),
        ("vbscript:{path}", "opens no editor"),
        ("blob:{path}", "opens no editor"),
        ("my://open?line={line}", "has {path}"),
        ("my://open", "has {path}"),
        ("my://{path}:{row}", "no “{row}”"),
        ("my://{path}:{}", "no “{}”"),
        ("my://{path}:{line.__class__}", "no “{line.__class__}”"),
        ("my://{path}:{{line}}", "no lone braces"),
        ("my://{path}:{line", "no lone braces"),
        ("my://{path} {line}", "no spaces"),
        ("my://{path}\n", "no spaces"),
        ('my://{path}"onclick=', "no spaces"),
        ("my://<b>{path}", "no spaces"),
    ],
)
def test_what_is_no_editor_is_refused_in_one_line(given: str, why: str) -> None:
    told = editors.refusal(given)
    assert told is not None
    assert why in told
    assert "\n" not in told
