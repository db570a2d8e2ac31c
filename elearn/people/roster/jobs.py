"""What the worker does for rosters: reads, compares, writes and takes back batches."""

from collections.abc import Callable

from elearn.config import Settings
from elearn.db import Database
from elearn.jobs import Handlers, Work
from elearn.storage import Store

Report = Callable[[int, int], None]


def nothing_to_tell(_done: int, _total: int) -> None:
    """Hear how far something is, and tell nobody."""


def run_step(
    database: Database,
    store: Store,
    settings: Settings,
    batch_id: int,
    report: Report = nothing_to_tell,
) -> None:
    """Do what the state of a batch asks for; safe to repeat, to kill and to do twice at once."""


def _do(work: Work) -> None:
    run_step(work.database, work.store, work.settings, int(work.payload["batch"]), work.report)


HANDLERS: Handlers = {f"roster-{step}": _do for step in ("read", "compare", "commit", "undo")}
