"""Batches: to whom they are shown, who decides over them, and the list of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.access import Actor
from elearn.errors import Forbidden, NotFound
from elearn.people.models import Person
from elearn.people.queries.deciding import DECIDING
from elearn.people.queries.lying import lies_in
from elearn.people.queries.sight import SEEING
from elearn.people.roster.models import DECIDABLE, RosterBatch, RosterRow
from elearn.people.roster.rules.verdicts import RowStatus
from elearn.text import msg

PAGE = 20


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch as a list tells it: where, who sent it, and how many rows of each status."""

    batch: RosterBatch
    place: str
    sender: str
    counts: dict[RowStatus, int]


@dataclass(frozen=True, slots=True)
class BatchesPage:
    """One page of batches, the latest first, and how many there are in all."""

    lines: Sequence[BatchLine]
    page: int
    count: int
    #: Rows of all batches that wait for a decision.
    doubts: int

    @property
    def pages(self) -> int:
        return -(-self.count // PAGE)


def visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition that a batch is of an area the actor sees."""
    return lies_in(db, RosterBatch.area_id, actor.scopes(*SEEING))


def decidable_by(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition that a batch is the actor's to decide over."""
    return lies_in(db, RosterBatch.area_id, _deciding_paths(actor))


def _deciding_paths(actor: Actor) -> tuple[str, ...]:
    grants = (one for one in actor.grants if one.role in DECIDING and not one.proposes)
    return tuple(dict.fromkeys(one.area_path for one in grants))


def batch_seen_by(db: Session, actor: Actor, batch_id: int) -> RosterBatch:
    """Return the batch.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    found = select(RosterBatch).where(RosterBatch.id == batch_id)
    batch = db.scalar(found.where(visible_to(db, actor)))
    if batch is None:
        raise NotFound(msg("Không có lần nhập này trong phạm vi anh/chị được xem."))
    return batch


def may_decide(db: Session, actor: Actor, batch: RosterBatch) -> bool:
    """Return whether the actor may answer, write and take back this batch."""
    found = select(RosterBatch.id).where(RosterBatch.id == batch.id)
    return db.scalar(found.where(decidable_by(db, actor))) is not None


def batch_decided_by(db: Session, actor: Actor, batch_id: int) -> RosterBatch:
    """Return the batch.

    :raise NotFound: if there is none that the actor may know of.
    :raise Forbidden: if others decide over it.
    """
    batch = batch_seen_by(db, actor, batch_id)
    if not may_decide(db, actor, batch):
        raise Forbidden(
            msg("Anh/chị xem được lần nhập này; ghi và hoàn tác là việc của người quản trị nơi ấy.")
        )
    return batch


def areas_importing(db: Session, actor: Actor, day: date) -> Sequence[areas.AreaVersion]:
    """Return the areas whose roster the actor may send in; for the country also its provinces."""
    keys = [int(path.strip("/").rpartition("/")[2] or 0) for path in _deciding_paths(actor)]
    country = areas.root(db).id
    own = areas.versions_on(db, [key or country for key in keys], day)
    found = {key: own[key] for key in own}
    if country in found:
        found |= {one.area_id: one for one in areas.children_of(db, country, day)}
    return list(found.values())


def batches_page(db: Session, actor: Actor, page: int) -> BatchesPage:
    """Return a page of the batches the actor may see; a bounded number of queries."""
    seen = visible_to(db, actor)
    count = db.scalar(select(func.count()).select_from(RosterBatch).where(seen)) or 0
    page = max(1, min(page, -(-count // PAGE)))
    latest = select(RosterBatch).where(seen).order_by(RosterBatch.received_at.desc())
    shown = latest.order_by(RosterBatch.id.desc()).offset((page - 1) * PAGE).limit(PAGE)
    lines = lines_of(db, db.scalars(shown).all())
    return BatchesPage(lines, page, count, doubts_waiting(db, actor))


def lines_of(db: Session, batches: Sequence[RosterBatch]) -> list[BatchLine]:
    """Return batches with where they are of, who sent them and their counts; three queries."""
    if not batches:
        return []
    places = areas.versions_on(db, {one.area_id for one in batches}, clock.today())
    senders = {one.received_by_id for one in batches if one.received_by_id}
    names = dict(
        db.execute(select(Person.id, Person.full_name).where(Person.id.in_(senders))).all()
    )
    counts = counts_of(db, [one.id for one in batches])
    return [
        BatchLine(
            one,
            places[one.area_id].full_name if one.area_id in places else "",
            names.get(one.received_by_id or 0, ""),
            counts[one.id],
        )
        for one in batches
    ]


def counts_of(db: Session, batch_ids: Sequence[int]) -> dict[int, dict[RowStatus, int]]:
    """Return how many rows of each status the batches have; one query, by the index alone."""
    found = (
        select(RosterRow.batch_id, RosterRow.status, func.count())
        .where(RosterRow.batch_id.in_(batch_ids))
        .group_by(RosterRow.batch_id, RosterRow.status)
    )
    counts: dict[int, dict[RowStatus, int]] = {key: {} for key in batch_ids}
    for batch_id, status, count in db.execute(found):
        counts[batch_id][status] = count
    return counts


def doubts_waiting(db: Session, actor: Actor) -> int:
    """Return how many rows wait for the actor to decide."""
    counted = select(func.count()).select_from(_waiting(db, actor).subquery())
    return db.scalar(counted) or 0


def batches_with_doubts(db: Session, actor: Actor) -> list[BatchLine]:
    """Return the batches with rows that wait for the actor to decide, the oldest first."""
    keys = _waiting(db, actor).with_only_columns(RosterRow.batch_id).distinct()
    found = select(RosterBatch).where(RosterBatch.id.in_(keys))
    return lines_of(db, db.scalars(found.order_by(RosterBatch.received_at).limit(PAGE)).all())


def _waiting(db: Session, actor: Actor) -> Select[int]:
    waits = RosterBatch.state.in_(DECIDABLE), RosterBatch.erased_at.is_(None)
    return (
        select(RosterRow.id)
        .join(RosterBatch, RosterBatch.id == RosterRow.batch_id)
        .where(RosterRow.status == RowStatus.DOUBTFUL, *waits)
        .where(decidable_by(db, actor))
    )
