"""Which sources' texts are given whole."""

from sitegen.model import Display, Source
from sitegen.views.redaction.redact import Shown


def gives_text(source: Source, shown: Shown) -> bool:
    """Whether the whole text may be given: it is shown in full, and nothing of it is redacted."""
    return (
        source.article is not None
        and source.display is Display.FULL
        and not source.redact
        and source.id not in shown.altered
    )
