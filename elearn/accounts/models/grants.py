"""What a person may do where, and when."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from elearn.access import Role
from elearn.db import Base, IntPk, Recorded, ValidTime, in_order_of_days


class RoleGrant(ValidTime, Recorded, Base):
    """A role a person holds over an area and all below it, on the days from–to."""

    __tablename__ = "role_grant"
    __table_args__ = (in_order_of_days(),)

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    role: Mapped[Role]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="RESTRICT"), index=True)
    #: Nobody: granted by whoever held the shell.
    granted_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
