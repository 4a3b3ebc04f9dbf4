"""README.md and every document of the manual are run; the rules are those of `tests.manual`."""

import os
from pathlib import Path

import pytest

from tests.diagnostic_pages import ACCEPTED, FAILS, PASSES, pages
from tests.documents import DOCUMENTS, ROOT, blocks
from tests.manual.reading import refuse_hidden
from tests.manual.running import run_document

# These have examples of a form of their own, which tests/test_examples.py runs.
DIAGNOSTICS = sorted(pages().values())
MANUAL = [
    path
    for path in DOCUMENTS
    if path == ROOT / "README.md"
    or (path.is_relative_to(ROOT / "docs") and path not in DIAGNOSTICS)
]


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX: the manual's blocks are for sh")
@pytest.mark.parametrize("document", MANUAL, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_does_what_it_shows(document: Path, tmp_path: Path) -> None:
    run_document(document, tmp_path)


@pytest.mark.parametrize("page", DIAGNOSTICS, ids=lambda path: path.stem)
def test_a_page_of_a_diagnostic_has_no_block_but_its_examples(page: Path) -> None:
    refuse_hidden(page)
    assert {block.heading for block in blocks(page)} <= {FAILS, PASSES, ACCEPTED}
