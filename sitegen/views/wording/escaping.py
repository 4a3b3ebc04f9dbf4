"""Text as HTML, as quickly as it may be had: a page is made of some dozens of pieces."""

from markupsafe import Markup


def escaped(text: str) -> str:
    """What `html.escape` gives, in half its time: most texts hold none of the five characters."""
    if "&" in text:  # first, for the others bring more of them
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "'" in text:
        text = text.replace("'", "&#x27;")
    return text


def finished(html: str) -> Markup:
    """HTML that is finished as it is, of which each part was escaped where it was made.

    `Markup` itself looks first whether what it is given is no text, which takes twice as long.
    """
    return str.__new__(Markup, html)
