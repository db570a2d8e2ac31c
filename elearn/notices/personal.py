"""What notices holds of a person: what she was told, where letters go, and what went there."""

from collections.abc import Collection, Iterator

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from elearn.notices.models import Letter, MailAddress, Notice
from elearn.notices.rules import title_of
from elearn.people import CorrectionRequest, TenureProposal
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "notice": "told and forgotten, those to others in which her name stands too",
    "mail_address": "told and forgotten",
    "letter": "told and forgotten",
}
_GOES = msg("Xóa khi dữ liệu cá nhân được xóa.")


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; three queries."""
    return _addresses(db, person_ids), _letters(db, person_ids), _notices(db, person_ids)


def _addresses(db: Session, person_ids: Collection[int]) -> Section:
    found = db.scalars(select(MailAddress).where(MailAddress.person_id.in_(person_ids)))
    return Section(
        title=msg("Địa chỉ thư điện tử"),
        heads=(msg("Địa chỉ"), msg("Ghi lúc"), msg("Xác nhận lúc")),
        rows=tuple((one.address, one.asked_at, one.confirmed_at) for one in found),
        fate=_GOES,
    )


def _letters(db: Session, person_ids: Collection[int]) -> Section:
    hers = select(Letter).where(Letter.person_id.in_(person_ids)).order_by(Letter.id)
    return Section(
        title=msg("Thư điện tử đã gửi"),
        heads=(msg("Đến"), msg("Viết lúc"), msg("Gửi lúc")),
        rows=tuple((one.address, one.written_at, one.sent_at) for one in db.scalars(hers)),
        fate=_GOES,
    )


def _notices(db: Session, person_ids: Collection[int]) -> Section:
    hers = select(Notice).where(Notice.person_id.in_(person_ids)).order_by(Notice.id)
    return Section(
        title=msg("Thông báo"),
        heads=(msg("Nội dung"), msg("Lúc"), msg("Đọc lúc")),
        rows=tuple(
            (title_of(one.kind, one.details), one.at, one.read_at) for one in db.scalars(hers)
        ),
        fate=_GOES,
    )


def forget(db: Session, erasure: Erasure) -> None:
    """Delete what she was told and where; and what others were told of her, by name."""
    ids = erasure.person_ids
    told = select(Notice.id).where(or_(Notice.person_id.in_(ids), *_about(db, ids)))
    keys = list(db.scalars(told))
    db.execute(delete(Letter).where(or_(Letter.person_id.in_(ids), Letter.notice_id.in_(keys))))
    db.execute(delete(Notice).where(Notice.id.in_(keys)))
    db.execute(delete(MailAddress).where(MailAddress.person_id.in_(ids)))


def forget_about(db: Session, subjects: Collection[str]) -> None:
    """Delete what anybody was told about these things: under keys such as "proposal:7:…"."""
    for subject in subjects:
        told = select(Notice.id).where(Notice.key.startswith(f"{subject}:", autoescape=True))
        db.execute(delete(Letter).where(Letter.notice_id.in_(told)))
        db.execute(delete(Notice).where(Notice.id.in_(told)))


def _about(db: Session, person_ids: Collection[int]) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on notices that name her: of proposals and corrections about her."""
    for word, table in (("proposal", TenureProposal), ("correction", CorrectionRequest)):
        for key in db.scalars(select(table.id).where(table.person_id.in_(person_ids))):
            yield Notice.key.startswith(f"{word}:{key}:")
