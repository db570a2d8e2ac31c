"""What certificates holds of a person: the register, which the law has kept as it was written."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.certificates.models import Certificate
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "certificate": "told; the register is kept by law, nobody can alter it",
    "certificate_state": "which paper replaced which: keys, and the reason of a decision",
    "decision": "who wrote it down: an act, a key and no name",
}
#: Where her name stays: what was printed and signed.
REGISTER = ("certificate",)
_HEADS = (
    *(msg("Số"), msg("Họ và tên trên giấy"), msg("Ngày sinh trên giấy")),
    *(msg("Đơn vị"), msg("Chương trình"), msg("Cấp ngày")),
)


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; one query."""
    hers = select(Certificate).where(Certificate.person_id.in_(person_ids))
    found = db.scalars(hers.order_by(Certificate.issued_on, Certificate.id))
    return (
        Section(
            title=msg("Giấy đã cấp"),
            heads=_HEADS,
            rows=tuple(_row(one) for one in found),
            fate=msg(
                "Không xóa được: sổ cấp giấy và quyết định phải lưu theo luật, để người khác còn"
                " kiểm tra được giấy đã cấp."
            ),
        ),
    )


def _row(one: Certificate) -> tuple[str | date, ...]:
    """Return a certificate under `_HEADS`."""
    numbered = (one.shown_number, one.full_name, one.born, one.unit)
    return *numbered, one.programme_title, one.issued_on


def forget(_db: Session, _erasure: Erasure) -> None:
    """Do nothing: what was issued stays in the register, and she was told so beforehand."""
