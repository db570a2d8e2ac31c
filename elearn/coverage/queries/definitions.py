"""The schemes and indicators that hold, as they were known at a moment."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.coverage.models import IndicatorVersion, SchemeVersion
from elearn.coverage.rules import Indicator, Scheme
from elearn.coverage.rules.stored import scheme_read

V = TypeVar("V", SchemeVersion, IndicatorVersion)


def schemes_known(db: Session, at: datetime | None = None) -> tuple[Scheme, ...]:
    """Return the schemes in the order they came, as known at a moment or now; two queries.

    Before its first version was written, a definition is known by that version.
    """
    schemes = db.scalars(select(SchemeVersion).order_by(SchemeVersion.id)).all()
    indicators = latest_indicators(db, at)
    return tuple(
        _scheme(one, indicators) for one in _latest(((row.key, row) for row in schemes), at)
    )


def latest_indicators(
    db: Session, at: datetime | None = None
) -> dict[tuple[str, str], IndicatorVersion]:
    """Return the version of each indicator known at a moment, by scheme and key; one query."""
    rows = db.scalars(select(IndicatorVersion).order_by(IndicatorVersion.id)).all()
    known = _latest((((row.scheme_key, row.key), row) for row in rows), at)
    return {(row.scheme_key, row.key): row for row in known}


def _latest(rows: Iterable[tuple[object, V]], at: datetime | None) -> list[V]:
    """Return the last version of each key that was written by then, else its first."""
    found: dict[object, V] = {}
    for key, row in rows:
        if key not in found or at is None or row.recorded_at <= at:
            found[key] = row
    return list(found.values())


def _scheme(row: SchemeVersion, versions: dict[tuple[str, str], IndicatorVersion]) -> Scheme:
    own = {key: one for (scheme, key), one in versions.items() if scheme == row.key}
    read = scheme_read(row.content, {key: one.content for key, one in own.items()})
    indicators = tuple(_versioned(one, own[one.key]) for one in read.indicators)
    return replace(read, indicators=indicators, version_id=row.id, number=row.number)


def _versioned(one: Indicator, row: IndicatorVersion) -> Indicator:
    return replace(one, version_id=row.id, number=row.number)
