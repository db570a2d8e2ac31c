"""The facts of one person as a few bytes, so that what she adds to figures can be taken back."""

from collections.abc import Sequence

from elearn.coverage.rules.facts import Facts, Ints
from elearn.db.arrays import Blobs


def packed(facts: Facts) -> tuple[Ints, Blobs]:
    """Return the persons in order, and of each her facts in bytes."""
    raise NotImplementedError


def unpacked(person_ids: Sequence[int], blobs: Sequence[bytes]) -> Facts:
    """Return the facts that `packed` made into bytes."""
    raise NotImplementedError
