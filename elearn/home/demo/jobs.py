"""What the worker does for the demo."""

from elearn.home.demo.films import JOB, film
from elearn.jobs import Handlers

HANDLERS: Handlers = {JOB: film}
