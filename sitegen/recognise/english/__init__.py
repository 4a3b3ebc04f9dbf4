"""English: all that the recogniser knows of the language, and nothing else.

A recogniser of another language is another `Tables` of the same shape.
"""

from sitegen.recognise.english import context, dates, numbers, text
from sitegen.recognise.language import Tables, compiled

TABLES = Tables(
    cardinals=numbers.CARDINALS,
    tens=numbers.TENS,
    scales=numbers.SCALES,
    vague=numbers.VAGUE,
    vague_before=numbers.VAGUE_BEFORE,
    ordinals=numbers.ORDINALS,
    fractions=numbers.FRACTIONS,
    glyphs=numbers.GLYPHS,
    factors=numbers.FACTORS,
    glued=numbers.GLUED,
    currencies=numbers.CURRENCIES,
    percents=numbers.PERCENTS,
    ranks=numbers.RANKS,
    signs=numbers.SIGNS,
    clock=numbers.CLOCK,
    units=context.UNITS,
    evidence=context.EVIDENCE,
    half_evidence=context.HALF_EVIDENCE,
    quantity_before=context.QUANTITY_BEFORE,
    labels=context.LABELS,
    named_after=context.NAMED_AFTER,
    fixed=context.FIXED,
    particles=context.PARTICLES,
    months=dates.MONTHS,
    month_or_word=dates.MONTH_OR_WORD,
    month_before=dates.MONTH_BEFORE,
    seasons=dates.SEASONS,
    date_prefixes=dates.DATE_PREFIXES,
    eras=dates.ERAS,
    centuries=dates.CENTURIES,
    life_decades=dates.LIFE_DECADES,
    marks=text.MARKS,
    elisions=text.ELISIONS,
    clipped=text.CLIPPED,
    abbreviations=text.ABBREVIATIONS,
    starters=text.STARTERS,
)
ENGLISH = compiled(TABLES)
