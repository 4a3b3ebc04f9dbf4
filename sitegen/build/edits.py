"""Brings the edits of diagnostics to the very characters that give way, for reports and fixes."""

from collections.abc import Iterable

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic, Edit
from sitegen.frozen import replace
from sitegen.snapshot import Refusal, Snapshot


def with_placed_edits(
    snapshot: Snapshot, diagnostics: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """The diagnostics; one of whose edits cannot be made has none, as they belong together."""
    files: dict[str, tuple[str, ...]] = {}

    def placed(edit: Edit) -> Edit | None:
        path = edit.span.path
        if path not in files:
            content = snapshot.read(path)
            text = "" if isinstance(content, Refusal) else content.decode(errors="replace")
            files[path] = yamltree.lines_of(text)
        return yamltree.within(edit, files[path])

    def told(diagnostic: Diagnostic) -> Diagnostic:
        if not diagnostic.fixes:
            return diagnostic
        edits = tuple(edit for edit in map(placed, diagnostic.fixes) if edit)
        return replace(diagnostic, fixes=edits if len(edits) == len(diagnostic.fixes) else ())

    return tuple(map(told, diagnostics))
