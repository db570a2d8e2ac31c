"""Looks at a person's full record, written down while a page only reads."""

from elearn import audit, clock
from elearn.web.session import db, here
from elearn.web.sign_in import actor


def look_at(key: int, action: str = "look", subject: str = "person") -> None:
    """Note who looks at another person's record, in a short transaction between the page's own.

    On SQLite a page that reads would keep the older state in sight; so it begins anew.
    """
    if subject != "person" or key != actor().person_id:
        db().rollback()
        with here().database.writing() as short:
            audit.record(short, actor(), action, subject, key, now=clock.now())
