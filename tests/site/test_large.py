"""A site that is large enough for several processes is the same for any number of them."""

import shutil
from pathlib import Path

import pytest

from sitegen.build import Built, Request, build
from sitegen.digest import sha256
from sitegen.jobs import Jobs
from sitegen.snapshot import Snapshot
from sitegen.verify.batches import Batch
from sitegen.verify.judgement import Judgement
from sitegen.verify.lookup import Lookup
from tests.site.reading import tree

FILES, IN_A_FILE = 8, 50
_KINDS = (
    "    kind: claim\n    claim: Town {n} kept {v} boats.\n",
    "    kind: count\n    claim: Town {n} kept {v} boats.\n    value: {v}\n    unit: boats\n",
    "    kind: claim\n    claim: Town {n} *kept* boats.\n    note: As in {{fact}}`fact-0-1`.\n",
)


def write_large(root: Path) -> Path:
    """A project of 400 facts, which rest on eight articles."""
    sources = ["sources:\n"]
    for file in range(FILES):
        numbers = range(file * IN_A_FILE, (file + 1) * IN_A_FILE)
        article = "".join(f"Town {n} kept {1000 + n} boats that year.\n" for n in numbers)
        facts = "".join(
            f"  fact-{file}-{line}:\n"
            + _KINDS[n % 3].format(n=n, v=1000 + n)
            + f"    cite: {{lines: {line}, exact: Town {n} kept {1000 + n} boats}}\n"
            for line, n in enumerate(numbers, start=1)
        )
        save(root / f"seeds/{file}.txt", article)
        save(root / f"content/facts/{file}.yaml", f"source: s{file}\nfacts:\n{facts}")
        sources.append(
            f"  s{file}:\n    text: seeds/{file}.txt\n    title: Report {file}\n"
            f"    sha256: {sha256(article.encode())}\n"
        )
    save(root / "content/sources.yaml", "".join(sources))
    save(root / "content/site.yaml", "title: Boats\nbase_url: https://example.org/\n")
    return root


def save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def made(project: Path, count: int = 2, output: str = "site", *, clean: bool = False) -> Built:
    request = Request(project / output, jobs=Jobs(count), search=False, clean=clean)
    return build(Snapshot(project), request)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_large(tmp_path_factory.mktemp("large"))


@pytest.fixture
def project(large: Path, tmp_path: Path) -> Path:
    shutil.copytree(large, tmp_path / "project")
    return tmp_path / "project"


def test_any_number_of_jobs_gives_the_same_bytes(project: Path) -> None:
    sites = {}
    for count in (1, 2, 3):
        built = made(project, count, f"site-{count}", clean=True)
        assert built.outcome is not None
        sites[count] = tree(project / f"site-{count}")
    assert sites[1] == sites[2] == sites[3]


def test_any_number_of_jobs_tells_the_same(project: Path) -> None:
    facts = project / "content/facts/3.yaml"
    save(facts, facts.read_text().replace("kept 1155 boats", "kept 1156 boats", 1))
    told = {repr(made(project, count).diagnostics) for count in (1, 2, 3)}
    assert len(told) == 1
    assert "1156" in told.pop()


def test_a_template_that_fails_is_told_as_one_process_tells_it(project: Path) -> None:
    save(project / "content/site.yaml", "title: Boats\ntheme: ours\n")
    save(
        project / "themes/ours/fact.html",
        '{% extends "default/fact.html" %}{% block content %}{{ page.none_such }}{% endblock %}',
    )
    told = {repr(made(project, count).diagnostics) for count in (1, 2)}
    assert len(told) == 1
    assert "and 399 more pages" in told.pop()
    assert not (project / "site").exists()


def pages(site: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in site.items() if path.endswith(".html")}


@pytest.mark.parametrize("count", [1, 2])
def test_one_changed_fact_renders_the_pages_that_show_it_and_no_other(
    project: Path, count: int
) -> None:
    made(project, count)
    before = pages(tree(project / "site"))
    facts = project / "content/facts/3.yaml"
    save(facts, facts.read_text().replace("claim: Town 150 kept", "claim: The town 150 kept"))
    built = made(project, count)
    after = pages(tree(project / "site"))
    assert set(built.rendered) == {path for path in after if after[path] != before[path]}
    assert {"facts/fact-3-1.html", "sources/s3.html", "facts.html"} <= set(built.rendered)
    assert len(built.rendered) < 12
    assert built.reused == len(after) - len(built.rendered)


def test_one_changed_fact_is_judged_with_its_file_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[int] = []
    judgement = Judgement.__init__

    def counting(self: Judgement, batch: Batch, lookup: Lookup) -> None:
        judged[-1] += len(batch.facts)
        judgement(self, batch, lookup)

    monkeypatch.setattr(Judgement, "__init__", counting)
    judged.append(0)
    made(project, 1)
    facts = project / "content/facts/3.yaml"
    save(facts, facts.read_text().replace("claim: Town 150 kept", "claim: The town 150 kept"))
    judged.append(0)
    made(project, 1)
    judged.append(0)
    made(project, 1, clean=True)
    assert judged == [400, 50, 400]
