"""All that is offered, as the folder would say it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import Lecture, Module, Programme
from elearn.catalogue.queries.texts import lecture_texts, module_texts, programme_texts
from elearn.catalogue.reader import Catalogue, LectureText, ModuleText, ProgrammeText
from elearn.people import TargetGroup


def published(db: Session) -> Catalogue:
    """Return every lecture, module and programme that is not withdrawn, in some fifteen queries."""
    lectures = tuple(lecture_texts(db, _offered(db, Lecture)).values())
    modules = tuple(module_texts(db, _offered(db, Module)).values())
    programmes = tuple(programme_texts(db, _offered(db, Programme)).values())
    return Catalogue(_groups(db, lectures, modules, programmes), lectures, modules, programmes)


def _groups(
    db: Session, *kinds: Iterable[LectureText | ModuleText | ProgrammeText]
) -> tuple[tuple[str, str], ...]:
    """Return the target groups that the texts name, with what each is called."""
    keys = {key for texts in kinds for text in texts for key in text.groups}
    named = select(TargetGroup).where(TargetGroup.key.in_(keys)).order_by(TargetGroup.key)
    return tuple((group.key, group.name) for group in db.scalars(named))


def _offered(db: Session, table: type[Lecture] | type[Module] | type[Programme]) -> Sequence[int]:
    return db.scalars(select(table.id).where(table.withdrawn_on.is_(None))).all()
