"""A plain reading of text, apart from sitegen's: words, negations, numbers, dates, names.

It errs on one side: what might be a number, a date or a name is taken for one, so that a falsehood
which the text could bear out is not planted.
"""

import re
import unicodedata
from collections.abc import Iterable

_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "―": "-", "…": "...", "\xad": ""}
)
NEGATION = re.compile(
    r"\b(?:not|never|no|nor|none|nobody|nothing|neither|cannot|without"
    r"|scarcely|hardly|barely)\b|n['’]t\b",
    re.IGNORECASE,
)
DOUBT = re.compile(
    r"\b(?:may|might|perhaps|possibly|probably|apparently|allegedly|alleged|reportedly|supposedly)\b"
)
UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
NUMBER_WORDS = {
    **{word: value for value, word in enumerate(UNITS)},
    **{word: 10 * value for value, word in enumerate(TENS, 2)},
}
ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth"),
)
_OTHER_NUMBERS = {"once": 1, "twice": 2, "thrice": 3, "half": 0.5, "both": 2, "dozen": 12}
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
YEAR = re.compile(r"(?<![\w.,$£€-])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)")
FIGURE = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w]|[.,]\d)")
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
COUNT_WORD = re.compile(
    rf"\b(?:{'|'.join((*UNITS[2:], *TENS))})\b(?!-)", re.IGNORECASE
)  # “one” is a pronoun too often
CAPITALISED = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
MODIFIER_WORDS = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|under|least|most|more|less|fewer|approximately"
    r"|roughly|up|upwards?|above|below|exceed\w*|only|circa|perhaps|probably|estimated|or so"
    r"|odd|close|maximum|minimum|hundreds|thousands|dozens|well|just|only|between|beyond|past)\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(
    (
        *("that", "this", "with", "from", "they", "them", "then", "than", "their", "there"),
        *("these", "those", "have", "been", "were", "when", "what", "which", "while", "would"),
        *("could", "should", "will", "shall", "upon", "into", "over", "such", "some", "more"),
        *("most", "much", "very", "also", "only", "just", "about", "after", "before", "said"),
        *("your", "yours", "ours", "here", "where", "whom", "whose", "does"),
    )
)


def fold(text: str) -> str:
    """Text without what print alone decides: wrapped lines, shapes of marks, soft hyphens."""
    plain = unicodedata.normalize("NFC", text).translate(_ALIKE)
    return re.sub(r" ?-+ ?", "-", re.sub(r"\s+", " ", plain)).strip()


def stands(words: str, text: str) -> bool:
    """Whether words stand in a text as whole words, print aside."""
    folded = fold(words)
    return bool(folded) and bool(
        re.search(r"(?<!\w)" + re.escape(folded) + r"(?!\w)", fold(text), re.UNICODE)
    )


def stands_any(candidates: Iterable[str], text: str) -> bool:
    """Whether any of the candidates stands in a text, in any case."""
    folded = fold(text).lower()
    return any(stands(each.lower(), folded) for each in candidates)


def content_words(text: str) -> list[re.Match[str]]:
    """Words of four letters or more that carry meaning, with their places."""
    return [
        found
        for found in re.finditer(r"(?<![\w'’-])[^\W\d_]{4,}(?![\w'’-])", text)
        if found[0].lower() not in _FUNCTION_WORDS
        and found[0].lower() not in NUMBER_WORDS
        and not NEGATION.fullmatch(found[0])
    ]


def numbers_in(text: str) -> set[float]:
    """Every number that a text might be said to give; the parts of a compound one too."""
    found: set[float] = set()
    lowered = text.lower()
    for match in DIGITS.finditer(lowered):
        number = float(match[0].replace(",", ""))
        after = re.match(
            r"[\s-]*(hundred|thousand|million|billion|trillion|bn|m|k)\b", lowered[match.end() :]
        )
        found |= {number, number * _scale(after[1])} if after else {number}
    run: list[str] = []
    for word in [*re.findall(r"[a-z]+|\S", lowered), "."]:
        if word in NUMBER_WORDS or word in SCALES or (run and word in ("and", "-")):
            run.append(word)
            continue
        found |= _run_values(run)
        run = []
        if word in _OTHER_NUMBERS:
            found.add(_OTHER_NUMBERS[word])
        elif word in ORDINALS:
            found.add(ORDINALS.index(word))
    return found


def _scale(word: str) -> int:
    return {"bn": 10**9, "m": 10**6, "k": 1000}.get(word) or SCALES[word]


def _run_values(run: list[str]) -> set[float]:
    words = [word for word in run if word not in ("and", "-")]
    values: set[float] = {NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS}
    total, current = 0.0, 0.0
    for word in words:
        if word in NUMBER_WORDS:
            current += NUMBER_WORDS[word]
        elif SCALES[word] == SCALES["hundred"]:
            current = (current or 1) * 100
        else:
            total += (current or 1) * SCALES[word]
            current = 0
    return values | {total + current, current} if words else values


def value_of(text: str) -> float | None:
    """The number that a `value` field gives: 60000, 1,200 or 74 million."""
    match = re.fullmatch(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: (\w+))?", text)
    if not match or (match[2] and match[2] not in SCALES):
        return None
    return float(match[1].replace(",", "")) * SCALES.get(match[2] or "", 1)


def tokens_of_name(name: str) -> set[str]:
    """A name's words in lower case, without titles."""
    words = re.findall(r"[^\W\d_]{2,}", name.lower())
    return set(words) - {"mr", "mrs", "miss", "dr", "sir", "lady", "president", "captain", "the"}
