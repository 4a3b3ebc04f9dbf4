"""What English knows of saying one thing in two ways: names of places, and denials."""

from sitegen.recognise.language import Row

# Words for a place or its people, to the word that stands for all of them. Short ones count in
# capitals only: “us” is no country.
PLACES = (
    Row("us", "america", "the US paper", "the United States"),
    Row("usa", "america", "in the USA", "the United States"),
    Row("states", "america", "in the United States", "the United States"),
    Row("british", "britain", "a British paper", "of Britain"),
    Row("uk", "britain", "in the UK", "the United Kingdom"),
    Row("kingdom", "britain", "in the United Kingdom", "the United Kingdom"),
    Row("briton", "britain", "a Briton came", "somebody of Britain"),
    Row("english", "england", "an English paper", "of England"),
    Row("french", "france", "a French paper", "of France"),
    Row("spanish", "spain", "a Spanish paper", "of Spain"),
    Row("dutch", "netherlands", "a Dutch paper", "of the Netherlands"),
    Row("holland", "netherlands", "in Holland", "the Netherlands"),
    Row("swiss", "switzerland", "a Swiss paper", "of Switzerland"),
    Row("irish", "ireland", "an Irish paper", "of Ireland"),
    Row("scottish", "scotland", "a Scottish paper", "of Scotland"),
    Row("scots", "scotland", "a Scots paper", "of Scotland"),
    Row("welsh", "wales", "a Welsh paper", "of Wales"),
    Row("danish", "denmark", "a Danish paper", "of Denmark"),
    Row("swedish", "sweden", "a Swedish paper", "of Sweden"),
    Row("finnish", "finland", "a Finnish paper", "of Finland"),
    Row("polish", "poland", "a Polish paper", "of Poland"),
    Row("turkish", "turkey", "a Turkish paper", "of Turkey"),
    Row("greek", "greece", "a Greek paper", "of Greece"),
    Row("congressional", "congress", "a Congressional paper", "of Congress"),
    Row("parliamentary", "parliament", "a Parliamentary paper", "of Parliament"),
    Row("eu", "europe", "in the EU", "the European Union"),
    Row("un", "nations", "in the UN", "the United Nations"),
    Row("gop", "republican", "the GOP won", "the Republicans’ nickname"),
)
# Ends of words for people and things of a place: what is left begins the name of the place.
PLACE_ENDINGS = (
    Row("ian", "ending", "a Canadian paper", "of a place"),
    Row("an", "ending", "a Mexican paper", "of a place"),
    Row("ese", "ending", "a Vietnamese paper", "of a place"),
    Row("ish", "ending", "a Kurdish paper", "of a people"),
    Row("ic", "ending", "a Democratic paper", "of a party"),
    Row("er", "ending", "a Londoner", "somebody of a place"),
)
# Phrases with a negation that deny nothing: a sentence may say the same without one.
NO_DENIALS = (
    Row("not only", "more", "He came not only once.", "says more"),
    Row("not just", "more", "He came not just once.", "says more"),
    Row("not merely", "more", "He came not merely once.", "says more"),
    Row("not until", "time", "He came not until Monday.", "only then"),
    Row("not till", "time", "He came not till Monday.", "only then"),
    Row("no doubt", "sure", "No doubt he came.", "surely"),
    Row("if not", "more", "It was good if not great.", "perhaps more"),
    Row("can't wait", "phrase", "I can't wait to go.", "is eager"),
    Row("cannot wait", "phrase", "I cannot wait to go.", "is eager"),
    Row("no sooner", "time", "He had no sooner come.", "just then"),
    Row("no less", "measure", "He had no less than two.", "so much"),
    Row("no fewer", "measure", "He had no fewer than two.", "so many"),
)
# Beginnings and endings that negate the word they are put to.
NEGATING = (
    Row("un", "before", "an unhappy man", "not happy"),
    Row("in", "before", "an indirect way", "not direct"),
    Row("im", "before", "an impolite man", "not polite"),
    Row("ir", "before", "an irregular way", "not regular"),
    Row("il", "before", "an illegal way", "not legal"),
    Row("dis", "before", "a dishonest man", "not honest"),
    Row("non", "before", "a nonviolent man", "not violent"),
    Row("less", "after", "a childless man", "without children"),
)
# Words that begin a clause of their own, which a negation before them does not reach.
CLAUSES = (
    Row("and", "link", "He came and she left.", "joins clauses"),
    Row("but", "link", "He came but she left.", "joins clauses"),
    Row("or", "link", "He came or she left.", "joins clauses"),
    Row("because", "reason", "He came because she left.", "begins a clause"),
    Row("since", "reason", "He came since she left.", "begins a clause"),
    Row("although", "contrast", "He came although she left.", "begins a clause"),
    Row("though", "contrast", "He came though she left.", "begins a clause"),
    Row("while", "contrast", "He came while she left.", "begins a clause"),
    Row("whereas", "contrast", "He came whereas she left.", "begins a clause"),
    Row("when", "time", "He came when she left.", "begins a clause"),
    Row("after", "time", "He came after she left.", "begins a clause"),
    Row("before", "time", "He came before she left.", "begins a clause"),
    Row("until", "time", "He came until she left.", "begins a clause"),
    Row("if", "condition", "He comes if she leaves.", "begins a clause"),
    Row("unless", "condition", "He comes unless she leaves.", "begins a clause"),
    Row("that", "content", "He said that she left.", "begins what is said"),
    Row("which", "relative", "The car which she left.", "begins a clause"),
    Row("who", "relative", "The man who left.", "begins a clause"),
    Row("whom", "relative", "The man whom she left.", "begins a clause"),
    Row("where", "relative", "The town where she left.", "begins a clause"),
    Row("so", "result", "He came so she left.", "begins a clause"),
    Row("than", "comparison", "He came later than she left.", "begins a clause"),
)
