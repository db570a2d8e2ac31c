"""Telephones: numbers without their zero, country codes, separators, two in a cell, old starts."""

from tests.make.rosters.values import Pen, Written

#: Start of today → how it began until 2018.
OLD = {f"03{n}": f"016{n}" for n in range(2, 10)} | {
    "070": "0120",
    "079": "0121",
    "077": "0122",
    "076": "0126",
    "078": "0128",
    "083": "0123",
    "084": "0124",
    "085": "0125",
    "081": "0127",
    "082": "0129",
    "056": "0186",
    "058": "0188",
    "059": "0199",
}
MESSES = (
    *("phone_leading_zero", "phone_separators", "phone_plus84", "phone_84"),
    *("phone_prefix_2018", "two_phones", "bad phone"),
)
_BAD = ("09123", "0912345", "0112345678", "091234567890", "0422345678")


def written_phone(phone: str, second: str, pen: Pen) -> Written:
    """Return the number written with the messes that go together; `second` stands beside it."""
    if pen.makes("bad phone"):
        bad = pen.chance.choice(_BAD)
        return Written(bad, errors=(f"bad_phone:{bad}",))
    if pen.makes("two_phones"):
        between = pen.chance.choice(["; ", " / ", "/", ", ", " - "])
        told = {"phone": phone, "phone_alt": second}
        return Written(f"{phone}{between}{second}", ("two_phones",), told=told)
    digits, converted = _of_2018(phone, pen)
    cell, fixes = _written(digits, pen)
    return Written(cell, fixes + converted, told={"phone": phone})


def _of_2018(phone: str, pen: Pen) -> tuple[str, tuple[str, ...]]:
    new = phone[:3]
    if pen.makes("phone_prefix_2018") and new in OLD:
        return OLD[new] + phone[3:], (f"phone_prefix_2018:{OLD[new]}->{new}",)
    return phone, ()


def _written(digits: str, pen: Pen) -> tuple[str | float, tuple[str, ...]]:
    """Return the digits with a country's code or without their zero, parted or not."""
    if pen.makes("phone_plus84"):
        text, fixes = _parted(digits[1:], pen)
        return pen.chance.choice(["+84", "(+84)", "+84 "]) + text, ("phone_plus84", *fixes)
    if pen.makes("phone_84"):
        return _perhaps_a_number(f"84{digits[1:]}", pen), ("phone_84",)
    if pen.makes("phone_leading_zero"):
        return _perhaps_a_number(digits[1:], pen), ("phone_leading_zero",)
    return _parted(digits, pen)


def _perhaps_a_number(digits: str, pen: Pen) -> str | float:
    return float(digits) if pen.has_types and pen.chance.random() < 0.7 else digits


def _parted(digits: str, pen: Pen) -> tuple[str, tuple[str, ...]]:
    """Return the digits with points or dashes, which are mended, or with blanks, which are not."""
    parts = digits[:-6], digits[-6:-3], digits[-3:]
    if pen.makes("phone_separators"):
        return pen.chance.choice(".-").join(parts), ("phone_separators",)
    return (" " if pen.chance.random() < 0.3 else "").join(parts), ()
