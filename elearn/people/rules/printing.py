"""How papers write what is known of a person: her birth, and where she serves."""

from datetime import date


def born_as_printed(born_on: date | None, birth_year: int | None) -> str:
    """Return a date of birth as documents write it, 05/3/1979; the year alone; or nothing."""
    if born_on is None:
        return str(birth_year) if birth_year else ""
    month = f"{born_on.month:02}" if born_on.month <= 2 else str(born_on.month)
    return f"{born_on.day:02}/{month}/{born_on.year}"


def unit_as_printed(org_unit: str, place: str) -> str:
    """Return where a person serves, each part once: "Hội LHPN xã Hưng Hà, tỉnh Hưng Yên"."""
    own, _, outer = place.partition(", ")
    is_told = bool(own) and org_unit.lower().endswith(own.lower())
    return ", ".join(part for part in (org_unit, outer if is_told else place) if part)
