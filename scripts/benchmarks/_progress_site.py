"""The site that the progress bench loads: the real application, and two views that do nothing."""

import os
import secrets
from datetime import timedelta
from pathlib import Path

from flask import request
from flask_login import login_required
from flask_wtf.csrf import generate_csrf
from sqlalchemy import text

from elearn import accounts, areas, clock, learning, media, migrations, people
from elearn.app import create_app
from elearn.cli import Installation
from elearn.config import Settings

LEARNERS = 64
LENGTH = 2700  # A lecture of 45 minutes.


def environment(url: str, home: Path) -> dict[str, str]:
    """Return the environment of a server on this database."""
    path = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).resolve().parents[2])])
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("ELEARN_")},
        "PYTHONPATH": path,
        "ELEARN_HOME": str(home),
        "ELEARN_DATABASE_URL": url,
        "ELEARN_SECRET_KEY": "progress",
    }
