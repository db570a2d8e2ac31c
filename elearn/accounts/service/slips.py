"""Order slips with codes for an area, draw them commune by commune, and remove their files."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from elearn import areas, audit, jobs
from elearn.access import Actor
from elearn.accounts.models import Account, SlipBatch, SlipSheet
from elearn.accounts.queries import HandOut, waiting_below
from elearn.accounts.rules import HELPING
from elearn.errors import Conflict, NotFound
from elearn.storage import Kept, Store, StoredFile, record
from elearn.text import msg

DRAW = "accounts.slips"


def job_key(batch_id: int) -> str:
    """Return the key under which an order is drawn."""
    return f"slips {batch_id}"


def order_slips(
    db: Session, actor: Actor, area: areas.AreaVersion, *, anew: bool, now: datetime
) -> SlipBatch:
    """Have slips drawn for everybody in an area who was not signed in yet, a sheet a commune.

    Who has a slip whose code holds gets none, unless all are wanted anew: then hers is void. Nor
    does who may do more than the actor could have granted her.

    :raise NotFound: if the area is not the actor's to help in.
    :raise Conflict: if nobody there is due one.
    """
    refuse_strangers(actor, area)
    due = waiting_below(db, area.path, HandOut(actor, now, since=now if anew else None))
    if not due:
        raise Conflict(msg("Ở đây không có ai chờ phiếu. Cấp tài khoản trước, rồi in phiếu."))
    batch = SlipBatch(area_id=area.area_id, made_at=now, made_by_id=actor.person_id, anew=anew)
    db.add(batch)
    db.flush()
    db.add_all(SlipSheet(batch_id=batch.id, area_id=key, slips=count) for key, _, count in due)
    count = sum(count for _, _, count in due)
    told = {"slips": count, "anew": anew}
    audit.record(db, actor, "slips.ordered", "slip_batch", batch.id, now=now, details=told)
    jobs.enqueue(db, DRAW, {"batch": batch.id}, key=job_key(batch.id), now=now)
    return batch


def refuse_strangers(actor: Actor, area: areas.AreaVersion) -> None:
    """Let only those go on who help people in all of an area.

    :raise NotFound: for everybody else.
    """
    if not actor.covers(area.path, *HELPING):
        raise NotFound(msg("Đơn vị này ngoài phạm vi anh/chị phụ trách."))


def keep_sheet(
    db: Session, sheet: SlipSheet, kept: Kept | None, *, slips: int, now: datetime
) -> None:
    """Keep the file of a sheet; one on which nobody was left to stand has none."""
    sheet.slips, sheet.drawn_at = slips, now
    if kept is not None:
        file = record(db, kept, media_type="application/pdf", now=now)
        sheet.file_id = file.id


def note_fetched(db: Session, actor: Actor, sheets: list[SlipSheet], *, now: datetime) -> None:
    """Write down that files with codes were taken away; soon they are removed here."""
    for sheet in sheets:
        sheet.fetched_at = sheet.fetched_at or now
    told = {"sheets": [sheet.id for sheet in sheets]}
    batch = sheets[0].batch_id
    audit.record(db, actor, "slips.fetched", "slip_batch", batch, now=now, details=told)


def still_due(db: Session, account_ids: Collection[int]) -> set[int]:
    """Return those of the accounts that are open and never had a password."""
    due = Account.password_hash.is_(None) & Account.closed_at.is_(None)
    return set(db.scalars(select(Account.id).where(Account.id.in_(account_ids), due)))


def remove_files(db: Session, store: Store, sheets: Sequence[SlipSheet], *, now: datetime) -> None:
    """Remove the files of these sheets: from the store first, so that no row outlives a look."""
    files = [sheet.file for sheet in sheets if sheet.file]
    for file in files:
        store.discard(file.sha256)
    these = update(SlipSheet).where(SlipSheet.id.in_([sheet.id for sheet in sheets]))
    db.execute(these.values(file_id=None, removed_at=now))
    db.execute(delete(StoredFile).where(StoredFile.id.in_([file.id for file in files])))
