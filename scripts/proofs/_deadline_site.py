"""What stands on deadline day: a filled database, two web workers, and nginx before them."""

import os
import platform
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from flask import Flask
from flask import session as cookie
from sqlalchemy import text
from sqlalchemy.orm import Session

from elearn import accounts, catalogue, clock, learning, media, people
from elearn.app import create_app
from elearn.cli import Installation, serve
from elearn.config import Settings
from elearn.learning.rules import Terms, Visit
from elearn.media import nginx
from elearn.media.nginx import Files, Site
from elearn.storage import Directory
from tests import bases
from tests.make import catalogue as teaching
from tests.make import media as films
from tests.media import webserver

LENGTH = 2700  # A lecture of 45 minutes.
FIRST_INTERVAL = 15  # What players are told before there is any load.
LECTURE, PROGRAMME = "HV-01", "CT-HV"
ROOT = Path(__file__).resolve().parents[2]
_AT_ONCE = 500
_SECRET = "deadline"  # noqa: S105  # Of the proof alone.
_CONNECTIONS = 4096


@dataclass(frozen=True, slots=True)
class Seat:
    """A learner as her browser knows her: the cookie of her sign-in, and her watch session."""

    cookie: str
    session: str


@dataclass(frozen=True, slots=True)
class Running:
    """Where nginx listens, and the first processes of both servers."""

    port: int
    web: int
    nginx: int


def settings(home: Path, database_url: str) -> Settings:
    """Return the settings of the day: two web workers, players told to report often."""
    return Settings.from_environment(_environment(home, database_url))


def _environment(home: Path, database_url: str) -> dict[str, str]:
    plain = {name: text for name, text in os.environ.items() if not name.startswith("ELEARN_")}
    return plain | {
        "PYTHONPATH": str(ROOT),
        "ELEARN_HOME": str(home),
        "ELEARN_DATABASE_URL": database_url,
        "ELEARN_SECRET_KEY": _SECRET,
        "ELEARN_WEB_WORKERS": "2",
        "ELEARN_REPORT_INTERVAL_SECONDS": str(FIRST_INTERVAL),
        "ELEARN_TRUSTED_PROXIES": "1",
    }


def fill(here: Installation, count: int) -> Iterator[list[Seat]]:
    """Yield so many learners, signed in and at an open lecture, as they are seated."""
    app = create_app(here.settings, database=here.database)
    with here.database.writing() as db:
        learning.load_rules(db)
        film = films.playable(db, seconds=LENGTH)
        lecture = teaching.lecture(db, LECTURE, medium_id=film.medium_id)
        module = teaching.module(db, lectures=[lecture])
        version_id = teaching.programme(db, PROGRAMME, [module]).id
    for first in range(0, count, _AT_ONCE):
        with here.database.writing() as db:
            programme = db.get_one(catalogue.ProgrammeVersion, version_id)
            yield _seated(app, db, programme, film, range(first, min(count, first + _AT_ONCE)))


def _seated(
    app: Flask,
    db: Session,
    programme: catalogue.ProgrammeVersion,
    film: media.Playable,
    numbers: range,
) -> list[Seat]:
    now = clock.now()
    hers = [people.Person(**people.NewPerson(f"Nguyễn Thị {one}").columns) for one in numbers]
    db.add_all(hers)
    db.flush()
    owned = [
        accounts.Account(person_id=one.id, user_name=f"hoc-vien-{one.id}", created_at=now)
        for one in hers
    ]
    db.add_all(owned)
    db.flush()
    notice = accounts.notice_on(clock.day_of(now)).version
    accounts.accept_notice(db, [one.id for one in owned], notice, now=now)
    terms = learning.terms_on(db, clock.day_of(now), interval=FIRST_INTERVAL)
    seats = []
    for person, account in zip(hers, owned, strict=True):
        learning.enrol(db, person, programme, now=now)
        token = accounts.open_session(db, account, now=now)
        seats.append(Seat(_signed(app, token), _opened(db, person, film, terms)))
    return seats


def _opened(db: Session, person: people.Person, film: media.Playable, terms: Terms) -> str:
    visit = Visit(film.version_id, film.seconds)
    return learning.open_watch(db, person.id, visit, terms=terms, now=clock.now()).session


def _signed(app: Flask, token: str) -> str:
    with app.test_request_context():
        cookie.update({"_user_id": token, "_fresh": True})
        signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]  # Flask's own cookies have one.
        return f"session={signer.dumps(dict(cookie))}"


@contextmanager
def filled(home: Path, database_url: str) -> Iterator[Installation]:
    """Give an installation on a database with the base data."""
    with bases.filled(database_url) as engine:
        engine.dispose()
        yield Installation.of(settings(home, database_url))


@contextmanager
def serving(here: Installation, home: Path) -> Iterator[Running]:
    """Run the web server as `elearn serve` does, and nginx by the configuration it is given."""
    with webserver.listening() as outer, webserver.listening() as inner:
        command = serve.web_command(here.settings, f"fd://{inner.fileno()}")
        surroundings = _environment(home, here.settings.database_url)
        web = subprocess.Popen(command, env=surroundings, cwd=ROOT, pass_fds=[inner.fileno()])
        site = _site(here, home, outer.getsockname()[1], inner.getsockname()[1])
        try:
            with webserver.serving(site, home / "nginx", outer, connections=_CONNECTIONS) as front:
                yield Running(outer.getsockname()[1], web.pid, front)
        finally:
            web.terminate()
            web.wait()


def _site(here: Installation, home: Path, outer: int, inner: int) -> str:
    site = Site("localhost", f"127.0.0.1:{outer}", f"127.0.0.1:{inner}", home)
    store = here.store
    folder = store.folder if isinstance(store, Directory) else None
    key = here.settings.secret_key
    return nginx.configuration(site, Files(folder), secret_key=key, upload_limit_mb=2048)


def settings_of(here: Installation) -> dict[str, object]:
    """Return on what the day was run, and how durable what it kept is."""
    with here.database.engine.connect() as connection:
        shown = ("server_version", "fsync", "synchronous_commit")
        durability = {name: connection.scalar(text(f"SHOW {name}")) for name in shown}
    return {
        "workers": here.settings.web_workers,
        "threads": here.settings.web_threads,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "gunicorn": version("gunicorn"),
        **durability,
    }
