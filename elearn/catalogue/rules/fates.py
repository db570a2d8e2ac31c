"""What a load does to a thing: the folder and the system may both have moved on since the last."""

from dataclasses import dataclass
from enum import Enum, auto


class Fate(Enum):
    """What becomes of a thing when the folder is loaded."""

    ADDED = auto()
    SAME = auto()
    #: Edited in the system, and now the folder says the same: it counts as unedited again.
    SETTLED = auto()
    CHANGED = auto()
    #: Withdrawn, and now it is in the folder again as it was.
    RETURNED = auto()
    #: Edited in the system, and the folder says something else: the system is right.
    SKIPPED = auto()
    GONE = auto()
    #: Missing from the folder, and still needed in the system.
    KEPT = auto()
    #: Missing from the folder, and no affair of it.
    FOREIGN = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a thing stands in the tables: the hash of its version, and what the folder said last.

    It is foreign to the product's own folder once another one was loaded that says otherwise.
    """

    current_hash: str | None
    loaded_hash: str | None
    is_withdrawn: bool = False
    is_foreign: bool = False

    @property
    def is_edited(self) -> bool:
        return self.current_hash != self.loaded_hash

    @property
    def is_made_here(self) -> bool:
        return self.loaded_hash is None


def fate_in_folder(standing: Standing | None, *, is_same: bool, overwrite: bool) -> Fate:
    """Decide about a thing the folder has, which says the same as its version or not."""
    if standing is None:
        return Fate.ADDED
    if standing.is_foreign:
        return Fate.SAME if is_same else Fate.SKIPPED
    if is_same and standing.is_withdrawn:
        return Fate.RETURNED
    if is_same:
        return Fate.SETTLED if standing.is_edited else Fate.SAME
    return Fate.SKIPPED if standing.is_edited and not overwrite else Fate.CHANGED


def fate_out_of_folder(standing: Standing, *, is_used: bool, overwrite: bool) -> Fate:
    """Decide about a thing that the folder does not have; what still uses it may keep it."""
    if standing.is_made_here or standing.is_withdrawn or standing.is_foreign:
        return Fate.FOREIGN
    return Fate.KEPT if is_used or (standing.is_edited and not overwrite) else Fate.GONE
