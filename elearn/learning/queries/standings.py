"""What is credited to a person of one medium or of many."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.learning.models import WatchMap
from elearn.learning.rules import Seconds, Standing


def kept_maps_of(db: Session, person_id: int, version_ids: Collection[int]) -> dict[int, WatchMap]:
    """Return the person's maps of these medium versions, in one query."""
    kept = select(WatchMap).where(
        WatchMap.person_id == person_id, WatchMap.medium_version_id.in_(version_ids)
    )
    return {row.medium_version_id: row for row in db.scalars(kept)}


def standing_of(kept: WatchMap | None, *, length: int, share_percent: int) -> Standing:
    """Return the standing that a map stands for; no map is nothing watched."""
    if kept is None:
        return Standing(Seconds(), length, share_percent)
    return Standing(Seconds.from_bytes(kept.bits), kept.length, share_percent, kept.position)
