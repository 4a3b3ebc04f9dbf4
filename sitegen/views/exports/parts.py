"""Parts that the files of facts and of sources write alike."""

from decimal import Decimal
from typing import Any

from sitegen.edtf import Edtf
from sitegen.model import Basis


def date_text(date: Edtf | None) -> str | None:
    """A date as its editor wrote it."""
    return date.text if date else None


def basis_record(basis: Basis) -> dict[str, Any]:
    """How a field rests on the words, as an editor writes it."""
    record: dict[str, Any] = {basis.kind.value: basis.because}
    if basis.rests_on:
        record["from"] = list(basis.rests_on)
    return record


def plain_number(number: Decimal | None) -> int | float | None:
    """A figure's number as JSON has numbers."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
