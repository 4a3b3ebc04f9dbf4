"""What may happen to the files of a project, at random.

An edit takes one state of the files and gives the next; it never looks at what a run makes of it.
Most are the slips and changes of an editor, so that many states are good ones.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from sitegen.digest import sha256
from tests.incremental.project import PROJECT, with_digests

Bytes = Mapping[str, bytes]
Edit = Callable[[Random, Bytes], Bytes]

SITE, SOURCES = "content/site.yaml", "content/sources.yaml"
PEOPLE, TOPICS = "content/people.yaml", "content/topics.yaml"
FACTS, PAGES, ASSETS, THEME = "content/facts/", "content/pages/", "content/assets/", "themes/own/"

_BLOCK = re.compile(r"(?m)^  [\w-]+:\n(?:(?: {4}.*)?\n)+")
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"></svg>\n'

# Lines that a record may have, by where it stands; {fact} and so on are ids of the project.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    SITE: (
        "language: de", "language: en-GB", "base_url: https://example.org/a/", "noindex: true",
        "base_url: https://example.org/b/", "theme: dossier", "theme: own", "theme: default",
        "theme: none-such", "display: full", "licence: CC0", "report_url: https://example.org/r",
        "description: Of bridges.", "report_email: a@example.org",
        "theme_settings: {density: compact}", "theme_settings: {density: wide}",
        "theme_settings: {logo: logo.svg}", "theme_settings: {measure: 30em}",
        "publisher: {name: The publisher}", "publisher: {name: Ada, url: 'https://example.org/'}",
    ),
    SOURCES: (
        "    note: See {{fact}}`{fact}` and {{person}}`{person}`.", "    noindex: true",
        "    display: full\n    because: It is short.", "    display: excerpt", "    licence: CC0",
        "    title: Another title", "    author: {name}", "    publisher: The Gazette",
        "    publisher: ' the  gazette'", "    language: de", "    url: https://example.org/s",
        "    published: 2018-04", "    retrieved: 2020-01-01",
        "    redact: [{{exact: {word}, shown_as: '[withheld]'}}]",
        "    redact: [{{exact: {word}, shown_as: '[name]', lines: 3}}]",
    ),
    PEOPLE: (
        "    private: true\n    role: a passer-by", "    role: a witness", "    aliases: [{word}]",
        "    description: They are told of in {{fact}}`{fact}`.", "    wikidata: Q42",
        "    description: The *{word}*.", "    url: https://example.org/p", "    name: {word}",
    ),
    TOPICS: (
        "    title: Another title", "    summary: About {{person}}`{person}` and {{fact}}`{fact}`.",
        "    summary: The {word}.",
    ),
    FACTS: (
        "    note: As in {{fact}}`{fact}`.", "    note: '{{value}}`{fact}` and 999 more.'",
        "    note: The {word}.", "    topics: [{topic}]", "    people: [{person}]",
        "    according_to: {person}", "    via: a letter", "    status: denied",
        "    response: It is not so, said {{person}}`{person}`.", "    added: 2020-01-01",
        "    corrections: [{{date: 2021-02-03, was: It was so., because: A slip.}}]",
        "    formerly: [old-{fact}]", "    formerly: [{fact}]", "    formerly: [was-once]",
        "    accept: {{sources-differ: They are of two years.}}", "    measure: toll",
        "    accept: {{uncited-number: It is a quotation.}}", "    claim: The {word} was 7.",
        "    claim: 'Another claim: the {word}.'", "    value: 41", "    value: '41'",
        "    basis: {{value: {{derived: {fact} + 1}}}}", "    unit: {word}", "    modifier: about",
        "    basis: {{unit: {{inferred: As before., from: [{fact}]}}}}", "    medium: broadcast",
        "    cite: {{source: {source}, lines: 3}}", "    cite: {{source: {source}, lines: 1-3}}",
        "    cite: [{{source: {source}, lines: 3}}, {{source: {source}, lines: 1}}]",
        "    cite: {{source: {source}, lines: 3, exact: {word}}}",
    ),
    PAGES: (
        "topics: [{topic}]", "summary: On {word}.", "order: 3", "noindex: true", "title: Other",
    ),
}  # fmt: skip
_PROSE = (
    "Words on {word}.", "{{fact}}`{fact}` says so.", "{{value}}`{fact}` and {{date}}`{fact}`.",
    "{{person}}`{person}` of {{source}}`{source}`", "[A link](facts/{fact}.html)", "# {word}",
    "![A picture](assets/logo.svg)", "[File](assets/logo.svg)",
    ":::{{facts}}\n:topic: {topic}\n:::",
    ":::{{facts}}\n:person: {person}\n:::", ":::{{compare}}\n:measure: toll\n:::",
    ":::{{chart}}\n:ids: {fact}\n:::", "{{quote}}`{fact}`", "It was 40 pence: {{fact}}`{fact}`.",
)  # fmt: skip
_TEMPLATES: Mapping[str, tuple[str, ...]] = {
    "theme.yaml": ("extends: default\n", "extends: dossier\n", "extends: own\n", "extends: [\n"),
    "fact.html": (
        '{% extends "default/fact.html" %}{% block content %}<p>{{ page.title }}</p>{% endblock %}',
        '{% extends "default/fact.html" %}\n',
        '{% extends "default/fact.html" %}{% block content %}{{ page.none }}{% endblock %}',
        '{% extends "default/fact.html" %}{% from "note.html" import note %}'
        "{% block content %}{{ note(page.title) }}{% endblock %}",
        "{% if %}",
    ),
    "note.html": (
        "{% macro note(words) %}<b>{{ words }}</b>{% endmacro %}\n",
        "{% macro note(words) %}<i>{{ words }}</i>{% endmacro %}\n",
    ),
    "page.html": (
        '{% extends "default/page.html" %}{% block content %}{{ super() }}<hr>{% endblock %}',
    ),
    "styles/x.css": ("p { color: red }\n", "p { color: blue }\n", "p { color: red\n"),
    "assets/x.css": (
        "p { background: url(dot.svg) }\n",
        'p { background: url("logo.svg") }\n',
        "p { background: url(https://example.org/a.svg) }\n",
    ),
    "assets/dot.svg": (_SVG.format(1), _SVG.format(2)),
    "assets/x.js": ("export {};\n", "export const x = 1;\n"),
}


_SUMS = (
    "source: gazette\n"
    "facts:\n"
    "  rise:\n    kind: count\n    value: 20\n    unit: pence\n"
    "    claim: The toll rose by 20 pence.\n"
    "    basis:\n      value: {derived: later-toll - toll}\n"
    "    note: After {value}`toll` it was {value}`later-toll`, paid by {person}`tom-hill`.\n"
    "    cite: {lines: 5, exact: toll was 60 pence later}\n"
    "  paid:\n    kind: count\n    value: 40\n    unit: pence\n    measure: toll\n"
    "    claim: 40 pence were paid.\n"
    "    cite:\n"
    "      - {lines: 3, exact: toll was 40 pence}\n"
    "      - {source: letter, lines: 5}\n"
)
_MORE = (
    "---\ntitle: More\n---\n\n# Tolls\n\nIt was {value}`paid` pence: {fact}`rise`.\n\n"
    "[All](facts/arches.html), [a line](sources/letter.html#L3).\n\n"
    ":::{facts}\n:topic: tolls\n:::\n\n:::{compare}\n:measure: toll\n:::\n\n"
    ":::{facts}\n:kind: count\n:::\n"
)


def whole_project() -> Bytes:
    """A good project with something of everything."""
    texts = {**PROJECT, f"{FACTS}sums.yaml": _SUMS, f"{PAGES}more.md": _MORE}
    texts[PEOPLE] += "  a-clerk:\n    name: Jo Ames\n    private: true\n    role: a clerk\n"
    texts[f"{ASSETS}logo.svg"] = _SVG.format(9)
    texts[f"{THEME}theme.yaml"] = "extends: default\n"
    texts[SITE] += "theme: own\nbase_url: https://example.org/\n"
    return {path: with_digests(text).encode() for path, text in texts.items()}


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _pick(random: Random, files: Bytes, start: str = "", end: str = "") -> str | None:
    """A file whose path begins and ends so."""
    found = sorted(path for path in files if path.startswith(start) and path.endswith(end))
    return random.choice(found) if found else None


def _names(random: Random, files: Bytes) -> dict[str, str]:
    """An id of each kind, and a word that an article has."""

    def one(start: str, otherwise: str) -> str:
        texts = (_text(files[path]) for path in sorted(files) if path.startswith(start))
        ids = [block.split(":", 1)[0].strip() for text in texts for block in _BLOCK.findall(text)]
        return random.choice(ids) if ids else otherwise

    article = _pick(random, files, end=".txt")
    words = re.findall(r"[^\W\d_]{4,}", _text(files[article])) if article else []
    return {
        "fact": one(FACTS, "none"),
        "source": one(SOURCES, "none"),
        "person": one(PEOPLE, "none"),
        "topic": one(TOPICS, "none"),
        "word": random.choice(words) if words else "word",
        "name": random.choice(["Ada Byrne", "Tom Hill"]),
    }


def _kind_of(path: str) -> str | None:
    return next((start for start in _FIELDS if path.startswith(start)), None)


def field(random: Random, files: Bytes) -> Bytes:
    """A record has a field more, or another value for it, or one less."""
    path = _pick(random, files, random.choice(list(_FIELDS)))
    if path is None:
        return files
    text, line = _text(files[path]), random.choice(_FIELDS[_kind_of(path) or FACTS])
    line = line.format(**_names(random, files)) if _kind_of(path) != SITE else line
    name = line.split(":", 1)[0]
    header = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    where = _places_for(random, text, header, name)
    if where is None:
        return files
    begin, end = where
    block = re.sub(rf"(?m)^{name}:.*\n(?:{name[: len(name) - len(name.lstrip())]}[ -].*\n)*", "",
                   text[begin:end])  # fmt: skip
    added = "" if random.random() < 0.2 else f"{line}\n"
    return {**files, path: (text[:begin] + block + added + text[end:]).encode()}


def _places_for(
    random: Random, text: str, header: re.Match[str] | None, name: str
) -> tuple[int, int] | None:
    if header:
        return 4, header.end() - 4
    if not name.startswith(" "):
        return 0, len(text)
    blocks = list(_BLOCK.finditer(text))
    return random.choice(blocks).span() if blocks else None


def prose(random: Random, files: Bytes) -> Bytes:
    """A page has a paragraph more."""
    path = _pick(random, files, PAGES)
    if path is None:
        return {**files, f"{PAGES}index.md": b"---\ntitle: Home\n---\n\nWords.\n"}
    more = random.choice(_PROSE).format(**_names(random, files))
    return {**files, path: files[path] + f"\n{more}\n".encode()}


def page(random: Random, files: Bytes) -> Bytes:
    """A page comes."""
    names = _names(random, files)
    name = random.choice(["index", "more", "facts", "about", names["topic"]])
    body = random.choice(_PROSE).format(**names)
    return {**files, f"{PAGES}{name}.md": f"---\ntitle: Page\n---\n\n{body}\n".encode()}


def template(random: Random, files: Bytes) -> Bytes:
    """A file of the theme comes, changes or goes."""
    name = random.choice(list(_TEMPLATES))
    if random.random() < 0.2:
        return _without(files, THEME + name)
    more = {THEME + name: random.choice(_TEMPLATES[name]).encode()}
    if THEME + "theme.yaml" not in files:
        more[THEME + "theme.yaml"] = b"extends: default\n"
    return {**files, **more}


def asset(random: Random, files: Bytes) -> Bytes:
    """A picture or another file for readers comes or changes."""
    name = random.choice(["logo.svg", "table.csv", "a/logo.svg", "page.html", "style.css"])
    content = random.choice([_SVG.format(3), _SVG.format(4), "a,b\n", "<script>x</script>", ""])
    return {**files, ASSETS + name: content.encode()}


def article(random: Random, files: Bytes) -> Bytes:
    """An article changes, and most often the digest that its source has of it."""
    path = _pick(random, files, end=".txt")
    if path is None:
        return files
    lines = _text(files[path]).split("\n")
    at = random.randrange(len(lines))
    more = ["“It fell,” wrote Ada Byrne in May 1931.", "", "It was 41.", lines[-1], "It has 12."]
    lines[at:at] = random.sample(more, random.randint(1, 2))
    if random.random() < 0.3:
        del lines[at - 1]
    content = "\n".join(lines).encode()
    files = _digest(files, files[path], content) if random.random() < 0.8 else files
    return {**files, path: content}


def _digest(files: Bytes, old: bytes, new: bytes) -> Bytes:
    if SOURCES not in files:
        return files
    text = files[SOURCES].replace(sha256(old).encode(), sha256(new).encode())
    return {**files, SOURCES: text}


def renamed_id(random: Random, files: Bytes) -> Bytes:
    """An id becomes another: everywhere, or in one place; a fact may tell of it."""
    old = _names(random, files)[random.choice(["fact", "source", "person", "topic"])]
    new = random.choice([f"{old}-x", "renamed", old[:-2] if old.endswith("-x") else f"a-{old}"])
    whole = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    paths = [path for path in files if path.startswith("content/") and not path.endswith(".svg")]
    if random.random() < 0.3:
        paths = [random.choice(sorted(paths))] if paths else []
    changed = {path: whole.sub(new, _text(files[path])) for path in paths}
    if random.random() < 0.5:
        changed = {
            path: text.replace(f"  {new}:\n", f"  {new}:\n    formerly: [{old}]\n")
            if path.startswith(FACTS)
            else text
            for path, text in changed.items()
        }
    return {**files, **{path: text.encode() for path, text in changed.items()}}


def moved_block(random: Random, files: Bytes) -> Bytes:
    """A record goes to another file, or elsewhere in its own, or is there twice, or goes."""
    path = _pick(random, files, random.choice([FACTS, PEOPLE, TOPICS, SOURCES]), ".yaml")
    blocks = list(_BLOCK.finditer(_text(files[path]))) if path else []
    if path is None or not blocks:
        return files
    begin, end = random.choice(blocks).span()
    text = _text(files[path])
    block, rest = text[begin:end], text[:begin] + text[end:]
    other = path if random.random() < 0.3 else _pick(random, files, FACTS, ".yaml")
    if other is None or (other != path and not path.startswith(FACTS)):
        other = path
    how = random.random()
    files = {**files, path: (text if how < 0.1 else rest).encode()}
    if how > 0.8:
        return files
    there = _text(files[other])
    starts = [found.start() for found in _BLOCK.finditer(there)] or [len(there)]
    at = random.choice(starts)
    if not block.endswith("\n"):
        block += "\n"
    return {**files, other: (there[:at] + block + there[at:]).encode()}


def line(random: Random, files: Bytes) -> Bytes:
    """A line of a file goes, is there twice, changes its place or becomes a comment."""
    path = _pick(random, files)
    lines = _text(files[path]).split("\n") if path else []
    if path is None or len(lines) < 2:
        return files
    at, to = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines[at], lines[to] = lines[to], lines[at]
        case 3:
            lines.insert(at, random.choice(["# a comment", ""]))
        case 4:
            lines.insert(0, "# a comment")
        case 5:
            lines[at] += random.choice([" ", "  # its", ".", "x", " [", "”"])
    return {**files, path: "\n".join(lines).encode()}


def word(random: Random, files: Bytes) -> Bytes:
    """A word or a figure of a file is another."""
    path = _pick(random, files)
    words = list(re.finditer(r"\w+", _text(files[path]))) if path else []
    if path is None or not words:
        return files
    begin, end = random.choice(words).span()
    text = _text(files[path])
    old = text[begin:end]
    new = str(random.choice([7, 40, 41, 60])) if old.isdigit() else random.choice(words).group()
    return {**files, path: (text[:begin] + new + text[end:]).encode()}


def quoting(random: Random, files: Bytes) -> Bytes:
    """A value is written in another way that means the same, or nearly so."""
    path = _pick(random, files, "content/", ".yaml")
    plain = r"(?m)^( *[\w-]+: )([A-Za-z0-9][^\n:#'\"\[{>|]*)$"
    values = list(re.finditer(plain, _text(files[path]))) if path else []
    if path is None or not values:
        return files
    text, found = _text(files[path]), random.choice(values)
    style = random.choice(["'{}'", '"{}"', ">-\n      {}", "  {}", "|\n      {}"])
    new = found[1] + style.format(found[2])
    return {**files, path: (text[: found.start()] + new + text[found.end() :]).encode()}


def file(random: Random, files: Bytes) -> Bytes:  # noqa: PLR0911 - a list of mishaps
    """A file goes, is copied, goes elsewhere, is emptied, cut off, or no longer text."""
    path, other = _pick(random, files), _pick(random, files)
    if path is None or other is None:
        return files
    where = random.choice([FACTS, PAGES, ASSETS, THEME, "seeds/", "content/", FACTS + "deep/"])
    new = where + random.choice(["a", "z", ".hidden-"]) + path.rpartition("/")[2]
    match random.randrange(9):
        case 0:
            return _without(files, path)
        case 1:
            return {**files, new: files[path]}
        case 2:
            return {**_without(files, path), new: files[path]}
        case 3:
            return {**files, path: files[other], other: files[path]}  # exchanged
        case 4:
            return {**files, path: files[other]}
        case 5:
            return {**files, path: b""}
        case 6:
            return {**files, path: files[path][: random.randrange(len(files[path]) + 1)]}
        case 7:
            return {**files, path: files[path] + b"\xff\0"}
        case _:
            return {**_without(files, path), f"{path}/inside.yaml": files[path]}  # a folder now


def folder(random: Random, files: Bytes) -> Bytes:
    """A folder goes elsewhere with all that it holds, or away."""
    start = random.choice([FACTS, PAGES, ASSETS, THEME, "seeds/", "themes/", "content/"])
    new = random.choice(["content/facts/", "content/elsewhere/", "elsewhere/", "themes/other/"])
    kept = {path: content for path, content in files.items() if not path.startswith(start)}
    if random.random() < 0.3:
        return kept
    moved = {new + p.removeprefix(start): c for p, c in files.items() if p.startswith(start)}
    return {**kept, **moved}


def _without(files: Bytes, path: str) -> Bytes:
    return {name: content for name, content in files.items() if name != path}


# How often each comes about: what leaves most states good comes more often.
_EDITS: Mapping[Edit, int] = {
    field: 12, prose: 4, page: 2, template: 5, asset: 2, article: 3, renamed_id: 3, moved_block: 4,
    line: 4, word: 5, quoting: 3, file: 3, folder: 1,
}  # fmt: skip


def edited(random: Random, files: Bytes) -> tuple[str, Bytes]:
    """One edit, and what it is called."""
    edit = random.choices(list(_EDITS), list(_EDITS.values()))[0]
    return getattr(edit, "__name__", ""), _possible(edit(random, files))


def _possible(files: Bytes) -> Bytes:
    """Without what no disk can hold: a file where a folder is."""
    folders = {str(folder) for path in files for folder in Path(path).parents}
    return {path: content for path, content in files.items() if path not in folders}
