"""Tables of organisation units and where they stood."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from elearn import clock
from elearn.areas import Level
from elearn.db import Base, IntPk, Recorded, ValidTime, in_order_of_days
from elearn.text import fold, msg


class UnitKind(StrEnum):
    """What sort of body an organisation unit is."""

    UNION_CENTRAL = "union_central"
    UNION_PROVINCE = "union_province"
    UNION_DISTRICT = "union_district"
    UNION_COMMUNE = "union_commune"
    BRANCH = "branch"
    WOMEN_GROUP = "women_group"
    AGENCY = "agency"
    SCHOOL = "school"


UNIT_KIND_NAMES = {
    UnitKind.UNION_CENTRAL: msg("Trung ương Hội LHPN"),
    UnitKind.UNION_PROVINCE: msg("Hội LHPN cấp tỉnh"),
    UnitKind.UNION_DISTRICT: msg("Hội LHPN cấp huyện"),
    UnitKind.UNION_COMMUNE: msg("Hội LHPN cấp xã"),
    UnitKind.BRANCH: msg("Chi hội"),
    UnitKind.WOMEN_GROUP: msg("Tổ phụ nữ"),
    UnitKind.AGENCY: msg("Cơ quan"),
    UnitKind.SCHOOL: msg("Cơ sở đào tạo"),
}


#: The level of the areas such bodies stand in; where none is named, they may stand in any.
UNIT_LEVELS = {
    UnitKind.UNION_CENTRAL: Level.CENTRAL,
    UnitKind.UNION_PROVINCE: Level.PROVINCE,
    UnitKind.UNION_DISTRICT: Level.DISTRICT,
    UnitKind.UNION_COMMUNE: Level.COMMUNE,
    UnitKind.BRANCH: Level.COMMUNE,
    UnitKind.WOMEN_GROUP: Level.COMMUNE,
}


def _folded_name(context: Any) -> str:  # SQLAlchemy leaves its parameters untyped.
    return fold(context.get_current_parameters()["name"])


class OrgUnit(ValidTime, Base):
    """A body people hold posts in: a union, a branch, an agency, a school. Not an area."""

    __tablename__ = "org_unit"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("parent_id <> id", name="parent_is_another_unit"),
    )

    id: Mapped[IntPk]
    kind: Mapped[UnitKind]
    #: As it is called now; what it was called is kept in `OrgUnitName`.
    name: Mapped[str]
    name_folded: Mapped[str] = mapped_column(default=_folded_name)
    #: The body it belongs to today; a branch that changed its commune points to the present one.
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id"), index=True)


class OrgUnitPlace(ValidTime, Base):
    """The days on which an organisation unit stood in an area, and since when we know them."""

    __tablename__ = "org_unit_place"
    __table_args__ = (
        in_order_of_days(),
        UniqueConstraint("org_unit_id", "valid_from"),
    )

    id: Mapped[IntPk]
    org_unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), index=True)
    #: When it was written that it stands there; NULL: known before that was asked.
    recorded_at: Mapped[datetime | None] = mapped_column(default=clock.now)
    #: When its last day was written; NULL: together with the first, or before that was asked.
    end_recorded_at: Mapped[datetime | None]


class OrgUnitName(ValidTime, Base):
    """A name an organisation unit bore until it was given another."""

    __tablename__ = "org_unit_name"
    __table_args__ = (
        in_order_of_days(),
        UniqueConstraint("org_unit_id", "valid_from"),
    )

    id: Mapped[IntPk]
    org_unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    name: Mapped[str]


class ExclusionReason(StrEnum):
    """Why a unit is left out of evaluation."""

    JOINT_ADVISORY_BODY = "joint_advisory_body"
    OTHER = "other"


EXCLUSION_REASON_NAMES = {
    ExclusionReason.JOINT_ADVISORY_BODY: msg("cơ quan tham mưu, giúp việc chung"),
    ExclusionReason.OTHER: msg("lý do khác, theo quyết định"),
}


class UnitExclusion(ValidTime, Recorded, Base):
    """The days on which a unit is left out of evaluation, as we knew it at some time."""

    __tablename__ = "unit_exclusion"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("superseded_at >= recorded_at", name="superseded_after_recorded"),
        Index(
            "uq_unit_exclusion_org_unit_id_valid_from",
            "org_unit_id",
            "valid_from",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
    )

    id: Mapped[IntPk]
    org_unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    reason: Mapped[ExclusionReason]
    #: The paper it rests on, as cited.
    decision: Mapped[str | None]
