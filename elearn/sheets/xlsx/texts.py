"""Texts that cells of a workbook share: how long they are, and what they come to when repeated."""

from collections.abc import Iterable

from elearn.sheets.faults import Fault
from elearn.sheets.limits import LONGEST_TEXT
from elearn.sheets.xlsx.markup import Attributes, local, mapping, new_parser, walk
from elearn.sheets.xlsx.sheet import number


def lengths_of(path: str, pieces: Iterable[bytes]) -> list[int]:
    """Return the length of each shared text.

    :raise Fault: if one is longer than a cell can hold.
    """
    lengths: list[int] = []

    def start(name: str, _attributes: Attributes) -> None:
        if local(name) == "si":
            lengths.append(0)

    def text(signs: str) -> None:
        if lengths:
            lengths[-1] += len(signs)

    parser = new_parser()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    walk(path, pieces, parser)
    if max(lengths, default=0) > LONGEST_TEXT:
        raise Fault("long_text", part=path)
    return lengths


def repeated(path: str, pieces: Iterable[bytes], lengths: list[int]) -> int:
    """Return how many signs the cells of a sheet come to, each shared text as often as used."""
    total, is_shared, is_value = 0, False, False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal is_shared, is_value
        if local(name) == "c":
            is_shared = mapping(attributes).get("t") == "s"
        is_value = is_shared and local(name) == "v"

    def text(signs: str) -> None:
        nonlocal total
        at = number(signs.strip(), len(lengths)) if is_value else len(lengths)
        total += lengths[at] if at < len(lengths) else 0

    parser = new_parser()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    walk(path, pieces, parser)
    return total
