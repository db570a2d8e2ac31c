"""What list is wanted."""

from dataclasses import dataclass

from tests.make.rosters.writing import dates, names, phones, posts

MESSES = frozenset((*names.MESSES, *dates.MESSES, *phones.MESSES, *posts.MESSES, "again"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What list is wanted: how many rows, for which kind of file, with which messes at most."""

    rows: int | None = None
    file: str = "xlsx"
    messes: frozenset[str] = MESSES
    #: Of a hundred rows, how many have each mess.
    per_hundred: int = 8
    #: The old font, or old code page, of every text of the file.
    font: str | None = None

    @property
    def has_types(self) -> bool:
        return self.file != "csv"
