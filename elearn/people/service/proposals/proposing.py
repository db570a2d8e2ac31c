"""What a commune says of its posts; nothing counts yet."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.people.models import OrgUnit, Person, Post, Tenure, TenureProposal
from elearn.people.queries.overlaps import is_taken
from elearn.people.queries.persons import nobody
from elearn.people.queries.proposals import (
    as_proposer,
    commune_of,
    may_propose,
    tenure_of,
    unit_of,
)
from elearn.people.queries.sight import may_see
from elearn.people.queries.units import post_by_key
from elearn.people.rules import (
    PROPOSED_LEVELS,
    EndReason,
    NewPerson,
    ProposalKind,
    ProposalState,
    about,
    somebody_new,
    suits,
)
from elearn.text import msg, nfc

_AHEAD = timedelta(days=90)  # An election may be announced; next year's is not.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Beginning:
    """Who takes up which post of which body, from which day on, by which paper if any."""

    who: Person | NewPerson
    post_key: str
    org_unit_id: int
    day: date
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who leaves a post, on which last day and why."""

    tenure_id: int
    day: date
    reason: EndReason
    decision: str | None = None


def propose_begin(db: Session, actor: Actor, new: Beginning, *, now: datetime) -> TenureProposal:
    """Propose that somebody of the list, or somebody new, takes up a post in the commune.

    :raise Forbidden: if the actor answers for no commune.
    :raise NotFound: if the body or the person is not of her commune.
    :raise InvalidInput: if the post is not held there, or a day or a name cannot be.
    :raise Conflict: if she holds that post, or the same waits already.
    """
    _refuse_others(actor)
    today = clock.day_of(now)
    unit, post = unit_of(db, actor, new.org_unit_id, today), post_by_key(db, new.post_key)
    _check(unit, post, new.day, today)
    if isinstance(new.who, NewPerson):
        new.who.refuse_unborn(today)
    told = _told(db, actor, new.who)
    if isinstance(new.who, Person):
        _refuse_holder(db, new.who, post, unit, new.day)
    who = str(told["person_id"]) if "person_id" in told else _new_key(new.who)
    proposal = TenureProposal(
        kind=ProposalKind.BEGIN,
        area_id=commune_of(db, actor, unit, today),
        post_key=post.key,
        org_unit_id=unit.id,
        day=new.day,
        decision=nfc(new.decision or "")[:_LONGEST] or None,
        about=about(ProposalKind.BEGIN, who, post.key, unit.id),
        **told,
    )
    return _kept(db, actor, proposal, now=now)


def propose_end(db: Session, actor: Actor, leaving: Leaving, *, now: datetime) -> TenureProposal:
    """Propose that somebody's post in the commune ends.

    :raise Forbidden: if the actor answers for no commune.
    :raise NotFound: if that post is not held in her commune.
    :raise InvalidInput: if it would end before it began.
    :raise Conflict: if the same waits already.
    """
    _refuse_others(actor)
    today = clock.day_of(now)
    tenure = tenure_of(db, actor, leaving.tenure_id, today)
    if leaving.day < tenure.valid_from:
        began = f"{tenure.valid_from:%d/%m/%Y}"
        raise InvalidInput(day=msg("Chức danh này bắt đầu từ ngày %(day)s.", day=began))
    if leaving.day > today + _AHEAD:
        raise InvalidInput(day=msg("Ngày này còn xa. Ghi khi gần đến ngày."))
    proposal = TenureProposal(
        kind=ProposalKind.END,
        area_id=commune_of(db, actor, tenure.org_unit, today),
        person_id=tenure.person_id,
        post_key=tenure.post_key,
        org_unit_id=tenure.org_unit_id,
        tenure_id=tenure.id,
        day=leaving.day,
        end_reason=leaving.reason,
        decision=nfc(leaving.decision or "")[:_LONGEST] or None,
        about=about(ProposalKind.END, str(tenure.person_id), tenure.post_key, tenure.org_unit_id),
    )
    return _kept(db, actor, proposal, now=now)


def _refuse_others(actor: Actor) -> None:
    if not may_propose(actor):
        raise Forbidden(
            msg("Mục này dành cho người phụ trách xã. Anh/chị ghi thẳng ở trang của cán bộ.")
        )


def _check(unit: OrgUnit, post: Post, day: date, today: date) -> None:
    wrong = {}
    if post.level not in PROPOSED_LEVELS or not suits(post.level, unit.kind):
        wrong["post_key"] = msg("Chức danh này không thuộc đơn vị vừa chọn.")
    if day > today + _AHEAD:
        wrong["day"] = msg("Ngày này còn xa. Ghi khi gần đến ngày.")
    elif not unit.is_valid_on(day):
        wrong["day"] = msg("Đơn vị công tác chưa có hoặc đã kết thúc vào ngày này.")
    if wrong:
        raise InvalidInput(**wrong)


def _told(db: Session, actor: Actor, who: Person | NewPerson) -> dict[str, Any]:
    """Return the columns that say whom it is about: an entry, or the words of somebody new."""
    if isinstance(who, Person):
        if not may_see(db, as_proposer(actor), who):
            raise nobody()
        return {"person_id": who.id}
    columns = who.columns
    kept = {"full_name": "new_name", "birth_year": "new_birth_year"}
    kept |= {"gender": "new_gender", "phone": "new_phone"}
    return {new: columns[name] for name, new in kept.items()}


def _new_key(who: Person | NewPerson) -> str:
    return somebody_new(who.full_name, who.birth_year)


def _refuse_holder(db: Session, who: Person, post: Post, unit: OrgUnit, day: date) -> None:
    same = Tenure(
        person_id=who.id, post_key=post.key, org_unit_id=unit.id, valid_from=day, valid_to=None
    )
    if is_taken(db, same):
        raise Conflict(msg("Người này đang giữ chức danh đó ở đơn vị đó rồi."))


def _kept(db: Session, actor: Actor, proposal: TenureProposal, *, now: datetime) -> TenureProposal:
    waits = select(TenureProposal.id).where(
        TenureProposal.about == proposal.about, TenureProposal.state == ProposalState.WAITING
    )
    if db.scalar(waits) is not None:
        raise Conflict(msg("Đề nghị này đã gửi và đang chờ tỉnh xác nhận."))
    proposal.proposed_by_id, proposal.proposed_at = actor.person_id, now
    proposal.state = ProposalState.WAITING
    db.add(proposal)
    db.flush()
    audit.record(
        db,
        actor,
        "propose",
        "tenure_proposal",
        proposal.id,
        now=now,
        details={"kind": proposal.kind.value},
    )
    changed(db, "proposal", proposal.id, now=now)
    return proposal
