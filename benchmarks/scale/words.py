"""The words of the made articles: names, things, and the pieces that sentences are made of.

Tables, and functions that take from them by number: the same number gives the same words on every
machine. No piece holds a figure, a name or a negation, so that a sentence says what its fact says.
"""

from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")

FIRST = (
    *("Ada", "Bela", "Cora", "Dana", "Edda", "Frida", "Gita", "Hanno", "Ines", "Jory", "Kaspar"),
    *("Lena", "Milo", "Nadja", "Orla", "Petra", "Rasmus", "Sanna", "Tilda", "Ulf", "Viola"),
)
START = (
    *("Bar", "Cal", "Dor", "Elm", "Fen", "Gal", "Hol", "Ist", "Kar", "Lom", "Mar", "Nor", "Os"),
    *("Pel", "Rud", "Sel", "Tor", "Ul", "Var", "Wes"),
)
MIDDLE = ("a", "e", "i", "o", "en", "an", "or", "il")
END = ("beck", "dale", "ford", "gate", "ham", "land", "mere", "stow", "wick", "haven")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
TOPICS = (
    *("bridges", "harbours", "libraries", "markets", "museums", "orchards", "parks", "railways"),
    *("rivers", "roads", "schools", "theatres"),
)
GOODS = (
    *("boats", "barrels", "bicycles", "books", "clocks", "engines", "gardens", "ladders", "lamps"),
    *("letters", "maps", "paintings", "pumps", "sheep", "trees", "visitors", "wagons", "windows"),
)
ROLES = (
    *("baker", "carpenter", "engineer", "farmer", "ferry pilot", "gardener", "harbour warden"),
    *("historian", "librarian", "miller", "musician", "nurse", "printer", "surveyor", "teacher"),
)
PAPERS = ("Courier", "Gazette", "Herald", "Mercury", "Messenger", "Observer", "Post", "Tribune")

WHO = (
    *("the neighbours", "our children", "the older families", "the people of the valley"),
    *("the keepers", "the crews", "the young masons", "the whole street", "the fishing families"),
    *("the volunteers", "the parents", "the shopkeepers", "the night watch", "the choir"),
)
DID = (
    *("have looked after", "have repaired", "will paint", "share the keys of", "still talk about"),
    *("have paid for", "want to open", "hope to enlarge", "are proud of", "have kept"),
    *("sing about", "meet beside", "grew up with", "care for", "know every stone of"),
)
WHAT = (
    *("the old bridge", "the harbour wall", "the reading room", "the covered market"),
    *("the little museum", "the apple orchard", "the lower park", "the branch line"),
    *("the river path", "the mountain road", "the village school", "the summer theatre"),
    *("the clock tower", "the boat house", "the town archive", "the lamp on the pier"),
)
HOW = (
    *("with their own hands", "through every winter", "in the evenings", "as well as they can"),
    *("since the great flood", "with help from the district", "while the rest of us slept"),
    *("for as long as anyone remembers", "because it belongs to all of us", "out of plain joy"),
    *("when the boats are in", "under the care of the guild", "and share the cost fairly"),
)
BESIDE = (
    *("The hall was full that evening.", "A light rain fell on the square."),
    *("The band played until late.", "Tea and bread stood on a long table."),
    *("Outside, the market went on as usual.", "The doors had been painted green."),
    *("A ferry sounded its horn.", "Old photographs hung on the wall."),
    *("The meeting ended with a song.", "Snow lay on the roofs."),
)
TAKEN = ("counted", "listed", "recorded", "registered", "reported")
SURVEYS = ("autumn survey", "latest survey", "own register", "spring survey", "yearly report")
OPENED = ("opened again", "were handed over", "were closed", "were blessed", "changed hands")
BEFORE = ("After repairs", "After long talks", "With a small feast", "In heavy rain", "As planned")
FINEST = ("finest", "oldest", "quietest", "best kept", "most visited")
TENDS = ("looks after", "has written about", "wants to restore", "teaches about", "has drawn")
NOTES = (
    "The article does *not* say who asked for it.",
    "Told in one sentence, without a source of its own.",
    "The paper has returned to this [in its archive](https://archive.example/papers).",
    "Our copy has the sentence in its **second** edition’s wording.",
    "Nothing else in the article bears on this.",
)


def pick(words: Sequence[T], *numbers: object) -> T:
    """One of the words, which looks chosen by chance: by a checksum of the numbers."""
    return words[chance(*numbers) % len(words)]


def chance(*numbers: object) -> int:
    """A number that looks like chance, the same on every machine."""
    return crc32(repr(numbers).encode()) >> 3


def place(number: int) -> str:
    """A place's name, another for each number."""
    rest, start = divmod(number, len(START))
    rest, end = divmod(rest, len(END))
    name = START[start]
    while rest:
        rest, middle = divmod(rest - 1, len(MIDDLE))
        name += MIDDLE[middle]
    return name + END[end]


def name(number: int) -> str:
    """A person's name, another for each number."""
    return f"{FIRST[number % len(FIRST)]} {place(number // len(FIRST))}son"


def said(number: int) -> str:
    """What somebody says: a clause of varied words."""
    parts = (pick(table, number, table[0]) for table in (WHO, DID, WHAT, HOW))
    return " ".join(parts)
