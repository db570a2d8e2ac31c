"""Puts the web application together; the only module that knows every domain's views."""

from flask import Flask
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from elearn.accounts import views as accounts
from elearn.areas import views as areas
from elearn.catalogue import views as catalogue
from elearn.certificates import views as certificates
from elearn.classes import views as classes
from elearn.cli import Installation
from elearn.config import Settings
from elearn.coverage import views as coverage
from elearn.db import Database
from elearn.home.audits import views as audits
from elearn.home.changes import views as changes
from elearn.home.operations import views as operations
from elearn.home.privacy import views as privacy
from elearn.home.ruling import views as ruling
from elearn.home.start import views as home
from elearn.learning import reporting
from elearn.learning import views as learning
from elearn.learning.offline import views as offline
from elearn.learning.signals import views as signals
from elearn.learning.viewings import views as viewings
from elearn.media import serving
from elearn.media import views as media
from elearn.notices import views as notices
from elearn.people import views as people
from elearn.search import views as search
from elearn.storage import Store
from elearn.web import (
    addresses,
    assets,
    components,
    errors,
    fields,
    headers,
    i18n,
    limits,
    manifest,
    navigation,
    preferences,
    session,
    sign_in,
    spelling,
    worker,
)

BLUEPRINTS = (
    accounts.bp,
    areas.bp,
    people.bp,
    notices.bp,
    media.bp,
    catalogue.bp,
    learning.bp,
    offline.bp,
    signals.bp,
    viewings.bp,
    classes.bp,
    certificates.bp,
    search.bp,
    coverage.bp,
    audits.bp,
    privacy.bp,
    operations.bp,
    home.bp,
    changes.bp,
    ruling.bp,
)
# What stands later sees an answer earlier: it is committed first, so that whatever it then says
# goes out with its headers; and a body is measured before a token is looked for in it.
_DOORS = (addresses, errors, headers, assets, i18n, preferences, session, limits, sign_in)
_FACE = (components, fields, manifest, navigation, spelling, worker)

_COMPRESSED = [
    *("text/html", "text/css", "text/javascript", "text/plain", "text/vtt", "image/svg+xml"),
    *("application/json", "application/manifest+json", "application/vnd.apple.mpegurl"),
]


def create_app(
    settings: Settings, *, database: Database | None = None, store: Store | None = None
) -> Flask:
    """Return the application for these settings; tests hand in their own database and store."""
    app = Flask(__name__, static_url_path="/static", template_folder="../templates")
    app.extensions["installation"] = Installation(
        settings,
        database or Database.at(settings.database_url),
        store or Store.of(settings),
    )
    _configure(app, settings)
    for door in (*_DOORS, *_FACE):
        door.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    Compress(app)
    app.extensions["desk"] = _desk(app, settings)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    """Tell Flask what it must know of the settings, and put before it what stands there."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=settings.upload_limit_mb * 1_000_000,
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_MIMETYPES=_COMPRESSED,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.globals["settings"] = settings
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]  # Flask's documented way
    app.wsgi_app = serving.Door(app.wsgi_app, lambda: _files_of(app))  # type: ignore[method-assign]  # Flask's documented way


def _desk(app: Flask, settings: Settings) -> reporting.Desk:
    """Return the desk that takes reports beside the pages; the board is there before any fork."""
    token_in = sign_in.reader_of_tokens(app)

    def house() -> reporting.House:
        return reporting.House(app.extensions["installation"].database, token_in)

    return reporting.Desk(
        house, reporting.Pace(settings.report_interval_seconds, reporting.Board())
    )


def _files_of(app: Flask) -> tuple[str, Store]:
    """Return what the files of an application are signed with, and where they lie."""
    here: Installation = app.extensions["installation"]
    return here.settings.secret_key, here.store
