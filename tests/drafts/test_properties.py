"""Laws of `--fix`, over files of facts in any style that YAML has."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drafts.making import FACTS, codes_of, fixed, write_project

STYLES = [
    "cite: {{lines: {}, exact: word{}}}",
    'cite: {{ "lines" : "{}" ,exact: word{}}}',
    "cite: [{{lines: '{}', exact: word{}}}]",
    "cite:\n      lines: {}   # looked up\n      exact: word{}",
    "cite:\n    - lines:\n          {}\n      exact: |-\n        word{}",
    "cite:\n      lines: |-\n       {}\n      exact: 'word{}'",
    "cite:\n      lines: >-  # here\n            {}\n\n      exact: word{}",
]
LINE = st.integers(1, 60)  # the article has forty
SOUND = st.integers(1, 40)
PROSE = st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=8)
BETWEEN = st.sampled_from(
    ["", "\n", "  # a comment: lines: 3\n", "  \n\n", "  #\ta tab \t\n", "# é 😀\n"]
)


@st.composite
def files_of_facts(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A file whose citations may be wrong, and the same with those that are right."""
    written, right = "source: letter\nfacts:\n", "source: letter\nfacts:\n"
    for number in range(draw(st.integers(1, 5))):
        before = draw(BETWEEN)
        opening = f"{before}  f{number}:\n    claim: c{draw(PROSE)}\n    kind: claim\n    "
        style, line, place = draw(st.sampled_from(STYLES)), draw(LINE), draw(SOUND)
        shown = str(line) if draw(st.booleans()) else f"{line}-{line + 1}"
        kept = line == place or (shown != str(line) and line + 1 == place)
        if kept and place == 40 and shown != str(line):
            shown = str(place)  # a range that goes beyond the end would be mended too
        written += opening + style.format(shown, place) + "\n"
        right += opening + style.format(shown if kept else place, place) + "\n"
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    marker = draw(st.sampled_from(["", "\ufeff"]))
    cut = draw(st.booleans())

    def encoded(text: str) -> bytes:
        return (marker + (text.rstrip("\n") if cut else text).replace("\n", end)).encode()

    return encoded(written), encoded(right)


@settings(max_examples=60)
@given(files_of_facts())
def test_what_is_wrong_is_mended_every_other_byte_stays_and_nothing_is_left_to_do(
    made: tuple[bytes, bytes],
) -> None:
    written, right = made
    with tempfile.TemporaryDirectory() as folder:
        project = write_project(Path(folder), written)
        fixed(project)
        assert (project / FACTS).read_bytes() == right
        assert codes_of(project) == []
        assert fixed(project) == ()
