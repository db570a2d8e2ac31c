"""What the worker does for the demo."""

from elearn.home.demo import films, watching
from elearn.jobs import Handlers

HANDLERS: Handlers = {films.JOB: films.film, watching.JOB: watching.watch}
