"""The words around a verb of speech: what parts it from who speaks, and what it is not."""

from sitegen.recognise.tables import Row

# Words that may stand between who speaks and the verb.
SPEECH_ADVERBS = (
    Row("also", "between", "“Yes,” Lee also said.", "stands before the verb"),
    Row("then", "between", "“Yes,” Lee then said.", "stands before the verb"),
    Row("later", "between", "“Yes,” Lee later said.", "stands before the verb"),
    Row("again", "between", "“Yes,” Lee again said.", "stands before the verb"),
    Row("once", "between", "“Yes,” Lee once said.", "stands before the verb"),
    Row("now", "between", "“Yes,” Lee now said.", "stands before the verb"),
    Row("still", "between", "“Yes,” Lee still said.", "stands before the verb"),
    Row("just", "between", "“Yes,” Lee just said.", "stands before the verb"),
    Row("already", "between", "“Yes,” Lee already said.", "stands before the verb"),
    Row("always", "between", "“Yes,” Lee always said.", "stands before the verb"),
    Row("often", "between", "“Yes,” Lee often said.", "stands before the verb"),
    Row("soon", "between", "“Yes,” Lee soon said.", "stands before the verb"),
    Row("first", "between", "“Yes,” Lee first said.", "stands before the verb"),
    Row("even", "between", "“Yes,” Lee even said.", "stands before the verb"),
    Row("too", "between", "“Yes,” Lee too said.", "stands before the verb"),
    Row("has", "between", "“Yes,” Lee has said.", "stands before the verb"),
    Row("had", "between", "“Yes,” Lee had said.", "stands before the verb"),
    Row("have", "between", "“Yes,” Lee have said.", "stands before the verb"),
    Row("-ly", "ending", "“Yes,” Lee slowly said.", "how most adverbs end"),
)
# Before a verb of speech they turn it: the subject hears, or does not speak.
NOT_SPEECH = (
    Row("was", "passive", "Lee was told “Yes.”", "nobody is said to speak here"),
    Row("were", "passive", "They were told “Yes.”", "nobody is said to speak here"),
    Row("is", "passive", "Lee is told “Yes.”", "nobody is said to speak here"),
    Row("are", "passive", "They are told “Yes.”", "nobody is said to speak here"),
    Row("been", "passive", "Lee has been told “Yes.”", "nobody is said to speak here"),
    Row("being", "passive", "Lee is being told “Yes.”", "nobody is said to speak here"),
    Row("be", "passive", "Lee may be told “Yes.”", "nobody is said to speak here"),
    Row("not", "negation", "Lee has not said “Yes.”", "tells what was not said"),
    Row("never", "negation", "Lee never said “Yes.”", "tells what was not said"),
)
# Pronouns that speak in place of a name.
SPEAKING_PRONOUNS = (
    Row("he", "somebody", "“Yes,” he said.", "names nobody"),
    Row("she", "somebody", "“Yes,” she said.", "names nobody"),
    Row("i", "somebody", "“Yes,” i said.", "names nobody"),
    Row("they", "somebody", "“Yes,” they said.", "names nobody"),
    Row("we", "somebody", "“Yes,” we said.", "names nobody"),
    Row("it", "somebody", "“Yes,” it said.", "names nobody"),
    Row("who", "relative", "Lee, who said “Yes,” left.", "names nobody"),
    Row("you", "somebody", "“Yes,” you said.", "names nobody"),
    Row("one", "somebody", "“Yes,” one said.", "names nobody"),
)
# Pronouns that hear.
HEARING_PRONOUNS = (
    Row("him", "somebody", "Lee told him “Yes.”", "names nobody"),
    Row("her", "somebody", "Lee told her “Yes.”", "names nobody"),
    Row("me", "somebody", "Lee told me “Yes.”", "names nobody"),
    Row("us", "somebody", "Lee told us “Yes.”", "names nobody"),
    Row("them", "somebody", "Lee told them “Yes.”", "names nobody"),
)
# After who speaks: what follows is no part of the name. "of": it belongs to a description.
SPEECH_LINKS = (
    Row("to", "hearer", "“Yes,” said the aide to Lee.", "joins another word to the name"),
    Row("with", "with", "The day came, with Lee saying “Yes.”", "joins another word to the name"),
    Row("by", "agent", "Lee, 40, told by Ford “Yes,” left.", "joins another word to the name"),
    Row("of", "of", "“Yes,” the aide of Lee said.", "joins another word to the name"),
    Row("from", "of", "“Yes,” the aide from Lee said.", "joins another word to the name"),
    Row("for", "of", "“Yes,” the aide for Lee said.", "joins another word to the name"),
    Row("near", "of", "“Yes,” the aide near Lee said.", "joins another word to the name"),
    Row("behind", "of", "“Yes,” the aide behind Lee said.", "joins another word to the name"),
    Row("beside", "of", "“Yes,” the aide beside Lee said.", "joins another word to the name"),
    Row("about", "of", "“Yes,” the aide about Lee said.", "joins another word to the name"),
    Row("in", "where", "“Yes,” the aide in Rome said.", "joins another word to the name"),
    Row("at", "where", "“Yes,” the aide at Rome said.", "joins another word to the name"),
    Row("on", "where", "“Yes,” the aide on Rome said.", "joins another word to the name"),
    Row("during", "where", "“Yes,” the aide during Rome said.", "joins another word to the name"),
    Row("through", "where", "“Yes,” the aide through Rome said.", "joins another word to the name"),
    Row("over", "where", "“Yes,” the aide over Rome said.", "joins another word to the name"),
    Row("under", "where", "“Yes,” the aide under Rome said.", "joins another word to the name"),
    Row("upon", "where", "“Yes,” the aide upon Rome said.", "joins another word to the name"),
    Row("without", "where", "“Yes,” the aide without Rome said.", "joins another word to the name"),
    Row("into", "where", "“Yes,” the aide into Rome said.", "joins another word to the name"),
    Row("against", "where", "“Yes,” the aide against Rome said.", "joins another word to the name"),
    Row("outside", "where", "“Yes,” the aide outside Rome said.", "joins another word to the name"),
    Row("inside", "where", "“Yes,” the aide inside Rome said.", "joins another word to the name"),
    Row("via", "where", "“Yes,” the aide via Rome said.", "joins another word to the name"),
    Row("after", "aside", "Lee said, after Ford asked, “Yes.”", "joins another word to the name"),
    Row("before", "aside", "Lee said, before Ford asked, “Yes.”", "joins another word to the name"),
    Row("as", "aside", "Lee said, as Ford asked, “Yes.”", "joins another word to the name"),
    Row("when", "aside", "Lee said, when Ford asked, “Yes.”", "joins another word to the name"),
    Row("while", "aside", "Lee said, while Ford asked, “Yes.”", "joins another word to the name"),
    Row("and", "and", "Lee came and said “Yes.”", "joins another word to the name"),
    Row("but", "and", "Lee came but said “Yes.”", "joins another word to the name"),
    Row("or", "and", "Lee came or said “Yes.”", "joins another word to the name"),
)
# Phrases before the name of who says so.
ACCORDING = (
    Row("according to", "name follows", "It is late, according to Lee.", "names who says so"),
    Row("in the words of", "name follows", "It is late, in the words of Lee.", "names who says so"),
)
# Whose party a name with an article before it tells, not who it is; a form that ends in a hyphen is
# the letter of one before a place.
MEMBERS = (
    Row("republican", "party", "“Yes,” the Ohio Republican said.", "anybody of the party"),
    Row("democrat", "party", "“Yes,” the Ohio Democrat said.", "anybody of the party"),
    Row("independent", "party", "“Yes,” the Ohio Independent said.", "anybody of the party"),
    Row("libertarian", "party", "“Yes,” the Ohio Libertarian said.", "anybody of the party"),
    Row("conservative", "party", "“Yes,” the Kent Conservative said.", "anybody of the party"),
    Row("tory", "party", "“Yes,” the Kent Tory said.", "anybody of the party"),
    Row("liberal", "party", "“Yes,” the Kent Liberal said.", "anybody of the party"),
    Row("r-", "letter", "Lee, R-Ohio, for one, said “Yes.”", "the party, and where from"),
    Row("d-", "letter", "Lee, D-Ohio, for one, said “Yes.”", "the party, and where from"),
    Row("i-", "letter", "Lee, I-Ohio, for one, said “Yes.”", "the party, and where from"),
)
# Who makes a text, and so is hardly named in it.
MAKERS = (
    Row("author", "writes", "the author", "tells it, and seldom names himself"),
    Row("writer", "writes", "the writer", "as the author"),
    Row("narrator", "writes", "the narrator", "as the author"),
    Row("columnist", "writes", "the columnist", "as the author"),
    Row("reporter", "writes", "the reporter", "as the author"),
    Row("correspondent", "writes", "the correspondent", "as the author"),
    Row("diarist", "writes", "the diarist", "as the author"),
    Row("editor", "adds", "the editor", "of notes and heads, which have no name below them"),
    Row("translator", "adds", "the translator", "as the editor"),
    Row("compiler", "adds", "the compiler", "as the editor"),
    Row("annotator", "adds", "the annotator", "as the editor"),
    Row("newspaper", "prints", "the newspaper", "what it prints is its own account"),
    Row("paper", "prints", "the paper", "as the newspaper"),
    Row("magazine", "prints", "the magazine", "as the newspaper"),
    Row("article", "prints", "the article", "as the newspaper"),
    Row("book", "prints", "the book", "as the newspaper"),
)
# Words that lead to a name by which somebody is called.
CALLS = (
    Row("my", "dear", "You know, my Lee, it is late.", "as one speaks to a friend"),
    Row("dear", "dear", "You know, dear Lee, it is late.", "as one speaks to a friend"),
    Row("dearest", "dear", "You know, dearest Lee, it is late.", "as one speaks to a friend"),
    Row("good", "dear", "You know, good Lee, it is late.", "as one speaks to a friend"),
    Row("old", "dear", "You know, old Lee, it is late.", "as one speaks to a friend"),
    Row("oh", "cry", "You know, oh Lee, it is late.", "a cry before the name"),
    Row("o", "cry", "You know, o Lee, it is late.", "a cry before the name"),
    Row("yes", "answer", "You know, yes Lee, it is late.", "an answer, often without a comma"),
    Row("no", "answer", "You know, no Lee, it is late.", "an answer, often without a comma"),
    Row("well", "answer", "You know, well Lee, it is late.", "an answer, often without a comma"),
)
# With which a question speaks to somebody, as an interview does; “to”, which heads a letter; and
# what begins one: "salutes" with a name behind it, "alone" without.
ADDRESSING = (
    Row("to", "to", "_Ada Lovelace to Bob Hill._", "who writes it to whom"),
    Row("dear", "salutes", "My dear Bob,—It holds.", "begins a letter"),
    Row("dearest", "salutes", "Dearest Bob, it holds.", "as dear"),
    Row("sir", "alone", "Sir,—It holds.", "as dear"),
    Row("sirs", "alone", "Sirs,—It holds.", "as dear"),
    Row("madam", "alone", "Madam,—It holds.", "as dear"),
    Row("my lord", "salutes", "My Lord Bishop, it holds.", "as dear"),
    Row("gentlemen", "alone", "Gentlemen: It holds.", "as dear"),
    Row("you", "asked", "Why did you run?", "who is asked"),
    Row("your", "asked", "What was your plan?", "of who is asked"),
    Row("yours", "asked", "Was the plan yours?", "of who is asked"),
    Row("yourself", "asked", "How does one see oneself, and yourself?", "who is asked"),
)
