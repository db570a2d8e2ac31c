"""What an author chooses from: films, lectures of the catalogue, target groups."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, case, func, select, true
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.catalogue.models import Lecture, Module, ModuleLecture, ModuleVersion
from elearn.catalogue.queries.lectures import lectures
from elearn.media import Medium, MediumVersion, VersionState
from elearn.people import TargetGroup
from elearn.text import fold, nfc

_MOST_FILMS = 50
_MOST_LECTURES = 20


@dataclass(frozen=True, slots=True)
class FilmChoice:
    """A medium, how far its newest version is, and how long that one is if it is ready."""

    id: int
    title: str
    state: VersionState
    duration_ms: int | None


def film_choices(
    db: Session, actor: Actor, *, text: str = "", chosen: Collection[int] = ()
) -> list[FilmChoice]:
    """Return the author's own films, then those of others, the newest first; in one query.

    With a text, those whose titles hold all its words. What is chosen already is always among them.
    """
    newest = select(func.max(MediumVersion.id)).group_by(MediumVersion.medium_id)
    is_chosen, is_hers = Medium.id.in_(chosen), Medium.created_by_id == actor.person_id
    named = [Medium.title_folded.contains(w, autoescape=True) for w in fold(nfc(text)).split()]
    order = case((is_chosen, 0), (is_hers, 1), else_=2)
    rows = db.execute(
        select(Medium.id, Medium.title, MediumVersion.state, MediumVersion.duration_ms)
        .join(MediumVersion, MediumVersion.medium_id == Medium.id)
        .where(MediumVersion.id.in_(newest), is_chosen | and_(true(), *named))
        .order_by(order, MediumVersion.id.desc())
        .limit(_MOST_FILMS + len(chosen))
    )
    return [FilmChoice(*row) for row in rows]


def lectures_named(db: Session, text: str, *, apart_from: Collection[str]) -> list[Lecture]:
    """Return the first lectures offered whose titles or codes hold all the words of a text."""
    words = fold(nfc(text)).split()
    found = (
        lecture
        for lecture in lectures(db)
        if lecture.code not in apart_from
        and all(word in fold(f"{lecture.code} {lecture.title}") for word in words)
    )
    return [lecture for _, lecture in zip(range(_MOST_LECTURES), found, strict=False)]


def group_choices(db: Session) -> Sequence[TargetGroup]:
    return db.scalars(select(TargetGroup).order_by(TargetGroup.name)).all()


def uses_of(db: Session, codes: Collection[str]) -> dict[str, int]:
    """Return in how many modules each of these lectures stands, in one query."""
    rows = db.execute(
        select(Lecture.code, func.count())
        .join(ModuleLecture, ModuleLecture.lecture_id == Lecture.id)
        .join(ModuleVersion, ModuleVersion.id == ModuleLecture.module_version_id)
        .join(Module, Module.id == ModuleVersion.module_id)
        .where(ModuleVersion.is_current(), Module.withdrawn_on.is_(None), Lecture.code.in_(codes))
        .group_by(Lecture.code)
    )
    return {row[0]: row[1] for row in rows}
