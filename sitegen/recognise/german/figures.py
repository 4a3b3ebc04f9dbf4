"""The dates and the number words of German, and how it denies."""

from sitegen.recognise.tables import Row

_MONTHS = (
    *(("januar", 1), ("jänner", 1), ("februar", 2), ("feber", 2), ("märz", 3), ("april", 4)),
    *(("mai", 5), ("juni", 6), ("juli", 7), ("august", 8), ("september", 9), ("oktober", 10)),
    *(("november", 11), ("dezember", 12), ("jan", 1), ("feb", 2), ("mär", 3), ("apr", 4)),
    *(("aug", 8), ("sept", 9), ("okt", 10), ("nov", 11), ("dez", 12)),
)
MONTHS = tuple(
    Row(form, str(number), f"am 5. {form.capitalize()} 1962", "a month, or short for one")
    for form, number in _MONTHS
)
MONTH_OR_WORD = (
    Row("april", "name", "April Lee kam.", "a given name"),
    Row("mai", "name", "Mai Lee kam.", "a given name"),
    Row("august", "name", "August Lee kam.", "a given name"),
    *(
        Row(form, "short", f"{form.capitalize()} kam.", "a short form wants a day or a year")
        for form in ("jan", "feb", "mär", "apr", "aug", "sept", "okt", "nov", "dez")
    ),
)
MONTH_BEFORE = (
    Row("im", "strong", "im Mai kam er", "dates"),
    Row("seit", "strong", "seit Mai kam er", "dates"),
    Row("bis", "strong", "bis Mai kam er", "dates"),
    Row("ende", "strong", "Ende Mai kam er", "dates"),
    Row("anfang", "strong", "Anfang Mai kam er", "dates"),
    Row("mitte", "strong", "Mitte Mai kam er", "dates"),
)
SEASONS = (
    Row("frühling", "21", "Frühling 1962", "a season"),
    Row("frühjahr", "21", "Frühjahr 1962", "a season"),
    Row("sommer", "22", "Sommer 1962", "a season"),
    Row("herbst", "23", "Herbst 1962", "a season"),
    Row("winter", "24", "Winter 1962", "a season"),
)
_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
WEEKDAYS = (
    *(
        Row(form, str(number), f"{form.capitalize()}, 5. Juli", "a day of the week")
        for number, form in enumerate(_WEEKDAYS)
    ),
    Row("sonnabend", "5", "Sonnabend, 5. Juli", "as samstag, in the north"),
)
DATE_DOUBTS = (
    Row("um", "about", "um 1850", "a doubt"),
    Row("circa", "about", "circa 1850", "a doubt"),
    Row("etwa", "about", "etwa 1850", "a doubt"),
)
RELATIVE = (
    Row("gestern", "earlier", "gestern Abend", "from a later date"),
    Row("morgen", "later", "morgen Abend", "from an earlier date"),
    Row("heute", "same", "heute Abend", "of the same day"),
    Row("vorgestern", "earlier", "vorgestern Abend", "from a later date"),
)
PARTICLES = (
    Row("und", "and", "5. und 6. Juli 1962", "joins two days"),
    Row("oder", "or", "5. oder 6. Juli 1962", "as und"),
    Row("bis", "to", "5. bis 6. Juli 1962", "a range of days"),
)
# A full stop makes an ordinal of digits.
GLUED = (Row(".", "ordinal", "am 5. Juli 1962", "an ordinal in digits"),)
_UNITS = (
    *(("ein", 1), ("eins", 1), ("eine", 1), ("einen", 1), ("einer", 1), ("einem", 1), ("zwei", 2)),
    *(("zwo", 2), ("drei", 3), ("vier", 4), ("fünf", 5), ("sechs", 6), ("sieben", 7), ("acht", 8)),
    *(("neun", 9), ("zehn", 10), ("elf", 11), ("zwölf", 12), ("dreizehn", 13), ("vierzehn", 14)),
    *(("fünfzehn", 15), ("sechzehn", 16), ("siebzehn", 17), ("achtzehn", 18), ("neunzehn", 19)),
    *(("zwanzig", 20), ("dreißig", 30), ("dreissig", 30), ("vierzig", 40), ("fünfzig", 50)),
    *(("sechzig", 60), ("siebzig", 70), ("achtzig", 80), ("neunzig", 90)),
)
_SCALES = (
    *(("dutzend", 12), ("dutzende", 12), ("mio", 10**6), ("mrd", 10**9)),
    *(("billion", 10**12), ("billionen", 10**12)),
    *(("hundert", 100), ("tausend", 1000), ("million", 10**6), ("millionen", 10**6)),
    *(("milliarde", 10**9), ("milliarden", 10**9)),
)
_ENDINGS = ("", "e", "en", "er", "es", "em")
_ORDINALS = (("dritt", 3), ("siebt", 7), ("acht", 8))
# Numbers in words, also glued to one: see `french`. "half" is added to what is glued before it.
SPELLED = (
    *(Row(form, str(value), f"vor hundert{form} Jahren", "a number") for form, value in _UNITS),
    *(Row(form, f"{value} times", f"vor zwei {form} Jahren", "a scale") for form, value in _SCALES),
    *(Row(form, "0 over", f"drei {form} davon", "parts") for form in ("viertel", "drittel")),
    *(
        Row(form, "0 bars", f"eine {form} Million", "half of it")
        for form in ("halbe", "halben", "halber", "halbes")
    ),
    Row("und", "0 and", "einundzwanzig Jahre", "joins a unit to its tens"),
    Row("einhalb", "0.5 half", "zweieinhalb Jahre", "a half more"),
    Row("anderthalb", "1.5", "anderthalb Jahre", "one and a half"),
    *(
        Row(
            f"{stem}{ending}", "0 end", f"die elf{stem}{ending} Reise", "measures what it goes with"
        )
        for stem in ("jährig", "köpfig", "tägig", "stündig", "wöchig", "monatig", "stöckig", "fach")
        for ending in _ENDINGS
    ),
    Row("mal", "0 end", "er kam elfmal", "how often"),
    *(
        Row(f"{stem}{ending}", str(value), f"das {stem}{ending} Mal", "a place in an order")
        for stem, value in _ORDINALS
        for ending in _ENDINGS[1:]
    ),
    *(
        Row(f"{stem}{ending}", "0 end", f"das zwanzig{stem}{ending} Mal", "a place in an order")
        for stem in ("st", "t")
        for ending in _ENDINGS[1:]
    ),
)
DENIALS = (
    Row("nicht", "alone", "er kam nicht", "denies"),
    *(
        Row(form, "alone", f"{form} Mensch", "not one")
        for form in ("kein", "keine", "keinen", "keinem", "keiner", "keines")
    ),
    Row("nie", "alone", "er kam nie", "at no time"),
    Row("niemals", "alone", "er kam niemals", "at no time"),
    Row("niemand", "alone", "niemand kam", "not one"),
    Row("nichts", "alone", "nichts kam", "no thing"),
    Row("weder", "alone", "weder er", "denies each of several"),
    Row("nirgends", "alone", "er war nirgends", "at no place"),
    Row("keinesfalls", "alone", "er kam keinesfalls", "by no means"),
    Row("kaum", "alone", "er kam kaum", "hardly"),
    Row("weigerte", "alone", "er weigerte sich", "would not"),
    Row("lehnte", "alone", "er lehnte es ab", "would not have it"),
    Row("unmöglich", "alone", "es war unmöglich", "cannot be"),
    Row("nein", "alone", "er rief nein", "denies the whole"),
)
