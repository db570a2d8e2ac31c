"""Making the whole list anew: by the database itself, in the order in which it will be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Select,
    Table,
    delete,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from elearn import clock
from elearn.db import Base
from elearn.people.models import FoundWord, ListedTenure, OrgUnitPlace, Person, Tenure
from elearn.people.queries.listing import spots_of
from elearn.people.service.listing.refreshing import list_anew

_LISTED, _FOUND = (Base.metadata.tables[one.__tablename__] for one in (ListedTenure, FoundWord))
_MUCH, _USUAL = "PRAGMA cache_size = -262144", "PRAGMA cache_size = -2000"  # In kilobytes.
_ONLY_LETTERS = {"sqlite": ("NOT GLOB", "*[^a-z' ]*"), "postgresql": ("~", "^[a-z' ]*$")}
_PLACE_IN = {"sqlite": "instr", "postgresql": "strpos"}


def rebuild(db: Session) -> int:
    """Make the whole list anew and return how many people stand in it.

    Those whose list is more than a copy, with several entries or with other signs than letters in
    their names, are listed one by one at the end.
    """
    db.flush()
    connection = db.connection()
    dialect = connection.dialect.name
    with _in_bulk(connection):
        spots = _spots(db, connection)
        connection.execute(_LISTED.insert().from_select(_COLUMNS, _tenures(spots, dialect)))
        words = _words(dialect)
        connection.execute(_FOUND.insert().from_select(_FOUND.columns.keys(), words))
        spots.drop(connection)
    list_anew(db, db.scalars(select(Person.id).where(~_is_plain(dialect))).all())
    return db.scalar(select(func.count()).where(Person.same_as_id.is_(None))) or 0


_COLUMNS = (
    *("person_id", "sort_key", "names", "spot_id", "province_id"),
    *("post_key", "valid_from", "valid_to"),
)


@contextmanager
def _in_bulk(connection: Connection) -> Iterator[None]:
    """Empty both tables, and have their indexes made when all rows stand."""
    is_sqlite = connection.dialect.name == "sqlite"
    indexes = sorted((*_LISTED.indexes, *_FOUND.indexes), key=lambda index: str(index.name))
    if is_sqlite:
        connection.exec_driver_sql(_MUCH)
        held: Any = connection.connection.driver_connection
        held.create_function("reverse", 1, lambda text: text[::-1], deterministic=True)
    for index in indexes:
        index.drop(connection)
    for table in (_LISTED, _FOUND):
        connection.execute(delete(table))
    yield
    for index in indexes:
        index.create(connection)
    if is_sqlite:
        connection.exec_driver_sql(_USUAL)


def _spots(db: Session, connection: Connection) -> Table:
    """Fill a table of this connection with where each unit counts today."""
    spots = _table("unit_spot", "org_unit_id", "spot_id", "province_id")
    of_areas = _table("area_spot", "area_id", "spot_id", "province_id")
    for table in (spots, of_areas):
        table.create(connection)
    area_ids = db.scalars(select(OrgUnitPlace.area_id).distinct()).all()
    rows = [
        {"area_id": key, "spot_id": spot.area_id, "province_id": spot.province_id}
        for key, some in spots_of(db, area_ids, clock.today()).items()
        for spot in some
    ]
    if rows:
        connection.execute(of_areas.insert(), rows)
    place = OrgUnitPlace
    stood = select(place.org_unit_id, of_areas.c.spot_id, of_areas.c.province_id).join(
        of_areas, of_areas.c.area_id == place.area_id
    )
    connection.execute(
        spots.insert().from_select(
            spots.columns.keys(), stood.distinct().order_by(place.org_unit_id)
        )
    )
    of_areas.drop(connection)
    connection.exec_driver_sql("CREATE INDEX temporary_unit_spot ON unit_spot (org_unit_id)")
    return spots


def _table(name: str, *columns: str) -> Table:
    return Table(
        name,
        MetaData(),
        *(Column(column, BigInteger) for column in columns),
        prefixes=["TEMPORARY"],
    )


def _is_plain(dialect: str) -> ColumnElement[bool]:
    """Return the condition that somebody has one entry, and a name of nothing but letters."""
    operator, pattern = _ONLY_LETTERS[dialect]
    other = aliased(Person)
    joined = select(other.same_as_id).where(other.same_as_id.is_not(None))
    letters = Person.name_folded.op(operator, is_comparison=True)(pattern)
    return Person.same_as_id.is_(None) & Person.id.not_in(joined) & letters


def _blanks_around(words: ColumnElement[str]) -> ColumnElement[str]:
    return literal(" ").concat(words).concat(" ")


def _names() -> ColumnElement[str]:
    """Return the names as `spaced` has them: an apostrophe parts words."""
    return _blanks_around(func.replace(Person.name_folded, "'", " "))


def _place_in(dialect: str) -> Any:
    return getattr(func, _PLACE_IN[dialect])


def _tenures(spots: Table, dialect: str) -> Select[Any]:
    current = (Tenure.person_id == Person.id) & Tenure.is_current()
    return (
        select(
            Person.id,
            Person.sort_key,
            _names(),
            spots.c.spot_id,
            spots.c.province_id,
            Tenure.post_key,
            Tenure.valid_from,
            Tenure.valid_to,
        )
        .select_from(Person)
        .outerjoin(Tenure, current)
        .outerjoin(spots, spots.c.org_unit_id == Tenure.org_unit_id)
        .where(_is_plain(dialect))
        .order_by(spots.c.province_id, Person.sort_key, Person.id)
    )


def _words(dialect: str) -> Select[Any]:
    pieces = _pieces(dialect)
    reversed_phone = literal("<").concat(func.reverse(Person.phone))
    numbers = [
        select(word, Person.sort_key, Person.id, _names()).where(
            Person.phone.is_not(None), _is_plain(dialect)
        )
        for word in (Person.phone, reversed_phone)
    ]
    words = select(pieces.c.word, pieces.c.sort_key, pieces.c.person_id, pieces.c.names)
    again = _place_in(dialect)(literal(" ").concat(pieces.c.rest), _blanks_around(pieces.c.word))
    every = union_all(words.where(pieces.c.word != "", again == 0), *numbers).subquery()
    return select(every).order_by(*list(every.c)[:3])


def _pieces(dialect: str) -> CTE:
    """Return names taken apart: a word, and the rest of which the next is taken."""
    whole = select(
        Person.id.label("person_id"),
        Person.sort_key,
        _names().label("names"),
        literal("").label("word"),
        func.replace(Person.name_folded, "'", " ").concat(" ").label("rest"),
    ).where(_is_plain(dialect))
    piece = whole.cte("piece", recursive=True)
    blank = _place_in(dialect)(piece.c.rest, " ")
    return piece.union_all(
        select(
            piece.c.person_id,
            piece.c.sort_key,
            piece.c.names,
            func.substr(piece.c.rest, 1, blank - 1),
            func.substr(piece.c.rest, blank + 1),
        ).where(piece.c.rest != "")
    )
