"""The table of declared headcounts: how many there are, where nobody wrote down who."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.areas import Area
from elearn.db import Base, IntPk, Recorded
from elearn.people.models.persons import Person
from elearn.people.models.posts import TargetGroup
from elearn.people.models.units import OrgUnit

_CURRENT = text("superseded_at IS NULL")


class Headcount(Recorded, Base):
    """How many of a group a unit or an area declared to have on a day, or that it did not report.

    Kept as we knew it: a corrected declaration supersedes the one before.
    """

    __tablename__ = "headcount"
    __table_args__ = (
        CheckConstraint("(org_unit_id IS NULL) <> (area_id IS NULL)", name="of_a_unit_or_an_area"),
        CheckConstraint("number >= 0", name="number_not_negative"),
        CheckConstraint("superseded_at >= recorded_at", name="superseded_after_recorded"),
        Index(
            "uq_headcount_org_unit",
            *("org_unit_id", "group_key", "as_of"),
            unique=True,
            sqlite_where=_CURRENT,
            postgresql_where=_CURRENT,
        ),
        Index(
            "uq_headcount_area",
            *("area_id", "group_key", "as_of"),
            unique=True,
            sqlite_where=_CURRENT,
            postgresql_where=_CURRENT,
        ),
    )

    id: Mapped[IntPk]
    org_unit_id: Mapped[int | None] = mapped_column(ForeignKey(OrgUnit.id))
    area_id: Mapped[int | None] = mapped_column(ForeignKey(Area.id))
    group_key: Mapped[str] = mapped_column(ForeignKey(TargetGroup.key), index=True)
    as_of: Mapped[date]
    #: NULL: it was asked and did not report.
    number: Mapped[int | None]
    #: The paper it rests on, as cited.
    source: Mapped[str | None]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
