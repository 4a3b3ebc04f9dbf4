"""Words that are redacted are in no file of a site, however the file spells them."""

import base64
import gzip
import hashlib
import html
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, unquote

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from sitegen.cli import main
from tests.site.reading import tree

_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_COMPRESSED = b"\x1f\x8b"
_SHOWN = "[withheld]"


def spellings(content: bytes) -> Iterator[str]:
    """What a file says, also once or twice unescaped as HTML, XML, JSON, CSS or an address."""
    if content.startswith(_COMPRESSED):
        content = gzip.decompress(content)
    text = content.decode("utf-8", errors="replace")
    for _ in range(3):
        yield text
        text = _UNICODE.sub(lambda match: chr(int(match[1], 16)), text)
        text = html.unescape(unquote(text)).replace('\\"', '"').replace("''", "'")


def in_base64(words: str) -> Iterator[bytes]:
    """The characters that stand for words in base64, wherever they begin in its groups of three."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + words.encode())
        yield encoded[4 if before else 0 :].rstrip(b"=")[:-1]


def telling(files: dict[str, bytes], words: str) -> list[str]:
    """The files, and the names of files, that tell the words."""
    hidden = words.casefold()
    return [
        path
        for path, content in files.items()
        if hidden in unquote(path).casefold()
        or any(hidden in text.casefold() for text in spellings(content))
        or any(encoded in content for encoded in in_base64(words))
    ]


def yaml(record: object) -> str:
    return json.dumps(record, ensure_ascii=False)


def write_project(root: Path, names: Sequence[str], *, hidden: bool, private: bool) -> None:
    """A small project that says the names wherever it can, all of them in a row."""
    words = ", ".join(names)
    text = f"It was {words} who left in 2020.\n“I go,” said Ann Lee to {words.upper()}.\n"
    address = f"https://news.example/{quote(words, safe='')}?q={quote(words)}"
    redactions = [{"exact": name, "shown_as": _SHOWN} for name in names]
    redact = {"redact": redactions} if hidden else {}
    told = {
        "kind": "claim", "claim": f"{words} left.", "note": f"So *{words}* `{words}`.",
        "response": f"{words} said nothing.", "via": words, "according_to": {"unnamed": words},
        "topics": ["t"], "added": "2024-01-02",
        "corrections": [{"date": "2024-02-03", "was": words, "because": f"Not {words}."}],
        "basis": {"according_to": {"inferred": f"It is {words}."}},
        "cite": {"lines": 1, "exact": f"{words} who left in 2020"},
    }  # fmt: skip
    accept = dict.fromkeys(("claim-name", "quote-cut"), f"As {words} is.")
    files: dict[str, object] = {
        "content/site.yaml": {
            "title": f"On {words}", "description": words, "base_url": "https://example.org/s/",
            "publisher": {"name": words, "url": address}, "licence": words,
        },
        "content/sources.yaml": {"sources": {"s": {
            "text": "seeds/s.txt", "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "title": f"What {words} did", "publisher": words, "author": words, "url": address,
            "archive_url": address, "note": words, "display": "full", "because": words,
            "licence": words, **redact,
        }}},
        "content/people.yaml": {"people": {
            "ann": {"name": "Ann Lee", "role": f"friend of {words}", "url": address},
            "p": {"name": words, "role": "a neighbour", "private": private, "url": address},
        }},
        "content/topics.yaml": {"topics": {"t": {"title": words, "summary": words}}},
        "content/facts/s.yaml": {
            "source": "s",
            "facts": {
                "a": {**told, "accept": accept},
                "b": {"kind": "quote", "speaker": "ann", "addressee": "p",
                      "cite": {"lines": 2, "exact": "I go,"}},
                "c": {"kind": "quote", "speaker": "ann", "addressee": {"unnamed": words},
                      "basis": {"addressee": {"inferred": f"It is {words}."}},
                      "cite": {"lines": 2, "exact": "I go,"}},
            },
            "skip": [{"lines": 2, "exact": "to", "because": words}],
        },
    }  # fmt: skip
    for path, record in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(yaml(record), encoding="utf-8")
    (root / "content/pages").mkdir()
    body = f"---\ntitle: {yaml(words)}\nsummary: {yaml(words)}\n---\n\n{words} {{fact}}`a`\n"
    (root / "content/pages/index.md").write_text(body, encoding="utf-8")
    (root / "seeds").mkdir()
    (root / "seeds/s.txt").write_bytes(text.encode())


def built(*names: str, hidden: bool = True, private: bool = False) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), names, hidden=hidden, private=private)
        assert main(["-C", folder, "build", "-q"]) == 0
        return tree(Path(folder) / "site")


NAMES = ("Barbara Stacks", "O’Neil & <Sons>", "Zoë/Ümit %x", "=Ann+B:home", "Anna Groß")
TELLING = {
    "index.html", "facts/a.html", "facts/b.html", "facts/c.html", "sources/s.html", "people/p.html",
    "topics/t.html", "methodology.html", "corrections.html", "feed.xml", "feed.json",
    "data/facts.json", "data/facts.csv", "data/sources.json", "data/sources.csl.json",
    "data/annotations.jsonld", "data/texts/s.txt",
}  # fmt: skip


def test_the_test_would_see_words_that_are_told() -> None:
    files = built(*NAMES, hidden=False)
    silent = {name: TELLING - set(telling(files, name)) for name in NAMES}
    assert not any(silent.values()), silent
    searched = {path for path in files if path.startswith("pagefind/fragment/")}
    assert searched & set(telling(files, NAMES[0]))


def test_the_test_would_see_them_in_what_is_compressed() -> None:
    content = gzip.compress(b"caf\xc3\xa9 BARBARA%20STACKS")
    assert telling({"x": content}, "Barbara Stacks") == ["x"]


def test_the_test_would_see_them_in_base64() -> None:
    for before in ("", "a", "ab"):
        content = base64.b64encode(f"{before}Barbara Stacks and others".encode())
        assert telling({"x": content}, "Barbara Stacks") == ["x"]


LETTERS = st.text(st.sampled_from("abXYZéß&<>%+=/"), min_size=2, max_size=6)
SECRETS = st.lists(st.builds("Q{} R{}".format, LETTERS, LETTERS), min_size=5, max_size=5)


@settings(max_examples=2, deadline=None, phases=(Phase.explicit, Phase.generate))
@example(NAMES)
@given(SECRETS)
def test_redacted_words_are_in_no_file(names: Sequence[str]) -> None:
    files = built(*names)
    assert {name: telling(files, name) for name in names} == {name: [] for name in names}
    assert _SHOWN.encode() in files["facts/a.html"]


def test_the_name_of_a_private_person_is_in_no_file() -> None:
    files = built("Barbara Stacks", hidden=False, private=True)
    assert telling(files, "Barbara Stacks") == []
    assert b"a neighbour" in files["people/p.html"]
    assert b'"Person"' not in files["people/p.html"]
