"""The facts of one person as a few bytes, so that what she adds to figures can be taken back.

Each row of her facts becomes six numbers of 32 bits: of which table it is, and what it holds.
"""

from collections.abc import Sequence

import numpy as np

from elearn.coverage.rules.facts import NO_DAYS, Dated, Facts, Held, Ints
from elearn.db.arrays import Blobs

#: The tables of facts, by the number a packed row begins with; classes belong to no person.
_HELD, _REACHED, _UNDER_WAY, _TURNS = range(4)
_WIDTH = 6
_NUMBER = np.dtype("<i4")


def packed(facts: Facts) -> tuple[Ints, Blobs]:
    """Return the persons in order, and of each her facts in bytes."""
    person = np.concatenate([facts.held.person, *(table.owner for table in _dated(facts))])
    order = np.argsort(person, kind="stable")
    rows = _rows(facts)[order]
    persons, begin = np.unique(person[order], return_index=True)
    bounds = np.append(begin, person.size) * (_WIDTH * _NUMBER.itemsize)
    return persons, Blobs(rows.tobytes(), bounds)


def _dated(facts: Facts) -> tuple[Dated, ...]:
    return facts.reached, facts.under_way, facts.turns


def _rows(facts: Facts) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    """Return all rows as a table of one width, without their persons."""
    held = _table(_HELD, facts.held[1:])
    others = [
        _table(number, table[1:]) for number, table in enumerate(_dated(facts), start=_REACHED)
    ]
    return np.concatenate([held, *others])


def _table(number: int, columns: Sequence[Ints]) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    table = np.zeros((columns[0].size, _WIDTH), _NUMBER)
    table[:, 0] = number
    for place, column in enumerate(columns, start=1):
        table[:, place] = column
    return table


def unpacked(person_ids: Sequence[int], blobs: Sequence[bytes]) -> Facts:
    """Return the facts that `packed` made into bytes."""
    rows = np.frombuffer(b"".join(blobs), _NUMBER).reshape(-1, _WIDTH).astype(np.int64)
    lengths = [len(blob) // (_WIDTH * _NUMBER.itemsize) for blob in blobs]
    person = np.repeat(np.array(person_ids, np.int64), lengths)

    def table(number: int, width: int) -> list[Ints]:
        such = rows[:, 0] == number
        return [person[such], *rows[such, 1 : width + 1].T]

    reached, under_way, turns = (
        Dated(*table(number, 2)) for number in (_REACHED, _UNDER_WAY, _TURNS)
    )
    return Facts(Held(*table(_HELD, 5)), reached, under_way, turns, NO_DAYS)
