"""What the invented corps completed before there was this system: by invented papers, in bulk."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.orm import Session

from elearn import catalogue, clock, learning, people

PAPER = "Giấy tờ minh họa"
FIRST_YEAR = 2019
#: Of the holders of a post, how many in a hundred were trained for it, and by which programme.
_TRAINED = {
    "union_province_chair": ("NV-TINH", 100),
    "union_province_vice_chair": ("NV-TINH", 95),
    "union_province_officer": ("NV-TINH", 90),
    "union_district_chair": ("NV-HUYEN", 92),
    "union_district_vice_chair": ("NV-HUYEN", 88),
    "union_district_officer": ("NV-HUYEN", 84),
    "commune_union_chair": ("NV-XA", 87),
    "commune_union_vice_chair": ("NV-XA", 64),
    "branch_head": ("NV-CHI", 71),
}


def load_past(db: Session, learners: Collection[int], *, now: datetime, seed: int = 1893) -> int:
    """Enter earlier completions of the corps; return how many. A second time finds them.

    The learners of the demo are left out: what they complete now is to move the figures.
    """
    if _held(db):
        return 0
    chance = Random(seed)  # noqa: S311  # It must come out the same, not be hard to guess.
    rows = [row for row in _rows(db, chance, now) if row["person_id"] not in set(learners)]
    if rows:
        db.execute(insert(learning.Completion), rows)
    return len(rows)


def _held(db: Session) -> int:
    ours = select(func.count()).select_from(learning.Completion).where(_ours())
    return db.scalar(ours) or 0


def _ours() -> ColumnElement[bool]:
    return learning.Completion.source.startswith(PAPER)


def _rows(db: Session, chance: Random, now: datetime) -> list[dict[str, Any]]:
    """Return a row for each person and programme she was trained by, the oldest post first."""
    versions = {
        code: catalogue.programme_by_code(db, code).id for code, _share in _TRAINED.values()
    }
    tenure = people.Tenure
    terms = db.execute(
        select(tenure.person_id, tenure.post_key, tenure.valid_from, tenure.valid_to)
        .where(tenure.post_key.in_(_TRAINED), tenure.is_current())
        .order_by(tenure.valid_from, tenure.id)
    )
    done: dict[tuple[int, int], date] = {}
    for person_id, post, begun, ended in terms:
        programme, share = _TRAINED[post]
        day = _day(chance, begun, min(ended or clock.day_of(now), clock.day_of(now)))
        if chance.randrange(100) < share and day is not None:
            done.setdefault((person_id, versions[programme]), day)
    return [
        {
            "person_id": person_id,
            "programme_version_id": version_id,
            "form": learning.CompletionForm.EARLIER_PAPER,
            "completed_on": day,
            "source": f"{PAPER} {number}/{day.year}",
            "recorded_at": now,
        }
        for number, ((person_id, version_id), day) in enumerate(done.items(), start=1)
    ]


def _day(chance: Random, begun: date, ended: date) -> date | None:
    """Return a day of the scheme within a term, at least some weeks after its beginning."""
    first = max(begun, date(FIRST_YEAR, 3, 1)) + timedelta(days=30)
    last = min(ended, date(2025, 12, 31))
    if first >= last:
        return None
    return first + timedelta(days=chance.randrange((last - first).days))
