"""Versions given to learners in place of those before, and what that means for who watched them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import Conflict, InvalidInput
from elearn.media.models import MediumVersion, Release, ReleaseChange, VersionState
from elearn.media.rules import Change, ReplacementPolicy, flaw_of
from elearn.media.service.permission import refuse_strangers
from elearn.text import Message, msg, nfc

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class ReleaseTerms:
    """What those must watch who began or finished the version before, and what they are told."""

    policy: ReplacementPolicy
    note: str = ""
    changes: Sequence[Change] = ()


def release_first(db: Session, version: MediumVersion, *, now: datetime) -> None:
    """Give a version that is ready to learners if nothing of its medium can be watched yet."""
    if released_of(db, version.medium_id) is None:
        db.add(Release(version_id=version.id, released_at=now))
        changed(db, "medium", version.medium_id, now=now)
        db.flush()


def release(
    db: Session, actor: Actor, version: MediumVersion, terms: ReleaseTerms, *, now: datetime
) -> None:
    """Give learners a version in place of the one that is played, for good.

    :raise Forbidden: if the actor may not change this medium.
    :raise Conflict: if it is not ready, or is not newer than what is played.
    :raise InvalidInput: naming `note` or `changes`.
    """
    refuse_strangers(actor, version.medium)
    before = released_of(db, version.medium_id)
    if version.state is not VersionState.READY or before is None or before.id >= version.id:
        raise Conflict(msg("Bản này không phát hành được nữa. Mở lại trang để xem bản đang chạy."))
    changes = _tested(terms, before, version)
    row = Release(
        version_id=version.id,
        replaces_id=before.id,
        policy=terms.policy,
        note=nfc(terms.note),
        released_at=now,
        released_by_id=actor.person_id,
        changes=[_row(number, one) for number, one in enumerate(changes, 1)],
    )
    db.add(row)
    details = {"policy": terms.policy.value}
    audit.record(
        db, actor, "media.released", "medium_version", version.id, details=details, now=now
    )
    changed(db, "medium", version.medium_id, now=now)
    db.flush()


def released_of(db: Session, medium_id: int) -> MediumVersion | None:
    """Return the version of a medium that learners are given."""
    return db.scalar(
        select(MediumVersion)
        .join(Release, Release.version_id == MediumVersion.id)
        .where(MediumVersion.medium_id == medium_id)
        .order_by(MediumVersion.id.desc())
        .limit(1)
    )


def _row(number: int, one: Change) -> ReleaseChange:
    return ReleaseChange(
        number=number,
        old_start=one.old[0],
        old_end=one.old[1],
        new_start=one.new[0],
        new_end=one.new[1],
    )


def _tested(terms: ReleaseTerms, before: MediumVersion, version: MediumVersion) -> Sequence[Change]:
    """Return the changes that count, in order."""
    if len(nfc(terms.note)) > LONGEST_NOTE:
        raise InvalidInput(note=msg("Dài nhất %(most)s chữ.", most=LONGEST_NOTE))
    if terms.policy is not ReplacementPolicy.ONLY_NEW_PARTS:
        return ()
    changes = sorted(terms.changes, key=lambda one: (one.new, one.old))
    if flaw := flaw_of(changes, before.seconds, version.seconds):
        raise InvalidInput(changes=_told(*flaw, count=len(changes)))
    return changes


def _told(number: int, seconds: int, *, count: int) -> Message:
    if count == 0:
        return msg("Ghi ít nhất một phần mới: từ đâu đến đâu trong bản mới.")
    if number > count:
        return msg(
            "Sau phần mới cuối cùng, bản mới và bản cũ còn lệch nhau %(seconds)s giây."
            " Xem lại các mốc: phần không đổi phải dài bằng nhau ở hai bản.",
            seconds=abs(seconds),
        )
    return msg(
        "Trước phần mới thứ %(number)s, bản mới và bản cũ lệch nhau %(seconds)s giây."
        " Xem lại các mốc: phần không đổi phải dài bằng nhau ở hai bản.",
        number=number,
        seconds=abs(seconds),
    )
