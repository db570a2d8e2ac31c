"""One transaction a request: readers cannot write, writers commit here and nowhere else."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, Response, current_app, g, request
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from elearn.cli import Installation
from elearn.web.errors import already_changed, failed

_READS = {"GET", "HEAD", "OPTIONS"}


def here() -> Installation:
    """Return the installation this application serves."""
    installation: Installation = current_app.extensions["installation"]
    return installation


def db() -> Session:
    """Return this request's session."""
    if "db" not in g:
        database = here().database
        g.db = database.reads() if request.method in _READS else database.writes()
    session: Session = g.db
    return session


@contextmanager
def reading() -> Iterator[Session]:
    """Give a session for a look that holds nobody up, before a slow step or the page's own writes.

    A writer has SQLite's only lock from its first statement on; so who is asking, and whether a
    password is right, is found out apart from it.
    """
    if request.method in _READS:
        yield db()
    else:
        with here().database.reading() as short:
            yield short


def keep() -> None:
    """Have this request's changes committed although it answers with an error.

    A failed sign-in is refused, and counted.
    """
    g.keep = True


def _commit(response: Response) -> Response:
    if "db" in g and request.method not in _READS and (response.status_code < 400 or "keep" in g):
        try:
            g.db.commit()
        except IntegrityError as error:
            return already_changed(error)
        except SQLAlchemyError as error:
            return failed(error)
    return response


def _close(_error: BaseException | None) -> None:
    if session := g.pop("db", None):
        session.close()  # What was not committed is rolled back.


def init_app(app: Flask) -> None:
    app.after_request(_commit)
    app.teardown_request(_close)
