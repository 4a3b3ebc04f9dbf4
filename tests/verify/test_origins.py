"""What an article itself says of where it comes from."""

from pathlib import Path

import pytest

from sitegen.build import check
from sitegen.model import Verdict
from sitegen.snapshot import Snapshot
from tests.cases.reading import Case, read_cases

(CASE,) = (case for case in read_cases() if case.subject == "sources-origins")

EXPECTED = [
    # source    field        verdict
    ("letter", "publisher", Verdict.FOUND),
    ("letter", "author", Verdict.FOUND),
    ("letter", "published", Verdict.FOUND),
    ("other", "publisher", Verdict.FOUND),  # of the Harbour Gazette the Harbour is a whole word
    ("other", "author", Verdict.UNCHECKED),  # Ada Lovelace is not Ada Love
    ("other", "published", Verdict.UNCHECKED),  # a day later
]


@pytest.mark.parametrize(("source", "field", "verdict"), EXPECTED)
def test_a_source_is_judged_by_its_own_head(
    source: str, field: str, verdict: Verdict, tmp_path: Path
) -> None:
    case: Case = CASE
    case.write(tmp_path)
    checked = check(Snapshot(tmp_path)).checked
    assert checked.sources[source][field] is verdict
