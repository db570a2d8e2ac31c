"""The site that the progress bench loads: the real application, and two views that do nothing."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy
from flask import Flask, request, session
from flask_login import login_required
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session

from elearn import accounts, clock, learning, media, people, storage
from elearn.app import create_app
from elearn.cli import Installation
from elearn.config import Settings
from elearn.learning.rules import Visit
from elearn.migrations import tables

LEARNERS = 64
LENGTH = 2700  # A lecture of 45 minutes.
ROOT = Path(__file__).resolve().parents[2]
_SHOWN = {
    "sqlite": ("PRAGMA ", ("journal_mode", "synchronous")),
    "postgresql": ("SHOW ", ("server_version", "fsync", "synchronous_commit", "full_page_writes")),
}


def application() -> Flask:
    """Return the application of a server's environment, with the two views beside its own."""
    app = create_app(Settings.from_environment(os.environ))

    @app.get("/hello")
    def hello() -> str:
        return "ok"

    @app.post("/floor")
    @login_required  # type: ignore[untyped-decorator]  # flask-login has no types
    def floor() -> dict[str, Any]:
        return {"reports": len(request.get_json()["reports"])}

    return app


def environment(url: str, home: Path) -> dict[str, str]:
    """Return the environment of a server on this database."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("ELEARN_")}
    return plain | {
        "PYTHONPATH": str(ROOT),
        "ELEARN_HOME": str(home),
        "ELEARN_DATABASE_URL": url,
        "ELEARN_SECRET_KEY": "progress",
    }


def installation(surroundings: dict[str, str]) -> Installation:
    return Installation.of(Settings.from_environment(surroundings))


def fill(here: Installation, learners: Path) -> None:
    """Make the tables and the learners, each at an open lecture; write what tells them apart."""
    tables.METADATA.create_all(here.database.engine)
    app = create_app(here.settings, database=here.database)
    with here.database.writing() as db:
        learning.load_rules(db)
        lines = ["\t".join(_learner(app, db, number)) for number in range(LEARNERS)]
    learners.write_text("\n".join(lines) + "\n")


def _learner(app: Flask, db: Session, number: int) -> Iterator[str]:
    """Yield a learner's cookie, her CSRF token, and her watch session."""
    now = clock.now()
    person = people.Person(**people.NewPerson(f"Nguyễn Thị {number}").columns)
    db.add(person)
    db.flush()
    account = accounts.Account(person_id=person.id, user_name=f"learner{number}", created_at=now)
    db.add(account)
    db.flush()
    token = accounts.open_session(db, account, now=now)
    with app.test_request_context():
        session.update({"_user_id": token, "_fresh": True})
        csrf = generate_csrf()
        signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        yield f"session={signer.dumps(dict(session))}"
        yield csrf
    terms = learning.terms_on(db, clock.day_of(now), interval=15)
    visit = Visit(_film(db, number), LENGTH)
    yield learning.open_watch(db, person.id, visit, terms=terms, now=now).session


def _film(db: Session, number: int) -> int:
    now = clock.now()
    file = storage.StoredFile(sha256=f"{number:064}", size=1, media_type="video/mp4", kept_at=now)
    medium = media.Medium(title=f"Bài {number}", created_at=now)
    db.add_all([file, medium])
    db.flush()
    version = media.MediumVersion(
        medium_id=medium.id,
        number=1,
        source_id=file.id,
        file_name="bai.mp4",
        uploaded_at=now,
        state=media.VersionState.READY,
        duration_ms=LENGTH * 1000,
        ready_at=now,
    )
    db.add(version)
    db.flush()
    return version.id


def reports_kept(here: Installation) -> int:
    """Return how many reports the database holds."""
    total = sqlalchemy.func.sum(learning.WatchEvidence.reports)
    with here.database.reading() as db:
        return db.scalar(sqlalchemy.select(total)) or 0


def durability(here: Installation) -> dict[str, Any]:
    """Return what the engine itself says of how it keeps a commit, on a connection of ours."""
    ask, names = _SHOWN[here.database.engine.dialect.name]
    with here.database.writing() as db:
        return {name: db.scalar(sqlalchemy.text(ask + name)) for name in names}
