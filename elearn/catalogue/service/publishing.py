"""What an instructor wrote in the system becomes the next version of a lecture or a module."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.catalogue import queries
from elearn.catalogue.models import Lecture, LectureVersion, Module, ModuleVersion
from elearn.catalogue.reader import LectureText, ModuleText
from elearn.catalogue.rules import may_publish
from elearn.catalogue.service.checking import check_lecture, check_module
from elearn.catalogue.service.kinds import LECTURES, MODULES, AnyThing, Keys, Kind, X
from elearn.catalogue.service.spelling import spelled_lecture, spelled_module
from elearn.catalogue.service.writing import write_versions
from elearn.db import changed
from elearn.errors import Conflict, Forbidden
from elearn.people import TargetGroup
from elearn.text import msg


def publish_lecture(
    db: Session, actor: Actor, lecture: Lecture | None, text: LectureText, *, now: datetime
) -> LectureVersion:
    """Give a lecture its next version, or enter a new one under the code of the text.

    A wording that says what the current one says writes nothing, and the current one is returned.
    Its film, and what the folder said, stay as they are; what was withdrawn is offered again.

    :raise Forbidden: if the actor writes no lectures.
    :raise InvalidInput: naming the fields `title`, `body`, `planned_minutes`, `tags`, `groups`,
        `slides` or `code`.
    :raise Conflict: if a new lecture has the code of another.
    """
    _check_right(actor)
    _take_turns(db, lecture)
    spelled = spelled_lecture(text)
    current = queries.lecture_text_of(db, lecture) if lecture else None
    if lecture and current and _says_the_same(lecture, current, text, spelled):
        return lecture.current
    check_lecture(spelled, groups=_group_keys(db))
    return cast(LectureVersion, _publish(db, actor, (LECTURES, lecture, spelled), {}, now))


def publish_module(
    db: Session, actor: Actor, module: Module | None, text: ModuleText, *, now: datetime
) -> ModuleVersion:
    """Give a module its next version, or enter a new one under the code of the text.

    The lectures it names are there already: publish those first. The rest is as with a lecture.

    :raise Forbidden: if the actor writes no modules.
    :raise InvalidInput: naming the fields `title`, `lectures`, `groups` or `code`.
    :raise Conflict: if a new module has the code of another.
    """
    _check_right(actor)
    _take_turns(db, module)
    spelled = spelled_module(text)
    current = queries.module_text_of(db, module) if module else None
    if module and current and _says_the_same(module, current, text, spelled):
        return queries.module_version_of(db, module)
    lectures = _offered(db, spelled.lectures)
    check_module(spelled, groups=_group_keys(db), lectures=lectures)
    return cast(ModuleVersion, _publish(db, actor, (MODULES, module, spelled), lectures, now))


def _check_right(actor: Actor) -> None:
    if not may_publish(actor):
        raise Forbidden(msg("Giảng viên và quản trị trung ương soạn bài giảng, chuyên đề."))


def _take_turns(db: Session, thing: AnyThing | None) -> None:
    """Wait for a load or another author who is about to give this thing a version."""
    if thing is None:
        return
    table = type(thing)
    db.execute(select(table.id).where(table.id == thing.id).with_for_update(key_share=True))
    if isinstance(thing, Lecture):
        db.expire(thing, ["current"])


def _says_the_same(thing: AnyThing, current: X, *texts: X) -> bool:
    """Return whether a text as given, or as spelled, is what is offered now."""
    return thing.withdrawn_on is None and any(
        current.sense_hash == text.sense_hash for text in texts
    )


def _group_keys(db: Session) -> Collection[str]:
    return set(db.scalars(select(TargetGroup.key)))


def _offered(db: Session, codes: Collection[str]) -> Keys:
    """Return the keys of the lectures with these codes that are offered."""
    offered = select(Lecture).where(Lecture.code.in_(codes), Lecture.withdrawn_on.is_(None))
    return {lecture.code: lecture.id for lecture in db.scalars(offered)}


def _publish(
    db: Session,
    actor: Actor,
    published: tuple[Kind[X], AnyThing | None, X],
    referred: Keys,
    now: datetime,
) -> Any:
    kind, given, text = published
    thing = given or _entered(db, kind, text.code)
    [version] = write_versions(db, kind, [(thing, text)], referred, now)
    changed(db, kind.name, thing.code, now=now)
    details = {"code": thing.code, "version": version.number}
    audit.record(db, actor, "publish", kind.name, thing.id, now=now, details=details)
    return version


def _entered(db: Session, kind: Kind[X], code: str) -> AnyThing:
    if db.scalar(select(kind.thing.id).where(kind.thing.code == code)) is not None:
        raise Conflict(msg("Mã %(code)s đã có trên hệ thống.", code=code))
    thing = kind.thing(code=code)
    db.add(thing)
    db.flush()
    return thing
