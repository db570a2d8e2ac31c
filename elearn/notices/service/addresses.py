"""The address a person wants letters sent to: given, confirmed by a code, taken away again."""

import hmac
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.notices.models import Letter, MailAddress
from elearn.notices.rules import CODE_HOLDS, MOST_TRIES, LetterState, code_of, is_address
from elearn.text import msg

_MOST_CODES = 3
_WHILE = timedelta(hours=1)


def _oneself(actor: Actor) -> int:
    if actor.person_id is None:
        raise Forbidden(msg("Đăng nhập rồi mới ghi được địa chỉ e-mail."))
    return actor.person_id


def give_address(
    db: Session, actor: Actor, address: str, language: str, *, now: datetime
) -> MailAddress:
    """Keep one's own address and send a code there; nothing else is sent before it came back.

    :raise InvalidInput: if no letter can be sent there.
    :raise Conflict: if codes were sent too often.
    """
    wanted, person_id = address.strip(), _oneself(actor)
    if not is_address(wanted):
        raise InvalidInput(address=msg("Địa chỉ e-mail có dạng ten@vidu.vn."))
    _refuse_flood(db, person_id, now)
    _forget_waiting(db, person_id, Letter.notice_id.is_not(None))
    kept = db.get(MailAddress, person_id) or MailAddress(person_id=person_id)
    kept.address, kept.language, kept.asked_at = wanted, language, now
    kept.tries, kept.confirmed_at = 0, None
    db.add(kept)
    db.add(
        Letter(person_id=person_id, address=wanted, language=language, written_at=now, due_at=now)
    )
    db.flush()
    hers = {"address": wanted}
    audit.record(
        db, actor, "give", "mail_address", person_id, now=now, personal=hers, about_id=person_id
    )
    return kept


def _forget_waiting(db: Session, person_id: int, *which: ColumnElement[bool]) -> None:
    """Forget the letters that wait for the address a person had until now."""
    hers = Letter.person_id == person_id, Letter.state == LetterState.WAITING
    db.execute(delete(Letter).where(*hers, *which))


def _refuse_flood(db: Session, person_id: int, now: datetime) -> None:
    """Keep one person from having letters sent to strangers.

    :raise Conflict: if three codes went out within the hour.
    """
    codes = select(func.count()).where(
        Letter.person_id == person_id,
        Letter.notice_id.is_(None),
        Letter.written_at > now - _WHILE,
    )
    if (db.scalar(codes) or 0) >= _MOST_CODES:
        raise Conflict(msg("Đã gửi mã ba lần trong một giờ. Xem lại hộp thư, cả mục thư rác."))


def confirm_address(db: Session, actor: Actor, code: str, *, secret: str, now: datetime) -> bool:
    """Take the code that came by letter, and return whether it is the right one.

    :raise Conflict: if no address waits, the code has run out, or too many wrong ones were typed.
    """
    person_id = _oneself(actor)
    found = select(MailAddress).where(MailAddress.person_id == person_id).with_for_update()
    kept = db.scalar(found.execution_options(populate_existing=True))
    if kept is None or kept.confirmed_at is not None:
        raise Conflict(msg("Không có địa chỉ nào đang chờ mã."))
    if kept.tries >= MOST_TRIES or now > kept.asked_at + CODE_HOLDS:
        raise Conflict(msg("Mã này không dùng được nữa. Yêu cầu gửi mã mới."))
    right = code_of(secret, person_id, kept.address, kept.asked_at)
    if not hmac.compare_digest(right, "".join(code.split())):
        kept.tries += 1
        db.flush()
        return False
    kept.confirmed_at = now
    db.flush()
    audit.record(db, actor, "confirm", "mail_address", person_id, now=now)
    return True


def remove_address(db: Session, actor: Actor, *, now: datetime) -> None:
    """Forget one's address, and the letters that wait for it; doing so again changes nothing."""
    person_id = _oneself(actor)
    kept = db.get(MailAddress, person_id)
    if kept is None:
        return
    _forget_waiting(db, person_id)
    db.delete(kept)
    db.flush()
    audit.record(db, actor, "remove", "mail_address", person_id, now=now)
