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
MARKS = str.maketrans("“”„‟«»「」＂〝〞〟‘’‚‛ʼ‹›『』＇", '"' * 12 + "'" * 10)
# The space within French marks, « so »; not around »so«.
FRENCH = re.compile("(?:(?<![^\\s\\0(\\['’—–-])|(?<=\\A))[«‹] | [»›](?=[\\s\\0.,;:!?…)\\]]|\\Z)")
REPEATED = re.compile('\n[ \t]*[“„«「"‘‚‹](?=\\S)')
LETTER = re.compile("\\[(\\w)\\](?=\\w)")
DASH = re.compile("-{2,}|—{2,}|–{2,}|[-\u2010-\u2015\ufe58\ufe63\uff0d]")
MONEY = "[$¢-¥֏؋৲৳৻૱௹฿៛\u20a0-\u20cf\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6]"
# A dash before a number, with no word or number before the dash, may be a minus: it must agree.
MINUS = re.compile(
    "(?<![\\w\u0300-\u036f)\\]}%‰°′″”’»\\-\u2010\u2011\ufe63\uff0d])(?<!\\d" + MONEY + ")"
    "[-\u2010-\u2013\ufe63\uff0d](?=" + MONEY + "?\\.?\\d)"
)
# A line end beside a dash that clings to a word may stand for a space or for nothing.
BROKEN = re.compile(
    "(?:(?<=\\S[\u2010-\u2015-])|(?<=\\A[\u2010-\u2015-]))[^\\S\n]*\n[^\\S\n]*(?=\\S)"
    "|(?<=\\S)[^\\S\n]*\n[^\\S\n]*(?=(?:[\u2013-\u2015](?!\\d)|--)\\S)"
)


TIERS = ("T0", "T1", "T2", "T3")


def comparable(words, tier):
    """The words as the tier compares them. T0 as written, but for the ends of lines; T1 composed
    (NFC), without invisible characters, white space as one space; T2 with plain marks and dashes.
    T3, the pieces of a quotation with edits, are compared as T2.
    NUL stands for a line end beside a dash.
    """
    if tier == "T0":
        return "\n".join(line.strip() for line in words.split("\n") if line.strip())
    words = INVISIBLE.sub("", re.sub("(?<=\\w)\u00ad[ \t]*\n[ \t]*(?=\\w)", "", words))
    words = BROKEN.sub("\0", unicodedata.normalize("NFC", words).strip())
    words = " ".join(words.split())
    if tier in ("T2", "T3"):
        words = FRENCH.sub(lambda mark: mark[0].strip(), words)
        words = DASH.sub(lambda dash: dash[0] if MINUS.match(words, dash.start()) else "—", words)
        words = words.translate(MARKS).replace("…", "...")
    return words


def same(found, quoted, tier):
    """Whether words agree at a tier; a NUL agrees with a space and with nothing."""
    ours, theirs = comparable(found, tier), comparable(quoted, tier)
    if "\0" not in ours + theirs:
        return ours == theirs
    one = two = 0
    while one < len(ours) and two < len(theirs):
        here, there = ours[one], theirs[two]
        if here != there and "\0" not in (here, there):
            return False
        one += here in ("\0", there) or here == " "
        two += there in ("\0", here) or there == " "
    return one == len(ours) and two == len(theirs)


def agrees(found, piece, tier):
    """Whether words agree with a piece; from T2 on, without the opening marks that a quotation
    repeats at each paragraph.
    """
    if same(found, piece, tier):
        return True
    return tier in ("T2", "T3") and same(REPEATED.sub("\n", found), piece, tier)


def printed(quote, pieces):
    """Whether an edited quotation has just the words of its pieces outside its marks in brackets.

    Its case, quotation marks and last full stop are not compared, as edits may change them.
    """
    words = [quote, " ".join([pieces] if isinstance(pieces, str) else pieces)]
    words = [re.sub("[\"']", "", comparable(LETTER.sub("\\1", text), "T2")) for text in words]
    one, other = (re.sub("\\[[^\\[\\]]*\\]", " ", text).casefold().split() for text in words)
    return " ".join(one).strip(" .,") == " ".join(other).strip(" .,")


def marked(citation, lines):
    """The places that a citation marks, checked to lie in its lines, in order; or ValueError."""
    first, _, last = citation["lines"].partition("-")
    places = []
    for anchor in citation["anchors"]:
        line, start, end = anchor["line"], anchor["start"], anchor["end"]
        if not int(first) <= line <= int(last or first):
            raise ValueError(f"line {line} is not among the cited lines {first}-{last or first}")
        if not 1 <= line <= len(lines) or not 0 <= start < end <= len(lines[line - 1]):
            raise ValueError(f"line {line} has no characters {start} to {end}")
        if places and (line, start) < (places[-1][0], places[-1][2]):
            raise ValueError("its anchors are not in order")
        places.append((line, start, end))
    if not places or not citation["exact"] or citation["tier"] not in TIERS:
        raise ValueError("it is said to be found, but nowhere, or no words or tier are given")
    return places


def between(lines, one, other):
    """The text after one place and before the next."""
    parts = [*lines[one[0] - 1 : other[0] - 1], lines[other[0] - 1][: other[1]]]
    return INVISIBLE.sub("", "\n".join(parts)[one[2] :]).strip()


def check(citation, lines):
    """Raises ValueError with what is wrong. Words that are not marked may stand between pieces."""
    rest, pieces, place = marked(citation, lines), citation["exact"], None
    for piece in [pieces] if isinstance(pieces, str) else pieces:
        words = ""
        while rest and not (words and agrees(words, piece, citation["tier"])):
            if words and between(lines, place, rest[0]):
                break
            words += "\n" * min(2, rest[0][0] - place[0]) if words else ""
            place = rest.pop(0)
            words += lines[place[0] - 1][place[1] : place[2]]
        if not words or not agrees(words, piece, citation["tier"]):
            raise ValueError(f"the text has “{' '.join(words.split())}”")
    if rest:
        raise ValueError("it marks more than it quotes")


def published(here, source):
    """The bytes of a source's text beside this file, or None; no other file is ever opened."""
    if not source.get("text"):
        return None
    if not re.fullmatch("texts/[a-z0-9][a-z0-9-]*[.]txt", source["text"]):
        raise ValueError(f"not a text of this site: {source['text']!r}")
    return (here / source["text"]).read_bytes()


def add_copies(texts, pins, arguments):
    """Puts the reader's own copies in the place of the published texts; gives their sources."""
    given = set()
    for argument in arguments:
        name, _, file = argument.partition("=")
        if name in pins and file:
            copy, owners = Path(file).read_bytes(), [name]
            if digest(copy) != pins[name]:
                say(f"{name}: this is not the copy that was cited; its words are compared")
        else:
            copy = Path(argument).read_bytes()
            owners = [name for name in pins if pins[name] == digest(copy)]
            if not owners:
                say(f"{argument}: not the copy of any source here; give ID={argument}")
        texts.update(dict.fromkeys(owners, copy))
        given.update(owners)
    return given


def main(arguments):
    """Checks every citation and prints what disagrees; gives the exit code."""
    if "-h" in arguments or "--help" in arguments:
        print(__doc__.strip())
        return 0
    here = Path(__file__).resolve().parent
    facts = json.loads((here / "facts.json").read_text("utf-8"))["facts"]
    sources = json.loads((here / "sources.json").read_text("utf-8"))["sources"]
    pins = {source["id"]: source["sha256"] for source in sources}
    texts = {source["id"]: published(here, source) for source in sources}
    spoilt = {name for name, text in texts.items() if text and digest(text) != pins[name]}
    spoilt -= add_copies(texts, pins, arguments)
    lines = {name: re.split("\r\n|\n|\r", text.decode()) for name, text in texts.items() if text}
    told = {"agree": 0, "disagree": 0, "unchecked": 0}
    for fact in facts:
        for number, citation in enumerate(fact["citations"], 1):
            source = citation["source"]
            if citation["verdict"] != "found" or citation.get("redacted") or source not in lines:
                told["unchecked"] += 1
                continue
            try:
                if source in spoilt:
                    raise ValueError("the published text is not the copy that was cited")
                check(citation, lines[source])
                if citation["tier"] == "T3" and not printed(fact["quote"], citation["exact"]):
                    raise ValueError("the words as printed have others than their pieces")
                told["agree"] += 1
            except (ValueError, TypeError, LookupError, AttributeError) as wrong:
                told["disagree"] += 1
                wrong = wrong if isinstance(wrong, ValueError) else f"it is damaged: {wrong!r}"
                where = f"({source}, lines {citation.get('lines')})"
                say(f"{fact['id']}, citation {number} {where}: {wrong}")
    say(
        f"{told['agree']} citations agree with the texts, {told['disagree']} disagree, "
        f"{told['unchecked']} were not checked"
    )
    if told["unchecked"]:
        say("(not checked: words withheld, or a text that is not published: give your own copy)")
    return 1 if told["disagree"] else 0 if told["agree"] else 2


def say(line):
    """Prints a line; what the files hold may not steer the terminal."""
    print("".join(char if char.isprintable() else "?" for char in line))


def digest(content):
    """The sha256 that pins a copy."""
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as failure:
        say(f"verify.py: cannot read this: {type(failure).__name__}: {failure}")
        sys.exit(2)
