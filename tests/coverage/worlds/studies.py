"""What people did: programmes of some content, and completions of them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from elearn import catalogue
from elearn.catalogue import ContentTag, Mode
from elearn.learning import Completion, CompletionForm
from tests.coverage.worlds.chance import FIRST_KEY, Chance
from tests.coverage.writing import Rows
from tests.make import catalogue as teaching
from tests.make import certificates as certifying

_CONTENTS = (
    (ContentTag.UNION_DUTY,),
    (ContentTag.SOCIAL_WORK,),
    (ContentTag.UNION_DUTY, ContentTag.POSITION_SKILLS),
    (ContentTag.TOPICAL_UPDATE,),
    (ContentTag.UNION_DUTY, ContentTag.SOCIAL_WORK, ContentTag.POSITION_SKILLS),
    (),
)
_ELSEWHERE = (CompletionForm.EXTERNAL, CompletionForm.EARLIER_PAPER)


def programmes(db: Session) -> Sequence[int]:
    """Make programmes of different content, of which two are versions of one; return their keys."""
    modes = (Mode.ONLINE, Mode.IN_PERSON, Mode.BLENDED)
    made = [
        teaching.programme(db, f"ORACLE-{number}", mode=modes[number % 3])
        for number in range(len(_CONTENTS))
    ]
    made[0].superseded_at = teaching.LONG_AGO
    db.flush()
    facts = {c.key: getattr(made[0], c.key) for c in catalogue.ProgrammeVersion.__table__.columns}
    told = {"id": None, "number": 2, "superseded_at": None, "recorded_at": teaching.LONG_AGO}
    second = catalogue.ProgrammeVersion(**{**facts, **told})
    db.add(second)
    db.flush()
    for version, tags in zip([*made, second], (*_CONTENTS, _CONTENTS[0]), strict=True):
        for tag in tags:
            db.add(catalogue.ProgrammeTag(programme_version_id=version.id, tag=tag))
    certifying.completion_rule(db)
    db.flush()
    return [version.id for version in (*made, second)]


def studied(chance: Chance, persons: Sequence[int], versions: Sequence[int], rows: Rows) -> None:
    """Write what people completed elsewhere and here; some of it late, some taken back."""
    for person in persons:
        for _ in range(chance.random.choice((0, 0, 1, 1, 2, 3))):
            on = chance.day()
            form = chance.random.choice([*CompletionForm])
            completed(rows, (person, chance.random.choice(versions), form, on), _told(chance, on))


def _told(chance: Chance, on: date) -> tuple[datetime, datetime | None]:
    at = chance.told(on)
    return at, chance.later(at) if chance.happens(0.1) else None


def completed(
    rows: Rows,
    done: tuple[int, int, CompletionForm, date],
    at: tuple[datetime, datetime | None],
) -> int:
    """Write a completion, and return its key."""
    key = FIRST_KEY + len(rows.waiting[Completion.__tablename__])
    person, version, form, on = done
    rows.add(
        Completion,
        id=key,
        person_id=person,
        programme_version_id=version,
        completion_rule_id=None,
        form=form,
        completed_on=on,
        source="45/QĐ-HPN" if form in _ELSEWHERE else None,
        recorded_at=at[0],
        superseded_at=at[1],
    )
    return key
