"""What the worker does for accounts: draws the slips of an order, and removes them in time."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from elearn import clock
from elearn.access import Actor
from elearn.accounts import printing, queries, service, typst
from elearn.accounts.models import SlipBatch, SlipSheet
from elearn.accounts.reader import code_rule_on
from elearn.config import Settings
from elearn.db import Database
from elearn.jobs import Handlers, Work
from elearn.storage import Kept, Store

Drawer = Callable[[], AbstractContextManager[typst.Draw]]
REPORTED = 10  # Sheets between two reports of progress: each is a transaction of its own.


def draw_slips(work: Work, drawer: Drawer = typst.drawer) -> None:
    """Draw the sheets of an order, each in the transaction that makes its codes good.

    The codes of a sheet whose drawing was interrupted were never kept, and open nothing.
    """
    with work.database.reading() as db:
        batch = db.get_one(SlipBatch, int(work.payload["batch"]))
        total = len(queries.sheets_of(db, batch.id))
        left = [sheet.id for sheet in queries.undrawn(db, batch.id)]
    with drawer() as draw:
        for place, sheet_id in enumerate(left, total - len(left) + 1):
            _draw(work, batch, sheet_id, draw)
            if place % REPORTED == 0 or place == total:
                work.report(place, total)


def _draw(work: Work, batch: SlipBatch, sheet_id: int, draw: typst.Draw) -> None:
    now = clock.now()
    terms = service.Terms(work.settings.secret_key, code_rule_on(clock.day_of(now)).code_days)
    with work.database.reading() as db:
        area_id = db.get_one(SlipSheet, sheet_id).area_id
        orderer = queries.actor_of(db, batch.made_by_id, day=clock.day_of(now))
        hand_out = queries.HandOut(orderer, now, since=batch.made_at if batch.anew else None)
        prepared = printing.prepared(db, area_id, work.settings, hand_out)
    codes = service.new_codes([one.account_id for one in prepared.people])
    kept = _kept(work, draw(prepared.sheet(codes))) if codes else None
    with work.database.writing() as db:
        work.hold(db)
        due = service.still_due(db, codes)  # Who came in meanwhile holds a slip that opens nothing.
        good = {key: code for key, code in codes.items() if key in due}
        service.keep_codes(db, Actor(batch.made_by_id), good, terms, now=now)
        sheet = db.get_one(SlipSheet, sheet_id)
        service.keep_sheet(db, sheet, kept, slips=len(codes), now=now)


def _kept(work: Work, drawn: bytes) -> Kept:
    with work.folder() as folder:
        paper = folder / "slips.pdf"
        paper.write_bytes(drawn)
        return work.store.keep(paper)


def remove_outlived(settings: Settings, database: Database) -> bool:
    """Remove the files of slips that were kept long enough; return whether there were any."""
    now = clock.now()
    rule = code_rule_on(clock.day_of(now))
    with database.reading() as db:
        if not queries.outlived(db, rule, now=now):
            return False
    with database.writing() as db:
        old = queries.outlived(db, rule, now=now)
        service.remove_files(db, Store.of(settings), old, now=now)
    return bool(old)


HANDLERS: Handlers = {service.DRAW: draw_slips}
FOLLOWERS = (remove_outlived,)
