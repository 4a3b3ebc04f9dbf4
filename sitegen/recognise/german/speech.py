"""Who says what, in German: its verbs of speech, its titles, and what is never a name."""

from sitegen.recognise.tables import Row, forms

_SAYS = forms(
    "sagte sagt meinte meint erklärte erklärt antwortete antwortet erwiderte erwidert fragte fragt "
    "rief ruft fügte schrieb schreibt betonte betont berichtete berichtet kündigte versicherte "
    "versichert versprach kritisierte kritisiert forderte fordert warnte warnt lobte lobt "
    "bemerkte bemerkt flüsterte flüstert murmelte murmelt schrie schreit bat bittet bestätigte "
    "bestätigt ergänzte ergänzt entgegnete entgegnet behauptete behauptet so gestand gesteht "
    "seufzte lachte begann fuhr sprach spricht äußerte räumte resümierte kommentierte twitterte "
    "vollendete"
)
SPEECH = tuple(Row(form, "says", f"„Ja“, {form} Lee.", "a verb of speech") for form in _SAYS)
SPEECH_ADVERBS = (
    Row("dann", "between", "Lee dann sagte „Ja.“", "stands before the verb"),
    Row("auch", "between", "Lee auch sagte „Ja.“", "stands before the verb"),
)
NOT_SPEECH = (
    Row("wurde", "passive", "Lee wurde gefragt und wurde sagte „Ja.“", "nobody speaks here"),
    Row("nicht", "negation", "Lee nicht sagte „Ja.“", "tells what was not said"),
)
SPEAKING_PRONOUNS = tuple(
    Row(form, "somebody", f"„Ja“, sagte {form}.", "names nobody")
    for form in ("er", "sie", "es", "ich", "wir", "man", "du", "ihr")
)
HEARING_PRONOUNS = tuple(
    Row(form, "somebody", f"„Ja“, sagte {form}.", "names nobody")
    for form in ("ihm", "ihnen", "mir", "uns")
)
SPEECH_LINKS = (
    Row("zu", "hearer", "„Ja“, sagte Ada zu Lee.", "joins who hears"),
    Row("und", "and", "„Ja“, sagte der Mann und Lee.", "joins another word to the name"),
    Row("gegenüber", "hearer", "„Ja“, sagte der Mann gegenüber Lee.", "joins who hears"),
)
ACCORDING = (
    Row("laut", "name follows", "Es ist spät, laut Lee.", "names who says so"),
    Row("zufolge", "name before", "Es ist spät, zufolge Lee.", "names who says so"),
)
TITLES = (
    *(
        Row(form, "man", f"Da kam {form.capitalize()} Lee.", "a man’s style, before the name")
        for form in ("herr", "herrn", "onkel", "vater", "bruder", "könig", "prinz")
    ),
    *(
        Row(form, "woman", f"Da kam {form.capitalize()} Lee.", "a woman’s style, before the name")
        for form in ("frau", "fräulein", "tante", "mutter", "schwester", "königin", "prinzessin")
    ),
    *(
        Row(form, "anybody", f"Da kam {form.capitalize()} Lee.", "an office or a calling")
        for form in ("dr", "doktor", "prof", "professor", "präsident", "kanzler", "minister")
    ),
)
ABBREVIATIONS = (
    Row("dr", "title", "Er sah Dr. Lee. Er kam.", "an office, with its full stop"),
    Row("prof", "title", "Er sah Prof. Lee. Er kam.", "as dr"),
    Row("hr", "title", "Er sah Hr. Lee. Er kam.", "as dr"),
    Row("fr", "title", "Er sah Fr. Lee. Er kam.", "as dr"),
    Row("st", "title", "Er sah St. Lee. Er kam.", "as dr"),
)
NO_NAMES = (
    *(
        Row(form, "definite", f"{form.capitalize()} kam.", "an article")
        for form in ("der", "die", "das", "den", "dem", "des")
    ),
    *(
        Row(form, "article", f"{form.capitalize()} kam.", "an article")
        for form in ("ein", "eine", "einen", "einem", "einer", "eines")
    ),
    *(
        Row(form, "owner", f"{form.capitalize()} kam.", "says whose")
        for form in forms("sein seine seinen seinem seiner ihre ihren ihrem ihrer mein meine unser")
    ),
    *(
        Row(form, "pronoun", f"{form.capitalize()} kam.", "begins a sentence, and no name")
        for form in forms(
            "er sie es ich wir man du ihr dies diese dieser dieses wer was welche alle alles viele "
            "jeder jede jedes nichts niemand jemand einige mir mich ihm ihn uns euch"
        )
    ),
    *(
        Row(form, "conjunction", f"{form.capitalize()} kam.", "begins a sentence, and no name")
        for form in forms(
            "und aber oder denn weil wenn als ob dass da nachdem bevor während seit bis in im an "
            "am auf aus bei mit nach von vom zu zum zur für gegen ohne um über unter vor hinter "
            "zwischen durch wegen trotz laut"
        )
    ),
    *(
        Row(form, "adverb", f"{form.capitalize()} kam.", "begins a sentence, and no name")
        for form in forms(
            "dann doch nun jetzt heute gestern morgen hier dort so auch noch nur schon sehr ja "
            "nein nicht nie wieder immer dabei damit dazu deshalb dennoch jedoch bald endlich "
            "plötzlich vielleicht warum wie wo"
        )
    ),
)
# With a capital the formal ones speak to somebody; “sie” and “ihr” may be of others.
ADDRESSING = (
    Row("an", "to", "_Ada Lovelace an Bob Hill_", "who writes a letter to whom"),
    *(
        Row(form, "salutes", f"{form.capitalize()} Bob, es hält.", "begins a letter")
        for form in forms("liebe lieber liebes liebste liebster geehrte geehrter geehrten verehrte")
    ),
    *(
        Row(form, "asked", f"Warum {form}?", "who is asked, or whose")
        for form in forms(
            "Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres du dir dich dein deine deinen"
        )
    ),
)
