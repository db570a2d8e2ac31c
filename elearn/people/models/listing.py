"""Tables by which people are listed and found; they can be thrown away and made again."""

from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk

#: Compared sign by sign, so that a beginning is a stretch of the index.
_PLAIN = Text().with_variant(Text(collation="C"), "postgresql")


class ListedTenure(Base):
    """A tenure of a human being by where it counts today; one row for who never held a post.

    Everything of one human being stands under the entry that stands for her.
    """

    __tablename__ = "listed_tenure"
    __table_args__ = (
        Index("ix_listed_tenure_spot_id", "spot_id", "sort_key", "person_id"),
        Index("ix_listed_tenure_spot_id_names", "spot_id", "names"),
        Index("ix_listed_tenure_province_id", "province_id", "sort_key", "person_id"),
        Index("ix_listed_tenure_post_key", "post_key", "sort_key", "person_id"),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    sort_key: Mapped[bytes] = mapped_column(LargeBinary)
    #: All her names, folded, with a blank around each word.
    names: Mapped[str]
    #: The commune it is today, through whatever became of it; else the area itself. No key refers
    #: to areas and posts here: these rows are derived from rows that do.
    spot_id: Mapped[int | None]
    #: The province it counts in today; absent for the country's own bodies.
    province_id: Mapped[int | None]
    post_key: Mapped[str | None] = mapped_column(String(40))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class FoundWord(Base):
    """A word by which somebody is found: one of her name, or her telephone from either end.

    Kept in the order of the list, so that whoever has the word is walked in that order.
    """

    __tablename__ = "found_word"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  # As SQLAlchemy wants it.

    word: Mapped[str] = mapped_column(_PLAIN, primary_key=True)
    sort_key: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    #: All her names, folded, with a blank around each word.
    names: Mapped[str]
