"""Ways in for trying out: one password for all, branch heads, and those who look after them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from elearn import accounts, areas, clock, people
from elearn.access import OPERATOR, Role
from elearn.home.demo.staff import SINCE, STAFF, area_id_of, engage
from elearn.text import Message, msg

PASSWORD = "bai-giang-2026"  # noqa: S105  # Printed on the table of the demo.
SHARED_TELEPHONE = "0900999999"
HEAD, CHAIR = "chihoi", "chutich"
SHOWN = (*(f"{HEAD}{number}" for number in (1, 2, 3)), f"{CHAIR}1", *(s.user_name for s in STAFF))
_TOLD = {one.user_name: one.told for one in STAFF}
CALLED = {HEAD: msg("Chi hội trưởng"), CHAIR: msg("Chủ tịch Hội LHPN xã")}


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One line of the table: who may be tried out, under which name."""

    role: Message
    name: str
    user_name: str
    phone: str | None
    person_id: int
    is_learner: bool


def load_accounts(db: Session, *, now: datetime) -> list[SignInRow]:
    """Give accounts to the branch heads and the chair of a commune a province, and to the staff.

    Return them all. The second and the third branch head share a telephone. Done again, nothing
    changes.
    """
    if not _rows(db):
        heads = _branch_heads(db, clock.day_of(now))
        for number, (person, commune_id) in enumerate(heads, start=1):
            if number in (2, 3):
                person.phone = SHARED_TELEPHONE
            _open(db, f"{HEAD}{number}", person, [(Role.LEARNER, commune_id)], now=now)
        db.flush()
        people.refresh_listing(db, [person.id for person, _commune_id in heads])
        communes = {commune_id for _person, commune_id in heads}
        for number, (person, commune_id) in enumerate(_chairs(db, communes, now), start=1):
            both = [(Role.LEARNER, commune_id), (Role.ADMINISTRATOR, commune_id)]
            _open(db, f"{CHAIR}{number}", person, both, now=now)
        for one in STAFF:
            role = one.role, area_id_of(db, one.over)
            _open(db, one.user_name, engage(db, one, now=now), [role], now=now)
        _set_passwords(db)
        _have_read(db, now)
    return _rows(db)


def lecturer_id(db: Session) -> int | None:
    """Return the person of the demo who made its films, if the demo has its accounts."""
    named = select(accounts.Account.person_id).where(
        accounts.Account.user_name == STAFF[0].user_name
    )
    return db.scalar(named)


def _set_passwords(db: Session) -> None:
    password_hash = accounts.Passwords().hash(PASSWORD)
    for account, _person in _ours(db):
        account.password_hash = password_hash
    db.flush()


def _have_read(db: Session, now: datetime) -> None:
    """Have them all been shown what is held of them, so that one may try out the rest at once."""
    version = accounts.notice_on(clock.day_of(now)).version
    accounts.accept_notice(db, [account.id for account, _ in _ours(db)], version, now=now)


def sign_in_rows(db: Session) -> list[SignInRow]:
    """Return the table: three branch heads, two of them on one telephone, a chair, the staff."""
    rows = {row.user_name: row for row in _rows(db)}
    return [rows[name] for name in SHOWN if name in rows]


def _open(
    db: Session,
    user_name: str,
    person: people.Person,
    roles: list[tuple[Role, int]],
    *,
    now: datetime,
) -> None:
    for role, area_id in roles:
        accounts.grant(db, OPERATOR, person.id, accounts.Granted(role, area_id, SINCE), now=now)
    accounts.create_account(db, OPERATOR, person.id, user_name, now=now)


def _branch_heads(db: Session, today: date) -> list[tuple[people.Person, int]]:
    """Return the branch heads of one commune a province, that with most of them, by given name."""
    heads = list(db.execute(_holders("branch_head", today)))
    most = Counter((path, area_id) for _person, area_id, path in heads).most_common()
    chosen = {_province(path): area_id for (path, area_id), _count in reversed(most)}
    ours = {person: area_id for person, area_id, _path in heads if area_id in chosen.values()}
    return list(ours.items())


def _chairs(db: Session, communes: set[int], now: datetime) -> list[tuple[people.Person, int]]:
    chairs = db.execute(_holders("commune_union_chair", clock.day_of(now)))
    return [(person, area_id) for person, area_id, _path in chairs if area_id in communes]


def _holders(post: str, today: date) -> Select[people.Person, int, str]:
    tenure, place, version = people.Tenure, people.OrgUnitPlace, areas.AreaVersion
    stands = and_(place.org_unit_id == tenure.org_unit_id, place.valid_on(today))
    there = and_(version.area_id == place.area_id, version.is_current(), version.valid_on(today))
    return (
        select(people.Person, place.area_id, version.path)
        .join(tenure, tenure.person_id == people.Person.id)
        .join(place, stands)
        .join(version, there)
        .where(tenure.post_key == post, tenure.valid_on(today), tenure.is_current())
        .order_by(version.path, people.Person.sort_key, people.Person.id)
    )


def _province(path: str) -> str:
    return path.strip("/").split("/")[1]


def _ours(db: Session) -> list[tuple[accounts.Account, people.Person]]:
    """Return the accounts of the demo, in the order in which they were made."""
    ours = [
        (account, person)
        for account, person in accounts.all_accounts(db)
        if account.user_name in _TOLD or _called(account)
    ]
    return sorted(ours, key=lambda pair: pair[0].id)


def _rows(db: Session) -> list[SignInRow]:
    return [
        SignInRow(
            role=_TOLD.get(account.user_name) or CALLED[_called(account)],
            name=person.full_name,
            user_name=account.user_name,
            phone=person.phone,
            person_id=person.id,
            is_learner=_called(account) == HEAD,
        )
        for account, person in _ours(db)
    ]


def _called(account: accounts.Account) -> str:
    """Return what a user name begins with, if it is numbered."""
    called = account.user_name.rstrip("0123456789")
    return called if called in CALLED else ""
