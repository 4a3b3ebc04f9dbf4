"""Our scripts and styles lie where a browser may keep them: another folder for other contents."""

import re

from sitegen.preview.own_files import OwnFiles, own_files

RELATIVE = re.compile(r'(?:from|import\(|@import|URL\()\s*"([^"/]*\.(?:js|css))"|"\./([^"]+)"')


def test_a_folder_is_named_after_names_and_contents() -> None:
    files = [
        {"client.js": b"1", "a.css": b"2"},
        {"client.js": b"2", "a.css": b"1"},
        {"client.js": b"1", "b.css": b"2"},
        {"client.js": b"1"},
        {"client.js": b"1", "a.css": b"2", "c.js": b""},
    ]
    assert len({OwnFiles.of(one).folder for one in files}) == len(files)
    turned = dict(reversed(files[0].items()))
    assert OwnFiles.of(turned).folder == OwnFiles.of(files[0]).folder


def test_what_they_name_is_there() -> None:
    own = own_files()
    named = {
        found[1] or found[2]
        for content in own.contents.values()
        for found in RELATIVE.finditer(content.decode())
    }
    assert {"annotate.js", "tokens.css", "annotate.css", "preview.css", "morph.js"} <= named
    assert named <= own.contents.keys()


def test_none_names_the_folder_that_they_lie_in() -> None:
    assert not [
        name for name, content in own_files().contents.items() if b"assets/" in _code(content)
    ]


def _code(content: bytes) -> bytes:
    """Without comments, which may speak of the site's own assets."""
    return re.sub(rb"/\*.*?\*/|//[^\n]*", b"", content, flags=re.DOTALL)
