"""The act: a reviewed list and a decision become numbered certificates, all of them or none."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, classes, clock
from elearn.access import Actor
from elearn.certificates import queries
from elearn.certificates.models import Certificate
from elearn.certificates.queries import Candidate
from elearn.certificates.service import deciding, numbering
from elearn.certificates.service.freezing import Batch, Order, facts_of
from elearn.certificates.service.writing import certificate_of, write
from elearn.errors import Conflict
from elearn.text import Message, msg, nfc

SHOWN = 3  # So many names stand in a refusal; the rest is counted.


def issue(db: Session, actor: Actor, order: Order, *, now: datetime) -> list[Certificate]:
    """Issue a certificate to each person chosen, in the order of given names.

    Everything happens in the caller's transaction: decision, numbers, facts, and the jobs that
    print. What a person, a class or an issuer becomes later changes no certificate.

    :raise NotFound: if the actor may not know of the class, or there is no such issuer.
    :raise Forbidden: if she may only look.
    :raise Conflict: if the class is not closed, or somebody chosen holds a valid one.
    :raise InvalidInput: if the decision cannot be, nobody is chosen, or somebody not on the list,
        or a fact cannot be printed.
    """
    training_class = _locked(db, actor, order.class_id)
    issuer = queries.issuer_on(db, order.issuer, order.decision.decided_on)
    closed_on = clock.day_of(training_class.state_at)
    candidates = queries.candidates_of(db, training_class)
    flaws = _flaws(order, candidates)
    deciding.check(order.decision, since=closed_on, now=now, **flaws)
    chosen = [one for one in candidates if one.participation.id in order.participation_ids]
    _refuse_holders(chosen)
    return _written(db, actor, order, Batch(training_class, issuer, chosen), now=now)


def _locked(db: Session, actor: Actor, class_id: int) -> classes.TrainingClass:
    """Return the closed class, held until the end: of two clicks on one button one waits.

    :raise Conflict: if it is not closed.
    """
    classes.class_managed_by(db, actor, class_id)
    found = select(classes.TrainingClass).where(classes.TrainingClass.id == class_id)
    locked = found.with_for_update(key_share=True).execution_options(populate_existing=True)
    training_class = db.scalars(locked).one()
    if training_class.state is not classes.ClassState.CLOSED:
        raise Conflict(
            msg("Lớp chưa chốt danh sách nên chưa cấp được. Chốt danh sách rồi quay lại trang này.")
        )
    return training_class


def _flaws(order: Order, candidates: Sequence[Candidate]) -> dict[str, Message]:
    wrong: dict[str, Message] = {}
    if not nfc(order.signer.name):
        wrong["signer_name"] = msg("Gõ họ tên người ký.")
    if not order.participation_ids:
        wrong["people"] = msg("Chọn ít nhất một người.")
    elif not order.participation_ids <= {one.participation.id for one in candidates}:
        wrong["people"] = msg("Có người không thuộc danh sách hoàn thành của lớp này.")
    return wrong


def _refuse_holders(chosen: Sequence[Candidate]) -> None:
    """Stop what would give a second certificate to somebody who holds one.

    :raise Conflict: naming them.
    """
    held = [
        f"{one.participation.person.full_name} ({one.latest.certificate.shown_number})"
        for one in chosen
        if one.latest and one.latest.is_valid
    ]
    if held:
        raise Conflict(
            msg(
                "%(count)s người đã có giấy còn hiệu lực của lớp này: %(names)s."
                " Lần bấm này không cấp cho ai. Mở lại danh sách để xem ai còn chưa có.",
                count=len(held),
                names=", ".join(held[:SHOWN]) + (" …" if len(held) > SHOWN else ""),
            )
        )


def _written(
    db: Session, actor: Actor, order: Order, batch: Batch, *, now: datetime
) -> list[Certificate]:
    issuer, held = batch.issuer.issuer, batch.training_class
    about = deciding.Place(issuer.id, held.id)
    decision = deciding.decide(db, actor, order.decision, about, now=now)
    kind, year = held.programme_version.certificate, clock.day_of(now).year
    taken = numbering.take(db, issuer, kind, year, len(batch.chosen))
    turns = [one.participation for one in batch.chosen]
    units = queries.units_on(db, turns, order.decision.decided_on)
    rows = []
    for one, turn, number in zip(batch.chosen, turns, taken, strict=True):
        unit = units.get(turn.id, "")
        facts = facts_of(order, batch, turn, taken.shown(number), unit, now=now)
        rows.append(certificate_of(facts, number, taken, turn, one.next_edition))
    written = write(db, rows, issuer, decision, now=now)
    told = {"class": held.id, "first": rows[0].shown_number, "count": len(rows)}
    audit.record(db, actor, "issue", "decision", decision.id, now=now, details=told)
    return written
