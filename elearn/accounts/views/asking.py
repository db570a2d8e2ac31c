"""Her password, asked once more on a form: before a second factor, before a link."""

from datetime import datetime

from elearn import accounts
from elearn.accounts.views.door import device, guard
from elearn.accounts.views.factor_forms import BeginForm
from elearn.web import db, keep, presence, reading, told


def is_hers(form: BeginForm, now: datetime) -> bool:
    """Return whether the password on a form is hers who sits there; else the form says why not.

    The slow test holds nobody up; only the count of it is written.
    """
    typed = form.password.data or "", device()
    with reading() as reader:
        examined = accounts.examine_hers(reader, presence(), typed, guard(now), now=now)
    failure = accounts.ask_password(db(), examined, guard(now), now=now)
    if failure:
        keep()
        form.password.errors = [told(failure.message)]
    return failure is None
