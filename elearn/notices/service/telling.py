"""Telling people something: once each, and by letter those who have confirmed an address."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from elearn import people
from elearn.notices.models import Letter, MailAddress, Notice
from elearn.notices.rules import Kind, said

_AT_ONCE = 500


def tell(  # noqa: PLR0913  # Whom, what, why not twice, when and where to: each is named.
    db: Session,
    person_ids: Collection[int],
    kind: Kind,
    *,
    key: str,
    now: datetime,
    link: str = "",
    **values: object,
) -> int:
    """Tell people something, in the transaction that makes it so; return to how many it was new.

    A person is told what goes under one key once, however often this is called.
    """
    told = 0
    every = list(dict.fromkeys(person_ids))
    what = {"kind": kind.value, "key": key, "details": said(values), "link": link, "at": now}
    for start in range(0, len(every), _AT_ONCE):
        new = _written(db, every[start : start + _AT_ONCE], what)
        _send_on(db, new, now)
        told += len(new)
    return told


def _written(db: Session, person_ids: Sequence[int], what: dict[str, Any]) -> dict[int, int]:
    """Write the notices and return the keys of those that are new, by person."""
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    rows = [{"person_id": one, **what} for one in person_ids]
    insert = dialect.insert(Notice).values(rows).on_conflict_do_nothing()
    written = db.execute(insert.returning(Notice.person_id, Notice.id))
    return dict(written.all())


def _send_on(db: Session, new: dict[int, int], now: datetime) -> None:
    """Write a letter about each new notice to whoever has confirmed an address."""
    confirmed = MailAddress.confirmed_at.is_not(None)
    if not new or not db.scalar(select(exists().where(confirmed))):
        return
    wholes = people.wholes_of(db, new)
    notices = {wholes[person_id]: notice_id for person_id, notice_id in new.items()}
    wanted = select(MailAddress).where(MailAddress.person_id.in_(wholes), confirmed)
    letters = {
        notices[wholes[to.person_id]]: Letter(
            person_id=to.person_id,
            notice_id=notices[wholes[to.person_id]],
            address=to.address,
            language=to.language,
            written_at=now,
            due_at=now,
        )
        for to in db.scalars(wanted)
    }
    db.add_all(letters.values())
    db.flush()
