"""The path that a request asks for: decoded once, strictly, and never normalised.

Nothing here is a path on a disk: what is served is looked up by name. A path that would be read
differently by others is refused all the same, so that no later change can make it lead anywhere.
"""

import re
from urllib.parse import unquote_to_bytes

_ESCAPED = re.compile(rb"(?:[^%]|%[0-9A-Fa-f]{2})*")
_SECOND_ESCAPE = re.compile(r"%(?:2e|2f|5c|25|0[0-9a-f]|1[0-9a-f]|c[01])", re.IGNORECASE)


def decoded(target: bytes) -> str | None:
    """The path of a request's target, without its query; None where it is not encoded UTF-8.

    Python's decoder takes neither overlong forms nor surrogates (RFC 3629, 3).
    """
    path = target.partition(b"?")[0]
    if not _ESCAPED.fullmatch(path):
        return None
    try:
        return unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        return None


def parts(path: str) -> list[str]:
    """What stands between slashes and backslashes."""
    return path.replace("\\", "/").split("/")


def is_twice_encoded(path: str) -> bool:
    """Whether a decoded path still holds an escape that would part or climb."""
    return bool(_SECOND_ESCAPE.search(path))
