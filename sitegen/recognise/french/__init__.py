"""French: what the recogniser knows of it, for sources in French.

Its dates, its clauses of speech, its numbers in words and how it denies. The other tables are
empty: what they would serve is not judged of a French source.
"""

from sitegen.frozen import replace
from sitegen.recognise.french import figures, speech
from sitegen.recognise.language import compiled
from sitegen.recognise.marks import MARKS

TABLES = replace(
    MARKS,
    glued=figures.GLUED,
    particles=figures.PARTICLES,
    small_months=figures.MONTHS,
    month_or_word=figures.MONTH_OR_WORD,
    month_before=figures.MONTH_BEFORE,
    seasons=figures.SEASONS,
    weekdays=figures.WEEKDAYS,
    date_doubts=figures.DATE_DOUBTS,
    relative=figures.RELATIVE,
    spelled=figures.SPELLED,
    abbreviations=speech.ABBREVIATIONS,
    titles=speech.TITLES,
    name_particles=speech.NAME_PARTICLES,
    no_names=speech.NO_NAMES,
    speech=speech.SPEECH,
    speech_adverbs=speech.SPEECH_ADVERBS,
    not_speech=speech.NOT_SPEECH,
    speaking_pronouns=speech.SPEAKING_PRONOUNS,
    hearing_pronouns=speech.HEARING_PRONOUNS,
    speech_links=speech.SPEECH_LINKS,
    according=speech.ACCORDING,
    addressing=speech.ADDRESSING,
    incises=speech.INCISES,
    denials=figures.DENIALS,
)
FRENCH = compiled(TABLES)
