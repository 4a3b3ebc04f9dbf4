"""The documents are whole: whatever the program has is described, and nothing that it lacks."""

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from sitegen import schema
from sitegen.cli import make_parser
from sitegen.cli.exits import Exit
from sitegen.config import Environment
from sitegen.diagnostics import CODES
from sitegen.link import references, selection
from sitegen.model import Verdict
from sitegen.schema import registers
from sitegen.schema.shapes import Shape
from sitegen.schema.themes import ThemeFile, ThemeSettingRecord
from sitegen.views import kinds
from tests import diagnostic_pages
from tests.documents import (
    DOCUMENTS,
    ROOT,
    anchors,
    code,
    links,
    section,
    sections,
    tracked_files,
)

COMMAND_LINE = ROOT / "docs" / "command-line.md"
CONTENT_FORMAT = ROOT / "docs" / "content-format.md"
THEMES = ROOT / "docs" / "themes.md"

# commands and options


def commands() -> dict[str, argparse.ArgumentParser]:
    (choices,) = (
        action.choices
        for action in make_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    return dict(choices)


def options(parser: argparse.ArgumentParser) -> set[str]:
    """Every spelling of an option, and the name of every argument."""
    found: set[str] = set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            continue
        found |= set(action.option_strings) or {str(action.metavar)}
    return found


def spellings(cell: str) -> set[str]:
    """The options that a cell names, without the names of their values."""
    return {words.split()[0] for words in code(cell)}


def test_each_command_has_a_section_and_each_section_a_command() -> None:
    headings = {part.heading for part in sections(COMMAND_LINE)}
    described = {
        heading.strip("`").removeprefix("sitegen ")
        for heading in headings
        if heading.startswith("`sitegen ")
    }
    assert described == set(commands())


def test_the_common_options_are_those_of_the_program() -> None:
    rows = section(COMMAND_LINE, "Common options").rows
    described = set[str]().union(*(spellings(row[0]) for row in rows))
    assert described == options(make_parser())


@pytest.mark.parametrize("command", commands())
def test_the_options_of_a_command_are_its_own(command: str) -> None:
    rows = section(COMMAND_LINE, f"`sitegen {command}`").rows
    described = set[str]().union(
        *(spellings(row[0]) for row in rows if re.match(r"`(-|[A-Z]+`)", row[0]))
    )
    assert described == options(commands()[command]) - options(make_parser())


def test_the_exit_codes_are_those_of_the_program() -> None:
    described = {int(row[0]) for row in section(COMMAND_LINE, "Exit codes").rows}
    assert described == set(Exit)


class Asked(dict[str, str]):
    """An environment that remembers which variables were asked for."""

    def get(self, key: str, default: object = None) -> str:
        self[key] = ""
        return ""


def test_the_environment_variables_are_those_that_are_read() -> None:
    asked = Asked()
    Environment.read(asked)
    described = {name for row in section(COMMAND_LINE, "Environment").rows for name in code(row[0])}
    assert described == set(asked)


# the content format

SHAPES: dict[str, type[Shape]] = {
    "`content/site.yaml`": schema.SiteRecord,
    "`publisher`": registers.PublisherRecord,
    "`publish`": schema.TargetRecord,
    "`content/sources.yaml`": schema.SourceRecord,
    "`redact`": schema.RedactionRecord,
    "`basis`": registers.BasisRecord,
    "`content/people.yaml`": schema.PersonRecord,
    "`content/topics.yaml`": schema.TopicRecord,
    "`content/facts/**/*.yaml`": schema.FactsFile,
    "A fact": schema.FactRecord,
    "`cite`": schema.CitationRecord,
    "`skip`": schema.SkipRecord,
    "`corrections`": schema.facts.CorrectionRecord,
    "`content/pages/*.md`": schema.PageHeader,
    "`theme.yaml`": ThemeFile,
    "A setting": ThemeSettingRecord,
}
FILES_OF_ONE_MAPPING = (schema.SourcesFile, schema.PeopleFile, schema.TopicsFile)


def shapes(root: type[Shape] = Shape) -> Iterator[type[Shape]]:
    for shape in root.__subclasses__():
        yield shape
        yield from shapes(shape)


def fields(shape: type[Shape]) -> dict[str, bool]:
    """The names of a shape's fields as an editor writes them, and whether each is required."""
    return {field.alias or name: field.is_required() for name, field in shape.model_fields.items()}


def document(shape: type[Shape]) -> Path:
    """Where a shape is described."""
    return THEMES if shape in {ThemeFile, ThemeSettingRecord} else CONTENT_FORMAT


def described_fields(rows: list[list[str]]) -> dict[str, bool]:
    return {name: row[0].endswith("`*") for row in rows for name in code(row[0].removesuffix("*"))}


def test_every_shape_of_the_format_is_described_somewhere() -> None:
    described = {*SHAPES.values(), *schema.FACT_KINDS.values(), *FILES_OF_ONE_MAPPING}
    assert set(shapes()) == described


@pytest.mark.parametrize("heading", SHAPES)
def test_the_fields_of_a_shape_are_described_and_starred(heading: str) -> None:
    shape = SHAPES[heading]
    rows = section(document(shape), heading).rows
    assert described_fields(rows[: len(fields(shape))]) == fields(shape)


def plain(cell: str) -> str:
    """The words of a cell as a schema has them: without links and backticks."""
    return re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", cell).replace("`", "")


def described_differently(shape: type[Shape], rows: list[list[str]]) -> list[str]:
    """The fields whose descriptions in their shape do not begin their rows."""
    own = {field.alias or name: field.description for name, field in shape.model_fields.items()}
    return [
        name
        for first, meaning, *_ in rows
        for name in code(first)
        if not plain(meaning).startswith((own[name] or "none").removesuffix("."))
    ]


@pytest.mark.parametrize("heading", SHAPES)
def test_a_field_is_described_as_its_shape_describes_it(heading: str) -> None:
    """The manual and the schemas say the same; the manual may say more, and has links."""
    shape = SHAPES[heading]
    rows = section(document(shape), heading).rows[: len(fields(shape))]
    assert described_differently(shape, rows) == []


@pytest.mark.parametrize("kind", schema.FACT_KINDS)
def test_the_fields_of_a_kind_of_fact_are_described_and_starred(kind: str) -> None:
    common, own = fields(schema.FactRecord), fields(schema.FACT_KINDS[kind])
    text = section(CONTENT_FORMAT, "The kinds").text
    table = text.partition(f"| field of a {kind} |")[2].partition("\n\n")[0]
    described = {
        name: row.split(" | ")[0].endswith("`*")
        for row in table.splitlines()[2:]
        for name in code(row.split(" | ")[0])
    }
    assert described == {
        name: required for name, required in own.items() if common.get(name) is not required
    }
    rows = [row.strip("|").split(" | ") for row in table.splitlines()[2:]]
    stripped = [[cell.strip() for cell in row] for row in rows]
    assert described_differently(schema.FACT_KINDS[kind], stripped) == []


@pytest.mark.parametrize("shape", FILES_OF_ONE_MAPPING, ids=lambda shape: shape.__name__)
def test_a_file_of_records_is_described_as_one_mapping(shape: type[Shape]) -> None:
    (name,) = fields(shape)
    assert f"One mapping, `{name}`" in section(CONTENT_FORMAT, f"`content/{name}.yaml`").text


def choices(annotation: object) -> set[str]:
    """The words of the lists of choices in a type."""
    if get_origin(annotation) is Literal:
        return {str(choice) for choice in get_args(annotation)}
    return set[str]().union(*map(choices, get_args(annotation)))


def test_every_choice_of_a_field_is_described() -> None:
    described = (*sections(CONTENT_FORMAT), *sections(THEMES))
    words = set[str]().union(*(part.words for part in described))
    missing = {
        (name, choice)
        for shape in shapes()
        for name, field in shape.model_fields.items()
        for choice in choices(field.annotation) - words
    }
    assert missing == set()


def test_roles_directives_and_options_are_those_of_prose() -> None:
    rows = section(CONTENT_FORMAT, "Prose").rows
    cells = " ".join(row[0] for row in rows)
    assert set(re.findall(r"(?<!:)\{([a-z]+)\}", cells)) == references.ROLES
    assert set(re.findall(r":::\{([a-z]+)\}", cells)) == selection.DIRECTIVES
    assert set(re.findall(r"`:([a-z]+):`", cells)) == set(selection._OPTIONS)


def test_the_verdicts_are_described() -> None:
    described = {row[0] for row in section(ROOT / "docs" / "checking.md", "The verdicts").rows}
    assert described == {str(verdict) for verdict in Verdict}


# diagnostics


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert sorted(diagnostic_pages.pages()) == sorted(CODES)


def test_the_index_of_codes_has_each_with_its_meaning() -> None:
    rows = [row for part in sections(diagnostic_pages.INDEX) for row in part.rows]
    assert {plain(name): meaning for name, _, meaning in rows} == dict(CODES)
    assert {severity for _, severity, _ in rows} <= {"error", "warning", "error or warning"}
    assert {links_to for row in rows for links_to in re.findall(r"\((.*)\.md\)", row[0])} == set(
        CODES
    )


@pytest.mark.parametrize("page", diagnostic_pages.pages().values(), ids=lambda page: page.stem)
def test_a_page_says_what_why_and_what_to_do_with_two_examples(page: Path) -> None:
    first, title, *parts = sections(page)
    assert (first.text.strip(), title.heading) == ("", f"`{page.stem}`")
    assert title.text.strip()
    headings = [part.heading for part in parts]
    accepted = [diagnostic_pages.ACCEPTED] if diagnostic_pages.ACCEPTED in headings else []
    assert headings == [
        "Why it matters",
        diagnostic_pages.FAILS,
        diagnostic_pages.PASSES,
        *accepted,
        "What to do",
    ]
    assert parts[0].text.strip()
    assert parts[-1].text.strip()


REPORTING = {"error", "warning", "wrong", "Diagnostic", "Problem", "_problem"}
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")


def program() -> Iterator[ast.AST]:
    for file in sorted((ROOT / "sitegen").rglob("*.py")):
        if file.name != "diagnostics.py":
            yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def texts(node: ast.AST) -> set[str]:
    """The strings in a piece of the program."""
    return {
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def test_every_code_that_the_program_gives_is_a_known_one() -> None:
    given = {
        text
        for node in program()
        if isinstance(node, ast.Call) and called(node) in REPORTING
        for argument in node.args
        for text in texts(argument)
        if CODE.fullmatch(text)
    }
    assert given
    assert given - set(CODES) == set()


def test_every_known_code_is_given_by_the_program() -> None:
    # `resolve` and `link` make these of the kind of record that is not there.
    made = {"unknown-source", "unknown-person", "unknown-topic", "unknown-fact"}
    written = {
        node.value
        for node in program()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(CODES) - written - made == set()


def test_documents_name_no_code_that_there_is_not() -> None:
    families = {known.partition("-")[0] for known in CODES if not known.startswith("no-")}
    named = {
        (document.name, words)
        for document in DOCUMENTS
        for part in sections(document)
        for words in part.words
        if re.fullmatch(r"[a-z]+-[a-z-]+", words) and words.partition("-")[0] in families
    }
    class_names = code(kinds.__doc__ or "")  # of finished markup
    assert {name for _, name in named} - set(CODES) - class_names == set()


# links and hosts


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_links_to_what_is_there(document: Path) -> None:
    broken = []
    for target in links(document):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        if not file.exists() or (fragment and fragment not in anchors(file)):
            broken.append(target)
    assert broken == []


# what a package index is called belongs to the machine that installs, not to the project
HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "--index" + "-url")


def test_no_file_names_the_host_of_a_package_registry() -> None:
    naming = [
        (path.relative_to(ROOT).as_posix(), host)
        for path in tracked_files()
        for host in HOSTS
        if host.encode() in path.read_bytes()
    ]
    assert naming == []
