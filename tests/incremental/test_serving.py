"""What a preview serves after any edits is what a first run would make of the same files."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from sitegen.digest import sha256
from sitegen.theme import Templates
from tests.incremental.lived import Lived
from tests.incremental.mishaps import (
    ASSETS,
    FACTS,
    PAGES,
    PEOPLE,
    SITE,
    SOURCES,
    THEME,
    TOPICS,
    Bytes,
    whole_project,
)

Step = Mapping[str, tuple[str, str]]
LETTER, GAZETTE = "seeds/letter.txt", "seeds/gazette.txt"
BRIDGE, TOLLS, SUMS = (f"{FACTS}{name}.yaml" for name in ("bridge", "tolls", "sums"))
_REDACT = "    redact: [{exact: twelve piers, shown_as: '[some]'}]\n"
_SPANS = "    redact: [{exact: arches, shown_as: parts, lines: 5}]\n"
_NOTE = "    note: Jo Ames counted twelve piers.\n"

# For each file the words that go and those that come, in one step or in several. An empty word
# stands for the beginning of the file, or for the file where there is none.
EDITS: Mapping[str, tuple[Step, ...]] = {
    "a picture's bytes": ({f"{ASSETS}logo.svg": ('width="9"', 'width="8"')},),
    "the same picture under another path": (
        {f"{ASSETS}a/logo.svg": ("", whole_project()[f"{ASSETS}logo.svg"].decode())},
        {f"{ASSETS}logo.svg": ('width="9"', 'width="8"')},
    ),
    "a theme": ({SITE: ("own", "dossier")}, {SITE: ("dossier", "default")}),
    "the theme's base": ({f"{THEME}theme.yaml": ("default", "dossier")},),
    "a setting": (
        {SITE: ("", "theme_settings: {density: compact}\n")},
        {SITE: ("compact", "comfortable")},
    ),
    "the logo": ({SITE: ("", "theme_settings: {logo: logo.svg}\n")},),
    "a macro of a template": (
        {
            f"{THEME}fact.html": (
                "",
                '{% extends "default/fact.html" %}{% from "note.html" import note %}'
                "{% block content %}{{ note(page.title) }}{% endblock %}",
            ),
            f"{THEME}note.html": ("", "{% macro note(words) %}<b>{{ words }}</b>{% endmacro %}"),
        },
        {f"{THEME}note.html": ("<b>", "<i>")},
    ),
    "a style sheet": (
        {f"{THEME}styles/x.css": ("", "p { color: red }\n")},
        {f"{THEME}styles/x.css": ("red", "blue")},
    ),
    "a sheet that names a picture": (
        {
            f"{THEME}assets/x.css": ("", "p { background: url(logo.svg) }\n"),
            f"{THEME}assets/logo.svg": ("", "<svg></svg>"),
        },
        {f"{THEME}assets/logo.svg": ("<svg>", "<svg >")},
    ),
    "the language": ({SITE: ("", "language: de\n")}, {SITE: ("de", "fr")}),
    "the address": ({SITE: ("example.org", "example.net")},),
    "all texts in full": (
        {SOURCES: ("    note: Copied", "    because: It is short.\n    note: Copied")},
        {
            SOURCES: ("  gazette:\n", "  gazette:\n    because: It is short.\n"),
            SITE: ("", "display: full\n"),
        },
        {SITE: ("display: full\n", "")},
    ),
    "redacted words": (
        {TOLLS: ("    formerly:", f"{_NOTE}    formerly:")},
        {LETTER: ("12 arches", "12 arches on twelve piers")},
        {SOURCES: ("    note: Copied", f"{_REDACT}    note: Copied")},
        {SOURCES: ("'[some]'", "'[a few]'")},
        {SOURCES: ("'[a few]'", "'[a few]', lines: 5")},
        {SOURCES: ("lines: 5", "lines: 3")},
    ),
    "words redacted in cited lines alone": (
        {SOURCES: ("    note: Copied", f"{_SPANS}    note: Copied")},
        {SOURCES: ("shown_as: parts", "shown_as: spans")},
        {LETTER: ("It has 12 arches", "Here: It has 12 arches")},
        {SOURCES: ("lines: 5", "lines: 3")},
        {SOURCES: ("exact: arches", "exact: May")},
    ),
    "a private name": (
        {TOLLS: ("    formerly:", f"{_NOTE}    formerly:")},
        {PEOPLE: ("role: a clerk", "role: a toll keeper")},
        {PEOPLE: ("Jo Ames", "Ann Lee")},
        {PEOPLE: ("Ann Lee", "Mo Later-Toll")},
        {SUMS: ("  paid:", "  later-mo:")},
    ),
    "a line at the end of an article": ({LETTER: ("arches.\n", "arches.\n\nIt stands.\n")},),
    "a shorter article": (
        {BRIDGE: ("{lines: 5, exact: It has 12 arches}", "{lines: 5-7}")},
        {LETTER: ("arches.\n", "arches.\n\nIt stands.\n\nIt does.\n")},
        {LETTER: ("\nIt does.\n", "")},
        {LETTER: ("\nIt stands.\n", "")},
    ),
    "words elsewhere in an article": (
        {LETTER: ("It has", "Now It has")},
        {LETTER: ("A letter", "One letter")},
    ),
    "lines of a citation": (
        {TOLLS: ("{lines: 3, exact: toll was 40 pence}", "{lines: 2-3, exact: toll was 40 pence}")},
        {TOLLS: ("lines: 2-3", "lines: 1-3")},
    ),
    "a register of another order": (
        {TOPICS: ("topics:\n", "topics:\n  a-topic:\n    title: A topic\n")},
        {TOPICS: ("  a-topic:\n    title: A topic\n", "")},
        {TOPICS: ("What was paid", "What was {value}`toll`")},
    ),
    "a name": (
        {PEOPLE: ("name: Ada Byrne", "name: Ada Burne")},
        {PEOPLE: ("name: Ada Burne", "name: Ada Burne\n    aliases: [Ada Byrne]")},
        {PEOPLE: ("An *engineer*", "A *builder*")},
    ),
    "a skipped passage": (
        {BRIDGE: ("The title.", "It is a title.")},
        {BRIDGE: ("skip:\n", "skip:\n  - {lines: 3, exact: wrote, because: A word.}\n")},
        {BRIDGE: ("lines: 1, exact: A letter", "source: gazette, lines: 1, exact: The Gazette")},
    ),
    "what a source tells of itself": (
        {SOURCES: ("title: A letter", "title: The letter")},
        {SOURCES: ("title: The letter", "author: Ada Byrne")},
        {SOURCES: ("Copied by hand", "See {fact}`toll`")},
        {SOURCES: ("  gazette:\n", "  gazette:\n    noindex: true\n")},
    ),
    "a fact that others name": (
        {TOLLS: ("The toll was 40 pence.\n", "It was 40 pence.\n")},
        {TOLLS: ("value: 40", "value: 41")},
        {TOLLS: ("unit: pence", "unit: shillings")},
    ),
    "a fact that gives what a text needs": (
        {f"{PAGES}more.md": ("It was", "There were 7 men. It was")},
        {BRIDGE: ("value: 12", "value: 7")},
        {SUMS: ("value: 20", "value: 7")},
    ),
    "facts of one measure": (
        {TOLLS: ("unit: pence\n    topics", "unit: pence\n    measure: toll\n    topics")},
        {TOLLS: ("unit: pence\n    people", "unit: pence\n    measure: toll\n    people")},
        {SUMS: ("    measure: toll\n", "    measure: toll\n    accept: {sources-differ: So.}\n")},
        {TOLLS: ("value: 60", "value: 61")},
    ),
    "facts worked out from one another": (
        {SUMS: ("later-toll - toll", "paid - toll")},
        {SUMS: ("value: 40\n", "value: 40\n    basis: {value: {derived: rise + 20}}\n")},
        {TOLLS: ("value: 40\n", "value: 40\n    basis: {value: {derived: rise + 20}}\n")},
    ),
    "people whose record cannot be read": (
        {PEOPLE: ("name: Tom Hill", "nam: Tom Hill")},
        {PEOPLE: ("people:", "people: [")},
    ),
    "an id that two facts have": (
        {SUMS: ("  paid:", "  toll:")},
        {SUMS: ("  toll:", "  opened:")},
        {SUMS: ("  opened:", "  paid:")},
    ),
    "a fact in another file": (
        {
            TOLLS: ("  later-toll:", "  last-toll:"),
            SUMS: ("later-toll - toll", "last-toll - toll"),
        },
        {SUMS: ("  paid:", "  later-toll:")},
    ),
    "a status": (
        {TOLLS: ("    formerly:", "    status: denied\n    response: No.\n    formerly:")},
        {TOLLS: ("response: No", "response: Never, said {person}`ada-byrne`")},
        {TOLLS: ("    formerly: [toll-two]", "    formerly: [toll-three]")},
    ),
    "a page": (
        {f"{PAGES}more.md": ("title: More", "title: More\nsummary: Of tolls.\norder: 1")},
        {f"{PAGES}index.md": ("[tolls]", "[]")},
        {f"{PAGES}more.md": (":topic: tolls", ":kind: quote")},
    ),
}  # fmt: skip


def after(files: Bytes, step: Step) -> Bytes:
    """The files after one step; articles keep the digests that their sources have of them."""
    changed = dict(files)
    for path, (old, new) in step.items():
        text = files.get(path, b"").decode()
        assert old in text, f"{path} has no {old!r}"
        changed[path] = text.replace(old, new, 1).encode()
        digests = [sha256(each[path]).encode() for each in (files, changed) if path in each]
        changed[SOURCES] = changed[SOURCES].replace(digests[0], digests[-1])
    return changed


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    root = tmp_path_factory.mktemp("project")
    return Lived(root, whole_project(), Random(0), Templates())  # noqa: S311 - nothing is secret


@pytest.mark.parametrize("steps", EDITS.values(), ids=EDITS)
def test_after_each_edit_a_first_run_would_serve_the_same(
    steps: tuple[Step, ...], lived: Lived
) -> None:
    files = whole_project()
    lived.become(files)
    assert lived.agrees()
    assert lived.is_good
    for step in steps:
        files = after(files, step)
        lived.become(files)
        assert lived.agrees()


@pytest.mark.parametrize("seed", range(2))
def test_after_random_edits_a_first_run_would_serve_the_same(seed: int, tmp_path: Path) -> None:
    files = whole_project()
    lived = Lived(tmp_path, files, Random(seed))  # noqa: S311 - nothing is secret
    for done, differing in islice(lived.steps(files), 12):
        assert not differing, done
