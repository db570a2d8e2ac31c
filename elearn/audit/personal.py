"""What the audit holds of a person: values kept apart from its entries, which alone can go."""

from collections.abc import Collection

from sqlalchemy import delete
from sqlalchemy.orm import Session

from elearn.audit.models import AuditPersonalValue
from elearn.audit.queries import personal_values_of
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "audit_entry": "who acted: a key and no name; an entry is never altered",
    "audit_personal_value": "told and forgotten here",
}


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return the values of these entries of one human being that the audit holds; one query."""
    return (
        Section(
            title=msg("Giá trị ghi trong nhật ký"),
            heads=(msg("Lúc"), msg("Trường"), msg("Giá trị")),
            rows=tuple(
                (entry.at, value.name, value.value)
                for entry, value in personal_values_of(db, person_ids)
            ),
            fate=msg(
                "Xóa khi dữ liệu cá nhân được xóa. Việc đã làm thì còn lại, không kèm họ tên:"
                " nhật ký được niêm phong, không ai sửa được."
            ),
        ),
    )


def forget(db: Session, erasure: Erasure) -> None:
    """Erase her values with their salts; the chain stays whole, and says nothing of them."""
    hers = AuditPersonalValue.person_id.in_(erasure.person_ids)
    db.execute(delete(AuditPersonalValue).where(hers))
