"""Diagnostics as values that JSON knows, for whoever keeps them from one build to the next."""

from collections.abc import Iterator
from typing import Any

from sitegen.diagnostics import Diagnostic, Difference, Edit, Related, Severity, Span


def plain(value: Any) -> Any:
    """A frozen value, and all that it holds, in lists."""
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    names = getattr(value, "__match_args__", None)
    if names is None:
        return value
    return [plain(getattr(value, name)) for name in names]


def diagnostic(values: list[Any]) -> Diagnostic:
    """The diagnostic that these values were made of.

    Raises TypeError or ValueError where they were made of something else.
    """
    code, severity, message, span, fact, hints, related, fixes, difference = values
    return Diagnostic(
        code,
        Severity(severity),
        message,
        None if span is None else Span(*span),
        fact,
        tuple(hints),
        tuple(Related(Span(*place), words) for place, words in related),
        tuple(Edit(Span(*place), *rest) for place, *rest in fixes),
        _difference(difference),
    )


def spans(told: Diagnostic) -> Iterator[Span]:
    """All places that a diagnostic names."""
    if told.span is not None:
        yield told.span
    for related in told.related:
        yield related.span
    for edit in told.fixes:
        yield edit.span


def _difference(values: list[Any] | None) -> Difference | None:
    if values is None:
        return None
    yours, source, *changed = values
    first, second = (tuple((start, end) for start, end in ranges) for ranges in changed)
    return Difference(yours, source, first, second)
