"""What the worker does for learning: each file below has its handlers, or its followers."""

from elearn.jobs import Handlers
from elearn.learning.jobs import curves, giving
from elearn.learning.offline import jobs as offline
from elearn.learning.signals import jobs as signals

HANDLERS: Handlers = {**giving.HANDLERS, **offline.HANDLERS}
FOLLOWERS = (*curves.FOLLOWERS, *signals.FOLLOWERS, *offline.FOLLOWERS)
