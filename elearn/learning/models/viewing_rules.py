"""The rule for shared viewings, in versions."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, ValidTime, in_order_of_days
from elearn.learning.rules import Confirmation


class SharedViewingRule(ValidTime, Base):
    """A version of the rule for shared viewings."""

    __tablename__ = "shared_viewing_rule"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("most_present BETWEEN 1 AND 1000", name="present_in_measure"),
        CheckConstraint("most_a_day >= 1", name="allows_one_a_day"),
        CheckConstraint("confirm_days >= 1", name="leaves_a_day"),
    )

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: How many may sit before one screen.
    most_present: Mapped[int]
    #: How many shared viewings one person may lead a day.
    most_a_day: Mapped[int]
    confirmation: Mapped[Confirmation]
    #: For how many days after its end presences may be confirmed, or objected to.
    confirm_days: Mapped[int]
