"""What the recogniser knows of a language, ready to be looked up."""

from collections.abc import Mapping

from sitegen.frozen import dataclass
from sitegen.recognise.tables import Row, Tables

Meanings = Mapping[str, str]
Values = Mapping[str, int]
_STEMS = frozenset({"stem", "forbids"})  # of `denying`: every word that begins so


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The tables made ready for looking up, form to meaning. Each is itself alone, as a key is."""

    cardinals: Values
    tens: Values
    tens_plural: frozenset[str]
    scales: Values
    thousands: Meanings
    numbered: Meanings
    vague: Values
    vague_before: Meanings
    ordinals: Values
    fractions: Values
    glyphs: Meanings
    factors: Values
    glued: Meanings
    currencies: Meanings
    percents: Meanings
    ranks: Meanings
    signs: Meanings
    signs_after: Meanings
    clock: Meanings
    two_numbers: Meanings
    units: Meanings
    evidence: Meanings
    half_evidence: Meanings
    quantity_before: Meanings
    labels: Meanings
    named_after: Meanings
    fixed: Meanings
    particles: Meanings
    months: Values
    small_months: frozenset[str]
    month_or_word: Meanings
    month_before: Meanings
    seasons: Values
    date_prefixes: Meanings
    eras: Meanings  # the longest first
    centuries: Meanings
    life_decades: Meanings
    quantities: Meanings
    runs: Meanings
    superlatives: Meanings
    hedges: Meanings
    hedges_after: Meanings
    limits: Meanings
    moves: Meanings
    measures: Meanings
    counted: Meanings
    last_places: Meanings
    weekdays: Values
    steps: Meanings
    day_marks: Meanings
    lengths: Meanings
    spans: Meanings
    step_directions: Values
    relative: Meanings
    text_parts: Meanings
    date_doubts: Meanings
    date_places: Meanings
    negations: Meanings
    quantifiers: Meanings
    qualifiers: Meanings
    no_conditions: Meanings
    carriers: Meanings
    persons: Meanings
    marks: tuple[tuple[str, str], ...]
    elisions: Meanings
    clipped: Meanings
    abbreviations: Meanings
    starters: Meanings
    titles: Meanings
    name_particles: Meanings
    name_suffixes: Meanings
    names_or_words: Meanings
    no_names: Meanings
    speech: Meanings
    speech_adverbs: Meanings
    not_speech: Meanings
    speaking_pronouns: Meanings
    hearing_pronouns: Meanings
    speech_links: Meanings
    according: Meanings
    members: Meanings
    makers: Meanings
    calls: Meanings
    addressing: Meanings
    places: Meanings
    place_endings: Meanings
    no_denials: Meanings
    negating: Meanings
    clauses: Meanings
    standing: Meanings
    denying: Meanings
    enclosing: Meanings
    opposites: Meanings
    irregular: Meanings
    extremes: Meanings
    comparing: Meanings
    rests: Meanings
    lesser: Meanings
    place_kinds: Meanings
    spellings: Meanings
    certainty: Meanings
    no_doubts: Meanings
    empty: Meanings
    incises: Meanings
    spelled: Meanings
    denials: Meanings
    noun_capitals: bool
    triggers: frozenset[str]
    reporting: frozenset[str]  # with which a clause of speech may begin
    adverb_endings: tuple[str, ...]
    negation_parts: tuple[str, ...]  # each negation has one of these in it
    open_forms: tuple[str, ...]  # those of `certainty` that a sentence has to keep
    certainty_starts: frozenset[str]  # of the first words of `certainty`, three letters
    denying_first: frozenset[str]  # the first words of `denying`
    denying_stems: frozenset[str]  # the first three letters of its stems
    enclosing_edges: tuple[tuple[str, ...], tuple[str, ...]]  # beginnings; endings of the others

    def unit(self, low: str) -> str | None:
        """The meaning of a unit's word, in the singular or with a plural s."""
        return self.units.get(low) or self.units.get(low.removesuffix("s"))


def compiled(tables: Tables) -> Language:
    """The look-ups of a language's tables."""
    plurals = {f"{row.form}s": int(row.meaning) for row in tables.fractions}
    fractions = {**plurals, **_values(tables.fractions)}
    tens = _values(tables.tens)
    decades = {f"{form.removesuffix('y')}ies" for form in tens}
    figures = (tables.cardinals, tables.tens, tables.scales, tables.vague, tables.ordinals)
    dates = (tables.months, tables.small_months, tables.seasons)
    triggers = {
        row.form for table in (*figures, *dates, tables.factors, tables.glyphs) for row in table
    }
    return Language(
        cardinals=_values(tables.cardinals),
        tens=tens,
        tens_plural=frozenset(decades),
        scales=_values(tables.scales),
        thousands=_meanings(tables.thousands),
        numbered=_meanings(tables.numbered),
        vague=_values(tables.vague),
        vague_before=_meanings(tables.vague_before),
        ordinals=_values(tables.ordinals),
        fractions=fractions,
        glyphs=_meanings(tables.glyphs),
        factors=_values(tables.factors),
        glued=_meanings(tables.glued),
        currencies=_meanings(tables.currencies),
        percents=_meanings(tables.percents),
        ranks=_meanings(tables.ranks),
        signs=_meanings(tables.signs),
        signs_after=_meanings(tables.signs_after),
        clock=_meanings(tables.clock),
        two_numbers=_meanings(tables.two_numbers),
        units=_meanings(tables.units),
        evidence=_meanings(tables.evidence),
        half_evidence=_meanings(tables.half_evidence),
        quantity_before=_meanings(tables.quantity_before),
        labels=_meanings(tables.labels),
        named_after=_meanings(tables.named_after),
        fixed=_meanings(tables.fixed),
        particles=_meanings(tables.particles),
        months=_values((*tables.months, *tables.small_months)),
        small_months=frozenset(row.form for row in tables.small_months),
        month_or_word=_meanings(tables.month_or_word),
        month_before=_meanings(tables.month_before),
        seasons=_values(tables.seasons),
        date_prefixes=_meanings(tables.date_prefixes),
        eras=_meanings(tuple(sorted(tables.eras, key=lambda row: -len(row.form)))),
        centuries=_meanings(tables.centuries),
        life_decades=_meanings(tables.life_decades),
        quantities=_meanings(tables.quantities),
        runs=_meanings(tables.runs),
        superlatives=_meanings(tables.superlatives),
        hedges=_meanings(tables.hedges),
        hedges_after=_meanings(tables.hedges_after),
        limits=_meanings(tables.limits),
        moves=_meanings(tables.moves),
        measures=_meanings(tables.measures),
        counted=_meanings(tables.counted),
        last_places=_meanings(tables.last_places),
        weekdays=_values(tables.weekdays),
        steps=_meanings(tables.steps),
        day_marks=_meanings(tables.day_marks),
        lengths=_meanings(tables.lengths),
        spans=_meanings(tables.spans),
        step_directions=_values(tables.step_directions),
        relative=_meanings(tables.relative),
        text_parts=_meanings(tables.text_parts),
        date_doubts=_meanings(tables.date_doubts),
        date_places=_meanings(tables.date_places),
        negations=_meanings(tables.negations),
        quantifiers=_meanings(tables.quantifiers),
        qualifiers=_meanings(tables.qualifiers),
        no_conditions=_meanings(tables.no_conditions),
        carriers=_meanings(tables.carriers),
        persons=_meanings(tables.persons),
        marks=tuple((row.form, row.meaning) for row in tables.marks),
        elisions=_meanings(tables.elisions),
        clipped=_meanings(tables.clipped),
        abbreviations=_meanings(tables.abbreviations),
        starters=_meanings(tables.starters),
        titles=_meanings(tables.titles),
        name_particles=_meanings(tables.name_particles),
        name_suffixes=_meanings(tables.name_suffixes),
        names_or_words=_meanings(tables.names_or_words),
        no_names=_meanings(tables.no_names),
        speech=_meanings(tables.speech),
        speech_adverbs=_meanings(tables.speech_adverbs),
        not_speech=_meanings(tables.not_speech),
        speaking_pronouns=_meanings(tables.speaking_pronouns),
        hearing_pronouns=_meanings(tables.hearing_pronouns),
        speech_links=_meanings(tables.speech_links),
        according=_meanings(tables.according),
        members=_meanings(tables.members),
        makers=_meanings(tables.makers),
        calls=_meanings(tables.calls),
        addressing=_meanings(tables.addressing),
        places=_meanings(tables.places),
        place_endings=_meanings(tables.place_endings),
        no_denials=_meanings(tables.no_denials),
        negating=_meanings(tables.negating),
        clauses=_meanings(tables.clauses),
        standing=_meanings(tables.standing),
        denying=_meanings(tables.denying),
        enclosing=_meanings(tables.enclosing),
        opposites=_meanings(tables.opposites),
        irregular=_meanings(tables.irregular),
        extremes=_meanings(tables.extremes),
        comparing=_meanings(tables.comparing),
        rests=_meanings(tables.rests),
        lesser=_meanings(tables.lesser),
        place_kinds=_meanings(tables.place_kinds),
        spellings=_meanings(tables.spellings),
        certainty=_meanings(tables.certainty),
        no_doubts=_meanings(tables.no_doubts),
        empty=_meanings(tables.empty),
        incises=_meanings(tables.incises),
        spelled=_meanings(tables.spelled),
        denials=_meanings(tables.denials),
        noun_capitals=tables.noun_capitals,
        triggers=frozenset(triggers | set(fractions) | decades),
        reporting=frozenset(
            row.form.split(" ", 1)[0] for row in (*tables.speech, *tables.according)
        ),
        adverb_endings=tuple(r.form[1:] for r in tables.speech_adverbs if r.form[0] == "-"),
        negation_parts=_parts(tables.negations),
        open_forms=tuple(
            row.form for row in tables.certainty if {"unsure", "hearsay"} & {*row.meaning.split()}
        ),
        certainty_starts=frozenset(r.form.partition(" ")[0][:3] for r in tables.certainty),
        denying_first=frozenset(row.form.partition(" ")[0] for row in tables.denying),
        denying_stems=frozenset(row.form[:3] for row in tables.denying if row.meaning in _STEMS),
        enclosing_edges=_edges(tables.enclosing),
    )


def _parts(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The fewest forms of which one is in every form, with either apostrophe: no, of none."""
    parts: list[str] = []
    for form in sorted((row.form for row in rows), key=len):
        if not any(part in form for part in parts):
            parts.append(form)
    return tuple(dict.fromkeys(form for part in parts for form in (part, part.replace("'", "’"))))


def _edges(rows: tuple[Row, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """With what forms like un…ed begin, and the others, like …less, end."""
    parts = [row.form.partition("…") for row in rows]
    before = dict.fromkeys(first for first, _, _ in parts if first)
    return tuple(before), tuple(dict.fromkeys(last for first, _, last in parts if not first))


def _meanings(rows: tuple[Row, ...]) -> Meanings:
    return {row.form: row.meaning for row in rows}


def _values(rows: tuple[Row, ...]) -> Values:
    return {row.form: int(row.meaning) for row in rows}
