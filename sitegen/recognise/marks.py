"""What is known of any language: its quotation marks, and the marks about its figures."""

from sitegen.recognise.english import money, numbers, text
from sitegen.recognise.tables import Tables

MARKS = Tables(
    glyphs=numbers.GLYPHS,
    currencies=money.MARKS,
    percents=numbers.PERCENT_SIGNS,
    signs=numbers.SIGN_MARKS,
    marks=text.MARKS,
)
