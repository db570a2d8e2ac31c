"""Small pictures of a film in one sheet, shown where somebody looks for a place in it."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.media.rules import Sheet
from elearn.storage import StoredFile


class Storyboard(Base):
    """The sheet of a version: a picture each so many milliseconds, row by row from the left."""

    __tablename__ = "storyboard"
    __table_args__ = (
        CheckConstraint("tile_width > 0 AND tile_height > 0", name="tile_has_a_size"),
        CheckConstraint("columns > 0 AND tiles > 0", name="has_tiles"),
        CheckConstraint("interval_ms > 0", name="interval_positive"),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), unique=True
    )
    file_id: Mapped[int] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )
    tile_width: Mapped[int]
    tile_height: Mapped[int]
    columns: Mapped[int]
    tiles: Mapped[int]
    interval_ms: Mapped[int]
    file: Mapped[StoredFile] = relationship()

    @property
    def sheet(self) -> Sheet:
        return Sheet(self.tile_width, self.tile_height, self.columns, self.tiles, self.interval_ms)
