"""The words of English that turn a sentence round, weaken it, or say how much is meant."""

from sitegen.recognise.tables import Row

# The meaning is the word that the others of its kind amount to: "didn't" says what "did not" says.
NEGATIONS = (
    Row("not", "not", "He is not serious.", "the negation"),
    Row("n't", "not", "He isn't serious.", "how not ends a verb"),
    Row("cannot", "not", "He cannot win.", "can and not in one word"),
    Row("never", "never", "He never won.", "not at any time"),
    Row("no", "no", "He had no votes.", "not any"),
    Row("none", "none", "None of them voted.", "not one"),
    Row("nobody", "nobody", "Nobody voted.", "not a person"),
    Row("nothing", "nothing", "He said nothing.", "not a thing"),
    Row("nowhere", "nowhere", "He went nowhere.", "to no place"),
    Row("neither", "neither", "Neither won.", "not one of two"),
    Row("nor", "nor", "He nor she won.", "and not"),
    Row("without", "without", "He won without votes.", "with no"),
    Row("hardly", "hardly", "He hardly won.", "almost not"),
    Row("scarcely", "hardly", "He scarcely won.", "almost not"),
    Row("barely", "hardly", "He barely won.", "almost not"),
    Row("seldom", "seldom", "He seldom won.", "almost never"),
    Row("rarely", "seldom", "He rarely won.", "almost never"),
)
# How much or how many, without a number.
QUANTIFIERS = (
    Row("all", "all", "All of them voted.", "none is left out"),
    Row("every", "all", "Every voter came.", "none is left out"),
    Row("everybody", "everybody", "Everybody came.", "no person is left out"),
    Row("everyone", "everybody", "Everyone came.", "no person is left out"),
    Row("everything", "everything", "Everything was lost.", "no thing is left out"),
    Row("always", "always", "He always won.", "no time is left out"),
    Row("most", "most", "Most of them voted.", "more than half"),
    Row("many", "many", "Many of them voted.", "a large number"),
    Row("few", "few", "Few of them voted.", "a small number"),
    Row("fewer", "fewer", "Fewer of them voted.", "a smaller number"),
    Row("some", "some", "Some of them voted.", "a number, not all"),
    Row("several", "several", "Several of them voted.", "more than two"),
    Row("both", "both", "Both of them voted.", "the two of two"),
    Row("only", "only", "Only they voted.", "no others"),
)
# What weakens a sentence, by where it matters when it is cut away:
# - exception: left out of the middle, before the words, or after them
# - doubt: likewise
# - condition: just before or just after the words
# - possibility: just before them
# - contrast: left out of the middle only, as “…, but” begins a clause that stands alone
QUALIFIERS = (
    Row("unless", "exception", "He wins unless they vote.", "the sentence may not hold"),
    Row("except", "exception", "He wins except in the west.", "the sentence does not hold there"),
    Row("alleged", "doubt", "The alleged fraud was large.", "somebody says so"),
    Row("allegedly", "doubt", "He allegedly stole votes.", "somebody says so"),
    Row("reportedly", "doubt", "He reportedly won.", "somebody says so"),
    Row("supposedly", "doubt", "He supposedly won.", "it is thought, and doubted"),
    Row("purportedly", "doubt", "He purportedly won.", "somebody wants it thought"),
    Row("apparently", "doubt", "He apparently won.", "it seems so"),
    Row("perhaps", "doubt", "Perhaps he won.", "it may be otherwise"),
    Row("maybe", "doubt", "Maybe he won.", "it may be otherwise"),
    Row("possibly", "doubt", "He possibly won.", "it may be otherwise"),
    Row("if", "condition", "We go if they vote.", "it holds only then"),
    Row("whether", "condition", "They ask whether he won.", "it may be otherwise"),
    Row("may", "possibility", "He may run again.", "it may be otherwise"),
    Row("might", "possibility", "He might run again.", "it may be otherwise"),
    Row("but", "contrast", "He won but they wept.", "what follows takes something back"),
)
# An “if” that makes nothing depend on it when it is left out of the middle.
NO_CONDITIONS = (
    Row("if not", "as much", "He is as good, if not better, than she.", "says the same or more"),
    Row("if any", "as much", "They have few votes, if any at all, to count.", "says hardly less"),
    Row("if anything", "as much", "He was, if anything at all, too kind.", "says the same or more"),
    Row("if ever", "as much", "He seldom voted, if ever at all, in town.", "says hardly less"),
    Row("if possible", "aside", "They came, if possible by train, to vote.", "a wish beside it"),
    Row("if necessary", "aside", "He stays, if necessary all night, to win.", "it holds anyway"),
    Row("even if", "anyway", "They go, even if it rains, to vote.", "it holds anyway"),
    Row("as if", "likeness", "He ran, as if he saw them, to the town.", "tells how, not when"),
    Row(
        "see if", "question", "He came, to see if they won, to town.", "what is asked, no condition"
    ),
    Row("know if", "question", "He came, to know if they won, to town.", "as see if"),
    Row("ask if", "question", "He came, to ask if they won, to town.", "as see if"),
    Row("asked if", "question", "He came, asked if they won, and left.", "as see if"),
    Row("asking if", "question", "He came, asking if they won, and left.", "as see if"),
    Row("wonder if", "question", "He came, to wonder if they won, to town.", "as see if"),
    Row("wondered if", "question", "He came, wondered if they won, and left.", "as see if"),
    Row("wondering if", "question", "He came, wondering if they won, to us.", "as see if"),
)
# Words through which a negation or a doubt reaches what comes after them: "I don't think that …".
CARRIERS = (
    Row("think", "opinion", "I do not think he won.", "not thinking so is thinking not so"),
    Row("believe", "opinion", "I do not believe he won.", "as think"),
    Row("suppose", "opinion", "I do not suppose he won.", "as think"),
    Row("expect", "opinion", "I do not expect he won.", "as think"),
    Row("say", "speech", "I did not say he won.", "what was not said"),
    Row("said", "speech", "I never said he won.", "what was not said"),
    Row("mean", "speech", "It does not mean he won.", "what does not follow"),
    Row("sure", "knowledge", "I am not sure he won.", "what is not known"),
    Row("clear", "knowledge", "It is not clear he won.", "what is not known"),
    Row("true", "knowledge", "It is not true he won.", "what is denied"),
    Row("evidence", "knowledge", "There is no evidence he won.", "what is not known"),
    Row("proof", "knowledge", "There is no proof he won.", "what is not known"),
    Row("that", "link", "It is not that he won.", "begins what is said, thought or known"),
    Row("really", "link", "He did not really win it.", "stands between not and its verb"),
    Row("been", "link", "He has not been elected.", "stands between not and its verb"),
    Row("be", "link", "He will not be elected.", "stands between not and its verb"),
)
# Pronouns that cannot stand for the same speaker.
PERSONS = (
    Row("he", "one man", "He said so.", "no woman and not the writer"),
    Row("she", "one woman", "She said so.", "no man and not the writer"),
    Row("i", "the writer", "I said so.", "none of whom the writer tells"),
    Row("me", "the writer", "He told me so.", "as I"),
    Row("us", "the writer", "He told us so.", "as I, with others"),
)
