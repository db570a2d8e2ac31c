"""Changes to notices: told, read, sent on by letter, and drawn from the outbox."""

from elearn.notices.service.addresses import confirm_address, give_address, remove_address
from elearn.notices.service.following import follow, is_behind
from elearn.notices.service.posting import claim, give_back, is_refused, is_sent, pause, resume
from elearn.notices.service.reading import read, read_all
from elearn.notices.service.telling import tell
from elearn.notices.service.waiting import tell_deciders

__all__ = [
    "claim",
    "confirm_address",
    "follow",
    "give_address",
    "give_back",
    "is_behind",
    "is_refused",
    "is_sent",
    "pause",
    "read",
    "read_all",
    "remove_address",
    "resume",
    "tell",
    "tell_deciders",
]
