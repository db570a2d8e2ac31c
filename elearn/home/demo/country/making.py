"""Making the country, once, in one transaction."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from random import Random

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from elearn import audit, people
from elearn.access import OPERATOR
from elearn.db import look_over
from elearn.errors import Conflict
from elearn.home.demo.country.awarding import award
from elearn.home.demo.country.bodies import Bodies, found_all
from elearn.home.demo.country.ground import Ground, ground_of, sample_of
from elearn.home.demo.country.learning import TABLES as LEARNING
from elearn.home.demo.country.learning import Learners
from elearn.home.demo.country.persons import (
    JOINED,
    PERSON,
    PLANNED,
    TENURE,
    Batch,
    Maker,
    told_to_databases,
)
from elearn.home.demo.country.writing import (
    go_on_counting,
    put,
    table_of,
    without_indexes,
)
from elearn.text import Message, fold, msg

_MAKE, _COUNTRY = "make", "country"
_IN_A_BRANCH = 10
_TOLD_EVERY = 10
_A_LOT = 10_000  # Of fewer the database finds a way without being told how many they are.
_COMPLETIONS_A_CERTIFICATE = 3_000
_UNIT = ("id", "kind", "name", "name_folded", "parent_id", "valid_from", "valid_to")
_STAY = ("org_unit_id", "area_id", "valid_from", "valid_to")
_TABLES = (
    "org_unit",
    "org_unit_place",
    "person",
    "tenure",
    "planned_post",
    "person_join",
    *LEARNING,
)


@dataclass(frozen=True, slots=True)
class Country:
    """How many people are invented, by which chance, and how much they completed."""

    people: int
    seed: int
    completions: int = 0


def country_of(db: Session) -> Country | None:
    """Return the country that was made here, if any was."""
    entry = audit.AuditEntry
    made = select(entry).where(entry.action == _MAKE, entry.subject == _COUNTRY)
    found = db.scalar(made.order_by(entry.id).limit(1))
    return Country(**found.details) if found else None


def make_country(
    db: Session, wanted: Country, *, now: datetime, public_url: str = ""
) -> Iterator[Message]:
    """Invent a country and tell how far it is; a second time nothing changes.

    Certificates are issued only where an address is given at which they are checked.

    :raise Conflict: if there are people here already, other than this very country.
    """
    if country_of(db) == wanted:
        yield msg("Đã có đủ %(count)s người minh họa, không có gì thay đổi.", count=wanted.people)
        return
    _refuse_a_home_in_use(db)
    chance = Random(wanted.seed)  # noqa: S311  # It must come out the same, not be hard to guess.
    ground = sample_of(ground_of(db), chance, wanted.people)
    branches = max(1, round(wanted.people / len(ground.communes) / _IN_A_BRANCH))
    bodies = found_all(ground, chance, first_key=1, branches=branches)
    learners = _learners(db, ground, wanted, now)
    maker = Maker(chance, bodies, 1, told_to_databases(now.astimezone(UTC)))
    yield from _write_all(db.connection(), wanted, maker, learners)
    yield msg("Lập danh sách cán bộ.")
    people.rebuild_listing(db)
    if learners and public_url:
        yield msg("Cấp chứng chỉ minh họa.")
        award(db, learners.written // _COMPLETIONS_A_CERTIFICATE, public_url=public_url)
    audit.record(db, OPERATOR, _MAKE, _COUNTRY, None, now=now, details=asdict(wanted))
    yield msg("Xong: %(count)s người minh họa.", count=wanted.people)


def _write_all(
    connection: Connection, wanted: Country, maker: Maker, learners: Learners | None
) -> Iterator[Message]:
    with without_indexes(connection, [table_of(name) for name in _TABLES]):
        _write_bodies(connection, maker.bodies)
        yield msg("Đơn vị: %(count)s.", count=len(maker.bodies.all))
        for number, batch in enumerate(maker.batches(wanted.people), start=1):
            _write(connection, batch, learners)
            if number % _TOLD_EVERY == 0:
                yield _told(batch.persons[-1][0], learners)
        yield msg("Lập chỉ mục.")
    for name in _TABLES:
        go_on_counting(connection, table_of(name))
        if wanted.people >= _A_LOT:
            look_over(connection, table_of(name))


def _learners(db: Session, ground: Ground, wanted: Country, now: datetime) -> Learners | None:
    if not wanted.completions:
        return None
    return Learners.of(db, ground, (wanted.completions, wanted.people, wanted.seed), now)


def _told(count: int, learners: Learners | None) -> Message:
    if learners is None:
        return msg("Cán bộ: %(count)s người.", count=count)
    return msg(
        "Cán bộ: %(count)s người, %(turns)s lượt bồi dưỡng.", count=count, turns=learners.written
    )


def _refuse_a_home_in_use(db: Session) -> None:
    held = db.scalar(select(func.count()).select_from(people.Person)) or 0
    units = db.scalar(select(func.count()).select_from(people.OrgUnit)) or 0
    if held or units:
        raise Conflict(
            msg(
                "Nơi này đã có %(people)s người và %(units)s đơn vị. Đất nước minh họa chỉ dựng ở "
                "nơi chưa có ai: đặt ELEARN_HOME vào một thư mục mới rồi chạy lại.",
                people=held,
                units=units,
            )
        )


def _write_bodies(connection: Connection, bodies: Bodies) -> None:
    units = [
        (
            *(one.key, one.kind.value, one.name, fold(one.name), one.parent),
            *(one.stays[0][1].isoformat(), _day(one.stays[-1][2])),
        )
        for one in bodies.all
    ]
    put(connection, table_of("org_unit"), _UNIT, units)
    stays = [
        (one.key, area_id, first.isoformat(), _day(last))
        for one in bodies.all
        for area_id, first, last in one.stays
    ]
    put(connection, table_of("org_unit_place"), _STAY, stays)


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _write(connection: Connection, batch: Batch, learners: Learners | None) -> None:
    rows_of_people = (
        ("person", PERSON, batch.persons),
        ("tenure", TENURE, batch.tenures),
        ("planned_post", PLANNED, batch.planned),
        ("person_join", JOINED, batch.joined),
    )
    learned = learners.of_batch(batch) if learners else ()
    for name, columns, rows in (*rows_of_people, *learned):
        put(connection, table_of(name), columns, rows)
