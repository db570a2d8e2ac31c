"""What a person may do where, and when."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from elearn.access import Role
from elearn.db import Base, IntPk, Recorded, ValidTime, in_order_of_days


class RoleGrant(ValidTime, Recorded, Base):
    """A role a person holds over an area and all below it, on the days from–to.

    One that follows a tenure holds only while she holds that post in that unit, over the area in
    which the unit stands; its own area is then the one it was given over.
    """

    __tablename__ = "role_grant"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint(
            "(post_key IS NULL) = (org_unit_id IS NULL)", name="follows_a_post_of_a_unit_or_none"
        ),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    role: Mapped[Role]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="RESTRICT"), index=True)
    #: Nobody: granted by whoever held the shell.
    granted_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    #: The tenure it follows, by its post and unit: whoever transfers or leaves loses the right.
    post_key: Mapped[str | None] = mapped_column(ForeignKey("post.key"))
    org_unit_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id"), index=True)
