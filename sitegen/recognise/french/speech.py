"""Who says what, in French: its verbs of speech, its titles, and what is never a name."""

from sitegen.recognise.tables import Row, forms

_SAYS = forms(
    "dit disait dira ajouta ajoute ajouté ajoutait répondit répond répondu répondait répliqua "
    "réplique répliqué reprit reprend repris demanda demande demandé demandait cria crie crié "
    "criait s'écria s'écrie écrié s'exclama s'exclame exclamé murmura murmure murmuré déclara "
    "déclare déclaré déclarait affirma affirme affirmé expliqua explique expliqué précisa précise "
    "précisé souligna souligne souligné assura assure assuré estima estime estimé indiqua indique "
    "indiqué annonça annonce annoncé confia confie confié raconta raconte raconté rappela rappelle "
    "rappelé conclut conclu poursuivit poursuit poursuivi observa observe observé remarqua "
    "remarque remarqué fit soupira soupire chuchota chuchote insista insiste insisté lança lance "
    "lancé nota note noté écrivit écrit écrivait protesta proteste protesté promit promet promis "
    "avoua avoue avoué gémit continua continue interrompit interrompt supplia ordonna commanda "
    "jugea juge jugé regretta regrette regretté commenta commente commenté résuma résume résumé "
    "martela martèle martelé témoigna témoigne témoigné"
)
SPEECH = tuple(Row(form, "says", f"Lee {form} « Oui. »", "a verb of speech") for form in _SAYS)
# Those that stand amid the words that they tell of, within their marks: «Oui, dit Lee, je viens.»
INCISES = tuple(
    Row(form, "within", f"«Oui, {form} Lee, je viens.»", "a verb of speech amid the words")
    for form in _SAYS
)
SPEECH_ADVERBS = (
    *(
        Row(form, "between", f"« Oui », {form} dit Lee.", "before the participle")
        for form in ("a", "ont", "avait", "ai", "avais", "avons", "aurait")
    ),
    Row("alors", "between", "« Oui », alors dit Lee.", "stands before the verb"),
    Row("également", "between", "« Oui », également dit Lee.", "stands before the verb"),
    Row("aussi", "between", "« Oui », aussi dit Lee.", "stands before the verb"),
    Row("lui", "between", "« Oui », lui dit Lee.", "who hears stands before the verb"),
    Row("leur", "between", "« Oui », leur dit Lee.", "as lui"),
    Row("me", "between", "« Oui », me dit Lee.", "as lui"),
    Row("nous", "between", "« Oui », nous dit Lee.", "as lui"),
    Row("se", "between", "« Oui », se dit Lee.", "as lui"),
)
NOT_SPEECH = (
    Row("est", "passive", "« Oui », est dit Lee.", "nobody is said to speak here"),
    Row("été", "passive", "« Oui », été dit Lee.", "nobody is said to speak here"),
    Row("pas", "negation", "« Oui », pas dit Lee.", "tells what was not said"),
)
SPEAKING_PRONOUNS = (
    *(
        Row(form, "somebody", f"« Oui », a dit {form}.", "names nobody")
        for form in ("il", "elle", "ils", "elles", "on", "je", "tu", "vous")
    ),
    Row("qui", "relative", "Lee, qui dit « Oui », vint.", "names nobody"),
)
HEARING_PRONOUNS = (Row("moi", "somebody", "Lee dit à moi « Oui. »", "names nobody"),)
SPEECH_LINKS = (
    Row("à", "hearer", "« Oui », dit le maire à Lee.", "joins another word to the name"),
    Row("au", "hearer", "« Oui », dit Lee au maire.", "joins another word to the name"),
    Row("aux", "hearer", "« Oui », dit Lee aux gens.", "joins another word to the name"),
    Row("de", "of", "« Oui », dit le maire de Lee.", "joins another word to the name"),
    Row("du", "of", "« Oui », dit le maire du Lee.", "joins another word to the name"),
    Row("des", "of", "« Oui », dit le maire des Lee.", "joins another word to the name"),
    Row("en", "where", "« Oui », dit le maire en Lee.", "joins another word to the name"),
    Row("dans", "where", "« Oui », dit le maire dans Lee.", "joins another word to the name"),
    Row("par", "agent", "« Oui », dit par Lee.", "joins another word to the name"),
    Row("avec", "with", "« Oui », dit le maire avec Lee.", "joins another word to the name"),
    Row("et", "and", "« Oui », dit le maire et Lee.", "joins another word to the name"),
    Row("mais", "and", "« Oui », dit le maire mais Lee.", "joins another word to the name"),
    Row("quand", "aside", "« Oui », dit le maire quand Lee.", "joins another word to the name"),
    Row("que", "aside", "« Oui », dit le maire que Lee.", "joins another word to the name"),
)
ACCORDING = (
    Row("selon", "name follows", "Il est tard, selon Lee.", "names who says so"),
    Row("d'après", "name follows", "Il est tard, d’après Lee.", "names who says so"),
    Row("pour", "name follows", "Pour Lee, « Oui » suffit.", "names whose view it is"),
)
TITLES = (
    *(
        Row(form, "man", f"Puis vint {form.capitalize()} Lee.", "a man’s style, before the name")
        for form in ("m", "monsieur", "père", "oncle", "frère", "roi", "prince", "maître")
    ),
    *(
        Row(form, "woman", f"Puis vint {form.capitalize()} Lee.", "a woman’s style")
        for form in ("mme", "mlle", "madame", "mademoiselle", "tante", "reine", "princesse", "sœur")
    ),
    *(
        Row(form, "anybody", f"Puis vint {form.capitalize()} Lee.", "an office or a calling")
        for form in ("dr", "docteur", "président", "présidente", "ministre", "général", "capitaine")
    ),
)
NAME_PARTICLES = (
    Row("de", "particle", "« Oui », dit Ada de Lee.", "within a name"),
    Row("du", "particle", "« Oui », dit Ada du Lee.", "within a name"),
    Row("la", "particle", "« Oui », dit Ada de la Lee.", "within a name"),
)
ABBREVIATIONS = (
    Row("mme", "title", "Il vit Mme. Lee. Il vint.", "a woman’s style, with a full stop"),
    Row("mlle", "title", "Il vit Mlle. Lee. Il vint.", "as mme"),
    Row("dr", "title", "Il vit Dr. Lee. Il vint.", "as mme"),
    Row("st", "title", "Il vit St. Lee. Il vint.", "as mme"),
)
# With a capital where a sentence begins, and no part of a name.
NO_NAMES = (
    *(
        Row(form, "definite", f"{form.capitalize()} vint.", "an article")
        for form in ("le", "la", "les")
    ),
    *(
        Row(form, "article", f"{form.capitalize()} vint.", "an article")
        for form in ("un", "une", "des")
    ),
    *(
        Row(form, "owner", f"{form.capitalize()} vint.", "says whose")
        for form in forms("son sa ses mon ma mes ton ta tes notre nos votre vos leur leurs")
    ),
    *(
        Row(form, "pronoun", f"{form.capitalize()} vint.", "begins a sentence, and no name")
        for form in forms(
            "il elle ils elles on je tu nous vous ce cet cette ces cela ça ceci celui celle ceux "
            "qui que quoi dont où quel quelle quels quelles tout toute tous toutes rien personne "
            "chacun plusieurs quelques moi toi lui soi autre autres c'est c'était j'ai"
        )
    ),
    *(
        Row(form, "conjunction", f"{form.capitalize()} vint.", "begins a sentence, and no name")
        for form in forms(
            "et mais ou donc or ni car si quand comme lorsque puisque parce tandis pendant depuis "
            "après avant dans en sur sous avec sans pour par chez vers contre entre de du au aux à "
            "selon malgré dès jusque outre voici voilà"
        )
    ),
    *(
        Row(form, "adverb", f"{form.capitalize()} vint.", "begins a sentence, and no name")
        for form in forms(
            "alors puis ensuite enfin aussi ainsi bientôt maintenant aujourd'hui demain hier "
            "toujours jamais encore déjà peut-être heureusement oui non ne pas bien très plus "
            "moins trop assez beaucoup peu ici là cependant pourtant toutefois soudain "
            "oh ah eh hélas merci bonjour bonsoir adieu pourquoi comment combien"
        )
    ),
)
ADDRESSING = (
    Row("à", "to", "_Ada Lovelace à Bob Hill_", "who writes a letter to whom"),
    *(
        Row(form, "salutes", f"{form.capitalize()} Bob, il tient.", "begins a letter")
        for form in forms("cher chère chers chères")
    ),
    *(
        Row(form, "alone", f"{form.capitalize()}, il tient.", "begins a letter, if nothing follows")
        for form in forms("monsieur madame messieurs")
    ),
    *(
        Row(form, "asked", f"Pourquoi {form}?", "who is asked, or whose")
        for form in forms("vous votre vos vôtre vôtres tu te toi ton ta tes")
    ),
)
