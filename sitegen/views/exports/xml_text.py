"""Text as XML 1.0 may hold it."""

import re

from sitegen.views.wording.escaping import escaped

# Everything outside the production Char (Extensible Markup Language 1.0, fifth edition, 2.2): in
# ranges of its own, as to compile what is outside of all that is allowed takes milliseconds.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def allowed(text: str) -> str:
    """A text with a replacement character for each that XML 1.0 forbids."""
    if text.isprintable():  # nothing that is forbidden is, and most texts are
        return text
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def xml(text: str) -> str:
    """A text for an element or an attribute; a carriage return stays one when it is read again."""
    return escaped(allowed(text)).replace("\r", "&#13;")
