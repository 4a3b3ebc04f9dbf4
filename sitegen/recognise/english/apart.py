"""How English sets one thing apart from all others, and a part from the rest."""

from sitegen.recognise.tables import Row

# Words beside the superlatives that set something above all others: nobody else is so, or before.
# "verb" counts before a verb in the past.
EXTREMES = (
    Row("first", "word", "The first woman won.", "nothing else is so"),
    Row("only", "word", "The only woman won.", "nothing else is so"),
    Row("at first", "none", "He won at first.", "only begins"),
    Row("at least", "none", "He won at least two.", "measures"),
    Row("at most", "none", "He won at most two.", "measures"),
    Row("the last", "word", "The last woman won.", "nothing else is so"),
    Row("most", "word", "The most active woman won.", "nothing else is so"),
    Row("least", "word", "The least active woman won.", "nothing else is so"),
    Row("best", "word", "The best woman won.", "nothing else is so"),
    Row("worst", "word", "The worst woman won.", "nothing else is so"),
    Row("record", "word", "A record number came.", "nothing else is so"),
    Row("principal", "word", "The principal river ran.", "nothing else is so"),
    Row("leads", "word", "She leads them all.", "nobody else is so"),
    Row("tops", "word", "She tops the list.", "nobody else is so"),
    Row("than ever", "word", "More came than ever.", "nothing else is so"),
    Row("had last", "word", "They had last met then.", "nothing since is so"),
    Row("have last", "word", "They have last met then.", "nothing since is so"),
    Row("was last", "word", "It was last met then.", "nothing since is so"),
    Row("were last", "word", "They were last met then.", "nothing since is so"),
    Row("chief", "word", "The chief river ran.", "nothing else is so"),
    Row("main", "word", "The main river ran.", "nothing else is so"),
    Row("sole", "word", "The sole woman won.", "nothing else is so"),
    Row("unprecedented", "word", "An unprecedented win came.", "nothing else is so"),
    Row("unique", "word", "A unique win came.", "nothing else is so"),
)
# Words that make a negation one of all others: "nobody younger", "not for 20 years". "span" counts
# before a number, or a "point".
COMPARING = (
    Row("other", "other", "No other came.", "compares with all others"),
    Row("else", "other", "Nobody else came.", "compares with all others"),
    Row("before", "other", "Nobody came before.", "compares with all others"),
    Row("more", "other", "Nobody is more loved.", "compares with all others"),
    Row("than", "other", "Nobody is worse than he.", "compares with all others"),
    Row("as", "other", "Nobody is as good.", "compares with all others"),
    Row("so", "other", "Nobody is so good.", "compares with all others"),
    Row("such", "other", "No such man came.", "compares with all others"),
    Row("like", "other", "Nobody is like him.", "compares with all others"),
    Row("ever", "other", "Nobody ever came.", "compares with all others"),
    Row("until", "other", "Nobody came until then.", "compares with all others"),
    Row("for", "span", "He came not for 20 years.", "with all that time"),
    Row("since", "span", "He came not since 1990.", "with all that time"),
    Row("in", "span", "He came not in 20 years.", "with all that time"),
    Row("then", "point", "He came not since then.", "stands for a time"),
)
# Words for what is left of a number: of those nothing may be so that is said of the rest.
RESTS = (
    Row("other", "rest", "The other 60 did not come.", "who are not among them"),
    Row("others", "rest", "The others did not come.", "as other"),
    Row("rest", "rest", "The rest did not come.", "as other"),
    Row("remaining", "rest", "The remaining 60 did not come.", "as other"),
    Row("leaves", "rest", "That leaves 60 without it.", "as other"),
    Row("leaving", "rest", "They came, leaving 60 without it.", "as other"),
)
# What says that one thing is less so than another; "denied" behind a “not”.
LESSER = (
    Row("less", "less", "It was less high.", "not so high"),
    Row("so", "denied", "It was not so high.", "less high"),
    Row("as", "denied", "It was not as high.", "less high"),
)
