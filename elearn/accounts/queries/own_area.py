"""The area a helper means: the one she names, or her own."""

from datetime import date

from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import Actor
from elearn.accounts.rules import HELPING
from elearn.errors import NotFound
from elearn.text import msg


def area_helped(db: Session, actor: Actor, text: str, *, day: date) -> areas.AreaVersion:
    """Return the area of a name or code, within what the actor answers for; her own if none is.

    :raise NotFound: if there is no such area, and equally if it is not hers to help in; also if
        none is named and she answers for several, as whoever had a province that was merged.
    """
    scopes = sorted(set(actor.scopes(*HELPING)), key=len)
    if not scopes:
        raise _not_hers()
    if not text:
        if any(not scope.startswith(scopes[0]) for scope in scopes):
            raise NotFound(msg("Anh/chị phụ trách nhiều đơn vị. Gõ tên một đơn vị."))
        return areas.version_on(db, int(scopes[0].strip("/").rpartition("/")[2]), day)
    area = areas.area_meant(db, text, day=day)
    if not actor.covers(area.path, *HELPING):
        raise _not_hers()
    return area


def _not_hers() -> NotFound:
    return NotFound(msg("Đơn vị này ngoài phạm vi anh/chị phụ trách."))
