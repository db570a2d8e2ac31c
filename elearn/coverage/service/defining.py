"""Writing definitions: a version where something differs, and never a change to an old one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.coverage.models import IndicatorVersion, SchemeVersion
from elearn.coverage.queries.definitions import latest_indicators
from elearn.coverage.rules import Scheme
from elearn.coverage.rules.stored import indicator_stored, scheme_stored
from elearn.coverage.service.checking import check


@dataclass(frozen=True, slots=True)
class Loaded:
    """Which versions were written, and which schemes were left as their own people wrote them."""

    schemes: tuple[SchemeVersion, ...] = ()
    indicators: tuple[IndicatorVersion, ...] = ()
    skipped: tuple[str, ...] = ()


def load_definitions(db: Session, schemes: Sequence[Scheme], *, now: datetime) -> Loaded:
    """Write what the product ships where it differs; a second time nothing does.

    A scheme that was last written here, not by the product, is left as it is.
    """
    latest = _latest(db)
    own = [key for key, row in latest.items() if not row.is_packaged]
    shipped = [one for one in schemes if one.key not in own]
    figures = _write_indicators(db, shipped, now)
    written = _write_schemes(db, shipped, now, is_packaged=True)
    return Loaded(written, figures, tuple(one.key for one in schemes if one.key in own))


def define(db: Session, actor: Actor, schemes: Sequence[Scheme], *, now: datetime) -> Loaded:
    """Write schemes of one's own where they differ from what is known.

    :raise Refusal: if one names a group, a post or a province that is not there.
    """
    check(db, schemes)
    figures = _write_indicators(db, schemes, now)
    touched = {row.scheme_key for row in figures}
    written = _write_schemes(db, schemes, now, is_packaged=False, touched=touched)
    for row in written:
        keys = [one.key for one in figures if one.scheme_key == row.key]
        told = {"scheme": row.key, "number": row.number, "figures": keys}
        audit.record(db, actor, "define", "scheme", row.id, now=now, details=told)
    return Loaded(written, figures)


def _write_indicators(
    db: Session, schemes: Iterable[Scheme], now: datetime
) -> tuple[IndicatorVersion, ...]:
    before, found = latest_indicators(db), list[IndicatorVersion]()
    for scheme in schemes:
        for one in scheme.indicators:
            last, content = before.get((scheme.key, one.key)), indicator_stored(one)
            if last is None or last.content != content:
                row = IndicatorVersion(scheme_key=scheme.key, key=one.key, content=content)
                row.number, row.recorded_at = last.number + 1 if last else 1, now
                found.append(row)
    db.add_all(found)
    db.flush()
    return tuple(found)


def _write_schemes(
    db: Session,
    schemes: Iterable[Scheme],
    now: datetime,
    *,
    is_packaged: bool,
    touched: Iterable[str] = (),
) -> tuple[SchemeVersion, ...]:
    """Write the schemes that differ, and those of which a figure was touched."""
    before, found = _latest(db), list[SchemeVersion]()
    for scheme in schemes:
        last, content = before.get(scheme.key), scheme_stored(scheme)
        if last is None or last.content != content or scheme.key in touched:
            row = SchemeVersion(key=scheme.key, content=content, is_packaged=is_packaged)
            row.number, row.recorded_at = last.number + 1 if last else 1, now
            found.append(row)
    db.add_all(found)
    db.flush()
    return tuple(found)


def _latest(db: Session) -> Mapping[str, SchemeVersion]:
    rows = db.scalars(select(SchemeVersion).order_by(SchemeVersion.id))
    return {row.key: row for row in rows}
