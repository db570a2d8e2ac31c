"""The site that the people bench asks: a country, and an inspector for each ground, signed in."""

import time
from datetime import date

from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import accounts, areas, clock, people
from elearn.access import Role
from elearn.app import create_app
from elearn.cli import Installation
from elearn.home.demo.country import Country, make_country
from elearn.home.setup.base import load_base
from elearn.migrations import tables

SEED = 1893
REFORM = date(2025, 7, 1)
ACTORS = {
    "country": ("VN", areas.Level.CENTRAL, REFORM),
    "province": ("33", areas.Level.PROVINCE, REFORM),
    "capital": ("01", areas.Level.PROVINCE, REFORM),
    "commune": ("", areas.Level.COMMUNE, REFORM),
    "abolished province": ("34", areas.Level.PROVINCE, date(2025, 6, 30)),
}


def make(here: Installation, count: int) -> dict[str, float]:
    """Make the country; return what that took by the clock and by the processor."""
    tables.METADATA.create_all(here.database.engine)
    with here.database.writing() as db:
        list(load_base(db, now=clock.now()))
    wall, cpu = time.perf_counter(), time.process_time()
    with here.database.writing() as db:
        for message in make_country(db, Country(count, SEED), now=clock.now()):
            print(f"{time.perf_counter() - wall:7.1f} s  {message}", flush=True)
    took = time.perf_counter() - wall, time.process_time() - cpu
    with here.database.reading() as db:
        tenures = db.scalar(select(func.count()).select_from(people.Tenure)) or 0
    return {
        "people": count,
        "tenures": tenures,
        "make_country_s": round(took[0], 1),
        "make_country_cpu_s": round(took[1], 1),
    }


def enter(here: Installation) -> dict[str, FlaskClient]:
    """Sign an inspector in for each ground: she sees what those see who administer it."""
    app = create_app(here.settings, database=here.database, store=here.store)
    clients = {}
    with here.database.writing() as db:
        for actor in ACTORS:
            token = accounts.open_session(db, account(db, actor), now=clock.now())
            clients[actor] = app.test_client()
            with clients[actor].session_transaction() as cookie:
                cookie.update({"_user_id": token, "_fresh": True})
    return clients


def account(db: Session, actor: str) -> accounts.Account:
    now = clock.now()
    person = people.Person(**people.NewPerson(f"Kiểm tra {actor}").columns)
    db.add(person)
    db.flush()
    name = actor.replace(" ", "-")
    made = accounts.Account(person_id=person.id, user_name=name, created_at=now)
    granted = accounts.RoleGrant(
        person_id=person.id,
        role=Role.INSPECTOR,
        area_id=ground(db, actor),
        valid_from=date(2020, 1, 1),
        recorded_at=now,
    )
    db.add_all([made, granted])
    db.flush()
    return made


def ground(db: Session, actor: str) -> int:
    code, level, day = ACTORS[actor]
    if level is areas.Level.CENTRAL:
        return areas.root(db).id
    if level is areas.Level.COMMUNE:
        return areas.area_meant(db, "Xã Hưng Hà, Hưng Yên", day=day).area_id
    return areas.area_by_code(db, code, level=level, day=day).area_id
