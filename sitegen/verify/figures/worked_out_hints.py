"""What to write where a field does not say what its calculation gives."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from sitegen import calculation, recognise
from sitegen.calculation import Worth
from sitegen.counts import Given, given, last_place
from sitegen.model import Fact, Source

_DIGITS_SHOWN = 6
_LONGEST_SHOWN = 80
_YEARS = range(1000, 10000)
_VALUE = "value"

Owner = Fact | Source


def shown(worth: Worth) -> str:
    """What a calculation gives, to six decimals; of a hostile one how long it is."""
    if isinstance(worth, date):
        return worth.isoformat()
    rounded = calculation.rounded(worth, _DIGITS_SHOWN)
    text = f"{Decimal(rounded.numerator) / Decimal(rounded.denominator):f}"
    text = str(worth.numerator) if worth.denominator == 1 else text.rstrip("0").rstrip(".")
    if len(text) > _LONGEST_SHOWN:
        return f"a number of {len(text)} digits"
    return text if rounded == worth else f"{text}…"


def shortened(text: str) -> str:
    """A calculation on one line; of a long one the beginning."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"


def instead(result: Worth, owner: Owner, field: str, because: str) -> tuple[str, ...]:
    """What a field may say instead of what it does, or what its calculation may."""
    text = shown(result)
    if isinstance(result, date):
        if field == _VALUE:
            return ("a value is a number: days(…, …) gives the days between two dates",)
        return (f"{field}: {text}",)
    if field != _VALUE:
        if result.denominator == 1 and result.numerator in _YEARS:
            return (f"{field}: {text}",)
        return ("a date comes of a date, as in election + 7, or is a year",)
    if text.startswith("a number"):
        return ("no value is so long: look at the numbers of the calculation",)
    value = given(owner) if isinstance(owner, Fact) else None
    if value is None:
        return (f"value: {text}",)
    scale = recognise.unit_scale(value.unit)
    if scale > 1:
        return _in_scale(result, text, value, scale, because)
    return (f"value: {_to_its_digits(result, value.number)}",)


def _in_scale(
    result: Fraction, text: str, value: Given, scale: int, because: str
) -> tuple[str, ...]:
    """The hints for a value whose unit has a scale: what it would be in it, or without it."""
    own = value.number / scale
    if result * scale == Fraction(value.number):
        calculated = shortened(because)
        whole = "times" if calculated.endswith("…") else f"derived: ({calculated}) *"
        return (
            f"calculate in full, as the unit has it: {whole} {scale}",
            f"or take “{value.unit.split()[0]}” out of the unit",
        )
    in_unit = _to_its_digits(result / scale, own)
    if Decimal(in_unit):
        return (f"value: {in_unit}",)
    return (f"value: {text}, and take “{value.unit.split()[0]}” out of the unit",)


def _to_its_digits(result: Fraction, number: Decimal) -> str:
    """A result to the last digit that a figure gives."""
    last = last_place(number, 1).as_tuple().exponent
    return shown(calculation.rounded(result, -int(last)))
