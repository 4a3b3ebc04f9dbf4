"""A small project, and what an editor may do to it between two runs."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from sitegen.build.checking import Checked
from sitegen.digest import sha256
from sitegen.linked import Linked

Files = Mapping[str, str]
Edit = Callable[[Files], Files]

SITE, SOURCES = "content/site.yaml", "content/sources.yaml"
PEOPLE, TOPICS = "content/people.yaml", "content/topics.yaml"
BRIDGE, TOLLS, HOME = (
    "content/facts/bridge.yaml",
    "content/facts/tolls.yaml",
    "content/pages/index.md",
)
LETTER, GAZETTE = "seeds/letter.txt", "seeds/gazette.txt"
PICTURE = "content/assets/note.txt"

_LETTER = "A letter\n\n“The bridge opened in May 1931,” wrote Ada Byrne.\n\nIt has 12 arches.\n"
_GAZETTE = "The Gazette\n\nThe toll was 40 pence.\n\nThe toll was 60 pence later.\n"

PROJECT: Files = {
    SITE: "title: Bridges\n",
    SOURCES: (
        "sources:\n"
        "  letter:\n    text: seeds/letter.txt\n    sha256: @letter\n    title: A letter\n"
        "    note: Copied by hand.\n"
        "  gazette:\n    text: seeds/gazette.txt\n    sha256: @gazette\n"
    ),
    PEOPLE: (
        "people:\n"
        "  ada-byrne:\n    name: Ada Byrne\n    description: An *engineer*.\n"
        "  tom-hill:\n    name: Tom Hill\n"
    ),
    TOPICS: "topics:\n  tolls:\n    title: Tolls\n    summary: What was paid.\n",
    BRIDGE: (
        "source: letter\n"
        "facts:\n"
        "  opened:\n    kind: quote\n    speaker: ada-byrne\n    claim: The bridge opened.\n"
        "    cite: {lines: 3, exact: The bridge opened in May 1931}\n"
        "  arches:\n    kind: count\n    value: 12\n    unit: arches\n"
        "    claim: The bridge has 12 arches.\n    cite: {lines: 5, exact: It has 12 arches}\n"
        "skip:\n  - {lines: 1, exact: A letter, because: The title.}\n"
    ),
    TOLLS: (
        "source: gazette\n"
        "facts:\n"
        "  toll:\n    kind: count\n    value: 40\n    unit: pence\n    topics: [tolls]\n"
        "    claim: The toll was 40 pence.\n    cite: {lines: 3, exact: toll was 40 pence}\n"
        "  later-toll:\n    kind: count\n    value: 60\n    unit: pence\n    people: [tom-hill]\n"
        "    formerly: [toll-two]\n    claim: The toll was 60 pence.\n"
        "    basis:\n      unit: {inferred: As before., from: [toll]}\n"
        "    cite: {lines: 5, exact: toll was 60 pence}\n"
    ),
    HOME: "---\ntitle: Home\ntopics: [tolls]\n---\n\nThe toll was {value}`toll` pence.\n",
    LETTER: _LETTER,
    GAZETTE: _GAZETTE,
    PICTURE: "kept",
}


def write(files: Files, folder: Path) -> None:
    """Make the folder hold these files and no others; what is as it was is not touched."""
    wanted = {folder / path: with_digests(text).encode() for path, text in files.items()}
    for file in folder.rglob("*"):
        if file.is_file() and file not in wanted:
            file.unlink()
    for file, content in wanted.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_bytes() != content:
            file.write_bytes(content)


def with_digests(text: str) -> str:
    """A register of sources with the digests of the project's articles."""
    for path, content in PROJECT.items():
        text = text.replace(f"@{Path(path).stem}\n", f"{sha256(content.encode())}\n")
    return text


def replaced(path: str, old: str, new: str) -> Edit:
    """In one file, these words for those; nothing where they do not stand."""
    return lambda files: (
        {**files, path: files[path].replace(old, new, 1)} if path in files else files
    )


def written(path: str, text: str) -> Edit:
    return lambda files: {**files, path: text}


def appended(path: str, text: str) -> Edit:
    return lambda files: {**files, path: files.get(path, "") + text}


def deleted(path: str) -> Edit:
    return lambda files: {name: text for name, text in files.items() if name != path}


def renamed(path: str, new: str) -> Edit:
    return lambda files: {new if name == path else name: text for name, text in files.items()}


def restored(path: str) -> Edit:
    return written(path, PROJECT[path])


_NEW = "  new:\n    kind: claim\n    claim: It is new.\n    cite: {lines: 3, exact: The toll}\n"
_ARCHES = PROJECT[BRIDGE][PROJECT[BRIDGE].index("  arches:") : PROJECT[BRIDGE].index("skip:")]


def _moved(files: Files) -> Files:
    taken = replaced(BRIDGE, _ARCHES, "")(files)
    return appended(TOLLS, _ARCHES.replace("{lines", "{source: letter, lines"))(taken)


EDITS: Mapping[str, Edit] = {
    "nothing": lambda files: files,
    "a claim changed": replaced(BRIDGE, "The bridge has", "It has"),
    "a line added before all facts": replaced(TOLLS, "source:", "# a comment\nsource:"),
    "a comment at the end": appended(TOLLS, "# a comment\n"),
    "a comment beside the source": replaced(TOLLS, "source: gazette", "source: gazette  # its"),
    "a fact added": appended(TOLLS, _NEW),
    "the fact added twice": appended(BRIDGE, "facts:\n" + _NEW),
    "a fact removed": replaced(BRIDGE, _ARCHES, ""),
    "a fact moved to another file": _moved,
    "a fact that another rests on renamed": replaced(TOLLS, "  toll:\n", "  first-toll:\n"),
    "a fact takes a former id": replaced(BRIDGE, "  arches:\n", "  toll-two:\n"),
    "a fact takes the id of a later file": replaced(BRIDGE, "  arches:\n", "  toll:\n"),
    "a fact that cannot be read": replaced(TOLLS, "kind: count", "kind: county"),
    "a speaker whom nobody knows": replaced(BRIDGE, "ada-byrne", "ada-burne"),
    "a calculation without spaces": replaced(
        TOLLS, "{inferred: As before., from: [toll]}", "{derived: later-toll-toll}"
    ),
    "a file without a source": replaced(TOLLS, "source: gazette\n", ""),
    "another source for a file": replaced(TOLLS, "source: gazette", "source: letter"),
    "a source that there is not": replaced(TOLLS, "source: gazette", "source: gazzette"),
    "a passage skipped": appended(BRIDGE, "  - {lines: 5, exact: It, because: A word.}\n"),
    "a file broken": replaced(TOLLS, "source:", "source: [\n"),
    "a file refused at a place": replaced(TOLLS, "source: gazette", "source: *gazette"),
    "a file emptied": written(BRIDGE, ""),
    "all files emptied": lambda files: {**files, BRIDGE: "", TOLLS: ""},
    "a file mended": restored(TOLLS),
    "another file mended": restored(BRIDGE),
    "a file renamed": renamed(TOLLS, "content/facts/a/tolls.yaml"),
    "a file renamed back": renamed("content/facts/a/tolls.yaml", TOLLS),
    "a file copied": lambda files: {**files, "content/facts/z.yaml": files.get(TOLLS, "")},
    "the copy deleted": deleted("content/facts/z.yaml"),
    "a file deleted": deleted(BRIDGE),
    "a stray file": written("content/facts/b.yml", "facts: {}\n"),
    "the stray file deleted": deleted("content/facts/b.yml"),
    "a name changed": replaced(PEOPLE, "Ada Byrne", "Ada Burne"),
    "a person added above": replaced(PEOPLE, "people:\n", "people:\n  x:\n    name: X\n"),
    "a person's id changed": replaced(PEOPLE, "tom-hill", "thomas-hill"),
    "a person who cannot be read": replaced(PEOPLE, "name: Tom Hill", "nam: Tom Hill"),
    "people broken": replaced(PEOPLE, "people:", "people: {"),
    "people mended": restored(PEOPLE),
    "people deleted": deleted(PEOPLE),
    "a topic's title changed": replaced(TOPICS, "title: Tolls", "title: The tolls"),
    "a topic gone": replaced(TOPICS, "  tolls:", "  bridges:"),
    "topics mended": restored(TOPICS),
    "a source's title changed": replaced(SOURCES, "title: A letter", "title: The letter"),
    "a source's title left out": replaced(SOURCES, "    title: A letter\n", ""),
    "a source shown in full": replaced(SOURCES, "title: A letter", "display: full"),
    "a source's id changed": replaced(SOURCES, "  gazette:", "  the-gazette:"),
    "a text that is not there": replaced(SOURCES, "seeds/gazette.txt", "seeds/gazete.txt"),
    "a text outside": replaced(SOURCES, "seeds/gazette.txt", "../gazette.txt"),
    "one text for two sources": replaced(SOURCES, "seeds/gazette.txt", "seeds/letter.txt"),
    "a content file as a text": replaced(SOURCES, "seeds/letter.txt", BRIDGE),
    "sources mended": restored(SOURCES),
    "sources deleted": deleted(SOURCES),
    "an article changed": appended(LETTER, "And a line more.\n"),
    "an article's first line changed": replaced(GAZETTE, "The Gazette", "A Gazette"),
    "an article deleted": deleted(LETTER),
    "an article of another encoding": appended(GAZETTE, "\0"),
    "all articles emptied": lambda files: {**files, LETTER: "", GAZETTE: ""},
    "an article mended": restored(GAZETTE),
    "the other article mended": restored(LETTER),
    "all texts in full": appended(SITE, "display: full\n"),
    "the site's title gone": written(SITE, "language: en\n"),
    "the site mended": restored(SITE),
    "a page changed": appended(HOME, "\nMore.\n"),
    "a page's topic changed": replaced(HOME, "[tolls]", "[toll]"),
    "a page without a header": written(HOME, "Text.\n"),
    "a page added": written("content/pages/more.md", "---\ntitle: More\n---\n\n*More*.\n"),
    "the page deleted": deleted("content/pages/more.md"),
    "a file of the assets changed": appended(PICTURE, "!"),
    "a file of the assets that harms": written("content/assets/a.html", "<script>x</script>"),
}


def told(run: Checked) -> list[str]:
    """All that a check says, in its order: the words and places of each part as well."""
    sheet = run.checked
    linked = (
        f"{field.name} {_plain(getattr(run.linked, field.name))}"
        for field in fields(Linked)
        if field.name != "checked"
    )
    return [
        *map(repr, run.diagnostics),
        *(f"{name} {one.evidence} {one.fields}" for name, one in sheet.facts.items()),
        repr((sheet.skips, sheet.sources, sheet.accepted)),
        *linked,
    ]


def _plain(index: Any) -> Any:
    return [(k, _plain(v)) for k, v in index.items()] if isinstance(index, Mapping) else index
