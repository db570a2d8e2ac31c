"""A YAML file mended in place: entries are exchanged and added, all other lines stay as they are.

Only files laid out in blocks, one entry below the other, can be mended so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml
from yaml import CollectionNode, MappingNode, Node, SequenceNode

Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class Additions:
    """What is to be put into the file: named texts, and entries by their code."""

    groups: Lines
    sources: Lines
    modules: Mapping[str, Lines]
    programmes: Mapping[str, Lines]


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines `first` up to `end` give way to others; where both are equal, nothing is lost."""

    first: int
    end: int
    lines: Lines


class _OtherwiseLaidOut(Exception):
    """The file says this in a way that cannot be mended line by line."""


def mended(text: str, additions: Additions) -> str | None:
    """Return the text with the additions in it; or nothing if it is laid out in another way."""
    root = yaml.compose(text, yaml.SafeLoader)
    lines, ending = text.split("\n"), "\r" if "\r\n" in text else ""
    try:
        edits = [
            *_named(root, "sources", additions.sources),
            *_named(root, "target_groups", additions.groups),
            *_entries(root, lines, "modules", additions.modules),
            *_entries(root, lines, "programmes", additions.programmes),
        ]
    except _OtherwiseLaidOut:
        return None
    for edit in sorted(edits, key=lambda edit: edit.first, reverse=True):
        lines[edit.first : edit.end] = [line + ending for line in edit.lines]
    return "\n".join(lines)


def _named(root: Node | None, key: str, new: Lines) -> Iterator[Edit]:
    """Yield the addition of texts to a mapping, below the last of them."""
    if not new:
        return
    found = _value(root, key)
    if not isinstance(found, MappingNode) or found.flow_style or not found.value:
        raise _OtherwiseLaidOut
    indent = " " * found.value[0][0].start_mark.column
    end = _last_line(found) + 1
    yield Edit(end, end, [indent + line for line in new])


def _entries(root: Node | None, lines: Lines, key: str, new: Mapping[str, Lines]) -> Iterator[Edit]:
    """Yield the exchange of entries of a list, and the addition of others below the last."""
    if not new:
        return
    items = list(_items(_value(root, key), lines))
    by_code = {_code(item): item for item in items}
    indent = " " * (items[-1].start_mark.column - 2)
    for code, item in by_code.items():
        if code in new:
            first, end = item.start_mark.line, _last_line(item) + 1
            yield Edit(first, end, [indent + line for line in new[code]])
    end = _last_line(items[-1]) + 1
    added = [line for code, entry in new.items() if code not in by_code for line in entry]
    yield Edit(end, end, [indent + line for line in added])


def _value(node: Node | None, key: str) -> Node:
    for name, value in node.value if isinstance(node, MappingNode) else ():
        if name.value == key:
            return value  # type: ignore[no-any-return]  # PyYAML's nodes are untyped inside.
    raise _OtherwiseLaidOut


def _items(found: Node, lines: Lines) -> Iterator[MappingNode]:
    if not isinstance(found, SequenceNode) or found.flow_style or not found.value:
        raise _OtherwiseLaidOut
    for item in found.value:
        before = lines[item.start_mark.line][: item.start_mark.column]
        if not isinstance(item, MappingNode) or item.flow_style or before.strip() != "-":
            raise _OtherwiseLaidOut
        yield item


def _code(item: MappingNode) -> str:
    code = _value(item, "code")
    return str(code.value)


def _last_line(node: Node) -> int:
    """Return the last line that a node stands on; comments below it are not its own."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    mark = node.end_mark
    return int(mark.line) - (1 if mark.column == 0 else 0)
