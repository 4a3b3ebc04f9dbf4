"""A project of two facts on the disk, good as it is."""

import hashlib
from pathlib import Path

FACTS = """\
source: letter
facts:
  bridge-opened:
    kind: claim
    claim: The bridge was opened.
    cite: {lines: 1, exact: The bridge was opened}
  lamp-lit:
    kind: claim
    claim: The lamp was lit.
    cite: {lines: 2, exact: The lamp was lit}
"""
LETTER = "The bridge was opened in May.\nThe lamp was lit.\n"
_SOURCES = """\
sources:
  letter:
    title: A letter
    text: texts/letter.txt
    sha256: {}
"""


def sources(letter: str) -> str:
    """The register of sources, for an article of these words."""
    return _SOURCES.format(hashlib.sha256(letter.encode()).hexdigest())


FILES = {
    "content/site.yaml": "title: Small\ntheme: own\n",
    "content/sources.yaml": sources(LETTER),
    "content/facts/letter.yaml": FACTS,
    "texts/letter.txt": LETTER,
    "themes/own/theme.yaml": "extends: default\n",
}


def lay_out(root: Path) -> Path:
    """Write the project and give its folder."""
    for path, text in FILES.items():
        save(root / path, text)
    return root


def save(file: Path, text: str) -> None:
    """Write a file, and its folder if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
