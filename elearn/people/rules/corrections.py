"""Corrections: what of a person's own record can be wrong, and how one who was told reads it."""

import re
from datetime import date
from enum import StrEnum
from typing import Any

from elearn.text import msg, nfc, telephone


class CorrectedField(StrEnum):
    """What of a person's own data is wrong; what has no field of its own is told in words."""

    FULL_NAME = "full_name"
    BIRTH = "birth"
    GENDER = "gender"
    PHONE = "phone"
    OTHER = "other"


class CorrectionState(StrEnum):
    """Whether it was answered, and how."""

    WAITING = "waiting"
    APPLIED = "applied"
    REFUSED = "refused"


CORRECTED_FIELD_NAMES = {
    CorrectedField.FULL_NAME: msg("Họ và tên"),
    CorrectedField.BIRTH: msg("Ngày sinh hoặc năm sinh"),
    CorrectedField.GENDER: msg("Giới tính"),
    CorrectedField.PHONE: msg("Số điện thoại"),
    CorrectedField.OTHER: msg("Chức danh, đơn vị hoặc điều khác"),
}
CORRECTION_STATE_NAMES = {
    CorrectionState.WAITING: msg("Chờ trả lời"),
    CorrectionState.APPLIED: msg("Đã sửa"),
    CorrectionState.REFUSED: msg("Không sửa"),
}


_MALE, _FEMALE = ("nam", "male"), ("nữ", "nu", "female")


def read_correction(field: CorrectedField, wanted: str) -> dict[str, Any] | None:
    """Return the columns of a person that say what is wanted, or nothing if it cannot be read.

    What has no field of its own is for a person to understand.
    """
    text = nfc(wanted)
    match field:
        case CorrectedField.FULL_NAME:
            return {"full_name": text} if text else None
        case CorrectedField.BIRTH:
            return _birth(text)
        case CorrectedField.GENDER:
            return _gender(text)
        case CorrectedField.PHONE:
            digits = telephone(text)
            return {"phone": digits} if re.fullmatch(r"0\d{8,10}", digits) else None
        case CorrectedField.OTHER:
            return None


def _birth(text: str) -> dict[str, Any] | None:
    """Read 05/3/1979, or only 1979."""
    if re.fullmatch(r"(19|20)\d\d", text):
        return {"born_on": None, "birth_year": int(text)}
    found = re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -]((?:19|20)\d\d)", text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return {"born_on": date(year, month, day), "birth_year": year}
    except ValueError:
        return None


def _gender(text: str) -> dict[str, Any] | None:
    word = text.lower()
    if word in _FEMALE:
        return {"gender": "female"}
    return {"gender": "male"} if word in _MALE else None
