"""Pages of proposals: one's own and their state, or what waits in one's scope, oldest first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from elearn import areas
from elearn.access import Actor
from elearn.people.models import TenureProposal
from elearn.people.queries.proposals.doubles import have_doubles
from elearn.people.queries.proposals.sight import decidable_by, proposals_visible_to
from elearn.people.rules import ProposalKind, ProposalState

PAGE = 30
P = TenureProposal
_WHOLE = [joinedload(one) for one in (P.person, P.proposed_by, P.decided_by, P.post, P.org_unit)]
Communes = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which proposals are asked for."""

    state: ProposalState = ProposalState.WAITING
    kind: ProposalKind | None = None
    area_id: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal as a list tells it: where, whether it is the reader's to decide, what to mind."""

    proposal: TenureProposal
    place: str
    may_decide: bool
    has_doubles: bool


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One page of a list, how many there are in each state, and whence the next begins."""

    rows: Sequence[ProposalRow]
    counts: dict[ProposalState, int] = field(default_factory=dict)
    communes: Communes = ()
    next_after: int | None = None


def proposals_page(db: Session, actor: Actor, wish: Wish, *, day: date) -> ProposalPage:
    """Return a page of the proposals the actor may see; a bounded number of queries."""
    seen = proposals_visible_to(db, actor)
    waits = wish.state is ProposalState.WAITING
    found = select(P).where(seen, *_meant(wish)).options(*_WHOLE)
    if wish.after is not None:
        found = found.where(P.id > wish.after if waits else P.id < wish.after)
    got = db.scalars(found.order_by(P.id if waits else P.id.desc()).limit(PAGE + 1)).all()
    shown = got[:PAGE]
    return ProposalPage(
        _rows(db, actor, shown, day),
        _counts(db, seen),
        _communes(db, seen & (P.state == wish.state), day),
        shown[-1].id if len(got) > PAGE else None,
    )


def row_of(db: Session, actor: Actor, proposal: TenureProposal, *, day: date) -> ProposalRow:
    """Return one proposal as a page tells it."""
    return _rows(db, actor, [proposal], day)[0]


def _meant(wish: Wish) -> list[ColumnElement[bool]]:
    meant = [P.state == wish.state]
    if wish.kind is not None:
        meant.append(P.kind == wish.kind)
    if wish.area_id is not None:
        meant.append(P.area_id == wish.area_id)
    return meant


def _counts(db: Session, seen: ColumnElement[bool]) -> dict[ProposalState, int]:
    rows = db.execute(select(P.state, func.count()).where(seen).group_by(P.state))
    return dict(rows.all())


def _communes(db: Session, seen: ColumnElement[bool], day: date) -> Communes:
    """Return the communes there are such proposals of, in the order of the alphabet."""
    keys = db.scalars(select(P.area_id).where(seen).distinct()).all()
    names = _names(db, keys, day)
    return sorted(names.items(), key=lambda item: item[1])


def _rows(
    db: Session, actor: Actor, shown: Sequence[TenureProposal], day: date
) -> Sequence[ProposalRow]:
    if not shown:
        return ()
    keys = [one.id for one in shown]
    mine = set(db.scalars(select(P.id).where(P.id.in_(keys), decidable_by(db, actor))))
    names = _names(db, [one.area_id for one in shown], day)
    places = {key: areas.in_a_sentence(name) for key, name in names.items()}
    doubles = have_doubles(db, actor, [one for one in shown if one.is_waiting])
    return [
        ProposalRow(one, places.get(one.area_id, ""), one.id in mine, one.id in doubles)
        for one in shown
    ]


def _names(db: Session, area_ids: Sequence[int], day: date) -> dict[int, str]:
    """Return how communes are called; one that is no more, by its last name."""
    version = areas.AreaVersion
    rows = db.execute(
        select(version.area_id, version.full_name)
        .where(version.area_id.in_(area_ids), version.is_current(), version.valid_from <= day)
        .order_by(version.valid_from)
    )
    return dict(rows.all())
