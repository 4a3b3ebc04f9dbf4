"""How much of the articles the facts take up, as the build counts it for the methodology page."""

from sitegen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Annotated:
    """What became of the quotations, numbers or dates of all articles; `kind` says which.

    `cited`: whole within cited words; `skipped`: within a passage that was left out with a reason;
    `remaining`: neither.
    """

    kind: str
    cited: int
    skipped: int
    remaining: int
