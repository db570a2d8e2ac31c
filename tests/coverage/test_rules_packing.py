"""Facts as a few bytes a person, and back."""

import numpy as np

from elearn.coverage.rules.packing import packed, unpacked
from elearn.db.days import FOREVER, UNKNOWN
from tests.coverage.tables import facts

WHOLE = facts(
    [(9, 1, UNKNOWN, 5), (3, 2, 4, FOREVER, 0, 7)],
    reached=[(3, 5, FOREVER)],
    under_way=[(9, 1, 2)],
    turns=[(3, 8, 8), (3, 8, 8)],
)


def rows(table):
    return sorted(zip(*(column.tolist() for column in table), strict=True))


def test_what_was_packed_is_unpacked_as_it_was():
    persons, blobs = packed(WHOLE)

    assert persons.tolist() == [3, 9]
    back = unpacked(persons.tolist(), list(blobs.each()))
    for name in ("held", "reached", "under_way", "turns"):
        assert rows(getattr(back, name)) == rows(getattr(WHOLE, name))


def test_one_person_is_unpacked_alone():
    persons, blobs = packed(WHOLE)

    hers = unpacked([9], [list(blobs.each())[persons.tolist().index(9)]])
    assert rows(hers.held) == [(9, 1, UNKNOWN, 5, 1, 1)]
    assert hers.turns.owner.size == 0


def test_nobody_packs_into_nothing():
    persons, blobs = packed(facts())

    assert persons.size == 0
    assert list(blobs.each()) == []
    assert np.array_equal(unpacked([], []).held.person, [])
