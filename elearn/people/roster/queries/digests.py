"""What a row was decided upon, as one short text: if it differs later, the row is asked again."""

import json
from collections import defaultdict
from collections.abc import Collection
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.people.models import Person, PlannedPost, Qualification, Tenure

Held = type[Tenure] | type[PlannedPost] | type[Qualification]
#: What is said otherwise has another key.
_HELD: tuple[Held, ...] = (Tenure, PlannedPost, Qualification)


def digests_of(db: Session, person_ids: Collection[int]) -> dict[int, str]:
    """Return a digest of all that is known of each of these people now; four queries.

    Who is not there any more is left out.
    """
    held: dict[int, list[list[int]]] = defaultdict(lambda: [[] for _ in _HELD])
    for place, kind in enumerate(_HELD):
        asked = select(kind.person_id, kind.id).where(among(db, kind.person_id, person_ids))
        for person_id, key in db.execute(asked.where(kind.is_current()).order_by(kind.id)):
            held[person_id][place].append(key)
    told = [
        column for column in Person.__table__.c if column.name not in ("name_folded", "sort_key")
    ]
    people = db.execute(select(*told).where(among(db, Person.id, person_ids)))
    return {row.id: _digest([*row, held[row.id]]) for row in people}


def _digest(known: list[Any]) -> str:
    return sha256(json.dumps(known, default=str).encode()).hexdigest()
