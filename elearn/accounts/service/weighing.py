"""Is this the password of that name? A slow test first, then a short transaction that counts.

A test takes some thirty milliseconds and up to eight may be due; meanwhile nobody else shall wait
for the database. So `examine` only reads, and `weigh` asks again, under a lock on the accounts
meant, whether the name has tries left: of a burst of guesses sent at once only as many count as
are allowed, and to the rest even the right password answers nothing.
"""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts.models import Account
from elearn.accounts.queries import candidates, failures_against, failures_from, known_at
from elearn.accounts.rules import LOCAL, network_pause_until, standing
from elearn.accounts.service import outcomes
from elearn.accounts.service.failures import forgive, note_failure
from elearn.accounts.service.guard import Guard, Knock
from elearn.accounts.service.outcomes import Failure


@dataclass(frozen=True, slots=True)
class Examined:
    """A knock whose password was tested: the accounts meant, and the hashes it matched."""

    knock: Knock
    meant: tuple[int, ...] = ()
    matched: dict[int, str] = field(default_factory=dict, repr=False)
    renewed: dict[int, str] = field(default_factory=dict, repr=False)


def examine(db: Session, knock: Knock, guard: Guard, *, now: datetime) -> Examined:
    """Test the password against every account the name may mean. Reads only, and takes its time.

    A name nobody has costs as much as a name one person has; only who shares a telephone takes
    longer. While a name waits nothing is tested.
    """
    if _pause_of(db, knock, guard, now=now):
        return Examined(knock)
    meant = candidates(db, knock.name)
    if not meant:
        guard.passwords.spend(knock.password)
    matched = {
        one.account_id: one.password_hash
        for one in meant
        if guard.passwords.matches(knock.password, one.password_hash)
    }
    outdated = [key for key, hash_ in matched.items() if guard.passwords.is_outdated(hash_)]
    renewed = {key: guard.passwords.hash(knock.password) for key in outdated}
    return Examined(knock, tuple(one.account_id for one in meant), matched, renewed)


def weigh(
    db: Session, examined: Examined, guard: Guard, *, now: datetime
) -> list[Account] | Failure:
    """Return the accounts that matched and forgive the name; or count a failure.

    The caller keeps the transaction although it ends in a `Failure`: it holds the count.
    """
    knock = examined.knock
    accounts = _locked(db, examined)
    if pause := _pause_of(db, knock, guard, now=now):
        return pause
    subject = guard.subject(knock.name)
    if not accounts:
        note_failure(db, subject, knock.device.network, guard.rule, now=now)
        return _pause_of(db, knock, guard, now=now) or _wrong(db, knock, guard, now=now)
    forgive(db, subject, now=now)
    for account in accounts:
        account.password_hash = examined.renewed.get(account.id, account.password_hash)
    return accounts


def _locked(db: Session, examined: Examined) -> list[Account]:
    """Lock every account meant; return those that are still as they were when they matched."""
    meant = select(Account).where(Account.id.in_(examined.meant)).order_by(Account.id)
    found = db.scalars(meant.with_for_update().execution_options(populate_existing=True))
    return [
        account
        for account in found
        if account.closed_at is None
        and account.id in examined.matched
        and account.password_hash == examined.matched[account.id]
    ]


def _wrong(db: Session, knock: Knock, guard: Guard, *, now: datetime) -> Failure:
    failures = failures_against(db, guard.subject(knock.name))
    return outcomes.wrong(knock.name, standing(failures, guard.rule, now=now))


def _pause_of(db: Session, knock: Knock, guard: Guard, *, now: datetime) -> Failure | None:
    """Return the pause that holds for the name or for the network, if one does."""
    stands = standing(failures_against(db, guard.subject(knock.name)), guard.rule, now=now)
    if stands.paused_until:
        return outcomes.paused(stands, stands.paused_until, now=now)
    if knock.device.network == LOCAL:
        return None  # Behind a proxy that names nobody, one person's errors would pause everybody.
    return network_pause(db, knock.device.network, guard, now=now)


def network_pause(db: Session, network: str, guard: Guard, *, now: datetime) -> Failure | None:
    """Return the pause that holds for a network, if one does."""
    failures = failures_from(db, network, guard.rule, now=now)
    known = known_at(db, network, guard.rule, now=now) if failures else 0
    until = network_pause_until(failures, guard.rule, known=known)
    return outcomes.network_paused(until, now=now) if until and until > now else None
