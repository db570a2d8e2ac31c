"""The country that coverage is proved on: made on each database by the same seed."""

import time
from datetime import date
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from elearn import clock, coverage, learning, people
from elearn.config import Settings
from elearn.db import Database
from elearn.home.demo.country import Country, make_country
from elearn.home.setup.base import load_base
from elearn.migrations import tables

SEED, TURNS_A_PERSON = 1893, 10
FIRST, LAST = date(2019, 1, 1), date(2026, 10, 31)
REFORM_EVE = date(2025, 6, 30)


def fill(url: str, people_count: int) -> dict[str, float]:
    """Make a country, and return how many rows it has and how long that took."""
    database = Database.at(url)
    tables.METADATA.drop_all(database.engine)
    tables.METADATA.create_all(database.engine)
    with database.writing() as db:
        list(load_base(db, now=clock.now()))
        coverage.load_definitions(db, coverage.schemes(), now=clock.now())
    wanted = Country(people_count, SEED, people_count * TURNS_A_PERSON)
    begun = time.perf_counter()
    with database.writing() as db:
        for message in make_country(db, wanted, now=clock.now()):
            print(f"{time.perf_counter() - begun:7.1f} s  {message}", flush=True)
    took = time.perf_counter() - begun
    _look_over(database)
    with database.reading() as db:
        rows = _rows(db)
    database.engine.dispose()
    return {**rows, "make_country_s": round(took, 1)}


def _look_over(database: Database) -> None:
    """Have PostgreSQL know what is in its tables, as it does by itself some minutes later."""
    if database.engine.dialect.name == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as one:
            one.execute(text("VACUUM ANALYZE"))


def _rows(db: Session) -> dict[str, float]:
    counted = (people.Person, people.Tenure, learning.Completion)
    return {
        f"{one.__tablename__}s": db.scalar(select(func.count()).select_from(one)) or 0
        for one in counted
    }


def settings_at(home: Path, url: str) -> Settings:
    home.mkdir()
    return Settings(
        home=home,
        database_url=url,
        storage_url=f"file://{home}/files",
        secret_key="coverage",  # noqa: S106  # Nobody else comes to this site.
    )
