"""How the tests of the recogniser write down what they expect."""

from sitegen.recognise import Token, TokenKind, recognise


def figures(text: str) -> list[str]:
    """The numbers and dates of a text as "words = value"; a value that there is not is a dash."""
    return [written(token) for token in recognise(text.split("\n")) if token.kind != "quotation"]


def quoted(text: str) -> list[str]:
    """The quotations of a text, as written."""
    tokens = recognise(text.split("\n"))
    return [token.text for token in tokens if token.kind is TokenKind.QUOTATION]


def written(token: Token) -> str:
    """A number or date with its value: `74 million = 74000000`, `June = date XXXX-06`."""
    if token.kind is TokenKind.DATE:
        return f"{token.text} = date {token.date or '-'}"
    return f"{token.text} = {'-' if token.number is None else f'{token.number:f}'}"
