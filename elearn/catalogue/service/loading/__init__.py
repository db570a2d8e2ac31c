"""Takes what was read into the tables: a new wording becomes a version, the same writes nothing.

The database is the truth for what was edited in it; the folder is for all else.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue import queries
from elearn.catalogue.models import Lecture
from elearn.catalogue.reader import Catalogue
from elearn.catalogue.service.kinds import LECTURES, MODULES, PROGRAMMES
from elearn.catalogue.service.loading.meeting import Meeting, Terms
from elearn.catalogue.service.loading.taking import leave, take
from elearn.catalogue.service.media import add_captions
from elearn.catalogue.service.report import Report
from elearn.errors import NotFound
from elearn.people import TargetGroup
from elearn.text import msg


def load(
    db: Session,
    catalogue: Catalogue,
    *,
    now: datetime,
    overwrite: Collection[str] = (),
    is_packaged: bool = False,
) -> Report:
    """Make the tables say what the folder says; loading the same again writes nothing.

    What was edited in the system since the last load is left alone and told, unless its code
    stands in `overwrite`; what was made in the system is no affair of the folder. The folder that
    comes with the product also leaves alone what another folder has said since.

    What is missing from the folder is kept and marked as withdrawn, unless something offered still
    needs it: people have studied it, and their records name it. When it returns, the mark goes.

    Each new version, each withdrawal and each return stands in the outbox. Target groups that
    nobody has entered are entered by name. Captions go on to the films that lectures have already.

    :raise NotFound: if a code to overwrite is not known; then nothing is written.
    """
    terms = Terms(now, is_packaged, overwrite)
    lectures = Meeting(db, LECTURES, catalogue.lectures, terms)
    modules = Meeting(db, MODULES, catalogue.modules, terms)
    programmes = Meeting(db, PROGRAMMES, catalogue.programmes, terms)
    _check_known(overwrite, lectures.codes | modules.codes | programmes.codes)
    _enter_groups(db, catalogue)
    taken = Report(
        lectures=take(db, lectures, {}),
        modules=take(db, modules, lectures.keys),
        programmes=take(db, programmes, modules.keys),
    )
    return Report(  # From the top down: what is withdrawn needs its parts no more.
        programmes=leave(db, programmes, taken.programmes, _nowhere),
        modules=leave(db, modules, taken.modules, queries.modules_in_use),
        lectures=leave(db, lectures, taken.lectures, queries.lectures_in_use),
        captioned=_caption(db, catalogue, taken.lectures.skipped, now=now),
    )


def _nowhere(_db: Session) -> Collection[int]:
    return ()


def _check_known(overwrite: Collection[str], known: Collection[str]) -> None:
    unknown = ", ".join(code for code in overwrite if code not in known)
    if unknown:
        raise NotFound(msg("Thư mục không có %(codes)s; chưa nạp gì cả.", codes=unknown))


def _enter_groups(db: Session, catalogue: Catalogue) -> None:
    known = set(db.scalars(select(TargetGroup.key)))
    db.add_all(
        TargetGroup(key=key, name=name) for key, name in catalogue.groups if key not in known
    )
    db.flush()


def _caption(
    db: Session, catalogue: Catalogue, skipped: Collection[str], *, now: datetime
) -> tuple[str, ...]:
    """Give the films of lectures the captions of the folder; return the codes of those changed.

    A lecture that the folder does not decide about keeps its film as it is.
    """
    written = [
        text.code
        for text in catalogue.lectures
        if text.captions is not None and text.code not in skipped
    ]
    shown = Lecture.code.in_(written), Lecture.medium_id.is_not(None)
    films = db.scalars(select(Lecture).where(*shown).order_by(Lecture.code)) if written else ()
    return tuple(film.code for film in films if add_captions(db, film, now=now))


__all__ = ["load"]
