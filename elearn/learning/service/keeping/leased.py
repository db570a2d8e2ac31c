"""The leases that let a purse grow."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.learning.models import OfflineLease, WatchMap
from elearn.learning.rules import Leased


def leased_by(db: Session, person_ids: Collection[int]) -> Mapping[int, Sequence[Leased]]:
    """Return all that these persons ever had leave to play without a line, in one query.

    Ask while their budgets are locked: a lease begins and is renewed under that lock.
    """
    lease = OfflineLease
    rows = db.execute(
        select(lease.person_id, lease.medium_version_id, WatchMap.length)
        .add_columns(lease.issued_at, lease.expires_at, lease.ended_at)
        .join(
            WatchMap,
            (WatchMap.person_id == lease.person_id)
            & (WatchMap.medium_version_id == lease.medium_version_id),
        )
        .where(lease.person_id.in_(person_ids))
    )
    found: dict[int, list[Leased]] = defaultdict(list)
    for person_id, version_id, length, since, expires_at, ended_at in rows:
        until = min(expires_at, ended_at or expires_at)
        found[person_id].append(Leased(version_id, length, since, until))
    return found
