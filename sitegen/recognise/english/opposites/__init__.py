"""What English knows of saying a thing without a “not”: its opposites.

Each row has a word, and those which say the same with a negation, or nearly: who is alive is not
dead.
"""

from sitegen.recognise.english.opposites.deeds import DEEDS
from sitegen.recognise.english.opposites.negated import NEGATED
from sitegen.recognise.english.opposites.states import STATES

OPPOSITES = (*DEEDS, *NEGATED, *STATES)
