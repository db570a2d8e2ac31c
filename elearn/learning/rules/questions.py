"""Who asks, who answers, and what may stand in a question."""

import re

from elearn import media
from elearn.access import Actor, Role
from elearn.errors import InvalidInput
from elearn.text import msg, nfc

#: Those who teach any lecture; who made a lecture's film teaches that one.
TEACHERS = (Role.INSTRUCTOR, Role.CENTRAL)
LONGEST_QUESTION, LONGEST_ANSWER, LONGEST_REASON = 1000, 2000, 300
#: So many of one person may wait under one lecture: the next one when one of them is answered.
MOST_OPEN = 5
_BREAKS = re.compile(r"\n{3,}")


def may_answer(actor: Actor, film_owner_id: int | None) -> bool:
    """Return whether somebody may answer and hide what is asked under a lecture."""
    return actor.has(*TEACHERS) or media.may_change(actor, film_owner_id)


def words(text: str, longest: int) -> str:
    """Return what was written, line by line, in one spelling.

    :raise InvalidInput: naming `text`, if there is nothing or too much.
    """
    lines = "\n".join(nfc(line) for line in text.splitlines())
    spelled = _BREAKS.sub("\n\n", lines).strip()
    if not spelled:
        raise InvalidInput(text=msg("Chưa viết gì."))
    if len(spelled) > longest:
        raise InvalidInput(text=msg("Dài nhất %(count)s ký tự.", count=longest))
    return spelled
