"""Whether text in a theme's colours can be read: WCAG 2.2, 1.4.3, with what a project has set."""

from collections.abc import Iterator, Mapping

from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.theme import colours
from sitegen.theme.tokens import Token, Tokens

ENOUGH = 4.5  # WCAG 2.2, 1.4.3: AA, for text of any size
HARDLY = 3.0  # what 1.4.3 asks of the largest text; below it nobody can be asked to read

TEXT_ON_GROUND = (
    ("ink", "paper"),
    ("ink", "raised"),
    ("ink-soft", "paper"),
    ("ink-soft", "raised"),
    ("accent", "paper"),
    ("found", "paper"),
    ("found", "raised"),
    ("caution", "paper"),
    ("paper", "ink"),
    ("ink", "highlight", "paper"),
    ("ink", "highlight", "highlight", "paper"),  # the third mark within two has no ground
    ("highlight-arrived-text", "highlight", "highlight-arrived"),
)
"""Tokens of text and of what lies below it, the lowest last; a theme may lack some."""
_TEXT = "-text"


def illegible(tokens: Tokens) -> Iterator[Diagnostic]:
    """Pairs of colours that part too little, each once a scheme and told at what was set last."""
    yield from _of_scheme(tokens.light, "", {})
    yield from _of_scheme(tokens.in_dark(), " in the dark scheme", tokens.light)


def _of_scheme(
    tokens: Mapping[str, Token], scheme: str, judged: Mapping[str, Token]
) -> Iterator[Diagnostic]:
    """The pairs of a scheme, but those that are `judged` as they are."""
    told: set[tuple[str, str]] = set()
    for names in (*TEXT_ON_GROUND, *_named_pairs(tokens)):
        pair = (names[0], names[-1])
        if pair in told or not all(name in tokens for name in names):
            continue
        if all(judged.get(name) == tokens[name] for name in names):
            continue
        read = [colours.read(tokens[name].value) for name in names]
        known = [colour for colour in read if colour is not None]
        if len(known) < len(read) or known[-1].alpha < 1:
            continue  # in a syntax that browsers alone work out
        ratio = colours.contrast(*known)
        if ratio < ENOUGH:
            told.add(pair)
            yield _diagnostic(names, tokens, ratio, scheme)


def _named_pairs(tokens: Mapping[str, Token]) -> Iterator[tuple[str, str]]:
    """What is text on a ground by its name: `rail-text` on `rail`."""
    for name in tokens:
        if name.endswith(_TEXT) and name.removesuffix(_TEXT) in tokens:
            yield name, name.removesuffix(_TEXT)


def _diagnostic(
    names: tuple[str, ...], tokens: Mapping[str, Token], ratio: float, scheme: str
) -> Diagnostic:
    text, *grounds = names
    on = " on ".join(dict.fromkeys(f"“{ground}”" for ground in grounds))
    message = (
        f"“{text}” on {on}{scheme} has a contrast of {_rounded(ratio)}:1, and text needs {ENOUGH}:1"
    )
    # what the project set is what it can change
    first, *others = sorted(dict.fromkeys(names), key=lambda name: _distance(tokens[name]))
    related = tuple(
        Related(tokens[name].span, f"“{name}” is {tokens[name].value}") for name in others
    )
    report = warning if ratio >= HARDLY else error
    hint = "make one of them darker or the other lighter"
    return report("low-contrast", message, tokens[first].span, hints=(hint,), related=related)


def _distance(token: Token) -> tuple[bool, bool]:
    """How far from the project's own settings a colour is set."""
    path = token.span.path
    return path.startswith("themes/"), path.startswith("themes/default/")


def _rounded(ratio: float) -> str:
    """One decimal, cut off: what falls short must not look as if it were enough."""
    return f"{int(ratio * 10) / 10}"
