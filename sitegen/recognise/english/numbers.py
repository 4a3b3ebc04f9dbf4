"""The number words of English, and what may stand around a figure."""

from sitegen.recognise.tables import Row

# Number words below a hundred: form, value.
CARDINALS = (
    Row("zero", "0", "zero deaths", "a cardinal; a count of nothing is a count"),
    Row("one", "1", "one week after", "a cardinal where a unit or a limit stands by it"),
    Row("two", "2", "two votes", "a cardinal"),
    Row("three", "3", "three votes", "a cardinal"),
    Row("four", "4", "four votes", "a cardinal"),
    Row("five", "5", "five votes", "a cardinal"),
    Row("six", "6", "six votes", "a cardinal"),
    Row("seven", "7", "seven votes", "a cardinal"),
    Row("eight", "8", "eight votes", "a cardinal"),
    Row("nine", "9", "nine votes", "a cardinal"),
    Row("ten", "10", "ten votes", "a cardinal"),
    Row("eleven", "11", "eleven votes", "a cardinal"),
    Row("twelve", "12", "twelve votes", "a cardinal"),
    Row("thirteen", "13", "thirteen votes", "a cardinal"),
    Row("fourteen", "14", "fourteen votes", "a cardinal"),
    Row("fifteen", "15", "fifteen votes", "a cardinal"),
    Row("sixteen", "16", "sixteen votes", "a cardinal"),
    Row("seventeen", "17", "seventeen votes", "a cardinal"),
    Row("eighteen", "18", "eighteen votes", "a cardinal"),
    Row("nineteen", "19", "nineteen votes", "a cardinal"),
)
TENS = (
    Row("twenty", "20", "twenty-one votes", "takes units, an ordinal and a decade's plural"),
    Row("thirty", "30", "thirty-one votes", "as twenty"),
    Row("forty", "40", "forty-one votes", "as twenty"),
    Row("fifty", "50", "fifty-one votes", "as twenty"),
    Row("sixty", "60", "sixty thousand", "as twenty"),
    Row("seventy", "70", "seventy-one votes", "as twenty"),
    Row("eighty", "80", "eighty-one votes", "as twenty"),
    Row("ninety", "90", "ninety-one votes", "as twenty"),
    Row("threescore", "60", "threescore men", "old English prose counts so"),
    Row("fourscore", "80", "fourscore years", "as threescore"),
)
# What multiplies the number before it. Alone, or after "a", each is a figure of its own, but for
# "score", which alone is mostly the result of a game.
SCALES = (
    Row("dozen", "12", "two dozen votes", "an exact count, and written as one"),
    Row("score", "20", "four score and seven", "old prose, and speeches that quote it"),
    Row("hundred", "100", "two hundred votes", "multiplies up to ninety-nine"),
    Row("thousand", "1000", "sixty thousand votes", "a scale"),
    Row("lakh", "100000", "five lakh voters", "the English of India"),
    Row("million", "1000000", "74 million votes", "a scale"),
    Row("crore", "10000000", "two crore voters", "the English of India"),
    Row("billion", "1000000000", "two billion dollars", "a scale; the short one, as in the press"),
    Row("trillion", "1000000000000", "two trillion dollars", "a scale; the short one"),
)
# Plurals: alone without a value, right after digits a scale ("20 millions").
VAGUE = (
    Row("tens", "10", "tens of thousands", "only an order of magnitude"),
    Row("dozens", "12", "dozens of fans", "more than one dozen, nobody says how many"),
    Row("hundreds", "100", "hundreds of fans", "only an order of magnitude"),
    Row("thousands", "1000", "thousands of fans", "only an order of magnitude"),
    Row("millions", "1000000", "millions of fans", "only an order of magnitude"),
    Row("billions", "1000000000", "billions of dollars", "only an order of magnitude"),
    Row("trillions", "1000000000000", "trillions of dollars", "only an order of magnitude"),
)
# Alone these allow no number and are no figures; before a scale they take its value away.
VAGUE_BEFORE = (
    Row("several", "vague", "several hundred", "several hundred are not 100"),
    Row("few", "vague", "a few thousand", "a few thousand are not 1,000"),
    Row("couple", "vague", "a couple dozen", "a couple may be two or three"),
    Row("many", "vague", "many thousands", "it belongs to the figure without a value"),
    Row("multi", "vague", "multi-million deals", "a multiple that nobody names"),
)
# Below ten they are figures only within a date, a century or a compound.
ORDINALS = (
    Row("first", "1", "the twenty-first vote", "below ten: an order, not a figure"),
    Row("second", "2", "the twenty-second vote", "as first"),
    Row("third", "3", "the twenty-third vote", "as first"),
    Row("fourth", "4", "the fourth of July", "as first"),
    Row("fifth", "5", "the fifth of May", "as first"),
    Row("sixth", "6", "the sixth century", "as first"),
    Row("seventh", "7", "the seventh century", "as first"),
    Row("eighth", "8", "the eighth century", "as first"),
    Row("ninth", "9", "the ninth century", "as first"),
    Row("tenth", "10", "the tenth time", "a rank that somebody counted"),
    Row("eleventh", "11", "the eleventh time", "as tenth"),
    Row("twelfth", "12", "the twelfth time", "as tenth"),
    Row("thirteenth", "13", "the thirteenth time", "as tenth"),
    Row("fourteenth", "14", "the fourteenth time", "as tenth"),
    Row("fifteenth", "15", "the fifteenth time", "as tenth"),
    Row("sixteenth", "16", "the sixteenth time", "as tenth"),
    Row("seventeenth", "17", "the seventeenth time", "as tenth"),
    Row("eighteenth", "18", "the eighteenth century", "as tenth"),
    Row("nineteenth", "19", "the nineteenth century", "as tenth"),
    Row("twentieth", "20", "the twentieth century", "as tenth"),
    Row("thirtieth", "30", "the thirtieth time", "as tenth"),
    Row("fortieth", "40", "the fortieth time", "as tenth"),
    Row("fiftieth", "50", "the fiftieth time", "as tenth"),
    Row("sixtieth", "60", "the sixtieth time", "as tenth"),
    Row("seventieth", "70", "the seventieth time", "as tenth"),
    Row("eightieth", "80", "the eightieth time", "as tenth"),
    Row("ninetieth", "90", "the ninetieth time", "as tenth"),
    Row("hundredth", "100", "the hundredth time", "as tenth"),
)
# Denominators; plurals are made from them.
FRACTIONS = (
    Row("half", "2", "half of the votes", "a fraction; see `HALF_EVIDENCE`"),
    Row("third", "3", "a third of the votes", "a fraction after a number, or with an of"),
    Row(
        "quarter", "4", "three quarters of them", "as third: it may be a coin, a season, a district"
    ),
    Row("fourth", "4", "three fourths of them", "American for a quarter"),
    Row("fifth", "5", "two fifths of them", "as third"),
    Row("sixth", "6", "one sixth of them", "as third"),
    Row("seventh", "7", "one seventh of them", "as third"),
    Row("eighth", "8", "five eighths of them", "as third"),
    Row("ninth", "9", "one ninth of them", "as third"),
    Row("tenth", "10", "nine tenths of them", "as third"),
    Row("hundredth", "100", "two hundredths of it", "as third"),
    Row("thousandth", "1000", "one thousandth of it", "as third"),
)
# Fractions in one character: they have values, and Unicode's tables give them as floats.
GLYPHS = (
    Row("½", "1/2", "2½ miles", "a fraction in one character"),
    Row("¼", "1/4", "¼ mile", "as ½"),
    Row("¾", "3/4", "¾ mile", "as ½"),
    Row("⅓", "1/3", "⅓ cup", "as ½"),
    Row("⅔", "2/3", "⅔ cup", "as ½"),
    Row("⅕", "1/5", "⅕ cup", "as ½"),
    Row("⅛", "1/8", "⅛ cup", "as ½"),
    Row("⅜", "3/8", "⅜ inch", "as ½"),
    Row("⅝", "5/8", "⅝ inch", "as ½"),
    Row("⅞", "7/8", "⅞ inch", "as ½"),
)
FACTORS = (
    Row("twice", "2", "twice impeached", "two times, or two times as much"),
    Row("thrice", "3", "thrice married", "as twice"),
    Row("twofold", "2", "a twofold increase", "a factor"),
    Row("threefold", "3", "a threefold increase", "a factor"),
    Row("fourfold", "4", "a fourfold increase", "a factor"),
    Row("fivefold", "5", "a fivefold increase", "a factor"),
    Row("tenfold", "10", "a tenfold increase", "a factor"),
    Row("hundredfold", "100", "a hundredfold increase", "a factor"),
)
# Letters right after digits; any others make the whole a name ("4K", "3D", "4x4").
GLUED = (
    Row("l", "old money", "paid 300l. for it", "pounds in old print, with their full stop"),
    Row("st", "ordinal", "the 21st vote", "an ordinal in digits is a figure"),
    Row("nd", "ordinal", "the 22nd vote", "as st"),
    Row("rd", "ordinal", "the 23rd vote", "as st"),
    Row("th", "ordinal", "the 24th vote", "as st"),
    Row("d", "old ordinal", "the 3d of April", "2d and 3d for 2nd and 3rd, in dates alone"),
    Row("s", "plural", "in the 1990s", "a decade, or the plural of a figure"),
    Row("k", "scale 1000", "10k followers", "the press's short thousand"),
    Row("K", "scale 1000", "10K followers", "as k; the look-up minds the case of one letter"),
    Row("mn", "scale 1000000", "5mn people", "the press's short million"),
    Row("mln", "scale 1000000", "5mln people", "as mn, on the wires"),
    Row("bln", "scale 1000000000", "5bln people", "as bn, on the wires"),
    Row("bn", "scale 1000000000", "$1.2bn", "the press's short billion"),
    Row("tn", "scale 1000000000000", "$2tn", "the press's short trillion"),
    Row(
        "m", "money 1000000", "£5m", "million after a currency mark, else perhaps metres: no value"
    ),
    Row("M", "scale 1000000", "5M people", "in capitals nothing else"),
    Row("b", "money 1000000000", "$2b", "billion after a currency mark"),
    Row("B", "scale 1000000000", "2B people", "in capitals nothing else"),
    Row("pc", "percent", "5pc of voters", "the British press's per cent"),
    Row("p", "unit", "60p", "pence"),
    Row("c", "unit", "50c", "cents"),
    Row("x", "unit", "2x as many", "times"),
    Row("km", "unit", "10km", "kilometres"),
    Row("cm", "unit", "10cm", "centimetres"),
    Row("mm", "unit", "10mm", "millimetres"),
    Row("kg", "unit", "10kg", "kilograms"),
    Row("g", "unit", "10g", "grams"),
    Row("lb", "unit", "10lb", "pounds"),
    Row("lbs", "unit", "10lbs", "pounds"),
    Row("oz", "unit", "10oz", "ounces"),
    Row("ft", "unit", "10ft", "feet"),
    Row("in", "unit", "10in", "inches"),
    Row("mph", "unit", "70mph", "miles an hour"),
    Row("hrs", "unit", "10hrs", "hours"),
    Row("min", "unit", "10min", "minutes"),
    Row("kph", "unit", "125kph", "kilometres an hour"),
    Row("cc", "unit", "600cc", "cubic centimetres"),
    Row("kb", "unit", "57Kb", "kilobytes"),
    Row("mb", "unit", "57Mb", "megabytes"),
    Row("gb", "unit", "16GB", "gigabytes"),
    Row("mw", "unit", "50MW", "megawatts"),
    Row("gw", "unit", "2GW", "gigawatts"),
    Row("mg", "unit", "10mg", "milligrams"),
    Row("ml", "unit", "10ml", "millilitres"),
    Row("hp", "unit", "300hp", "horsepower"),
    Row("kw", "unit", "50kW", "kilowatts"),
    Row("kwh", "unit", "50kWh", "kilowatt-hours"),
    Row("mwh", "unit", "50MWh", "megawatt-hours"),
    Row("tb", "unit", "2TB", "terabytes"),
    Row("yrs", "unit", "10yrs", "years"),
    Row("mins", "unit", "10mins", "minutes"),
    Row("F", "unit", "98.6F", "degrees Fahrenheit"),
    Row("C", "unit", "20C", "degrees Celsius"),
    Row("am", "clock", "at 5am", "a time of day: a figure without an amount"),
    Row("pm", "clock", "at 5pm", "as am"),
)
PERCENT_SIGNS = (Row("%", "percent", "5%", "the sign belongs to its number; the value is 5"),)
PERCENTS = (
    *PERCENT_SIGNS,
    Row("percent", "percent", "five percent", "as %"),
    Row("per cent", "percent", "5 per cent", "as %, the British way"),
    Row("pct", "percent", "5 pct", "as %, in tables"),
)
RANKS = (
    Row("#", "mark", "the #1 song", "a rank"),
    Row("№", "mark", "the № 1 song".replace("№ ", "№"), "a rank"),
    Row("no", "dotted", "shot to No. 1", "a rank, with its full stop or its capital"),
    Row("nos", "dotted", "Nos. 1 and 2", "as no"),
    Row("number", "word", "at number one", "a rank in words"),
)
# Behind a figure of degrees: whether it is counted from nought downwards.
SIGNS_AFTER = (
    Row("below zero", "minus", "20 degrees below zero", "a sign in words"),
    Row("above zero", "plus", "20 degrees above zero", "a sign in words"),
)
SIGN_MARKS = (
    Row("-", "minus", "it fell to -5", "a hyphen before a digit and after a space is a sign"),
    Row("−", "minus", "it fell to −5", "the minus sign"),
    Row("–", "minus", "it fell to –5", "an en dash with no space after it is a sign"),
    Row("+", "plus", "it rose by +5", "the plus sign"),
)
SIGNS = (
    *SIGN_MARKS,
    Row("minus", "minus", "minus five degrees", "the sign in words"),
)
CLOCK = (
    Row("am", "after", "at 5 am", "a time of day has no amount"),
    Row("pm", "after", "at 5 pm", "as am"),
    Row("a.m.", "dotted", "at 5 a.m.", "as am"),
    Row("p.m.", "dotted", "at 5 p.m.", "as am"),
    Row("a. m.", "dotted", "at 5.20 a. m.", "as am, in old print"),
    Row("p. m.", "dotted", "at 5.20 p. m.", "as a. m."),
    Row("o'clock", "after", "at ten o’clock", "as am"),
    Row("noon", "after", "at 12 noon", "as am"),
    Row("in the morning", "at", "at ten in the morning", "a time of day, behind an “at”"),
    Row("in the afternoon", "at", "at four in the afternoon", "as in the morning"),
    Row("in the evening", "at", "at ten in the evening", "as in the morning"),
    Row("at night", "at", "at ten at night", "as in the morning"),
    Row("past", "past", "half past ten", "from a half or a quarter to its hour"),
    Row("to", "to", "a quarter to five", "as past, from the hour before"),
    Row("before", "to", "a quarter before five", "as to, in old prose"),
)
# Before two numbers that an "and" joins: it makes no old-fashioned one of them.
TWO_NUMBERS = (
    Row("between", "two", "between two and thirty men", "the bounds of a range"),
    Row("both", "two", "both two and thirty will do", "one number, and another"),
)
