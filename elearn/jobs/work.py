"""What a handler holds in its hands while it does a job."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.orm import Session

from elearn import clock
from elearn.config import Settings
from elearn.db import Database
from elearn.jobs.running import extend
from elearn.storage import Store


@dataclass(frozen=True, slots=True)
class Work:
    """What a handler is given: its job's payload and the outside things it may use."""

    job_id: int
    worker: str
    payload: dict[str, Any]
    settings: Settings
    database: Database
    store: Store

    def report(self, done: int, total: int) -> None:
        """Record progress and extend the lease.

        :raise LeaseLost: if the job is no longer this worker's.
        :raise Cancelled: if nobody wants the job any more.
        """
        with self.database.writing() as db:
            extend(db, self, done=min(done, total), total=total, now=clock.now())

    def hold(self, db: Session) -> None:
        """Make sure, in the transaction that writes an outcome, that it is this worker's to write.

        Nobody can take the job over, or cancel it, until that transaction ends.

        :raise LeaseLost: if somebody has taken it over.
        :raise Cancelled: if somebody has cancelled it.
        """
        extend(db, self, done=0, total=0, now=clock.now())

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """Give a folder of the job's own for the while.

        What a run of it that was killed left on this machine is cleared away.
        """
        prefix = f"job-{self.job_id}-"
        for left in self.settings.temporary.glob(f"{prefix}*"):
            shutil.rmtree(left, ignore_errors=True)
        with TemporaryDirectory(dir=self.settings.temporary, prefix=prefix) as name:
            yield Path(name)


Handler = Callable[[Work], None]
Handlers = Mapping[str, Handler]
