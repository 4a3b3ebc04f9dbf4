"""Words of a unit, and which words are forms of one."""

_SHORTEST_STEM = 3
_LONGEST_ENDING = 4
_MOST_WORDS = 10  # of a unit


def unit_words(unit: str) -> list[str]:
    """The words of a unit in lower case; no unit has more than a few."""
    return unit.lower().split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]


def alike(word: str, unit: str) -> bool:
    """Whether two words are forms of one: votes and voting, year and years."""
    if word[:_SHORTEST_STEM] != unit[:_SHORTEST_STEM]:  # whatever their forms, they begin alike
        return False
    short, long = sorted((word.removesuffix("s"), unit.removesuffix("s")), key=len)
    common = max(_SHORTEST_STEM, len(short) - 1)
    return len(long) <= len(short) + _LONGEST_ENDING and short[:common] == long[:common]
