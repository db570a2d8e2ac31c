"""Tables of definitions: schemes and indicators, in versions that are never altered."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, String, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk, Unalterable, guard


class SchemeVersion(Unalterable, Base):
    """A scheme as it was defined from a moment on: its decision, its years, and its targets."""

    __tablename__ = "scheme_version"
    __table_args__ = (
        UniqueConstraint("key", "number"),
        CheckConstraint("number >= 1", name="number_from_one"),
    )

    id: Mapped[IntPk]
    key: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    #: What the reader checked, as `rules/stored.py` writes and reads it.
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    #: It shipped with the product; what people of this installation wrote stays as they wrote it.
    is_packaged: Mapped[bool]
    recorded_at: Mapped[datetime]


class IndicatorVersion(Unalterable, Base):
    """What one figure of a scheme counted from a moment on; counts tell which version it was."""

    __tablename__ = "indicator_version"
    __table_args__ = (
        UniqueConstraint("scheme_key", "key", "number"),
        CheckConstraint("number >= 1", name="number_from_one"),
    )

    id: Mapped[IntPk]
    scheme_key: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(120))
    number: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    recorded_at: Mapped[datetime]


for _table in (SchemeVersion, IndicatorVersion):
    event.listen(_table.__table__, "after_create", guard)
