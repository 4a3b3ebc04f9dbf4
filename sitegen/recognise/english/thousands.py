"""How English parts thousands by spaces, and what says that two numbers are two."""

from sitegen.recognise.tables import Row, forms

# What may stand between the thousands of a number, beside the comma. "plain": it stands between two
# numbers as well.
THOUSANDS = (
    Row(" ", "plain", "some 1 400 men", "as South Africa and Sweden write it"),
    Row("\N{NO-BREAK SPACE}", "joins", "some 1\N{NO-BREAK SPACE}400 men", "keeps a number whole"),
    Row("\N{THIN SPACE}", "joins", "some 1\N{THIN SPACE}400 men", "as science prints it"),
    Row(
        "\N{NARROW NO-BREAK SPACE}",
        "joins",
        "some 1\N{NARROW NO-BREAK SPACE}400 men",
        "as a thin space",
    ),
)
# Before a number: what it is the number of, so that the next one is another. "name": a number that
# is mostly a name itself, where it stands behind another.
NUMBERED = tuple(
    Row(form, "name", f"some 400 {form} jets", "a kind of aircraft, or of calls")
    for form in forms("707 717 727 737 747 757 767 777 787 911")
) + tuple(
    Row(form, "number", f"{form} 1 400 men", "what stands behind it is its number")
    for form in forms(
        "day week month year hour minute age aged grade class level stage step phase group team "
        "type round game set track episode season item question rule point lot plot bus gate "
        "platform floor block house unit suite flat apartment apt box ward district zone "
        "telephone phone tel call called dial dialled dialed ring fax pin code zip postcode "
        "account isbn table top"
    )
)
