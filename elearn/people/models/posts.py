"""Tables of offices: posts, and the target groups whose holders they make."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.areas import Level
from elearn.db import Base, IntPk, ValidTime, in_order_of_days


class TargetGroup(Base):
    """A group of cadres that programmes and targets speak of."""

    __tablename__ = "target_group"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str]


class Post(Base):
    """An office, held in an organisation unit."""

    __tablename__ = "post"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    level: Mapped[Level]
    #: Its place in lists, the first office first.
    rank: Mapped[int]


class PostGroup(ValidTime, Base):
    """The days on which holding a post puts a person into a target group."""

    __tablename__ = "post_group"
    __table_args__ = (
        in_order_of_days(),
        UniqueConstraint("post_key", "group_key", "valid_from"),
    )

    id: Mapped[IntPk]
    post_key: Mapped[str] = mapped_column(ForeignKey("post.key"))
    group_key: Mapped[str] = mapped_column(ForeignKey("target_group.key"), index=True)
