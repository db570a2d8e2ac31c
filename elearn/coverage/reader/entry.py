"""One entry of the file of targets: its values, and where it stands, for whoever must mend it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from elearn.errors import Refusal
from elearn.text import Message, msg

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping of the file and the way to it: "targets.yaml › targets › TTB-2030-VIC"."""

    place: str
    values: Mapping[str, Any]

    @classmethod
    def of(cls, place: str, values: object, known: Iterable[str]) -> "Entry":
        """Return the entry.

        :raise Refusal: if it is no mapping, or has a key that means nothing here.
        """
        if not isinstance(values, Mapping):
            raise wrong(place, msg("phải là các cặp tên: giá trị"))
        unknown = sorted(str(name) for name in values.keys() - set(known))
        if unknown:
            raise wrong(place, msg("không hiểu mục %(names)s", names=", ".join(unknown)))
        return cls(place, values)

    def text(self, name: str) -> str:
        value = self._given(name)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(name, msg("phải là chữ, không để trống"))
        return value

    def text_or(self, name: str, absent: str) -> str:
        return self.text(name) if name in self.values else absent

    def switch(self, name: str) -> bool:
        value = self._given(name)
        if not isinstance(value, bool):
            raise self.wrong(name, msg("phải là true hoặc false"))
        return value

    def rows(self, name: str) -> Sequence[Any]:
        values = self.values.get(name, [])
        if not isinstance(values, list):
            raise self.wrong(name, msg("phải là danh sách"))
        return values

    def below(self, name: str) -> "Entry":
        """Return a mapping of any names that stands in this one; an empty one where it does not."""
        values = self.values.get(name, {})
        if not isinstance(values, Mapping):
            raise self.wrong(name, msg("phải là các cặp tên: giá trị"))
        return Entry(f"{self.place} › {name}", values)

    def number(self, name: str, least: int, most: int) -> int:
        value = self._given(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(
                name, msg("phải là số nguyên từ %(least)s đến %(most)s", least=least, most=most)
            )
        return value

    def day(self, name: str, absent: date) -> date:
        value = self.values.get(name, absent)
        if type(value) is not date:  # A moment is a date too, but cannot be held against one.
            raise self.wrong(name, msg("phải là ngày, viết như 2025-06-30"))
        return value

    def member(self, name: str, kind: type[E]) -> E:
        return self._member(name, self._given(name), kind)

    def member_or(self, name: str, kind: type[E], absent: E | None = None) -> E | None:
        return self.member(name, kind) if name in self.values else absent

    def members(self, name: str, kind: type[E]) -> frozenset[E]:
        """Return a set of members; an empty one where the entry does not name it."""
        if name not in self.values:
            return frozenset()
        values = self._given(name)
        if not isinstance(values, list) or not values:
            raise self.wrong(name, msg("phải là danh sách, không để trống"))
        return frozenset(self._member(name, value, kind) for value in values)

    def one_of(self, name: str, known: Iterable[str]) -> str:
        value, names = self._given(name), list(known)
        if value not in names:
            raise self.wrong(name, _not_among(value, names))
        return str(value)

    def _member(self, name: str, value: object, kind: type[E]) -> E:
        names = [member.value for member in kind]
        if value not in names:
            raise self.wrong(name, _not_among(value, names))
        return kind(str(value))

    def _given(self, name: str) -> Any:
        if name not in self.values:
            raise self.wrong(name, msg("chưa có"))
        return self.values[name]

    def wrong(self, name: str, why: Message) -> Refusal:
        return wrong(f"{self.place} › {name}", why)


def _not_among(value: object, names: list[str]) -> Message:
    return msg(
        "không có “%(value)s”; có thể ghi: %(names)s", value=str(value), names=", ".join(names)
    )


def wrong(place: str, why: Message) -> Refusal:
    return Refusal(msg("%(place)s: %(why)s.", place=place, why=why))
