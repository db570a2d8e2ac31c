"""`elearn coverage report`: the figures of an area, from the shell."""

import json
from datetime import date

import click

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.coverage import queries
from elearn.coverage.rules import CoverageReport, as_csv, as_json, as_table


@click.command()
@click.option("--scheme", "key", default="de_an_1893", show_default=True, help="Khóa của đề án.")
@click.option("--as-of", "day", type=Day(), help="Số liệu đến ngày nào; mặc định là hôm nay.")
@click.option(
    "--area",
    "place",
    default="VN",
    show_default=True,
    help="Mã địa bàn vào ngày ấy: VN, 2 số (tỉnh), 3 số (huyện cũ), 5 số (xã).",
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
def report(here: Installation, key: str, day: date | None, place: str, kind: str) -> None:
    """In độ phủ của một đề án tại một địa bàn, đúng như trang Độ phủ."""
    as_of = day or clock.today()
    with here.database.reading() as db:
        scheme = queries.scheme_by_key(queries.schemes_known(db), key)
        queries.check_day(scheme, as_of, clock.today())
        area = queries.area_asked(db, queries.sight_of(db, OPERATOR, as_of), scheme, place)
        told = queries.report_of(db, scheme, area, as_of)
    click.echo(_told(told, kind), nl=kind != "csv")


def _told(told: CoverageReport, kind: str) -> str | bytes:
    if kind == "csv":
        return as_csv(told)
    if kind == "json":
        return json.dumps(as_json(told), ensure_ascii=False, indent=2)
    return as_table(told)
