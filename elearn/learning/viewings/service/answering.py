"""Who was marked says that she was there, or that she was not."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, people
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput, NotFound
from elearn.learning.rules import Confirmation, Terms
from elearn.learning.viewings.models import SharedPresence, SharedViewing
from elearn.learning.viewings.rules import MOST_WRONG, code_of, is_code
from elearn.learning.viewings.service.crediting import credit
from elearn.learning.viewings.service.holding import held
from elearn.learning.viewings.service.stating import mark, refuse_late
from elearn.text import msg, nfc

LONGEST = 500
_STRUCK = msg("Người mở buổi đã bỏ tên này ra vì bấm nhầm. Hỏi lại người mở buổi.")
_P = SharedPresence


def confirm(  # noqa: PLR0913  # Whose presence of what, by whom and when: each is named.
    db: Session, actor: Actor, viewing_id: int, person_id: int, *, terms: Terms, now: datetime
) -> SharedPresence:
    """Confirm that a person was there, as she herself says it; a second time changes nothing.

    :raise NotFound: if nobody marked her.
    :raise Conflict: if it is not hers to confirm: not yet, no more, or she objected.
    """
    viewing = held(db, viewing_id)
    presence = _presence(db, viewing, person_id)
    if presence.confirmed_at is None:
        _refuse_unasked(viewing, presence, now)
        credit(db, viewing, [presence], terms=terms, now=now)
        mark([presence], Confirmation.CODE, now)
        db.flush()
        _record(db, actor, "confirm", presence, now)
    return presence


def check_code(
    db: Session, viewing_id: int, person_id: int, typed: str, *, secret_key: str
) -> None:
    """Hold what was typed on the leader's screen against a person's code.

    What is wrong is counted: the door has to keep that although it refuses.

    :raise NotFound: if nobody marked her.
    :raise Conflict: if wrong ones were typed too often.
    :raise InvalidInput: if it is not her code.
    """
    viewing = held(db, viewing_id)
    presence = _presence(db, viewing, person_id)
    if presence.wrong_codes >= MOST_WRONG:
        raise Conflict(
            msg(
                "Đã gõ sai %(most)s lần. Người ấy tự xác nhận trên điện thoại của mình.",
                most=MOST_WRONG,
            )
        )
    if not is_code(typed, code_of(secret_key, viewing.token, presence.person_id)):
        presence.wrong_codes += 1
        db.flush()
        raise InvalidInput(code=msg("Mã chưa đúng. Xem lại sáu số trên điện thoại của người ấy."))


def object_to(  # noqa: PLR0913  # Whose presence of what, in which words: each is named.
    db: Session, actor: Actor, viewing_id: int, person_id: int, words: str, *, now: datetime
) -> SharedPresence:
    """Write down that a person says she was not there; what was credited already stays, and shows.

    :raise NotFound: if nobody marked her.
    :raise InvalidInput: if she says nothing, or too much.
    :raise Conflict: if she objected before, or it is too late.
    """
    viewing = held(db, viewing_id)
    presence = _presence(db, viewing, person_id)
    said = nfc(words).strip()
    if not said or len(said) > LONGEST:
        raise InvalidInput(words=msg("Ghi một câu, dài nhất %(most)s ký tự.", most=LONGEST))
    if presence.objected_at is not None:
        raise Conflict(msg("Điều này đã được ghi lại rồi."))
    refuse_late(viewing, now)
    presence.objected_at, presence.objection = now, said
    db.flush()
    _record(db, actor, "object", presence, now)
    return presence


def _refuse_unasked(viewing: SharedViewing, presence: SharedPresence, now: datetime) -> None:
    if viewing.rule.confirmation is not Confirmation.CODE or viewing.stated_at is None:
        raise Conflict(msg("Người mở buổi chưa xác nhận danh sách có mặt. Chờ rồi làm lại."))
    if presence.struck_at is not None:
        raise Conflict(_STRUCK)
    if presence.objected_at is not None:
        raise Conflict(msg("Đã ghi là không có mặt ở buổi này nên không xác nhận được nữa."))
    refuse_late(viewing, now)


def _presence(db: Session, viewing: SharedViewing, person_id: int) -> SharedPresence:
    hers = _P.person_id.in_(people.entry_ids(person_id))
    found = select(_P).where(_P.viewing_id == viewing.id, hers).order_by(_P.person_id).limit(1)
    presence = db.scalar(found.execution_options(populate_existing=True))
    if presence is None:
        raise NotFound(msg("Không có tên trong buổi xem chung này."))
    return presence


def _record(
    db: Session, actor: Actor, action: str, presence: SharedPresence, now: datetime
) -> None:
    key, details = presence.viewing_id, {"person": presence.person_id}
    audit.record(db, actor, action, "shared_viewing", key, now=now, details=details)
