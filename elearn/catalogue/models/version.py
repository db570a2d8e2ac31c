"""What the three things of the catalogue have in common: a code, and versions that never change."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Connection,
    Index,
    String,
    UniqueConstraint,
    event,
    inspect,
    text,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column
from sqlalchemy.schema import SchemaItem

from elearn.db import IntPk, Recorded


class Thing:
    """What keeps its key and code while its wording moves on.

    `withdrawn_on` is the day on which it was missing from the folder: it is offered no more, but
    it is kept, because people have studied it and their records name it. `loaded_hash` is the hash
    of the version that the folder said the same as when it was last loaded: another current hash
    is a thing edited in the system, and none at all is one that was made there. `is_packaged` says
    that what was last loaded came with the product: the set-up changes nothing else.
    """

    id: Mapped[IntPk]
    code: Mapped[str] = mapped_column(String(40), unique=True)
    withdrawn_on: Mapped[date | None]
    loaded_hash: Mapped[str | None] = mapped_column(String(64))
    is_packaged: Mapped[bool] = mapped_column(default=False)


def thing_constraints() -> Iterable[SchemaItem]:
    return (CheckConstraint("code <> ''", name="code_not_empty"),)


class Version(Recorded):
    """One wording of a thing, numbered from 1; the next wording supersedes it."""

    id: Mapped[IntPk]
    number: Mapped[int]
    content_hash: Mapped[str] = mapped_column(String(64))


def version_constraints(owner: str) -> Iterable[SchemaItem]:
    """Return what holds for the versions of one owner: numbered, in order, one of them current."""
    return (
        UniqueConstraint(owner, "number"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("length(content_hash) = 64", name="content_hash_is_sha256"),
        CheckConstraint("superseded_at >= recorded_at", name="superseded_after_recorded"),
        Index(
            f"uq_{owner.removesuffix('_id')}_version_current",
            owner,
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
    )


def _refuse_alteration(_mapper: Mapper[Any], _connection: Connection, version: Version) -> None:
    """Stop a flush that would rewrite what people have studied: only its end may be set."""
    state = inspect(version, raiseerr=True)
    altered = {
        column.key
        for column in state.mapper.column_attrs
        if state.attrs[column.key].history.has_changes()
    }
    if altered - {"superseded_at"}:
        raise ValueError(f"a version is never altered: {sorted(altered)}")


event.listen(Version, "before_update", _refuse_alteration, propagate=True)
