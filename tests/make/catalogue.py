"""Makers of the catalogue: lectures, modules and programmes with one version each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from elearn import catalogue
from elearn.access import OPERATOR
from elearn.areas import Level
from elearn.db import UNKNOWN_START

LONG_AGO = datetime(2025, 7, 1, tzinfo=UTC)
_VERSION: dict[str, Any] = {"number": 1, "content_hash": "0" * 64, "recorded_at": LONG_AGO}
_ORIGIN = {"region": catalogue.Region.ALL, "origin": catalogue.Origin.COMPOSED}


def lecture(
    db: Session, code: str = "BG-01", *, medium_id: int | None = None, **words: Any
) -> catalogue.Lecture:
    """Make a lecture; `words` replace those of its version."""
    made = catalogue.Lecture(code=code, medium_id=medium_id, loaded_hash=_VERSION["content_hash"])
    db.add(made)
    db.flush()
    facts: dict[str, Any] = {
        "title": f"Bài giảng {code}",
        "planned_minutes": 20,
        "is_illustrative": True,
        "objectives": {"knowledge": [], "skills": [], "attitude": []},
        "body": "Bài này nói về một việc.",
        "slides": [{"title": "Mở đầu", "points": ["Một việc"], "narration": "Chào các chị."}],
    }
    db.add(
        catalogue.LectureVersion(lecture_id=made.id, **{**_VERSION, **_ORIGIN, **facts, **words})
    )
    db.flush()
    return made


def module(
    db: Session, code: str = "CD-1", lectures: Sequence[catalogue.Lecture] = (), **words: Any
) -> catalogue.Module:
    """Make a module of these lectures, in this order."""
    made = catalogue.Module(code=code, loaded_hash=_VERSION["content_hash"])
    db.add(made)
    db.flush()
    facts: dict[str, Any] = {"title": f"Chuyên đề {code}", "block": catalogue.Block.REQUIRED}
    places = [
        catalogue.ModuleLecture(lecture_id=one.id, position=position)
        for position, one in enumerate(lectures, 1)
    ]
    version = {**_VERSION, **_ORIGIN, **facts, **words}
    db.add(catalogue.ModuleVersion(module_id=made.id, lectures=places, **version))
    db.flush()
    return made


def programme(
    db: Session,
    code: str = "CT-1",
    modules: Sequence[catalogue.Module] = (),
    electives: Sequence[catalogue.Module] = (),
    **words: Any,
) -> catalogue.ProgrammeVersion:
    """Make a programme of these modules: first the required ones, then those to choose from."""
    owner = catalogue.Programme(code=code, loaded_hash=_VERSION["content_hash"])
    db.add(owner)
    db.flush()
    version = {**_VERSION, **_ORIGIN, **_PROGRAMME, **words}
    version.setdefault("title", f"Chương trình {code}")
    made = catalogue.ProgrammeVersion(programme=owner, **version)
    made.modules = [
        catalogue.ProgrammeModule(
            module_id=one.id,
            block=catalogue.Block.REQUIRED if one in modules else catalogue.Block.ELECTIVE,
            is_required=one in modules,
            position=position,
        )
        for position, one in enumerate([*modules, *electives], 1)
    ]
    db.add(made)
    db.flush()
    return made


def edit_lecture(db: Session, code: str, *, now: datetime, **words: Any) -> catalogue.Lecture:
    """Publish a lecture in other words, as an instructor does."""
    edited = catalogue.lecture_by_code(db, code)
    text = replace(catalogue.lecture_text_of(db, edited), **words)
    catalogue.publish_lecture(db, OPERATOR, edited, text, now=now)
    return edited


def edit_module(db: Session, code: str, *, now: datetime, **words: Any) -> catalogue.Module:
    """Publish a module in other words, as an instructor does."""
    edited = catalogue.module_by_code(db, code)
    text = replace(catalogue.module_text_of(db, edited), **words)
    catalogue.publish_module(db, OPERATOR, edited, text, now=now)
    return edited


def module_like(
    db: Session, model: str, code: str, *, now: datetime, **words: Any
) -> catalogue.Module:
    """Publish a new module, worded like another but for these words."""
    text = catalogue.module_text_of(db, catalogue.module_by_code(db, model))
    catalogue.publish_module(db, OPERATOR, None, replace(text, code=code, **words), now=now)
    return catalogue.module_by_code(db, code)


_PROGRAMME: dict[str, Any] = {
    "organiser": "Học viện Phụ nữ Việt Nam",
    "level": Level.COMMUNE,
    "days": 2,
    "periods": 16,
    "mode": catalogue.Mode.ONLINE,
    "certificate": catalogue.CertificateKind.CERTIFICATE,
    "min_electives": 0,
    "quiz_pass_percent": 50,
    "valid_from": UNKNOWN_START,
}

ENDED = date(2025, 6, 30)
