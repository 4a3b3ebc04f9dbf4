"""What is drafted of a handful of texts; the expected file lies beside each."""

from pathlib import Path

import pytest

from sitegen.drafts import NewFact, append
from sitegen.drafts.splicing import Appended
from sitegen.snapshot import Snapshot
from tests.drafts.add.making import add, empty, errors, one_by_one, speakers, taken, told

DEMONSTRATION = Path(__file__).parents[3]
ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
FACTS = "content/facts/a.yaml"


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def article(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def root(tmp_path: Path, article: Path) -> Path:
    assert add(empty(tmp_path / "p"), article, "--id", "a") == 0
    return tmp_path / "p"


def test_the_drafts_are_those_beside_the_text(root: Path, article: Path) -> None:
    made = (root / "content/sources.yaml").read_text(encoding="utf-8")
    made += "---\n" + (root / FACTS).read_text(encoding="utf-8")
    assert made == article.with_suffix(".expected").read_text(encoding="utf-8")


def test_the_project_is_sound_as_it_is(root: Path) -> None:
    assert told(root) == ()


def test_every_draft_taken_alone_has_no_error(root: Path) -> None:
    text = (root / FACTS).read_text(encoding="utf-8")
    every = one_by_one(text)
    assert every
    for one in every:
        found = told(root, **{"facts/a": one, "people": speakers(text)})
        assert errors(found) == []


def test_all_drafts_taken_at_once_have_no_error(root: Path) -> None:
    text = (root / FACTS).read_text(encoding="utf-8")
    found = told(root, **{"facts/a": taken(text), "people": speakers(text)})
    assert errors(found) == []


def test_a_fact_is_appended_among_the_drafts(root: Path) -> None:
    words = {"source": "a", "lines": "1", "exact": "Northhaven"}
    new = NewFact("mine", {"kind": "claim", "claim": "Mine.", "cite": words})
    made = append(Snapshot(root), FACTS, new)
    assert isinstance(made, Appended)
    kept = [line for line in made.after.split(b"\n") if b"#" in line]
    assert kept == [line for line in (root / FACTS).read_bytes().split(b"\n") if b"#" in line]


def test_nobody_gets_the_words_of_somebody_else(tmp_path: Path) -> None:
    lamp = next(path for path in ARTICLES if path.stem == "lamp")
    assert add(empty(tmp_path / "p"), lamp, "--id", "a") == 0
    text = (tmp_path / "p" / FACTS).read_text(encoding="utf-8")
    whose = {
        line.split()[-1]: block
        for block in text.split("\n\n")
        for line in block.split("\n")
        if "speaker:" in line
    }
    assert "He cannot sleep" not in whose["tom-reed"]
    assert "unnamed: A source close to Reed" in text


def test_who_is_known_is_named_by_the_id(tmp_path: Path) -> None:
    people = "people:\n  keeper:\n    name: Ada Finch\n  reed:\n    name: Tom Reed\n"
    lamp = next(path for path in ARTICLES if path.stem == "lamp")
    assert add(empty(tmp_path / "p", people=people), lamp, "--id", "a") == 0
    text = (tmp_path / "p" / FACTS).read_text(encoding="utf-8")
    assert "speaker: reed" in text
    assert "These speakers" not in text


def test_ids_differ_from_those_of_other_facts(tmp_path: Path) -> None:
    root = empty(tmp_path / "p")
    for name in ("a", "b"):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"Some 120 ships pass each day.\n\nThis is {name}.\n", encoding="utf-8")
        assert add(root, file, "--id", name) == 0
        path = root / f"content/facts/{name}.yaml"
        path.write_text(taken(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert errors(told(root)) == []


def test_of_a_long_text_some_are_drafted_and_the_rest_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "long.txt"
    lines = "\n\n".join(f"Ship {n} has {n + 2000:,} sails and no more." for n in range(1, 401))
    file.write_text(lines, encoding="utf-8")
    root = empty(tmp_path / "p")
    assert add(root, file, "--id", "a") == 0
    text = (root / FACTS).read_text(encoding="utf-8")
    assert "more quotations, numbers and dates are not drafted here" in text
    assert "more are not drafted" in capsys.readouterr().out
    assert errors(told(root, **{"facts/a": taken(text)})) == []


@pytest.mark.parametrize(
    "seed", sorted((DEMONSTRATION / "seeds").glob("*.txt")), ids=lambda p: p.stem
)
def test_the_articles_of_the_demonstration_give_drafts_without_an_error(
    tmp_path: Path, seed: Path
) -> None:
    people = (DEMONSTRATION / "content/people.yaml").read_text(encoding="utf-8")
    root = empty(tmp_path / "p", people=people)
    assert add(root, seed, "--id", "a") == 0
    text = (root / FACTS).read_text(encoding="utf-8")
    found = told(root, **{"facts/a": taken(text), "people": people + _entries(text)})
    assert errors(found) == []
    assert {one.code for one in found} <= {"quote-headline"}


def _entries(text: str) -> str:
    """The people that the drafts ask for, indented as those of the demonstration are."""
    lines = speakers(text).split("\n")[1:]
    return "".join(f"{line}\n" for line in lines if line)
