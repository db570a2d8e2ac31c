"""Engines that keep what they have committed, and whose readers cannot write."""

import select
import threading
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from elearn.errors import Refusal
from elearn.text import msg

_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_WHICH_DATABASE = msg("ELEARN_DATABASE_URL phải bắt đầu bằng sqlite:/// hoặc postgresql://.")
_PATIENCE_SECONDS = 30
_WRITER = "-c timezone=UTC -c synchronous_commit=on"
_READER = "-c timezone=UTC -c default_transaction_read_only=on"
#: The pool holds more than there are threads: a connection beyond it would be made anew for every
#: request. An error is kept with its job and in logs, which need not know whose names it was about.
#: Our pages ask some thousand statements; with room for fewer they are put into words ever again.
_STATEMENTS = 3_000
_ALWAYS = {
    "pool_size": 40,
    "max_overflow": 0,
    "hide_parameters": True,
    "query_cache_size": _STATEMENTS,
}


def engines_at(url: str) -> tuple[Engine, Engine]:
    """Return the engine of readers and the engine of writers; disposing of that ends both.

    :raise Refusal: if it is not the address of a kind we know.
    """
    address = _address(url)
    return _sqlite(address) if address.drivername == "sqlite" else _postgresql(address)


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise Refusal(_WHICH_DATABASE) from None
    if address.drivername not in _DRIVERS:
        raise Refusal(_WHICH_DATABASE)
    return address.set(drivername=_DRIVERS[address.drivername])


def _sqlite(address: URL) -> tuple[Engine, Engine]:
    """Make SQLite durable, strict about foreign keys, and honest about who may write.

    A deferred transaction that reads and then writes fails at once with "database is locked";
    so a writer takes the lock when it begins, and a reader is kept from writing at all. SQLite lets
    those who wait look again after longer and longer pauses; so the threads of a process queue up
    for a turn, and only processes have to look.
    """
    writer = create_engine(address, connect_args={"timeout": _PATIENCE_SECONDS}, **_ALWAYS)
    event.listen(writer, "connect", _prepare)
    _take_turns(writer)
    event.listen(writer, "begin", _begin)
    return writer.execution_options(elearn_reads=True), writer


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "case_sensitive_like = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _reads(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("elearn_reads", False))


def _begin(connection: Connection) -> None:
    reads = _reads(connection)
    if connection.info.get("query_only") is not reads:
        connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if reads else 'OFF'}")
        connection.info["query_only"] = reads
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _take_turns(writer: Engine) -> None:
    """Have the writers of this process queue up; a turn ends when the connection is given back."""
    turn = threading.Lock()

    @event.listens_for(writer, "begin")
    def _wait(connection: Connection) -> None:
        if not _reads(connection) and "turn" not in connection.info:
            connection.info["turn"] = turn.acquire(timeout=_PATIENCE_SECONDS)

    @event.listens_for(writer, "checkin")
    def _give_way(_connection: object, record: ConnectionPoolEntry) -> None:
        if record.info.pop("turn", False):
            turn.release()


def _postgresql(address: URL) -> tuple[Engine, Engine]:
    """Make PostgreSQL durable for writers, and refuse writes on the connections of readers.

    A reader needs no transaction: each statement there sees what was committed before it, as it
    would within one, and is answered in one round trip instead of three.
    """
    writer = create_engine(address, connect_args={"options": _WRITER}, **_ALWAYS)
    reader = create_engine(
        address, connect_args={"options": _READER}, isolation_level="AUTOCOMMIT", **_ALWAYS
    )
    for engine in (reader, writer):
        event.listen(engine, "checkout", _look_alive)
    event.listen(writer, "engine_disposed", lambda _engine: reader.dispose())
    return reader, writer


def _look_alive(connection: Any, _record: object, _proxy: object) -> None:
    """Have a connection replaced that the server has closed, without asking the server.

    :raise DisconnectionError: which tells the pool to open another.
    """
    if connection.closed or _has_something_to_read(connection.fileno()):
        raise DisconnectionError  # Between two requests a server says nothing but goodbye.


def _has_something_to_read(descriptor: int) -> bool:
    watch = select.poll()
    watch.register(descriptor, select.POLLIN)
    return bool(watch.poll(0))
