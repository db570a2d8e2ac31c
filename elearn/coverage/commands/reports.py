"""`elearn coverage report`: the figures of an area, from the shell."""

import json
from datetime import date
from typing import Any

import click
from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.coverage import queries
from elearn.coverage.rules import (
    Borders,
    CoverageReport,
    Geography,
    as_csv,
    as_json,
    as_table,
    geography_of,
)


@click.command()
@click.option("--scheme", "key", default="de_an_1893", show_default=True, help="Khóa của đề án.")
@click.option("--as-of", "day", type=Day(), help="Số liệu đến ngày nào; mặc định là hôm nay.")
@click.option(
    "--area",
    "place",
    default="VN",
    show_default=True,
    help="Mã địa bàn theo địa giới đã chọn: VN, 2 số (tỉnh), 3 số (huyện cũ), 5 số (xã).",
)
@click.option(
    "--borders",
    default="then",
    show_default=True,
    metavar="then|now|NGÀY",
    help="Địa giới: then (tại thời điểm), now (quy đổi theo hiện nay), hoặc một ngày.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["json", "csv", "table"]),
    default="table",
    show_default=True,
    help="json cho chương trình, csv cho Excel, table để đọc.",
)
@click.pass_obj
def report(here: Installation, /, kind: str, **asked: Any) -> None:
    """In độ phủ của một đề án tại một địa bàn, đúng như trang Độ phủ."""
    with here.database.reading() as db:
        told = _report(db, **asked)
    click.echo(_told(told, kind), nl=kind != "csv")


def _report(db: Session, key: str, day: date | None, place: str, borders: str) -> CoverageReport:
    today = clock.today()
    as_of = day or today
    geography = geography_asked(borders, as_of, today)
    scheme = queries.scheme_by_key(queries.schemes_known(db), key)
    queries.check_day(scheme, as_of, today)
    queries.check_borders(geography, today)
    sight = queries.sight_of(db, OPERATOR, geography.day)
    area = queries.area_asked(db, sight, scheme, place)
    return queries.report_of(db, scheme, area, as_of, geography)


def geography_asked(borders: str, as_of: date, today: date) -> Geography:
    if borders in (Borders.AS_IT_WAS, Borders.TODAY):
        return geography_of(Borders(borders), as_of, today, None)
    chosen = Day().convert(borders, None, None)
    written = chosen if isinstance(chosen, date) else None
    return geography_of(Borders.ON_DAY, as_of, today, written)


def _told(told: CoverageReport, kind: str) -> str | bytes:
    if kind == "csv":
        return as_csv(told)
    if kind == "json":
        return json.dumps(as_json(told), ensure_ascii=False, indent=2)
    return as_table(told)
