"""Pages of the web, made well and made to harm; and what is said without trafilatura."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from sitegen.drafts.add import pages
from tests.drafts.add.making import SOURCES, add, empty, errors, files_of, told

PAGE = """\
<!doctype html><html lang="fr"><head><meta charset="{charset}"><title>The lamp | Gazette</title>
<meta property="og:title" content="The lamp of Northhaven">
<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Ada Finch">
<meta property="article:published_time" content="2019-03-03T10:00:00Z">
<link rel="canonical" href="https://gazette.example.org/lamp"></head>
<body><nav><a href="/">Home</a></nav><article><h1>The lamp of Northhaven</h1>
<p>The lamp was first lit on 4&nbsp;May 1871, writes the
keeper in his caf&eacute;. It has burned ever since, in all weathers.</p>
<p>“We have never <b>missed</b> a night,” he told us. The lamp is a big one &amp; bright.</p>
</article><script>var x = "12 ships";</script><footer>© 2019</footer></body></html>
"""
needed = pytest.mark.skipif(find_spec("trafilatura") is None, reason="trafilatura is not installed")


def page(tmp_path: Path, content: str | bytes) -> tuple[Path, Path]:
    file = tmp_path / "lamp.html"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return empty(tmp_path / "p"), file


@needed
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "shift_jis", "nothing-such"])
def test_a_page_gives_its_text_a_paragraph_a_line(tmp_path: Path, charset: str) -> None:
    root, file = page(tmp_path, PAGE.replace("{charset}", charset))
    assert add(root, file) == 0
    assert (root / "seeds/harbour-gazette-2019.txt").read_text(encoding="utf-8") == (
        "The lamp of Northhaven\n\n"
        "The lamp was first lit on 4 May 1871, writes the keeper in his café. It has burned ever "
        "since, in all weathers.\n\n"
        "“We have never missed a night,” he told us. The lamp is a big one & bright.\n"
    )
    assert errors(told(root)) == []


@needed
def test_what_only_the_page_s_metadata_tells_is_inferred(tmp_path: Path) -> None:
    root, file = page(tmp_path, PAGE)
    assert add(root, file, "--id", "a") == 0
    record = (root / SOURCES).read_text(encoding="utf-8").split("sha256")[1].split("\n", 1)[1]
    assert record == (
        "    title: The lamp of Northhaven\n    publisher: Harbour Gazette\n"
        "    author: Ada Finch\n    published: 2019-03-03\n"
        "    url: https://gazette.example.org/lamp\n    language: fr\n    basis:\n"
        "      publisher:\n        inferred: The page’s own metadata gives this publisher.\n"
        "      author:\n        inferred: The page’s own metadata gives this author.\n"
        "      published:\n        inferred: The page’s own metadata gives this date.\n"
        "      url:\n        inferred: The page’s own metadata gives this address.\n"
    )


@needed
@pytest.mark.parametrize(
    "content",
    [
        "<html></html>",
        "<!doctype html>",
        "<html><body><script>alert(12)</script></body></html>",
        "<html><body>" + "<div>" * 100_000 + "12 ships",
        "<html><body>" + "<table><tr><td>" * 5_000 + "12 ships",
        "<html><body><p>" + "&#0;&#xD800;&#x110000;&bogus;" * 50,
        b"<html><body><p>\x81\x8d\xff</p>",
        b"<html>\0</html>",
    ],
    ids=["empty", "bare", "script", "deep", "tables", "entities", "bytes", "nul"],
)
def test_a_page_without_an_article_is_refused_in_a_line(
    tmp_path: Path, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    root, file = page(tmp_path, content)
    before = files_of(root)
    code = add(root, file)
    told_of = capsys.readouterr().err
    assert "Traceback" not in told_of
    if code == 0:
        assert errors(told(root)) == []
    else:
        assert code == 2
        assert len(told_of.splitlines()) == 2
        assert files_of(root) == before


@needed
@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('lang="fr"', 'lang="no such, language"'),
        ("2019-03-03T10:00:00Z", "soon"),
        ("https://gazette.example.org/lamp", "javascript:alert(1)"),
        ('content="Ada Finch"', 'content="&#x202e;&#x200b;"'),
        ("The lamp of Northhaven", "# [a]: *b* `c` | - {d}"),
        ("Harbour Gazette", "x" * 5_000),
    ],
    ids=["language", "date", "address", "author", "title", "publisher"],
)
def test_metadata_that_the_check_would_refuse_is_left_out(
    tmp_path: Path, was: str, now: str
) -> None:
    root, file = page(tmp_path, PAGE.replace(was, now))
    assert add(root, file) == 0
    assert told(root) == ()


@needed
def test_what_lies_in_the_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, file = page(tmp_path, PAGE)
    (root / "trafilatura.py").write_text("raise SystemExit(1)\n", encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.syspath_prepend(str(root))
    assert add(root, file) == 0


@needed
def test_a_page_that_takes_too_long_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, file = page(tmp_path, PAGE)
    monkeypatch.setattr(pages, "_LONGEST", 0.001)
    assert add(root, file) == 2
    assert "seconds to read" in capsys.readouterr().err


def refusal(root: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said where the extra cannot be used: then nothing is written."""
    before = files_of(root)
    assert add(root, file) == 3
    assert files_of(root) == before
    return capsys.readouterr().err


def put_in_its_place(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this code imported as the extra's library."""
    modules = folder / "modules"
    modules.mkdir()
    (modules / "trafilatura.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(str(modules))


def test_without_the_extra_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pages, "find_spec", lambda _: None)
    assert refusal(*page(tmp_path, PAGE), capsys).endswith(
        "needs trafilatura, which is not installed; nothing was written\n"
        "  hint: pip install 'sitegen-factsheets[html]' (in a checkout: pip install '.[html]')\n"
    )


def test_an_extra_that_does_not_start_is_not_blamed_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = 'raise ImportError("lxml.html.clean is\\na project of its own: lxml_html_clean")\n'
    put_in_its_place(module, tmp_path, monkeypatch)
    assert refusal(*page(tmp_path, PAGE), capsys).startswith(
        "sitegen: trafilatura does not start here: a project of its own: lxml_html_clean; "
        "nothing was written\n  hint: pip install"
    )


def test_a_page_on_which_the_extra_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, file = page(tmp_path, PAGE)
    module = "def bare_extraction(*_, **__):\n    raise RecursionError\n"
    put_in_its_place(module, tmp_path, monkeypatch)
    assert add(root, file) == 2
    assert "is built in a way that trafilatura cannot read" in capsys.readouterr().err
