"""Who and what the pages are looked at with: the longest names and titles, and work half done."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from elearn import catalogue, certificates, clock, learning
from elearn.access import Role
from elearn.accounts import Account
from elearn.cli import Installation
from elearn.learning.queries.curves import count, visits_unnoted
from elearn.learning.service.curving import keep_curve, note_visits
from elearn.media import MediumVersion, playable_of
from elearn.people import Person
from tests.make import accounts, media, people, questions
from tests.make import catalogue as teaching
from tests.make import certificates as paper

LONGEST = (
    "Hệ thống chính trị cơ sở với công tác bảo vệ nền tảng tư tưởng của Đảng, đấu tranh phản bác "
    "quan điểm sai trái, thù địch trong bối cảnh cách mạng công nghiệp lần thứ tư"
)
LENGTH = 35 * 60
SEEN = [(0, 12 * 60), (16 * 60, 27 * 60)]


@dataclass(frozen=True, slots=True)
class Household:
    """Accounts of a learner, an instructor and an administrator; her certificate's short word."""

    learner: Account
    instructor: Account
    administrator: Account
    token: str


def move_in(here: Installation) -> Household:
    """Fill an installation with them, and with a programme the learner is half through."""
    with here.database.writing() as db:
        learning.load_rules(db)
        learning.load_completion_rules(db)
        learner = _enter(db, "Nguyễn Thị Ngọc Ưỡng", Role.LEARNER)
        _learn(db, learner)
        return Household(
            learner,
            _enter(db, "Đặng Trần Thị Thanh Phương", Role.INSTRUCTOR),
            _enter(db, "H'Hen Niê", Role.ADMINISTRATOR),
            _certified(db, learner).token,
        )


def _enter(db: Session, full_name: str, role: Role) -> Account:
    person = accounts.person(db, full_name, phone="0987000111")
    account = accounts.account(db, person, user_name=role.value)
    accounts.role_grant(db, person, role)
    people.tenure(db, person)
    return account


def _learn(db: Session, account: Account) -> None:
    """Enrol the account's person and have her watch two parts of the first lecture."""
    now = clock.now()
    film = media.playable(db, seconds=LENGTH)
    first = teaching.lecture(db, "QN-C2", medium_id=film.medium_id, title=LONGEST)
    second = teaching.lecture(db, "HV-99")
    choice = teaching.module(db, "TC-1", [second], block=catalogue.Block.ELECTIVE)
    version = teaching.programme(
        db, "CT-QN", [teaching.module(db, "BB-1", [first])], [choice], title=LONGEST
    )
    learning.enrol(db, db.get_one(Person, account.person_id), version, now=now - timedelta(days=3))
    held = learning.Seconds.of(SEEN, LENGTH)
    db.add(
        learning.WatchMap(
            person_id=account.person_id,
            medium_version_id=film.version_id,
            bits=held.to_bytes(),
            seconds=len(held),
            length=LENGTH,
            position=27 * 60,
            changed_at=now - timedelta(days=1),
        )
    )

    _taught(db, first, account)


def _taught(db: Session, lecture: catalogue.Lecture, account: Account) -> None:
    """Have her ask something, and so many others watch the lecture that its curve is drawn."""
    asker = db.get_one(Person, account.person_id)
    version = playable_of(db, lecture.medium_id).version_id
    asked = {"second": 605, "medium_version_id": version, "text": LONGEST}
    questions.question(db, lecture, asker, **asked)
    film = db.get_one(MediumVersion, version)
    for number in range(12):
        until = LENGTH if number < 6 else LENGTH // 2
        questions.watched(db, film, (0, until), (60, 120), is_seen=number < 6)
    now = clock.now()
    note_visits(db, visits_unnoted(db))
    keep_curve(db, version, count(db, film, now), now=now)


def _certified(db: Session, account: Account) -> certificates.Certificate:
    """Close a class of one day that the account's person completed, and issue her certificate."""
    now, today = clock.now(), clock.today()
    yesterday = today - timedelta(days=1)
    held = paper.closed_class(
        db,
        db.get_one(Person, account.person_id),
        name=f"Lớp {LONGEST}",
        starts_on=yesterday,
        ends_on=yesterday,
        state_at=now - timedelta(days=1),
    )
    decision = certificates.NewDecision("1234/QĐ-TĐTCBNVC-ĐTBD-HVPN", today)
    [issued] = paper.issued(db, held, now=now, decision=decision)
    return issued
