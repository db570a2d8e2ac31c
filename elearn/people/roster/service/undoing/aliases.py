"""What the answers of a batch said that files call people: it goes with the batch."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from elearn.people.roster.models import RosterAlias, RosterBatch, RosterRow
from elearn.people.roster.rules.entry_json import entry_from
from elearn.people.roster.rules.keeping import verdict_from
from elearn.people.roster.rules.names import name_key
from elearn.people.roster.rules.verdicts import Answer


def forget_aliases(db: Session, batch: RosterBatch) -> None:
    """Forget whom its rows were said to mean, but of rows that stay: a slip would stay for ever."""
    row = RosterRow
    answered = row.batch_id == batch.id, row.answer.is_not(None), row.stays.is_(None)
    said = {
        (one.person_id, name_key(entry_from(entry).name))
        for entry, verdict in db.execute(select(row.entry, row.verdict).where(*answered))
        for one in (verdict_from(verdict).answers if entry else ())
        if one.answer is Answer.SAME_KEEP_NAME
    }
    for person_id, key in said:
        hers = RosterAlias.person_id == person_id, RosterAlias.name_key == key
        db.execute(delete(RosterAlias).where(*hers))
