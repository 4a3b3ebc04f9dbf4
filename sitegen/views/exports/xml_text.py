"""Text as XML 1.0 may hold it."""

import re
from html import escape

# Everything outside the production Char (Extensible Markup Language 1.0, fifth edition, 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """A text with a replacement character for each that XML 1.0 forbids."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def xml(text: str) -> str:
    """A text for an element or an attribute; a carriage return stays one when it is read again."""
    return escape(allowed(text)).replace("\r", "&#13;")
