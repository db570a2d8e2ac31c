"""A database of the kernel's own: its tests commit, and come by several connections."""

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from sqlalchemy import delete

from elearn.db import Base, Change, Database
from elearn.jobs import Job, JobWorker, Work
from elearn.storage import Directory, StoredFile
from tests import bases, own
from tests.kernel import queueing
from tests.kernel.tables import Apart, Sample

TABLES = (Job, JobWorker, StoredFile, Change, Sample)


@pytest.fixture(scope="session")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with own.address(tmp_path_factory.mktemp("kernel")) as address:
        database = Database.at(address)
        ours = {table.__tablename__ for table in TABLES[:-1]}
        tables = [table for table in Base.metadata.sorted_tables if table.name in ours]
        Base.metadata.create_all(database.engine, tables)
        Apart.metadata.create_all(database.engine)
        yield database
        database.engine.dispose()


@pytest.fixture
def real(kernel: Database) -> Iterator[Database]:
    """A database that really commits; what a test leaves is swept up."""
    yield kernel
    with kernel.writing() as db:
        for table in TABLES:
            db.execute(delete(table))


@pytest.fixture
def count_statements(kernel: Database) -> Callable[[], AbstractContextManager[list[str]]]:
    """`with count_statements() as statements: …` collects what is run on the kernel's database."""
    return lambda: bases.statements_on(kernel.engine)


@pytest.fixture
def work(real, tmp_path):
    """`work("a")` is what worker a holds in its hands of the job "one"."""
    settings, store = bases.settings_at(tmp_path), Directory(tmp_path)
    [job_id] = queueing.enqueue(real, "one")
    return lambda worker: Work(job_id, worker, {}, settings, real, store)


@pytest.fixture
def keep_signals() -> Iterator[None]:
    """A worker takes the signals of its process; afterwards they are given back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
