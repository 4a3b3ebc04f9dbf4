"""Reads explainer pages: a YAML header between lines of three dashes, then Markdown."""

from pathlib import PurePosixPath

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.load.registers import bad_id
from sitegen.schema import PageEntry, PageHeader, validate
from sitegen.schema.scalars import MAX_PROSE
from sitegen.yamltree import Scalar

_FENCE = "---"


def read_page(text: str, path: str) -> tuple[PageEntry | None, list[Diagnostic]]:
    """One page; its id is the name of its file."""
    name = PurePosixPath(path).stem
    key = Scalar(name, True, 1, 1, 1, 1 + len(_FENCE))
    diagnostics = bad_id(key, path, kind="page")
    lines = text.split("\n")
    closing = next(
        (n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None
    )
    if lines[0].rstrip() != _FENCE or closing is None:
        hint = "begin the page with a line ---, then title: …, then another line ---"
        place = Span(path, 1, 1, 1, 1 + len(lines[0]))
        message = "the page has no header between two lines of ---"
        return None, [*diagnostics, error("missing-field", message, place, hints=(hint,))]
    header = "\n".join(["", *lines[1:closing]])  # the empty line keeps the header's line numbers
    root, problems = yamltree.parse(header, path)
    diagnostics += problems
    if root is None:
        if not problems:
            place = Span(path, 1, 1, 1, 1 + len(_FENCE))
            diagnostics.append(error("missing-field", "the page's header needs “title”", place))
        return None, diagnostics
    record, problems = validate(PageHeader, root, path, key, what="a page's header")
    diagnostics += problems
    body = "\n".join(lines[closing + 1 :])
    if len(body.encode()) > MAX_PROSE:
        place = Span(path, closing + 2, 1, closing + 2, 1)
        limit = f"the page's text is over {MAX_PROSE // 1024} KB"
        hint = "split it into several pages"
        diagnostics.append(error("forbidden-yaml", limit, place, hints=(hint,)))
        return None, diagnostics
    if record is None:
        return None, diagnostics
    return PageEntry(record, body, closing + 2), diagnostics
