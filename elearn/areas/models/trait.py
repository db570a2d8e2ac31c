"""What the law says of an area for some years: mountain, ethnic minority, zone."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.areas.rules import Trait
from elearn.db import Base, IntPk, ValidTime, in_order_of_days


class AreaTrait(ValidTime, Base):
    """A trait of an area during some days, and the paper that says so."""

    __tablename__ = "area_trait"
    __table_args__ = (in_order_of_days(), UniqueConstraint("area_id", "trait", "valid_from"))

    id: Mapped[IntPk]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    trait: Mapped[Trait] = mapped_column(index=True)
    #: The number of the decision, as it is cited.
    source: Mapped[str]
