"""What an option's value must be: each gives the value, or says in a line what is wrong with it.

The schema is imported only where a value needs it, as `--help` should answer at once.
"""

import argparse
from collections.abc import Callable

from sitegen import urls

_LAST_PORT = 65535
_MOST_JOBS = 64
_MOST_DELETES = 999_999


def percentage(text: str) -> float:
    """A number from 0 to 100."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 100:  # noqa: PLR2004 - a percentage
        raise argparse.ArgumentTypeError(f"“{text}” is not a percentage from 0 to 100")
    return number


def _whole(least: int, most: int, name: str) -> Callable[[str], int]:
    """What reads a whole number from `least` to `most`, in plain digits."""

    def read(text: str) -> int:
        plain = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
        if not plain or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"“{text}” is not a {name} from {least} to {most}")
        return int(text)

    return read


port = _whole(0, _LAST_PORT, "port")
jobs = _whole(1, _MOST_JOBS, "number")
deletes = _whole(0, _MOST_DELETES, "number")


def link(text: str) -> str:
    """A base_url."""
    from sitegen.schema.scalars import is_base

    if urls.external(text) is None or not is_base(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a link such as https://example.org")
    return text


def source_id(text: str) -> str:
    """The id of a source."""
    from sitegen.schema import reserved
    from sitegen.schema.scalars import ID_RULE, is_identifier

    if not is_identifier(text):
        raise argparse.ArgumentTypeError(f"“{text}” is no id: {ID_RULE}")
    reason = reserved(text, kind="source")
    if reason:
        raise argparse.ArgumentTypeError(f"“{text}” cannot be an id: {reason}")
    return text


def address(text: str) -> str:
    """Where something stands on the web."""
    from sitegen.schema.scalars import is_link

    if urls.external(text) is None or not is_link(text):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no link; one begins with https:// and has no spaces"
        )
    return text
