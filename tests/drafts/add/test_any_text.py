"""Of any text: no error that there was not, and drafts that are all well-formed together."""

import io
import tempfile
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import yamltree
from sitegen.yamltree import Mapping
from tests.drafts.add.making import add, empty, errors, speakers, taken, told

PIECES = st.sampled_from(
    [
        "“Yes,” said Ada Finch.", "It has 12 ships.", "On 4 May 1871", "nearly 5%",
        "he told us: ‘No.’",
        " #", ": ", "*", "_", "{plain}`1`", "[x]", "\n", "\n\n", "\r", "\t", "- ", "12. ",
        "\u200b", "\u202e", "\x0b", "\x85", "\u2028", "\ufffe", "“", "”", '"', "'", "🙂", "é", "\\",
        "|", "<b>", "The Lamp", "By Ada Finch", "twice", "the 21st of 30", "$1.2bn", "no", "null",
        "~",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_is_refused_or_added_soundly(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = empty(Path(folder), sources="sources: {}\n", **{"facts/own": "facts: {}\n"})
        content = text.encode("utf-8", "surrogatepass")
        with mock.patch("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content))):
            code = add(root, "-", "--id", "a", "-q")
        assert code in {0, 2}
        assert errors(told(root)) == []
        if code:
            return
        drafts = (root / "content/facts/a.yaml").read_text(encoding="utf-8")
        whole = taken(drafts)
        read, problems = yamltree.parse(whole, "a.yaml")
        assert problems == ()
        assert isinstance(read, Mapping)
        found = told(root, **{"facts/a": whole, "people": speakers(drafts)})
        assert errors(found) == []
