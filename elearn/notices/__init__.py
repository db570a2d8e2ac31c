"""Notices: what the system tells people, in the app and by letter.

A *notice* is told to one person: of a *kind*, with the *values* its sentence names, and a *link* to
where one goes on. Its sentences are put together when it is read, in the reader's language. A
*key* keeps the same thing from being told twice. A *letter* is an e-mail about a notice, to an
*address* she has confirmed; it is sent by a job, and again after growing pauses if that failed.

Later domains call `tell`; what earlier ones did is found in the `change` outbox by a follower.
"""

from elearn.notices import personal
from elearn.notices.models import Letter, MailAddress, Notice
from elearn.notices.rules import Kind
from elearn.notices.service import tell, tell_deciders

__all__ = [
    "Kind",
    "Letter",
    "MailAddress",
    "Notice",
    "personal",
    "tell",
    "tell_deciders",
]
