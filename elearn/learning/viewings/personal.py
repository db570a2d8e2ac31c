"""What shared viewings hold of a person: that she was there, or led; her words are forgotten."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session, contains_eager, joinedload

from elearn.learning.viewings.models import SharedPresence, SharedViewing
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "shared_viewing": "told to whoever led it; the place in her words is forgotten",
    "shared_presence": "told; the words of an objection are forgotten, the evidence stays",
    "shared_stretch_person": "when she sat there: the evidence of seconds, without her name",
}
_STAYS = msg("Giữ lại không kèm họ tên: căn cứ của kết quả đã công nhận.")
_P, _V = SharedPresence, SharedViewing


def told_of_viewings(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return the viewings she led, and those she was marked in; two queries."""
    return _led(db, person_ids), _sat(db, person_ids)


def _led(db: Session, person_ids: Collection[int]) -> Section:
    hers = select(_V).where(_V.led_by_id.in_(person_ids)).options(joinedload(_V.lecture))
    rows = db.scalars(hers.order_by(_V.id)).all()
    return Section(
        title=msg("Các buổi xem chung đã mở"),
        heads=(msg("Bài giảng"), msg("Nơi xem"), msg("Mở lúc"), msg("Xác nhận lúc")),
        rows=tuple((one.lecture.title, one.place, one.opened_at, one.stated_at) for one in rows),
        fate=msg("Nơi xem bị xóa; thời gian giữ lại không kèm họ tên."),
    )


def _sat(db: Session, person_ids: Collection[int]) -> Section:
    rows = db.scalars(
        select(_P)
        .join(_P.viewing)
        .options(contains_eager(_P.viewing).joinedload(_V.lecture))
        .where(_P.person_id.in_(person_ids))
        .order_by(_V.opened_at, _V.id)
    )
    return Section(
        title=msg("Các buổi xem chung đã có mặt"),
        heads=(
            msg("Bài giảng"),
            msg("Ngày"),
            msg("Giây được tính thêm"),
            msg("Xác nhận lúc"),
            msg("Báo không có mặt"),
        ),
        rows=tuple(
            (
                one.viewing.lecture.title,
                one.viewing.opened_at,
                one.credited_seconds,
                one.confirmed_at,
                one.objection,
            )
            for one in rows
        ),
        fate=_STAYS,
    )


def forget_viewings(db: Session, erasure: Erasure) -> None:
    """Take away her words; that she was there is the evidence of what was completed."""
    led = _V.led_by_id.in_(erasure.person_ids)
    sat = _P.person_id.in_(erasure.person_ids)
    db.execute(update(_V).where(led).values(place=""))
    db.execute(update(_P).where(sat, _P.objected_at.is_not(None)).values(objection="…"))
