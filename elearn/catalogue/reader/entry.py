"""YAML asked key by key: what is missing, unknown or of the wrong kind is noted with its line.

An answer that cannot be given is replaced by a harmless one, so that reading goes on and finds
the other problems too; a catalogue with problems is never used.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from elearn.catalogue.reader.problems import Sheet
from elearn.text import msg

E = TypeVar("E", bound=StrEnum)
_TAG = "tag:yaml.org,2002:"


class Entry:
    """One mapping of a YAML file."""

    def __init__(self, node: MappingNode, sheet: Sheet) -> None:
        self.line = node.start_mark.line + 1
        self.sheet = sheet
        self._values: dict[str, Node] = {}
        self._keys: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                sheet.note(_line(key), msg("tên mục phải là chữ"))
                continue
            if key.value in self._keys:
                sheet.note(_line(key), msg("%(key)s ghi hai lần", key=key.value))
            self._keys[key.value] = _line(key)
            self._values[key.value] = value

    def line_of(self, key: str) -> int:
        return self._keys.get(key, self.line)

    def has(self, key: str) -> bool:
        return key in self._keys

    def peek(self, key: str) -> str:
        """Return the text of a key without taking it; nothing if it is none."""
        value = self._values.get(key)
        return str(value.value) if isinstance(value, ScalarNode) else ""

    def node(self, key: str, kind: type[Node], tag: str, wanted: object) -> Node | None:
        """Return the value of a key, taken; or note that it is missing or of another kind."""
        value = self._values.pop(key, None)
        if value is None:
            if key not in self._keys:
                self.sheet.note(self.line, msg("thiếu %(key)s", key=key))
            return None
        if not isinstance(value, kind) or (tag and value.tag != _TAG + tag):
            self.sheet.note(_line(value), msg("%(key)s phải là %(kind)s", key=key, kind=wanted))
            return None
        return value

    def text(self, key: str) -> str:
        value = self.node(key, ScalarNode, "str", msg("chữ"))
        if value is None:
            return ""
        if not value.value.strip():
            self.sheet.note(_line(value), msg("%(key)s còn trống", key=key))
        return str(value.value).strip()

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if self.has(key) else None

    def number(self, key: str, lowest: int, highest: int) -> int:
        value = self.node(key, ScalarNode, "int", msg("số nguyên"))
        if value is None:
            return lowest
        given = int(value.value) if value.value.isdecimal() else lowest - 1
        if not lowest <= given <= highest:
            self.sheet.note(
                _line(value),
                msg("%(key)s phải từ %(low)s đến %(high)s", key=key, low=lowest, high=highest),
            )
        return given

    def optional_number(self, key: str, lowest: int, highest: int) -> int | None:
        return self.number(key, lowest, highest) if self.has(key) else None

    def flag(self, key: str) -> bool:
        value = self.node(key, ScalarNode, "bool", msg("true hoặc false"))
        return value is not None and value.value.lower() == "true"

    def day(self, key: str) -> date | None:
        """Return a day that may be left out."""
        if not self.has(key):
            return None
        value = self.node(key, ScalarNode, "", msg("ngày năm-tháng-ngày"))
        try:
            return date.fromisoformat(value.value) if value is not None else None
        except ValueError:
            self.sheet.note(self.line_of(key), msg("%(key)s không phải ngày có thật", key=key))
            return None

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Return a member of a closed set; with a default the key may be left out."""
        first = default or next(iter(kind))
        if default is not None and not self.has(key):
            return default
        value = self.node(key, ScalarNode, "", msg("chữ"))
        return self._member(key, value, kind) or first if value is not None else first

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        members = (self._member(key, node, kind) for node in self._scalars(key))
        return tuple(sorted({member for member in members if member is not None}))

    def _member(self, key: str, node: Node, kind: type[E]) -> E | None:
        try:
            return kind(node.value)
        except ValueError:
            self.sheet.note(
                _line(node),
                msg(
                    "%(key)s không có “%(value)s”, chỉ có: %(known)s",
                    key=key,
                    value=node.value,
                    known=", ".join(kind),
                ),
            )
            return None

    def texts(self, key: str) -> tuple[tuple[str, int], ...]:
        """Return the texts of a list, each with its line; the list must hold something."""
        return tuple((str(node.value).strip(), _line(node)) for node in self._scalars(key))

    def _scalars(self, key: str) -> Iterator[Node]:
        for node in self._items(key):
            if isinstance(node, ScalarNode) and node.value.strip():
                yield node
            else:
                self.sheet.note(_line(node), msg("mỗi mục của %(key)s phải là chữ", key=key))

    def _items(self, key: str) -> list[Node]:
        value = self.node(key, SequenceNode, "", msg("danh sách"))
        if value is None:
            return []
        if not value.value:
            self.sheet.note(_line(value), msg("%(key)s còn trống", key=key))
        return list(value.value)

    def entries(self, key: str) -> Iterator["Entry"]:
        """Yield the mappings of a list."""
        for node in self._items(key):
            if isinstance(node, MappingNode):
                yield Entry(node, self.sheet)
            else:
                self.sheet.note(
                    _line(node), msg("mỗi mục của %(key)s phải là khóa: giá trị", key=key)
                )

    def entry(self, key: str) -> "Entry | None":
        value = self.node(key, MappingNode, "", msg("khóa: giá trị"))
        return Entry(value, self.sheet) if isinstance(value, MappingNode) else None

    def optional_entry(self, key: str) -> "Entry | None":
        return self.entry(key) if self.has(key) else None

    def named_texts(self) -> dict[str, str]:
        """Return all texts by their keys, which are names here, not words of the format."""
        return {key: self.text(key) for key in list(self._values)}

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._values:
            self.sheet.note(self.line_of(key), msg("không có mục nào tên là %(key)s", key=key))


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def entry_of(text: str, sheet: Sheet) -> Entry | None:
    """Return the mapping a YAML text holds, or note that it is none."""
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        sheet.note(
            line, msg("YAML sai cú pháp: %(problem)s", problem=error.problem or error.context)
        )
        return None
    except yaml.YAMLError as error:
        sheet.note(0, msg("YAML sai cú pháp: %(problem)s", problem=str(error)))
        return None
    if not isinstance(node, MappingNode):
        sheet.note(0, msg("phải gồm các dòng khóa: giá trị"))
        return None
    return Entry(node, sheet)
