"""What the catalogue holds of a person: the drafts she began. They are works, and stay."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import ModuleDraft
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {"module_draft": "told; whose it is and who saved it are keys and no names"}


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; one query."""
    hers = select(ModuleDraft.title, ModuleDraft.saved_at)
    rows = db.execute(hers.where(ModuleDraft.owner_id.in_(person_ids)).order_by(ModuleDraft.id))
    return (
        Section(
            title=msg("Bản nháp chuyên đề"),
            heads=(msg("Tên"), msg("Lưu lúc")),
            rows=tuple(tuple(row) for row in rows),
            fate=msg("Bản nháp là bài giảng nên giữ lại, không kèm họ tên người soạn."),
        ),
    )


def forget(_db: Session, _erasure: Erasure) -> None:
    """Do nothing: a key without a name says nothing of her."""
