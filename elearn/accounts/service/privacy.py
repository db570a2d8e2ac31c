"""Keep that a person was shown the notice about her data."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from elearn.accounts.models import PrivacyAcceptance
from elearn.db import insert_missing


def accept_notice(
    db: Session, account_ids: Collection[int], version: int, *, now: datetime
) -> None:
    """Keep that these accounts went on from a version of the notice; once is enough."""
    for account_id in account_ids:
        values = {"account_id": account_id, "version": version, "accepted_at": now}
        insert_missing(db, PrivacyAcceptance, **values)
