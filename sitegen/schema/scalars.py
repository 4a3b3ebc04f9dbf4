"""The types of single values. Each says in its error what it wants, in an editor's words.

A plain scalar reaches these as `str`, a quoted one as `Quoted`: only a plain one can be a number
or true or false, as in YAML 1.2.
"""

import re
import unicodedata
from typing import Annotated, Any

from sitegen import edtf
from sitegen.edtf import Edtf
from sitegen.model import Attribution, LineRange
from sitegen.schema.forms import DATE, LARGEST, LINES, Form, spelt, whole
from sitegen.schema.shapes import NOT_EMPTY, Before, Reads, WrongError
from sitegen.yamltree import shown

MAX_ID = 80
ID_RULE = f"a to z, 0 to 9 and -, beginning with a letter or digit, at most {MAX_ID} long"
MAX_PROSE = 64 * 1024  # bytes of a Markdown field; keeps hostile Markdown cheap
_SURELY_FITS = MAX_PROSE // 4  # characters; UTF-8 takes four bytes for one at most
MAX_ENTRIES = 1_000  # of a list or mapping within a record; of more, none is read
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_WHOLE = re.compile(r"[0-9]{1,9}")
_LINES = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
_DASH = re.compile("[\u2010-\u2015\u2212]")
_DIGEST = re.compile(r"[0-9a-f]{64}")
# A host without a password before it, brackets within it or a dot or hyphen at its end, and a port.
_HOST = r"https?://[^\s<>\"/?#@:\[\]\\%]*[^\s<>\"/?#@:\[\]\\%.-](?::[0-9]{1,5})?"
_LINK = re.compile(_HOST + r"(?:[/?#][^\s<>\"]*)?")
# What paths can be put behind: no query, no step up or nowhere, however it is written.
_DOTS = r"(?:\.|%2[eE]){1,2}"
_PATHS = re.compile(_HOST + rf"(?:/(?!/|{_DOTS}(?:/|$))[^/\s<>\"?#]*)*")
_EMAIL = re.compile(r"[^\s<>\"?&@]+@[^\s<>\"?&@.]+(?:\.[^\s<>\"?&@.]+)+")
_LONGEST_EMAIL = 254  # RFC 5321, section 4.5.3.1.3, less the brackets
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,15}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_MOST_PIECES = 100  # of the words of one citation; each is looked for in the cited lines
_LONGEST_FIGURE = 100  # characters; a number of more digits is a slip, and slow to work with
_NO_FIGURE = re.compile(r"[-+.]*(?:s?nan|inf(?:inity)?|true|false)", re.IGNORECASE)
_WORDLESS = frozenset("PMZC")  # marks, spaces and controls, by their Unicode categories
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class Quoted(str):
    """A scalar that was written in quotation marks or as a block: always text."""

    __slots__ = ()


NO_TEXT = "no-text"
"""The type of the error of a list or mapping where text belongs: mostly a trap of YAML."""


def wrong(wanted: str, code: str = "wrong-type") -> WrongError:
    """The error of a value that is not what the field wants; `code` is a diagnostic's."""
    return WrongError(code, wanted)


def found(written: object) -> str:
    """What an editor wrote, named as YAML names it."""
    if isinstance(written, dict):
        return "a mapping"
    if isinstance(written, list):
        return "a list"
    return "text" if isinstance(written, str) else "nothing"


def _text(written: Any) -> str:
    if type(written) is str and len(written) <= _SURELY_FITS and not written.isspace() and written:
        return written  # as nearly all are
    if not isinstance(written, str):
        code = NO_TEXT if isinstance(written, list | dict) else "wrong-type"
        raise wrong(f"expected text, found {found(written)}", code)
    if not written.strip():
        raise wrong("the text is empty")
    if len(written) > _SURELY_FITS and len(written.encode()) > MAX_PROSE:
        raise wrong(f"the text is over {MAX_PROSE // 1024} KB", "forbidden-yaml")
    return str(written)


def _figure(written: Any) -> str:
    text = _text(written)
    if len(text) > _LONGEST_FIGURE:
        raise wrong(f"a figure of over {_LONGEST_FIGURE} characters")
    if _NO_FIGURE.fullmatch(text):
        raise wrong(f"{shown(text)} is no number")
    return text


def _words(written: Any) -> str:
    text = _text(written)
    if text[0].isalnum():  # a letter or a number, as most words begin
        return text
    if all(unicodedata.category(character)[0] in _WORDLESS for character in text):
        raise wrong(f"{shown(text)} has no word: write the words as the article has them")
    return text


def _whole(written: Any) -> int:
    if not isinstance(written, str) or isinstance(written, Quoted) or not _WHOLE.fullmatch(written):
        raise wrong("expected a whole number in plain digits, such as 12")
    return int(written)


def _count_from_one(written: Any) -> int:
    number = _whole(written)
    if number == 0:
        raise wrong("the first is 1")
    return number


def _flag(written: Any) -> bool:
    if not isinstance(written, str) or isinstance(written, Quoted) or written not in _FLAGS:
        raise wrong("expected true or false")
    return _FLAGS[written]


def _digest(written: Any) -> str:
    if not isinstance(written, str) or not _DIGEST.fullmatch(written.lower()):
        raise wrong("expected a sha256 digest: 64 hexadecimal digits")
    return str(written.lower())


def is_link(text: str) -> bool:
    """Whether a text is a whole web address without white space, < > and quotation marks."""
    return _LINK.fullmatch(text) is not None


def _link(written: Any) -> str:
    text = _text(written)
    if not is_link(text):
        raise wrong(f"{shown(text)} is no link; one begins with https:// and has no spaces")
    return text


def is_base(text: str) -> bool:
    """Whether a text is a link that paths can be put behind."""
    return is_link(text) and _PATHS.fullmatch(text) is not None


def _base(written: Any) -> str:
    text = _link(written)
    if set("?#") & set(text):
        raise wrong(f"{shown(text)} has a ? or #, so that no path can be put behind it")
    if not is_base(text):
        raise wrong(f"{shown(text)} has a “//”, “/.” or “/..” in its path, which leads elsewhere")
    return text


def _wikidata(written: Any) -> str:
    text = _text(written)
    if not _WIKIDATA.fullmatch(text):
        raise wrong(f"{shown(text)} is no id of Wikidata, such as Q42")
    return text


def _email(written: Any) -> str:
    text = _text(written)
    if len(text) > _LONGEST_EMAIL or not _EMAIL.fullmatch(text):
        raise wrong(f"{shown(text)} is no e-mail address")
    return text


def _language(written: Any) -> str:
    text = _text(written)
    if not _LANGUAGE.fullmatch(text):
        raise wrong(f"{shown(text)} is no language tag, such as en or pt-BR")
    return text


def is_identifier(text: str) -> bool:
    """Whether a text has the form of an id."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None


def _identifier(written: Any) -> str:
    text = _text(written)
    if not is_identifier(text):
        raise wrong(f"{shown(text)} is no id: {ID_RULE}", "bad-id")
    return text


def _lines(written: Any) -> LineRange:
    match = _LINES.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        told = f"{shown(written)} is" if isinstance(written, str) else f"{found(written)} is"
        hyphen = ", with a hyphen" if isinstance(written, str) and _DASH.search(written) else ""
        wanted = f"neither a line, such as 13, nor a range, such as 13-15{hyphen}"
        raise wrong(f"{told} {wanted}", "bad-lines")
    first = int(match[1])
    last = int(match[2] or first)
    if first == 0:
        raise wrong("the first line is 1", "bad-lines")
    if last < first:
        raise wrong(f"the range {written} ends before it begins", "bad-lines")
    return LineRange(first, last)


def _date(written: Any) -> Edtf:
    if not isinstance(written, str):
        raise wrong(f"expected a date such as 2018-04-25, found {found(written)}", "bad-date")
    read = edtf.parse(written)
    if isinstance(read, str):
        raise wrong(f"{shown(written)}: {read}", "bad-date")
    return read


def _attribution(written: Any) -> Attribution:
    if isinstance(written, str):
        return Attribution(person=_text(written))
    if isinstance(written, dict) and set(written) == {"unnamed"}:
        unnamed = written["unnamed"]
        if not isinstance(unnamed, str):
            raise wrong(f"“unnamed” takes the source's own words, found {found(unnamed)}")
        return Attribution(unnamed=_text(unnamed))
    raise wrong("expected a person's id or {unnamed: \"the source's own words\"}")


def _few(written: Any) -> Any:
    if isinstance(written, list) and len(written) > _MOST_PIECES:
        raise wrong(f"the words are in more than {_MOST_PIECES} pieces")
    return written


def _one_or_list(written: Any) -> Any:
    return written if isinstance(written, list) else [written]


# Without quotation marks, a text may be a number or a boolean to YAML 1.2.
TEXT = Form({"type": ["string", "number", "boolean"], "pattern": r"\S", "maxLength": MAX_PROSE})
IDENTIFIER = Form(
    {
        "type": ["string", "integer"],
        "minimum": 0,
        "pattern": whole(_ID.pattern),
        "patternErrorMessage": f"An id is made of {ID_RULE}.",
        "maxLength": MAX_ID,
        "examples": ["lamp-lit"],
    }
)
_NUMBER = Form({"type": "integer", "minimum": 0, "maximum": LARGEST})
_URL = spelt(_LINK.pattern, "https://example.org/", wanted="a link that begins with https://")
_DIGEST_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
_UNNAMED: dict[str, Any] = {
    "type": "object",
    "properties": {"unnamed": {**TEXT.keywords, "description": "The source's own words."}},
    "required": ["unnamed"],
    "additionalProperties": False,
}

Text = Annotated[str, Reads(_text), TEXT]
Figure = Annotated[
    str,
    Reads(_figure),
    TEXT.narrowed(maxLength=_LONGEST_FIGURE, examples=[60000, "74 million"]),
]
Whole = Annotated[int, Reads(_whole), _NUMBER]
Occurrence = Annotated[int, Reads(_count_from_one), _NUMBER.narrowed(minimum=1)]
Flag = Annotated[bool, Reads(_flag), Form({"type": "boolean"})]
Digest = Annotated[
    str,
    Reads(_digest),
    spelt("[0-9A-Fa-f]{64}", _DIGEST_OF_NOTHING, wanted="a sha256 digest: 64 hexadecimal digits"),
]
Link = Annotated[str, Reads(_link), _URL]
Base = Annotated[str, Reads(_base), _URL.narrowed(pattern=whole(_PATHS.pattern))]
Email = Annotated[
    str,
    Reads(_email),
    spelt(_EMAIL.pattern, "desk@example.org", wanted="an e-mail address").narrowed(
        maxLength=_LONGEST_EMAIL
    ),
]
Language = Annotated[
    str,
    Reads(_language),
    spelt(_LANGUAGE.pattern, "en", "pt-BR", wanted="a language tag, such as en"),
]
Identifier = Annotated[str, Reads(_identifier), IDENTIFIER]
Lines = Annotated[LineRange, Reads(_lines), LINES]
Date = Annotated[Edtf, Reads(_date), DATE]
Speaker = Annotated[
    Attribution, Reads(_attribution), Form({"anyOf": [dict(TEXT.keywords), _UNNAMED]})
]
Wikidata = Annotated[
    str,
    Reads(_wikidata),
    spelt(_WIKIDATA.pattern, "Q42", wanted="an id of Wikidata, such as Q42"),
]
ONE_OR_LIST = Before(_one_or_list)
_FEW = Before(_few)
Piece = Annotated[str, Reads(_words), TEXT]
Words = Annotated[tuple[Piece, ...], _FEW, ONE_OR_LIST, NOT_EMPTY]
