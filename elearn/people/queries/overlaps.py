"""Whether somebody holds, or is planned for, the same post of the same unit on a day already."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn.people.models import PlannedPost, Tenure
from elearn.people.queries.persons import entry_ids


def is_taken(db: Session, new: Tenure | PlannedPost, *, instead_of: int | None = None) -> bool:
    """Return whether a current row says so of one of the days; the one replaced does not count.

    What begins is looked for in all entries of a human being; what is replaced, only in its own:
    two entries that said the same before they were joined can each still be ended.
    """
    row = type(new)
    begins = row.person_id.in_(entry_ids(new.person_id))
    same = select(row.id).where(
        begins if instead_of is None else row.person_id == new.person_id,
        row.post_key == new.post_key,
        row.org_unit_id == new.org_unit_id,
        row.is_current(),
        or_(row.valid_to.is_(None), row.valid_to >= new.valid_from),
    )
    if new.valid_to is not None:
        same = same.where(row.valid_from <= new.valid_to)
    if instead_of is not None:
        same = same.where(row.id != instead_of)
    return db.scalar(same.limit(1)) is not None
