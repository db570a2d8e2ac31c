"""What of a new entry of a person is kept, and how a person is addressed."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from elearn.errors import InvalidInput
from elearn.text import Message, fold, given_name, msg, name_sort_key, nfc, telephone

UNBORN = msg("Ngày sinh, năm sinh này chưa tới; xem lại.")
_ADDRESSES = {"female": msg("chị"), "male": msg("anh")}


class Addressed(Protocol):
    """Whoever has a gender, known or not."""

    @property
    def gender(self) -> str | None: ...


def address_of(someone: Addressed) -> Message:
    """Return how to address a person: chị, anh, or anh/chị where we do not know."""
    return _ADDRESSES.get(someone.gender or "", msg("anh/chị"))


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What is known of a person when she is entered; only the name is needed."""

    full_name: str
    given_name: str = ""
    born_on: date | None = None
    birth_year: int | None = None
    gender: str | None = None
    phone: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """Return the values of her row: the name as written, its keys, digits of the telephone.

        :raise InvalidInput: naming each field that cannot be.
        """
        said = self.said
        full, given = said["full_name"], said["given_name"]
        return {**said, "name_folded": fold(full), "sort_key": name_sort_key(full, given)}

    @property
    def said(self) -> dict[str, Any]:
        """Return the same without the keys that follow from the name.

        :raise InvalidInput: naming each field that cannot be.
        """
        full, phone = nfc(self.full_name), telephone(self.phone)
        self._check(full, phone)
        return {
            "full_name": full,
            "given_name": nfc(self.given_name) or given_name(full),
            "born_on": self.born_on,
            "birth_year": self.born_on.year if self.born_on else self.birth_year,
            "gender": self.gender,
            "phone": phone or None,
        }

    def refuse_unborn(self, today: date) -> None:
        """Refuse a slip of the pen like 2079, which is no year of birth yet.

        :raise InvalidInput: if she would be born later than today.
        """
        if self.born_on and self.born_on > today:
            raise InvalidInput(born_on=UNBORN)
        if self.birth_year and self.birth_year > today.year:
            raise InvalidInput(birth_year=UNBORN)

    def _check(self, full: str, phone: str) -> None:
        wrong: dict[str, Message] = {}
        if not full:
            wrong["full_name"] = msg("Chưa ghi họ và tên.")
        if phone and not re.fullmatch(r"0\d{8,10}", phone):
            wrong["phone"] = msg("Số điện thoại gồm 9 đến 11 chữ số, bắt đầu bằng 0.")
        if self.born_on and self.birth_year not in (None, self.born_on.year):
            wrong["birth_year"] = msg("Năm sinh khác với ngày sinh.")
        if self.birth_year is not None and not 1900 <= self.birth_year <= 2100:
            wrong["birth_year"] = msg("Năm sinh gồm bốn chữ số.")
        if wrong:
            raise InvalidInput(**wrong)
