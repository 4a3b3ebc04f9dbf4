"""What the check does, a family of rules at a time, in words for readers who know none of it."""

from sitegen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """A family of rules: what they do, what they cannot tell, and the fields that they judge."""

    title: str
    does: str
    cannot: str
    fields: frozenset[str]


WORDS = Family(
    "The words",
    "Each citation names the lines of a source and the exact words. A program looks for these "
    "words in our copy, in those lines, letter by letter; only line ends, spaces, invisible "
    "characters and the shapes of quotation marks and dashes are evened out. Where they are not "
    "found, nothing is published.",
    "whether what the source says is so. The sentence around the words is shown, so that you can "
    "see what they mean there.",
    frozenset({"quote"}),
)
FAMILIES = (
    Family(
        "The figures",
        "A figure must stand in the cited words, whole, in digits or in letters, with what "
        "qualifies it there: “nearly” or “more than” may not be lost. A figure that we worked "
        "out is worked out again.",
        "whether the source counted rightly, or counted what we think it did.",
        frozenset({"value", "modifier", "unit", "of", "measure"}),
    ),
    Family(
        "The dates",
        "A date must stand in the cited lines or next to them, and may be no finer than they "
        "are: “in June 2018” gives a month and no day. Where the source leaves the year or the "
        "day open, ours is marked as inferred, with the reason.",
        "whether a reason for an inferred date is a good one: you find it on the page of the fact.",
        frozenset({"date", "said", "as_of", "published"}),
    ),
    Family(
        "The speakers",
        "Quoted words must stand within the source’s own quotation marks, or in a post, "
        "transcript or broadcast, and the source must name the speaker there. Where its sentence "
        "names somebody else, nothing is published; where it says “he” or “the singer”, an "
        "editor says who is meant, and that is marked as inferred.",
        "whether they ever said it: only that the source says so.",
        frozenset({"speaker", "addressee", "according_to", "via", "author", "publisher"}),
    ),
    Family(
        "Our own sentences",
        "Each figure and each date in a sentence of ours must stand in the words that it cites, "
        "or in a field of its fact. A name that does not stand there, or a “not” on one side "
        "only, is a warning, which an editor settles with a reason.",
        "whether our sentence follows from the words. That is our wording, and each page sets it "
        "beside them.",
        frozenset({"claim"}),
    ),
)
COPIES = Family(
    "Our copies",
    "Each source is a text file. Its SHA-256 digest is fixed when it is annotated and stands on "
    "its page, so that a copy that was altered afterwards cannot go unnoticed.",
    "whether the copy was faithful when it was made. Compare it with the original or an "
    "archive’s copy, where these are known.",
    frozenset(),
)
