"""What the worker does for the search: follow the outbox."""

from elearn import clock
from elearn.config import Settings
from elearn.db import Database
from elearn.search.service import follow
from elearn.search.shelf import Shelf


def keep_up(settings: Settings, database: Database) -> bool:
    """Bring this home's index up to date; return whether there was anything to do."""
    with database.reading() as db:
        return follow(db, Shelf.of(settings), now=clock.now())


FOLLOWERS = (keep_up,)
