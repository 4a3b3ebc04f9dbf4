"""Every hostile entry is refused with its codes at its places, or does no harm."""

from pathlib import Path

import pytest

from sitegen.diagnostics import CODES, Diagnostic
from tests.hostile import corpus
from tests.hostile.making import Hostile

EXPECTED = corpus.expected()
MOST = 70_000  # characters: a message may repeat a name from a field


def test_each_entry_has_a_name_of_its_own_and_is_expected() -> None:
    names = [entry.name for entry in corpus.ENTRIES]
    assert len(set(names)) == len(names)
    assert list(EXPECTED) == names
    assert set(names) >= corpus.SLOW


def test_a_hundred_ways_to_be_refused_are_in_the_corpus() -> None:
    refused = [name for name, told in EXPECTED.items() if told]
    assert len(refused) >= 100


@pytest.mark.parametrize("entry", corpus.SMALL, ids=[entry.name for entry in corpus.SMALL])
def test_it_is_refused_where_it_should_be(entry: Hostile, tmp_path: Path) -> None:
    diagnostics = corpus.judged(entry, tmp_path)
    assert corpus.errors(diagnostics) == EXPECTED[entry.name]
    for diagnostic in diagnostics:
        assert_fit_to_print(diagnostic)


def assert_fit_to_print(diagnostic: Diagnostic) -> None:
    """A known code, a place that counts from 1, a message that ends."""
    assert diagnostic.code in CODES
    span = diagnostic.span
    if span:
        assert 1 <= span.line <= span.end_line
        assert span.column >= 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert len(diagnostic.message) < MOST
