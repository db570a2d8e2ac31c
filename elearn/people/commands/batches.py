"""Rosters that were taken in: told, and taken back."""

import click
from sqlalchemy import select

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.errors import NotFound
from elearn.people.commands.door import group
from elearn.people.roster import jobs, service
from elearn.people.roster.models import BATCH_STATE_NAMES, BatchState, RosterBatch
from elearn.people.roster.queries.batches import BatchLine, lines_of
from elearn.people.roster.queries.staying import stayed_of
from elearn.people.roster.rules.verdicts import ROW_STATUS_NAMES
from elearn.text import msg

_SHOWN = 50


@group.command()
@click.option("--area", "place", help="Chỉ của địa bàn này: mã, hoặc tên như “Hưng Yên”.")
@click.pass_obj
def batches(here: Installation, place: str | None) -> None:
    """Kể các lần nhập danh sách, mới nhất trước, kèm số để dùng ở lệnh undo-batch."""
    with here.database.reading() as db:
        asked = select(RosterBatch).order_by(RosterBatch.id.desc()).limit(_SHOWN)
        if place:
            there = areas.area_meant(db, place, day=clock.today())
            asked = asked.where(RosterBatch.area_id == there.area_id)
        lines = lines_of(db, db.scalars(asked).all())
    for one in lines:
        click.echo(_told(one))
    if not lines:
        click.echo("Chưa nhập danh sách nào.")


def _told(one: BatchLine) -> str:
    batch = one.batch
    counts = ", ".join(
        f"{ROW_STATUS_NAMES[status]} {count}" for status, count in one.counts.items() if count
    )
    at = batch.committed_at or batch.received_at
    told = (f"{clock.day_of(at):%d/%m/%Y}", batch.file_name, one.place)
    return f"{batch.id}  {BATCH_STATE_NAMES[batch.state]}  {'  '.join(told)}  {counts}".rstrip()


@group.command("undo-batch")
@click.argument("batch", type=int)
@click.pass_obj
def undo_batch(here: Installation, batch: int) -> None:
    """Hoàn tác lần nhập danh sách số BATCH; người đã có việc ghi sau đó được giữ lại và kể tên."""
    with here.database.writing() as db:
        found = _found(db.get(RosterBatch, batch), batch)
        if found.state is not BatchState.UNDOING:  # Else it was killed while it was at it.
            service.undo_batch(db, OPERATOR, found, now=clock.now())
    jobs.run_step(here.database, here.store, here.settings, batch)
    with here.database.reading() as db:
        stayed = stayed_of(db, db.get_one(RosterBatch, batch))
    click.echo(f"Đã hoàn tác lần nhập số {batch}.")
    for one in stayed:
        click.echo(f"Giữ lại: {one.name}: {one.because}.")


def _found(batch: RosterBatch | None, number: int) -> RosterBatch:
    if batch is None:
        raise NotFound(
            msg("Không có lần nhập số %(number)s. Xem “elearn people batches”.", number=number)
        )
    return batch
