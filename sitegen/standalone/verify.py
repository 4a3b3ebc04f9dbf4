#!/usr/bin/env python3
"""Checks this fact sheet's citations against the texts of its sources, without its generator.

    python3 verify.py [FILE ... | ID=FILE ...]

It reads facts.json, sources.json and texts/ beside it. A source whose text is not published there
is checked against your own copy: give FILE (known by its sha256), or ID=FILE for another copy.
For each citation the words at its anchors must be the words that it quotes, within its lines.

Exit code: 0 all that was checked agrees, 1 something disagrees, 2 nothing could be checked.
"""

import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path

INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
SIGN_OR_DASH = re.compile(
    "(?<![\\w\u2010-\u2015-])([\u2010-\u2015-]+)(?=\\d)|[\u2010-\u2015]|-{2,}"
)
MARKS = str.maketrans("\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b", "\"\"\"\"''''")


def comparable(words, tier):
    """The words as the tier compares them: T0 as written, T1 without the accidents of typesetting,
    T2 with straight marks and plain dashes. White space counts as one space throughout.
    """
    if tier in ("T1", "T2"):
        words = INVISIBLE.sub("", unicodedata.normalize("NFC", words))
    if tier == "T2":
        words = words.translate(MARKS).replace("...", "\u2026")
        words = SIGN_OR_DASH.sub(lambda found: found[1] or "-", words)
    return " ".join(words.split())


def same(found, quoted, tier):
    """Whether words agree at a tier; a line end after a dash may be a space or nothing."""
    found, quoted = comparable(found, tier), comparable(quoted, tier)
    if found == quoted or tier == "T0":
        return found == quoted
    tight = re.compile("(?<=[\u2010-\u2015-]) | (?=[\u2010-\u2015-])")
    return tight.sub("", found) == tight.sub("", quoted)


def problem(citation, lines):
    """What is wrong with a citation, or None."""
    first, _, last = citation["lines"].partition("-")
    pieces = citation["exact"]
    pieces = [pieces] if isinstance(pieces, str) else pieces
    words = []
    for anchor in citation["anchors"]:
        line, start, end = anchor["line"], anchor["start"], anchor["end"]
        if not int(first) <= line <= int(last or first):
            return f"line {line} is not among the cited lines {citation['lines']}"
        if line > len(lines) or not 0 <= start < end <= len(lines[line - 1]):
            return f"line {line} has no characters {start} to {end}"
        words.append(lines[line - 1][start:end])
    if not words:
        return "it is said to be found, but nowhere"
    if not same(" ".join(words), " ".join(pieces), citation["tier"]):
        return f"the text has \u201c{' '.join(words)}\u201d"
    return None


def read_texts(here, sources, arguments):
    """The lines of each source whose text is published here or was given as a copy."""
    pins = {source["id"]: source["sha256"] for source in sources}
    texts = {s["id"]: (here / s["text"]).read_bytes() for s in sources if s.get("text")}
    for argument in arguments:
        name, equals, file = argument.partition("=")
        given = name in pins and equals
        copy = Path(file if given else argument).read_bytes()
        digest = hashlib.sha256(copy).hexdigest()
        owners = [name] if given else [source for source in pins if pins[source] == digest]
        texts.update(dict.fromkeys(owners, copy))
        if not owners:
            print(f"{argument}: not the copy of any source here; give ID={argument}")
    for name, text in texts.items():
        if hashlib.sha256(text).hexdigest() != pins[name]:
            print(f"{name}: this is not the copy that was cited; its words are compared")
    return {name: re.split("\r\n|\n|\r", text.decode("utf-8")) for name, text in texts.items()}


def main(arguments):
    """Check every citation, and print what disagrees and how many do."""
    if "-h" in arguments or "--help" in arguments:
        print(__doc__.strip())
        return 0
    here = Path(__file__).resolve().parent
    facts = json.loads((here / "facts.json").read_text("utf-8"))["facts"]
    sources = json.loads((here / "sources.json").read_text("utf-8"))["sources"]
    texts = read_texts(here, sources, arguments)
    agreed = disagreed = unchecked = 0
    for fact in facts:
        for number, citation in enumerate(fact["citations"], 1):
            lines = texts.get(citation["source"])
            if citation["verdict"] != "found" or citation.get("redacted") or lines is None:
                unchecked += 1
                continue
            wrong = problem(citation, lines)
            agreed += not wrong
            if wrong:
                disagreed += 1
                where = f"{citation['source']}, lines {citation['lines']}"
                print(f"{fact['id']}, citation {number} ({where}): {wrong}")
    print(
        f"{agreed} citations agree with the texts, {disagreed} disagree, "
        f"{unchecked} were not checked"
    )
    if unchecked:
        print("(not checked: words withheld, or a text that is not published: give your own copy)")
    return 1 if disagreed else 0 if agreed else 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as failure:
        print(f"verify.py: cannot read this: {type(failure).__name__}: {failure}")
        sys.exit(2)
