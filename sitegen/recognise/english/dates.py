"""The months, seasons and eras of English, and what may stand around a year."""

from sitegen.recognise.tables import Row

# With a capital letter only.
MONTHS = (
    Row("january", "1", "in January", "a month"),
    Row("february", "2", "in February", "a month"),
    Row("march", "3", "in March", "a month"),
    Row("april", "4", "in April", "a month"),
    Row("may", "5", "in May", "a month"),
    Row("june", "6", "in June", "a month"),
    Row("july", "7", "in July", "a month"),
    Row("august", "8", "in August", "a month"),
    Row("september", "9", "in September", "a month"),
    Row("october", "10", "in October", "a month"),
    Row("november", "11", "in November", "a month"),
    Row("december", "12", "in December", "a month"),
    Row("jan", "1", "on Jan. 20", "short for a month"),
    Row("feb", "2", "on Feb. 20", "short for a month"),
    Row("mar", "3", "on Mar. 20", "short for a month"),
    Row("apr", "4", "on Apr. 20", "short for a month"),
    Row("jun", "6", "on Jun. 20", "short for a month"),
    Row("jul", "7", "on Jul. 20", "short for a month"),
    Row("aug", "8", "on Aug. 20", "short for a month"),
    Row("sep", "9", "on Sep. 20", "short for a month"),
    Row("sept", "9", "on Sept. 20", "short for a month"),
    Row("oct", "10", "on Oct. 20", "short for a month"),
    Row("nov", "11", "on Nov. 20", "short for a month"),
    Row("dec", "12", "on Dec. 20", "short for a month"),
)
# Months that are something else as well: alone they want evidence before them.
MONTH_OR_WORD = (
    Row("march", "word", "March on!", "a verb, and a procession"),
    Row("april", "name", "April Smith spoke.", "a given name"),
    Row("may", "word", "May he speak?", "a verb, and a surname"),
    Row("june", "name", "June Smith spoke.", "a given name"),
    Row("august", "name", "August Wilson wrote.", "a given name, and an adjective"),
    Row("jan", "short", "Jan spoke.", "a given name"),
    Row("feb", "short", "Feb spoke.", "short forms want a day, a year or a full stop"),
    Row("mar", "short", "Mar spoke.", "as feb; a verb"),
    Row("apr", "short", "The APR rose.", "as feb; a rate of interest"),
    Row("jun", "short", "Jun spoke.", "as feb; a given name"),
    Row("jul", "short", "Jul spoke.", "as feb"),
    Row("aug", "short", "Aug spoke.", "as feb"),
    Row("sep", "short", "An SEP is due.", "as feb; a plan's initials"),
    Row("sept", "short", "Sept of that house", "as feb; a clan"),
    Row("oct", "short", "Oct spoke.", "as feb"),
    Row("nov", "short", "Nov spoke.", "as feb"),
    Row("dec", "short", "Dec spoke.", "as feb; a given name"),
)
# Before such a month: evidence that it is one. "weak": unless a name follows; "article": only
# before a word in lower case. Before a year, a strong one with a capital begins a sentence.
MONTH_BEFORE = (
    Row("in", "strong", "in May he spoke", "dates"),
    Row("since", "strong", "since May he spoke", "dates"),
    Row("until", "strong", "until May he spoke", "dates"),
    Row("till", "strong", "till May he spoke", "dates"),
    Row("during", "strong", "during May he spoke", "dates"),
    Row("last", "strong", "last May he spoke", "dates"),
    Row("next", "strong", "next May he speaks", "dates"),
    Row("this", "strong", "this May he speaks", "dates"),
    Row("every", "strong", "every May he speaks", "dates"),
    Row("early", "strong", "early May", "a part of a month"),
    Row("late", "strong", "late May", "a part of a month"),
    Row("mid", "strong", "mid-May", "a part of a month"),
    Row("of", "weak", "the end of May", "a part of a month; or of somebody"),
    Row("by", "weak", "by May he spoke", "dates; or names an author"),
    Row("from", "weak", "from May he spoke", "dates; or names a giver"),
    Row("before", "weak", "before May he spoke", "dates; or names somebody"),
    Row("after", "weak", "after May he spoke", "dates; or names somebody"),
    Row("through", "weak", "through May he spoke", "dates; or names somebody"),
    Row("the", "article", "the May elections", "a month before what happened in it"),
)
# EDTF season numbers; only with a year.
SEASONS = (
    Row("spring", "21", "spring 2018", "a season"),
    Row("summer", "22", "summer 2020", "a season"),
    Row("autumn", "23", "autumn 2020", "a season"),
    Row("fall", "23", "the fall of 2020", "a season; with a year it is no verb"),
    Row("winter", "24", "winter 2018", "a season"),
)
# Joined by a hyphen to a date, or before a decade. "part": it belongs to the date.
DATE_PREFIXES = (
    Row("mid", "part", "mid-2018", "the middle of a year is in that year"),
    Row("early", "part", "early-2018", "a part of a year is in that year"),
    Row("late", "part", "late-2018", "as early"),
    Row("top", "apart", "a Top-10 hit", "a capital before a hyphen makes no name of it"),
    Row("under", "apart", "Under-18 teams", "as top"),
    Row("over", "apart", "Over-65 voters", "as top"),
    Row("sub", "apart", "Sub-20 cold", "as top"),
)
# "after": an EDTF year; "before": a year that has no place in the EDTF of a fact sheet.
ERAS = (
    Row("BC", "before", "in 44 BC", "before the first year"),
    Row("BCE", "before", "in 44 BCE", "as BC"),
    Row("B.C.", "before", "in 44 B.C.", "as BC"),
    Row("AD", "after", "AD 79", "a year, however short"),
    Row("A.D.", "after", "A.D. 79", "as AD"),
    Row("CE", "after", "79 CE", "as AD"),
)
CENTURIES = (
    Row("century", "one", "the 18th century", "its first two digits are one less"),
    Row("centuries", "several", "the 18th and 19th centuries", "as century"),
)
# Before a decade: whose life it is of.
LIFE_DECADES = (
    Row("his", "age", "in his twenties", "an age, not a decade of the calendar"),
    Row("her", "age", "in her twenties", "as his"),
    Row("their", "age", "in their twenties", "as his"),
    Row("my", "age", "in my twenties", "as his"),
    Row("your", "age", "in your twenties", "as his"),
    Row("our", "age", "in our twenties", "as his"),
)
# The days of the week, from Monday as 0: beside a day of the month they tell its year apart.
WEEKDAYS = (
    Row("monday", "0", "Monday, Jan. 20", "a day of the week"),
    Row("tuesday", "1", "Tuesday, Jan. 20", "a day of the week"),
    Row("wednesday", "2", "Wednesday, Jan. 20", "a day of the week"),
    Row("thursday", "3", "Thursday, Jan. 20", "a day of the week"),
    Row("friday", "4", "Friday, Jan. 20", "a day of the week"),
    Row("saturday", "5", "Saturday, Jan. 20", "a day of the week"),
    Row("sunday", "6", "Sunday, Jan. 20", "a day of the week"),
)
# The length of a step from one date to another: so many days, or months.
STEPS = (
    Row("day", "1 days", "two days after the vote", "a step in days"),
    Row("week", "7 days", "two weeks after the vote", "a step in days"),
    Row("fortnight", "14 days", "a fortnight after the vote", "a step in days"),
    Row("month", "1 months", "two months after the vote", "months differ in length"),
    Row("year", "12 months", "two years after the vote", "years differ in length"),
)
# Behind a day, in whose month it is, in old letters.
DAY_MARKS = (
    Row("inst", "this", "your letter of 8th inst.", "this month"),
    Row("instant", "this", "your letter of 8th instant", "this month"),
    Row("ult", "last", "your letter of 8th ult.", "the month before"),
    Row("ultimo", "last", "your letter of 8th ultimo", "the month before"),
    Row("prox", "next", "your letter of 8th prox.", "the month to come"),
    Row("proximo", "next", "your letter of 8th proximo", "the month to come"),
)
# How many of the smallest of their kind make one: two weeks are fourteen days, a month is none.
LENGTHS = (
    Row("minute", "minute 1", "60 minutes", "the smallest that texts reckon with"),
    Row("hour", "minute 60", "60 hours", "of minutes"),
    Row("day", "minute 1440", "60 days", "of hours"),
    Row("week", "minute 10080", "60 weeks", "of days"),
    Row("fortnight", "minute 20160", "60 fortnights", "of weeks"),
    Row("month", "month 1", "60 months", "no number of days"),
    Row("year", "month 12", "60 years", "of months"),
    Row("decade", "month 120", "60 decades", "of years"),
    Row("century", "month 1200", "60 centuries", "of years"),
)
# Between “the” and such a length: one of it.
SPANS = (
    Row("next", "one", "over the next decade", "ten years to come"),
    Row("coming", "one", "over the coming decade", "as next"),
    Row("following", "one", "over the following decade", "as next"),
    Row("past", "one", "over the past decade", "ten years until now"),
    Row("last", "one", "over the last decade", "as past"),
    Row("previous", "one", "over the previous decade", "as past"),
    Row("preceding", "one", "over the preceding decade", "as past"),
)
# Where such a step leads.
STEP_DIRECTIONS = (
    Row("after", "1", "two days after the vote", "counts on"),
    Row("later", "1", "He spoke two days later.", "counts on"),
    Row("following", "1", "two days following the vote", "counts on"),
    Row("before", "-1", "two days before the vote", "counts back"),
    Row("earlier", "-1", "He spoke two days earlier.", "counts back"),
    Row("prior", "-1", "two days prior to the vote", "counts back"),
)
# Words that tell that a date is counted from another one, which the words may name as well.
RELATIVE = (
    Row("after", "later", "the day after July 4", "from an earlier date"),
    Row("later", "later", "a day later than July 4", "from an earlier date"),
    Row("following", "later", "the day following July 4", "from an earlier date"),
    Row("follows", "later", "It follows July 4.", "from an earlier date"),
    Row("followed", "later", "It followed July 4.", "from an earlier date"),
    Row("next", "later", "July 4 and the next day", "from an earlier date"),
    Row("since", "later", "ever since July 4", "from an earlier date"),
    Row("within", "later", "within a week of July 4", "from an earlier date"),
    Row("tomorrow", "later", "July 4 is tomorrow.", "from an earlier date"),
    Row("before", "earlier", "the day before July 4", "from a later date"),
    Row("earlier", "earlier", "a day earlier than July 4", "from a later date"),
    Row("ago", "earlier", "July 4, two days ago", "from a later date"),
    Row("previous", "earlier", "July 4 and the previous day", "from a later date"),
    Row("prior", "earlier", "the day prior to July 4", "from a later date"),
    Row("eve", "earlier", "the eve of July 4", "the day before"),
    Row("yesterday", "earlier", "July 4 was yesterday.", "from a later date"),
    Row("last", "earlier", "last year on July 4", "from a later date"),
    Row("until", "earlier", "until July 4", "up to a later date"),
    Row("till", "earlier", "till July 4", "up to a later date"),
)
# Words of a reason that speak of the article: beside one, "before" and "next" count no days.
TEXT_PARTS = (
    Row("named", "text", "the year named just before", "tells where the text has it"),
    Row("given", "text", "the year given before", "as named"),
    Row("mentioned", "text", "the year mentioned earlier", "as named"),
    Row("told", "text", "as told before", "as named"),
    Row("stated", "text", "the year stated earlier", "as named"),
    Row("line", "text", "the line before", "a part of the text"),
    Row("lines", "text", "a few lines earlier", "as line"),
    Row("sentence", "text", "the next sentence", "as line"),
    Row("paragraph", "text", "the previous paragraph", "as line"),
    Row("paragraphs", "text", "two paragraphs before", "as line"),
    Row("page", "text", "the page before", "as line"),
    Row("chapter", "text", "the last chapter", "as line"),
    Row("passage", "text", "the passage before", "as line"),
    Row("letter", "text", "the letter before", "as line"),
    Row("entry", "text", "the previous entry", "as line"),
)
# Before a date: something was on that day, or in that month; it is not counted from there.
DATE_PLACES = (
    Row("in", "within", "In May he spoke.", "the month of a thing"),
    Row("during", "within", "During May he spoke.", "as in"),
    Row("on", "within", "On July 4 he spoke.", "the day of a thing"),
    Row("last", "within", "He spoke last May.", "as in"),
    Row("this", "within", "He spoke this May.", "as in"),
    Row("next", "within", "He speaks next May.", "as in"),
    Row("early", "within", "He spoke early in May, in early June.", "a part of a month"),
    Row("late", "within", "He spoke in late June.", "as early"),
)
# Before a year: it is not given as certain.
DATE_DOUBTS = (
    Row("about", "about", "in about 1850", "a year near this one"),
    Row("around", "about", "around 1850", "a year near this one"),
    Row("circa", "about", "circa 1850", "a year near this one"),
    Row("ca", "about", "ca. 1850", "short for circa"),
    Row("approximately", "about", "approximately 1850", "a year near this one"),
    Row("roughly", "about", "roughly 1850", "a year near this one"),
    Row("perhaps", "perhaps", "perhaps 1850", "this year, or another"),
    Row("probably", "perhaps", "probably 1850", "this year, or another"),
)
