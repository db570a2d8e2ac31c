"""What is asked once for many rows of a batch: what a place is today, how posts were left."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.people.roster.models import QuestionKind, RosterBatch, RosterQuestion, RosterRow
from elearn.people.roster.queries.known import Ground
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.matching import place_of
from elearn.people.roster.rules.reasons import OF_MOVES, OF_PLACES
from elearn.people.roster.rules.verdicts import RowStatus, Verdict
from elearn.people.rules import MoveKind

_MOVES = [one.value for one in MoveKind]


class Asking:
    """The questions of a batch, by what they are about; a new one is written when it comes up."""

    def __init__(self, db: Session, batch: RosterBatch) -> None:
        self._db, self._batch = db, batch
        found = db.scalars(select(RosterQuestion).where(RosterQuestion.batch_id == batch.id))
        self._keys = {(one.kind, one.about): one.id for one in found}

    def key_for(self, entry: Entry, verdict: Verdict, ground: Ground) -> int | None:
        """Return the key of the question that a row waits for, or that it raises."""
        codes = {one.code for one in verdict.reasons}
        if verdict.status is not RowStatus.DOUBTFUL:
            return None
        if codes & OF_PLACES:
            asked = place_of(entry, ground.known).asked
            if asked:
                choices = [str(key) for key in asked.choices]
                return self._key(QuestionKind.PLACE, asked.about, asked.shown, choices)
        if codes & OF_MOVES:
            return self._key(QuestionKind.MOVE, "", "", _MOVES)
        return None

    def _key(self, kind: QuestionKind, about: str, shown: str, choices: Sequence[str]) -> int:
        if (kind, about) not in self._keys:
            question = RosterQuestion(
                batch_id=self._batch.id,
                kind=kind,
                about=about,
                shown=shown,
                choices=list(choices),
                rows=0,
            )
            self._db.add(question)
            self._db.flush()
            self._keys[kind, about] = question.id
        return self._keys[kind, about]


def recount(db: Session, batch: RosterBatch) -> None:
    """Write down how many rows wait for each question of the batch."""
    own = RosterRow.batch_id == batch.id, RosterRow.status == RowStatus.DOUBTFUL
    counted = select(RosterRow.question_id, func.count()).where(*own)
    rows = dict(db.execute(counted.group_by(RosterRow.question_id)).all())
    asked = select(RosterQuestion).where(RosterQuestion.batch_id == batch.id)
    for question in db.scalars(asked):
        question.rows = rows.get(question.id, 0)
    db.flush()
