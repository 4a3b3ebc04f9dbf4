"""The manual's table of contents has four parts, and each document in exactly one of them."""

import re
from collections import Counter

from tests.documents import DOCUMENTS, ROOT, sections

CONTENTS = ROOT / "docs" / "README.md"
DIAGNOSTICS = ROOT / "docs" / "diagnostics"
PARTS = ["First steps", "How to …", "Reference", "Why it is built so"]
LINK = re.compile(r"\]\(([^()#]+\.md)\)")


def test_the_manual_has_four_parts() -> None:
    assert [part.heading for part in sections(CONTENTS) if part.level > 1] == PARTS


def test_each_document_is_listed_in_one_part_once() -> None:
    listed = Counter(
        (CONTENTS.parent / path).resolve()
        for part in sections(CONTENTS)
        for path in LINK.findall(part.text)
    )
    index = DIAGNOSTICS / "README.md"  # it lists the codes, and tests/test_docs.py holds that
    expected = {
        path
        for path in DOCUMENTS
        if path.is_relative_to(CONTENTS.parent)
        and path != CONTENTS
        and (path.parent != DIAGNOSTICS or path == index)
    }
    assert set(listed) == expected
    assert set(listed.values()) == {1}


def test_the_readme_leads_to_each_part() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "docs/first-fact-sheet.md" in readme
    assert "docs/README.md#how-to-" in readme
    assert "docs/README.md#reference" in readme
    assert "docs/why.md" in readme
    assert len(readme.splitlines()) < 150
