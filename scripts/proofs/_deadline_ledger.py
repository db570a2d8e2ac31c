"""The learners' ledgers of the deadline day, held against the database."""

from collections.abc import Sequence

from sqlalchemy import select

from elearn import learning
from elearn.cli import Installation
from scripts.proofs import _deadline_site as site
from scripts.proofs._deadline_crowd import Learner


def lost_of(here: Installation, learners: Sequence[Learner]) -> int:
    """Return how many acknowledged reports the database does not hold to the last second."""
    session, evidence = learning.WatchSession, learning.WatchEvidence
    query = select(session.token, evidence.claimed, learning.WatchMap.bits).join(
        evidence, evidence.watch_session_id == session.id
    )
    query = query.join(
        learning.WatchMap,
        (learning.WatchMap.person_id == session.person_id)
        & (learning.WatchMap.medium_version_id == session.medium_version_id),
    )
    with here.database.reading() as db:
        kept = {
            token: learning.Seconds.from_bytes(claimed) & learning.Seconds.from_bytes(held)
            for token, claimed, held in db.execute(query)
        }
    return sum(_lost(one, kept.get(one.seat.session, learning.Seconds())) for one in learners)


def _lost(learner: Learner, kept: learning.Seconds) -> int:
    said = (
        learning.Seconds.of([(start, end) for start, end in one], site.LENGTH)
        for one in learner.ledger
    )
    return sum(bool(len(one - kept)) for one in said)
