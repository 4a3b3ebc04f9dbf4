"""The tables that a language is written down in: each row with an example and its reason."""

from collections.abc import Iterable

from sitegen.frozen import NamedTuple, dataclass


class Row(NamedTuple):
    """One row of a table. The example is recognised otherwise when the row is taken out."""

    form: str
    meaning: str
    example: str
    reason: str


def forms(written: str) -> tuple[str, ...]:
    """Several forms that are written in one string, of which each gets a row that says the same."""
    return tuple(written.split())


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a language, as they are written down. See `english` for what each holds.

    `small_months`: months that are written without a capital. `incises`, `spelled`, `denials`: see
    `french`. What a language leaves out is not recognised in it.
    """

    cardinals: tuple[Row, ...] = ()
    tens: tuple[Row, ...] = ()
    scales: tuple[Row, ...] = ()
    thousands: tuple[Row, ...] = ()
    numbered: tuple[Row, ...] = ()
    vague: tuple[Row, ...] = ()
    vague_before: tuple[Row, ...] = ()
    ordinals: tuple[Row, ...] = ()
    fractions: tuple[Row, ...] = ()
    glyphs: tuple[Row, ...] = ()
    factors: tuple[Row, ...] = ()
    glued: tuple[Row, ...] = ()
    currencies: tuple[Row, ...] = ()
    percents: tuple[Row, ...] = ()
    ranks: tuple[Row, ...] = ()
    signs: tuple[Row, ...] = ()
    signs_after: tuple[Row, ...] = ()
    clock: tuple[Row, ...] = ()
    two_numbers: tuple[Row, ...] = ()
    units: tuple[Row, ...] = ()
    evidence: tuple[Row, ...] = ()
    half_evidence: tuple[Row, ...] = ()
    quantity_before: tuple[Row, ...] = ()
    labels: tuple[Row, ...] = ()
    named_after: tuple[Row, ...] = ()
    fixed: tuple[Row, ...] = ()
    particles: tuple[Row, ...] = ()
    small_months: tuple[Row, ...] = ()
    months: tuple[Row, ...] = ()
    month_or_word: tuple[Row, ...] = ()
    month_before: tuple[Row, ...] = ()
    seasons: tuple[Row, ...] = ()
    date_prefixes: tuple[Row, ...] = ()
    eras: tuple[Row, ...] = ()
    centuries: tuple[Row, ...] = ()
    life_decades: tuple[Row, ...] = ()
    quantities: tuple[Row, ...] = ()
    runs: tuple[Row, ...] = ()
    superlatives: tuple[Row, ...] = ()
    hedges: tuple[Row, ...] = ()
    hedges_after: tuple[Row, ...] = ()
    limits: tuple[Row, ...] = ()
    moves: tuple[Row, ...] = ()
    measures: tuple[Row, ...] = ()
    counted: tuple[Row, ...] = ()
    last_places: tuple[Row, ...] = ()
    weekdays: tuple[Row, ...] = ()
    steps: tuple[Row, ...] = ()
    day_marks: tuple[Row, ...] = ()
    lengths: tuple[Row, ...] = ()
    spans: tuple[Row, ...] = ()
    step_directions: tuple[Row, ...] = ()
    relative: tuple[Row, ...] = ()
    text_parts: tuple[Row, ...] = ()
    date_doubts: tuple[Row, ...] = ()
    date_places: tuple[Row, ...] = ()
    negations: tuple[Row, ...] = ()
    quantifiers: tuple[Row, ...] = ()
    qualifiers: tuple[Row, ...] = ()
    no_conditions: tuple[Row, ...] = ()
    carriers: tuple[Row, ...] = ()
    persons: tuple[Row, ...] = ()
    marks: tuple[Row, ...] = ()
    elisions: tuple[Row, ...] = ()
    clipped: tuple[Row, ...] = ()
    abbreviations: tuple[Row, ...] = ()
    starters: tuple[Row, ...] = ()
    titles: tuple[Row, ...] = ()
    name_particles: tuple[Row, ...] = ()
    name_suffixes: tuple[Row, ...] = ()
    names_or_words: tuple[Row, ...] = ()
    no_names: tuple[Row, ...] = ()
    speech: tuple[Row, ...] = ()
    speech_adverbs: tuple[Row, ...] = ()
    not_speech: tuple[Row, ...] = ()
    speaking_pronouns: tuple[Row, ...] = ()
    hearing_pronouns: tuple[Row, ...] = ()
    speech_links: tuple[Row, ...] = ()
    according: tuple[Row, ...] = ()
    members: tuple[Row, ...] = ()
    makers: tuple[Row, ...] = ()
    calls: tuple[Row, ...] = ()
    addressing: tuple[Row, ...] = ()
    places: tuple[Row, ...] = ()
    place_endings: tuple[Row, ...] = ()
    no_denials: tuple[Row, ...] = ()
    negating: tuple[Row, ...] = ()
    clauses: tuple[Row, ...] = ()
    standing: tuple[Row, ...] = ()
    denying: tuple[Row, ...] = ()
    enclosing: tuple[Row, ...] = ()
    opposites: tuple[Row, ...] = ()
    irregular: tuple[Row, ...] = ()
    extremes: tuple[Row, ...] = ()
    comparing: tuple[Row, ...] = ()
    rests: tuple[Row, ...] = ()
    lesser: tuple[Row, ...] = ()
    place_kinds: tuple[Row, ...] = ()
    spellings: tuple[Row, ...] = ()
    certainty: tuple[Row, ...] = ()
    no_doubts: tuple[Row, ...] = ()
    empty: tuple[Row, ...] = ()
    incises: tuple[Row, ...] = ()
    spelled: tuple[Row, ...] = ()
    denials: tuple[Row, ...] = ()
    noun_capitals: bool = False  # every noun has a capital, so that a capital tells of no name

    def rows(self) -> Iterable[tuple[str, Row]]:
        """Every row with the name of its table."""
        for table in self.__match_args__:
            rows = getattr(self, table)
            for row in rows if isinstance(rows, tuple) else ():
                yield table, row
