"""A draft held against what everybody has done: film by film, then programme by programme."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from elearn import learning, media
from elearn.catalogue import ProgrammeVersion
from elearn.db import Database
from elearn.home.ruling import queries
from elearn.home.ruling.queries import Conditions, Taught
from elearn.learning import Effect, TrialLine

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Trial:
    """What has to be looked at: the films if their share changes, and the programmes touched."""

    before: int
    after: int
    films: Sequence[tuple[media.Playable, Sequence[int]]]
    programmes: Sequence[Taught]
    against: str

    @property
    def steps(self) -> int:
        return sum(len(lectures) for _, lectures in self.films) + len(self.programmes)


def trial_of(db: Session, draft: learning.RuleDraft) -> Trial:
    """Return what has to be looked at to try a draft."""
    before = learning.watch_rule_on(db, draft.valid_from).seen_share_percent
    programmes, basis = queries.taught_by(db, draft), queries.against(db, draft)
    if draft.seen_share_percent is None:
        return Trial(before, before, (), programmes, basis)
    taught = queries.lectures_by_medium(db)
    shown = media.playables(db, list(taught))
    films = [(shown[key], lectures) for key, lectures in taught.items() if key in shown]
    return Trial(before, draft.seen_share_percent, films, programmes, basis)


def tried(database: Database, trial: Trial, report: Callable[[int, int], None]) -> list[TrialLine]:
    """Return what a draft would do, line by line; each film and some people are read at a time."""
    lines: list[TrialLine] = []
    gained = set[int]()

    def say(percent: int = 0) -> None:
        report(100 * len(lines) + percent, 100 * trial.steps)

    for film, lecture_ids in trial.films:
        with database.reading() as db:
            effects = learning.effects_on(db, film, trial.before, trial.after)
        gained |= effects.gains
        lines += [_of_lecture(key, effects) for key in lecture_ids]
        say()
    for taught in trial.programmes:
        lines.append(_of_programme(_Asked(database, trial, taught, gained), say))
    return lines


def _of_lecture(lecture_id: int, effects: learning.Effects) -> TrialLine:
    touched = {Effect.GAINS: effects.gains, Effect.KEEPS: effects.keeps}
    return TrialLine(effects.people, effects.has, touched, lecture_id=lecture_id)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A programme to be looked at, and whom another share gives some lecture."""

    database: Database
    trial: Trial
    taught: Taught
    gained: set[int]


def _of_programme(asked: _Asked, say: Callable[[int], None]) -> TrialLine:
    database, taught = asked.database, asked.taught
    with database.reading() as db:
        placed = queries.placed_on(db, taught.version_id)
        done = queries.completed_of(db, taught.version_id) & placed
    has, then = set[int](), set[int]()
    others = sorted(placed - done)
    for start in range(0, len(others), AT_ONCE):
        say(100 * start // len(others))
        with database.reading() as db:
            now, later = _meeting(db, asked, others[start : start + AT_ONCE])
        has |= now
        then |= later
    return TrialLine(
        len(placed),
        len(has),
        {Effect.GAINS: frozenset(then - has), Effect.LOSES: frozenset(has - then)},
        programme_version_id=taught.version_id,
        completed=len(done),
    )


def _meeting(db: Session, asked: _Asked, person_ids: Sequence[int]) -> tuple[set[int], set[int]]:
    """Return who of these meets all conditions now, and who then would.

    Another share changes something only for those whom it gives a lecture: what is seen stays.
    """
    trial, taught = asked.trial, asked.taught
    version = db.get_one(ProgrammeVersion, taught.version_id)
    progress = learning.progress_of_many(db, person_ids, version, share_percent=trial.before)
    has = _complete(progress, taught, taught.before)
    if not trial.films:
        return has, _complete(progress, taught, taught.after)
    touched = [key for key in person_ids if key in asked.gained]
    later = learning.progress_of_many(db, touched, version, share_percent=trial.after)
    return has, has | _complete(later, taught, taught.after)


def _complete(
    progress: dict[int, learning.ProgrammeProgress], taught: Taught, general: Conditions
) -> set[int]:
    return {
        person_id
        for person_id, hers in progress.items()
        for one in taught.settings(person_id, general)
        if learning.review(one.conditions, learning.Record(hers, one.offered)).is_complete
    }
