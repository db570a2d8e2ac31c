"""Give the heads of communes the rights that go with their posts, all in one go."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import Actor, Role
from elearn.accounts.queries import chairs_without_rights
from elearn.accounts.service.granting import Granted, grant


def grant_to_chairs(
    db: Session, actor: Actor, tenure_ids: Collection[int], *, now: datetime
) -> int:
    """Let those of these chairs administer their communes who do not yet; return how many.

    Who lost the post since the list was shown, or was given the right meanwhile, is left out.
    """
    today = clock.day_of(now)
    wanted = set(tenure_ids)
    chairs = [one for one in chairs_without_rights(db, actor, day=today) if one.tenure_id in wanted]
    for one in chairs:
        granted = Granted(Role.ADMINISTRATOR, one.area_id, today)
        grant(db, actor, one.person_id, granted, now=now)
    return len(chairs)
