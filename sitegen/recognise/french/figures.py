"""The dates and the number words of French, and how it denies."""

from sitegen.recognise.tables import Row

_MONTHS = (
    *(("janvier", 1), ("février", 2), ("mars", 3), ("avril", 4), ("mai", 5), ("juin", 6)),
    *(("juillet", 7), ("août", 8), ("septembre", 9), ("octobre", 10), ("novembre", 11)),
    *(("décembre", 12), ("fevrier", 2), ("aout", 8), ("decembre", 12), ("janv", 1), ("févr", 2)),
    *(("avr", 4), ("juil", 7), ("sept", 9), ("oct", 10), ("nov", 11), ("déc", 12)),
)
# Without a capital; some presses leave the accents out.
MONTHS = tuple(
    Row(form, str(number), f"le 5 {form} 1962", "a month, or short for one")
    for form, number in _MONTHS
)
MONTH_OR_WORD = (
    Row("mars", "word", "la planète mars", "a planet, and a god"),
    Row("mai", "word", "un arbre de mai", "a tree, and a name"),
    Row("avr", "short", "cet avr reste", "a short form wants a day or a year"),
    Row("oct", "short", "un oct reste", "as avr"),
    Row("nov", "short", "un nov reste", "as avr"),
    Row("sept", "short", "il y a sept hommes", "a number as well"),
)
MONTH_BEFORE = (
    Row("en", "strong", "en mai il vint", "dates"),
    Row("depuis", "strong", "depuis mai il vint", "dates"),
    Row("fin", "strong", "fin mai il vint", "dates"),
    Row("début", "strong", "début mai il vint", "dates"),
    Row("mi", "strong", "mi mai il vint", "dates"),
    Row("dès", "strong", "dès mai il vint", "dates"),
)
SEASONS = (
    Row("printemps", "21", "printemps 1962", "a season"),
    Row("été", "22", "l’affaire de été 1962", "a season; with a year it is no verb"),
    Row("automne", "23", "automne 1962", "a season"),
    Row("hiver", "24", "hiver 1962", "a season"),
)
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
WEEKDAYS = tuple(
    Row(form, str(number), f"{form} 5 juillet", "a day of the week")
    for number, form in enumerate(_WEEKDAYS)
)
DATE_DOUBTS = (
    Row("vers", "about", "vers 1850", "a doubt"),
    Row("environ", "about", "environ 1850", "a doubt"),
)
RELATIVE = (
    Row("hier", "earlier", "hier soir", "from a later date"),
    Row("demain", "later", "demain soir", "from an earlier date"),
    Row("veille", "earlier", "la veille", "from a later date"),
    Row("lendemain", "later", "le lendemain", "from an earlier date"),
    Row("prochain", "later", "lundi prochain", "from an earlier date"),
    Row("dernier", "earlier", "lundi dernier", "from a later date"),
)
PARTICLES = (
    Row("et", "and", "5 et 6 juillet 1962", "joins two days"),
    Row("ou", "or", "5 ou 6 juillet 1962", "as et"),
    Row("au", "to", "5 au 6 juillet 1962", "a range of days"),
    Row("de", "of", "juillet de 1962", "joins a year"),
)
GLUED = (
    Row("er", "ordinal", "le 1er juillet", "the first day of a month"),
    Row("e", "ordinal", "le 2e juillet", "an ordinal in digits"),
    Row("ème", "ordinal", "le 2ème juillet", "as e"),
    Row("ᵉʳ", "ordinal", "le 1ᵉʳ juillet", "as er"),
)
_UNITS = (
    *(("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6)),
    *(("sept", 7), ("huit", 8), ("neuf", 9), ("dix", 10), ("onze", 11), ("douze", 12)),
    *(("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16), ("vingt", 20)),
    *(("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60), ("septante", 70)),
    *(
        ("huitante", 80),
        ("octante", 80),
        ("nonante", 90),
    ),
    *(),
    *(),
)
_SCALES = (
    *(("dizaine", 10), ("douzaine", 12), ("quinzaine", 15), ("vingtaine", 20), ("trentaine", 30)),
    *(("quarantaine", 40), ("cinquantaine", 50), ("soixantaine", 60), ("centaine", 100)),
    *(("dizaines", 10), ("douzaines", 12), ("centaines", 100), ("milliers", 1000)),
    *(("cent", 100), ("cents", 100), ("mille", 1000), ("mil", 1000), ("millier", 1000)),
    *(("md", 10**9), ("mds", 10**9), ("billion", 10**12), ("billions", 10**12)),
    *(("million", 10**6), ("millions", 10**6), ("milliard", 10**9), ("milliards", 10**9)),
)
_ORDINAL_STEMS = {"cinq": "cinqu", "neuf": "neuv"}
# Numbers in words: "times": what stands before is multiplied; "score": a twenty that four makes
# eighty; "and": joins a unit to its tens; "joined": what “et” adds; "bars": no number follows;
# "over": none stands before it.
SPELLED = (
    *(
        Row(form, str(value), f"il y a trente {form} ans", "a number")
        for form, value in _UNITS
        if form != "vingt"
    ),
    Row("vingt", "20 score", "quatre-vingt ans", "a number; eighty is four twenties"),
    Row("vingts", "20 score", "quatre-vingts ans", "as vingt"),
    *(Row(form, f"{value} times", f"deux {form} ans", "a scale") for form, value in _SCALES),
    Row("pour", "0 bars", "dix pour cent", "a share, and no hundred"),
    *(Row(form, "0 over", f"trois {form} d’heure", "parts") for form in ("quarts", "tiers")),
    Row("et", "0 and", "vingt et un ans", "joins a unit to its tens"),
    Row("demi", "0.5 joined", "deux et demi", "a half more"),
    Row("demie", "0.5 joined", "deux et demie", "a half more"),
    *(
        Row(form, str(value), f"la {form} fois", "a place in an order")
        for base, value in _UNITS
        if value > 1 and not base.endswith(("aine", "ante"))
        for form in (f"{_ORDINAL_STEMS.get(base, base.removesuffix('e'))}ième",)
    ),
    Row("unième", "1", "la vingt et unième fois", "a place in an order"),
    Row("centième", "100", "la centième fois", "a place in an order"),
    Row("millième", "1000", "la millième fois", "a place in an order"),
)
# Whether a sentence denies: "alone" by itself; "sign" with a "with" in its company, else it may say
# “only” (ne … que) or nothing at all (avant qu’il ne vienne).
DENIALS = (
    Row("ne", "sign", "il ne vient pas", "denies, with another word"),
    Row("n'", "sign", "il n'est pas là", "as ne, before a vowel"),
    *(
        Row(form, "with", f"il ne vient {form}", "with a ne")
        for form in ("pas", "plus", "jamais", "personne", "guère", "point", "ni")
    ),
    Row("rien", "alone", "rien de nouveau", "no thing"),
    Row("aucun", "alone", "aucun homme", "not one"),
    Row("aucune", "alone", "aucune femme", "not one"),
    Row("nul", "alone", "nul homme", "not one"),
    Row("nulle", "alone", "nulle femme", "not one"),
    Row("refusa", "alone", "il refusa", "would not"),
    Row("refuse", "alone", "il refuse", "will not"),
    Row("refusé", "alone", "il a refusé", "would not"),
    Row("impossible", "alone", "c’est impossible", "cannot be"),
    Row("interdit", "alone", "c’est interdit", "may not be"),
)
