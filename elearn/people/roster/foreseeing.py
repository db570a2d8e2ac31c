"""What a file would change, without a batch and without writing anything."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.people.roster.models import RosterBatch
from elearn.people.roster.queries.known import ground_of, known_of, told_together
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.matching import verdict_of
from elearn.people.roster.rules.official_ids import hidden
from elearn.people.roster.rules.verdicts import Verdict

AT_ONCE = 2_000


def foreseen(
    db: Session, entries: Sequence[Entry], home: str | None, since: date | None, secret_key: str
) -> list[Verdict]:
    """Return what would become of each entry if the file came from this area.

    :raise NotFound: if there is no such area.
    """
    there = areas.area_meant(db, home or "VN", day=clock.today())
    ground = ground_of(db, RosterBatch(area_id=there.area_id, since=since))
    ground.told = told_together(entries)
    verdicts: list[Verdict] = []
    for at in range(0, len(entries), AT_ONCE):
        some = [hidden(entry, secret_key) for entry in entries[at : at + AT_ONCE]]
        known = known_of(db, some, ground)
        verdicts += [verdict_of(entry, known) for entry in some]
    return verdicts
