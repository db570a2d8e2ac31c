"""A session's first report in a form begins its evidence."""

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import LargeBinary, bindparam, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from elearn.db import UtcDateTime
from elearn.learning.models import WatchEvidence, WatchSession
from elearn.learning.rules import Form, SessionKind
from elearn.learning.service.keeping.read import hold_budgets

#: Whose session, by its token, and the form that is reported.
Begun = tuple[int, str, Form]


def begin_forms(
    db: Session, wanted: Collection[Begun], *, among_all: Collection[str], now: datetime
) -> None:
    """Begin the evidence of sessions in these forms, where they are hers.

    `among_all` are the sessions that are reported for together. The budgets of them all are locked
    before anything is written, in the order in which reports lock them: of two who keep many
    reports, neither may hold what the other waits for.
    """
    connection = db.connection()
    hold_budgets(connection, among_all)
    given = [
        {"the_person": person_id, "the_token": token, "the_form": form, "the_moment": now}
        for person_id, token, form in wanted
    ]
    connection.execute(_begin(connection.dialect.name), given)


def hold_sessions(db: Session, tokens: Collection[str]) -> None:
    """Lock the budgets of all whose sessions these are, before anything else of theirs."""
    hold_budgets(db.connection(), tokens)


@cache
def _begin(dialect: str) -> Any:
    """Return the statement, put together once; a second device may be as quick."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    nothing, moment = literal(b"", LargeBinary()), bindparam("the_moment", type_=UtcDateTime())
    evidence = {
        WatchEvidence.watch_session_id: WatchSession.id,
        WatchEvidence.form: bindparam("the_form", type_=WatchEvidence.form.type),
        WatchEvidence.claimed: nothing,
        WatchEvidence.refused: nothing,
        WatchEvidence.credited_seconds: literal(0),
        WatchEvidence.reports: literal(0),
        WatchEvidence.first_at: moment,
        WatchEvidence.last_at: moment,
    }
    hers = select(*evidence.values()).where(
        WatchSession.token == bindparam("the_token"),
        WatchSession.person_id == bindparam("the_person"),
        # Who was present is credited by what the leader's screen played, never by a report of hers.
        WatchSession.kind != SessionKind.SHARED,
    )
    return insert(WatchEvidence).from_select([*evidence], hers).on_conflict_do_nothing()
