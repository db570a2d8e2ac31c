"""The application for a server."""

import os

from elearn.app import create_app
from elearn.config import Settings

application = create_app(Settings.from_environment(os.environ))
