"""Ending a certificate by a decision: revoked, or replaced by another that says it right.

Only a person does this, with a decision in her hand; no computation ever does. The certificate
itself is not touched: a further state says from which day it holds no more, and why.
"""

from dataclasses import asdict, dataclass
from dataclasses import replace as changed_in
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.certificates import queries
from elearn.certificates.models import Certificate, CertificateState, Issuer
from elearn.certificates.queries import Record
from elearn.certificates.rules import STATE_NAMES, Facts, State, born_meant
from elearn.certificates.service import deciding, numbering
from elearn.certificates.service.deciding import NewDecision
from elearn.certificates.service.freezing import address_in
from elearn.certificates.service.telling import tell_ended
from elearn.certificates.service.writing import certificate_of, write
from elearn.db import changed
from elearn.errors import Conflict, Forbidden
from elearn.text import Message, msg, nfc


@dataclass(frozen=True, slots=True)
class Revocation:
    """The decision by which a certificate ends, and why; both are told to whoever checks it."""

    decision: NewDecision
    reason: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What the new certificate says otherwise than the one it replaces, and by which decision."""

    decision: NewDecision
    reason: str
    full_name: str
    born: str
    unit: str
    signer_name: str
    public_url: str

    @property
    def words(self) -> dict[str, Any]:
        names = ("full_name", "unit", "signer_name")
        born = born_meant(self.born)
        return {name: nfc(getattr(self, name)) for name in names} | {"born": born}


def revoke(
    db: Session, actor: Actor, certificate: Certificate, why: Revocation, *, now: datetime
) -> CertificateState:
    """End a certificate by a decision of its issuer; it stays in the register as revoked.

    :raise Forbidden: if the actor does not answer for its class.
    :raise Conflict: if it is revoked or replaced already.
    :raise InvalidInput: if the decision cannot be, or no reason is given.
    """
    record = _held(db, actor, certificate)
    flaws = _flaws(why.reason)
    deciding.check(why.decision, since=certificate.issued_on, now=now, **flaws)
    end = End(State.REVOKED, why.decision.decided_on, why.reason)
    return _end(db, actor, record, why.decision, end, now=now)


def replace(
    db: Session, actor: Actor, certificate: Certificate, correction: Correction, *, now: datetime
) -> Certificate:
    """Issue another certificate for the issuer's error; the old one says which replaced it.

    :raise Forbidden: if the actor does not answer for its class.
    :raise Conflict: if it is revoked or replaced already.
    :raise InvalidInput: if the decision cannot be, no reason is given, nothing is corrected, or
        a fact cannot be printed.
    """
    record = _held(db, actor, certificate)
    flaws = _flaws(correction.reason) | _uncorrected(certificate.facts, correction)
    deciding.check(correction.decision, since=certificate.issued_on, now=now, **flaws)
    other = _reissued(db, actor, record, correction, now=now)
    end = End(State.REPLACED, other.issued_on, correction.reason, other.id)
    _end(db, actor, record, correction.decision, end, now=now)
    return other


@dataclass(frozen=True, slots=True)
class End:
    """The state that ends a certificate."""

    state: State
    since: date
    reason: str
    replaced_by_id: int | None = None


def refuse_onlookers(db: Session, actor: Actor, certificate: Certificate) -> None:
    """Stop somebody who may see a certificate and no more.

    :raise Forbidden: if the actor does not answer for its class.
    """
    if not queries.may_manage(db, actor, certificate):
        raise Forbidden(
            msg(
                "Chỉ người phụ trách địa bàn của lớp in, thu hồi hoặc cấp lại được."
                " Anh/chị chỉ xem được."
            )
        )


def _held(db: Session, actor: Actor, certificate: Certificate) -> Record:
    """Return the record of a valid certificate, held until the end of the transaction.

    :raise Forbidden: if the actor does not answer for its class.
    :raise Conflict: if it is not valid any more.
    """
    refuse_onlookers(db, actor, certificate)
    held = select(Certificate.id).where(Certificate.id == certificate.id)
    db.execute(held.with_for_update(key_share=True))
    record = queries.record_of(db, certificate)
    if not record.is_valid:
        raise Conflict(
            msg(
                "Giấy %(number)s không còn hiệu lực: %(state)s từ ngày %(day)s.",
                number=certificate.shown_number,
                state=STATE_NAMES[record.state],
                day=f"{record.now.since:%d/%m/%Y}",
            )
        )
    return record


def _flaws(reason: str) -> dict[str, Message]:
    return {} if nfc(reason) else {"reason": msg("Ghi lý do: người tra cứu sẽ đọc câu này.")}


def _uncorrected(facts: Facts, correction: Correction) -> dict[str, Message]:
    words, printed = correction.words, asdict(facts)
    if not words["full_name"]:
        return {"full_name": msg("Chưa ghi họ và tên.")}
    if not words["signer_name"]:
        return {"signer_name": msg("Gõ họ tên người ký.")}
    if words["born"] is None:
        return {"born": msg("Không có ngày này. Gõ như 05/3/1979, hoặc chỉ năm sinh.")}
    if all(printed[name] == said for name, said in words.items()):
        return {"full_name": msg("Chưa sửa gì: giấy mới sẽ giống hệt giấy cũ.")}
    return {}


def _reissued(
    db: Session, actor: Actor, record: Record, correction: Correction, *, now: datetime
) -> Certificate:
    old, day = record.certificate, clock.day_of(now)
    issuer = db.get_one(Issuer, old.issuer_id)
    about = deciding.Place(issuer.id, old.participation.training_class_id)
    decision = deciding.decide(db, actor, correction.decision, about, now=now)
    taken = numbering.take(db, issuer, old.kind, day.year, 1)
    facts = changed_in(
        old.facts,
        number=taken.shown(taken.first),
        decision_number=decision.number,
        decision_on=decision.decided_on,
        issued_on=day,
        address=address_in(correction.public_url),
        **correction.words,
    )
    row = certificate_of(facts, taken.first, taken, old.participation, old.edition + 1)
    return write(db, [row], issuer, decision, now=now)[0]


def _end(  # noqa: PLR0913  # Who ends what, by which paper, how and when.
    db: Session, actor: Actor, record: Record, paper: NewDecision, end: End, *, now: datetime
) -> CertificateState:
    old = record.certificate
    about = deciding.Place(old.issuer_id, old.participation.training_class_id)
    state = CertificateState(
        certificate_id=old.id,
        number=record.now.number + 1,
        state=end.state,
        since=end.since,
        decision_id=deciding.decide(db, actor, paper, about, now=now).id,
        reason=nfc(end.reason),
        replaced_by_id=end.replaced_by_id,
        at=now,
    )
    db.add(state)
    changed(db, "certificate", old.id, now=now)
    db.flush()
    tell_ended(db, old, state)
    act = "revoke" if end.state is State.REVOKED else "replace"
    audit.record(db, actor, act, "certificate", old.id, now=now, details={"state": state.id})
    return state
