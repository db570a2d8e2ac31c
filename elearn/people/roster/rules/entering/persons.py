"""Who a row is about: name, birth, gender, telephones, official id."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from elearn.encodings import Encoding
from elearn.people.models import Gender
from elearn.people.roster.rules.cells.capitals import is_raised
from elearn.people.roster.rules.cells.dates import Dated, Span, dated, shown
from elearn.people.roster.rules.cells.genders import gender_agreed, gender_said
from elearn.people.roster.rules.cells.names import Named, named
from elearn.people.roster.rules.cells.official_ids import official_id_of
from elearn.people.roster.rules.cells.phones import phones_of
from elearn.people.roster.rules.cells.texts import cleaned, is_tick
from elearn.people.roster.rules.entering.columns import Cell, Row
from elearn.people.roster.rules.layouts import RosterField

_OLD_FONTS = (Encoding.TCVN3, Encoding.VNI, Encoding.WINDOWS_1258)
_TICKED = {RosterField.IS_MALE: Gender.MALE, RosterField.IS_FEMALE: Gender.FEMALE}
_BIRTHS = (
    (RosterField.BORN, None),
    (RosterField.BORN_MALE, Gender.MALE),
    (RosterField.BORN_FEMALE, Gender.FEMALE),
)


@dataclass(slots=True)
class Birth:
    """When somebody was born, and of which gender the column is."""

    day: date | None = None
    year: int | None = None
    genders: tuple[Gender, ...] = ()


def person_in(row: Row, span: Span) -> dict[str, Any]:
    """Return the fields of an entry that say who it is about."""
    name = _name(row)
    birth = _birth(row, span)
    phone, other = _phones(row)
    return {
        "name": name.name,
        "name_alt": name.other,
        "person_key": _key(row),
        "born_on": birth.day,
        "birth_year": birth.year,
        "gender": _gender(row, birth, name),
        "phone": phone,
        "phone_alt": other,
        "official_id": _official_id(row),
    }


def _name(row: Row) -> Named:
    found = _read_name(row)
    row.notes.fixes.extend(found.fixes)
    if "tcvn3" in row.notes.fixes and "title_case" not in found.fixes and is_raised(found.name):
        row.notes.fixes.append("title_case_word")
    if not found.name:
        row.notes.refuse("no_name", "", RosterField.NAME)
    elif found.is_suspicious:
        row.notes.refuse("suspicious_character_in_name", "", RosterField.NAME)
    elif found.is_one_word:
        row.notes.questions.append("one_word_name")
    return found


def _read_name(row: Row) -> Named:
    """Return the name as it stands; one with signs of no name as an old font has it, if any does.

    A short name of few marks tells too little by itself of how it was written.
    """
    cell = row.cell(RosterField.NAME)
    found = named(cell.text if cell else "")
    if cell and found.is_suspicious:
        for encoding in _OLD_FONTS:
            text, fixes = cleaned(cell.raw, encoding)
            again = named(text)
            if encoding.value in fixes and not again.is_suspicious:
                row.notes.fixes.extend(fixes)
                return again
    return found


def _key(row: Row) -> int | None:
    text = row.text(RosterField.PERSON_KEY)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else None


def _birth(row: Row, span: Span) -> Birth:
    """Return the birth that the columns tell; of two that differ the first that is a day."""
    birth = Birth()
    for meaning, gender in _BIRTHS:
        cell = row.cell(meaning) if row.has(meaning) else None
        if cell is None:
            continue
        is_of_gender = gender is not None and is_tick(cell.text)
        found = Dated() if is_of_gender else _dated(row, cell, span, meaning)
        if gender and (is_of_gender or found.says_anything):
            birth.genders = (*birth.genders, gender)
        if found.year and birth.year and (found.day, found.year) != (birth.day, birth.year):
            row.notes.questions.append(f"two_birth_dates:{birth.day or birth.year}")
        if not birth.year:
            birth.day, birth.year = found.day, found.year
    return birth


def _dated(row: Row, cell: Cell, span: Span, meaning: RosterField) -> Dated:
    is_month_first = cell.heading.is_month_first
    found = dated(cell.raw, cell.text, span, is_month_first=is_month_first)
    row.notes.fixes.extend(found.fixes)
    if found.is_bad:
        told = cell.text if isinstance(cell.raw, str) else shown(cell.raw)
        row.notes.refuse("bad_date", told, meaning)
    if found.is_unsure:
        code = "month_or_day" if is_month_first else "day_or_month"
        row.notes.questions.append(f"{code}:{cell.text}")
    return found


def _gender(row: Row, birth: Birth, name: Named) -> Gender | None:
    ticked = (_of_tick(row, field, gender) for field, gender in _TICKED.items())
    said = (*birth.genders, gender_said(row.text(RosterField.GENDER)), *ticked, name.gender)
    gender, is_agreed = gender_agreed(said)
    if not is_agreed:
        row.notes.questions.append(f"gender_differs:{name.name}")
    return gender


def _of_tick(row: Row, field: RosterField, gender: Gender) -> Gender | None:
    text = row.text(field)
    return gender if is_tick(text) else gender_said(text)


def _phones(row: Row) -> tuple[str | None, str | None]:
    numbers: list[str] = []
    for cell in row.cells(RosterField.PHONE):
        found = phones_of(cell.text)
        row.notes.fixes.extend(found.fixes)
        for bad in found.bad:
            row.notes.refuse("bad_phone", bad, RosterField.PHONE)
        numbers += [one for one in (found.phone, found.other, *found.more) if one]
    once = list(dict.fromkeys(numbers))
    if len(once) > 2:
        row.notes.questions.append(f"more_phones:{', '.join(once[2:])}")
    return once[0] if once else None, once[1] if len(once) > 1 else None


def _official_id(row: Row) -> str | None:
    found = official_id_of(row.text(RosterField.OFFICIAL_ID))
    row.notes.fixes.extend(found.fixes)
    if found.is_bad:
        row.notes.refuse("bad_official_id", "", RosterField.OFFICIAL_ID)
    return found.digits
