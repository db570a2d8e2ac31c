"""The second factor of the demo's central account: its secret is known, for everybody to try."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import accounts
from elearn.errors import NotFound

USER = "trunguong"
SECRET = "BAIGIANGDUNGTHUBAIGIANGDUNGTHU26"  # noqa: S105  # Printed on the table of the demo.


def load_factor(db: Session, *, key: str, now: datetime) -> None:
    """Have the central account asked for six digits; one that is so already is left alone."""
    try:
        account = accounts.account_named(db, USER)
    except NotFound:
        return
    if db.get(accounts.SecondFactor, account.id) is None:
        accounts.give_factor(db, account.id, SECRET, key=key, now=now)
