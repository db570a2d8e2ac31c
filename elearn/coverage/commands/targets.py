"""`elearn coverage targets`: what has become of the targets, from the shell."""

import json
from datetime import date

import click

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.coverage import queries
from elearn.coverage.queries.targets import area_of_targets, check_target_day, targets_of
from elearn.coverage.rules.attainment import (
    TargetReport,
    targets_as_csv,
    targets_as_json,
    targets_as_table,
)


@click.command()
@click.option("--as-of", "day", type=Day(), help="Số liệu đến ngày nào; mặc định là hôm nay.")
@click.option(
    "--area",
    "place",
    default="VN",
    show_default=True,
    help="Mã địa bàn vào ngày ấy: VN, 2 số (tỉnh), 5 số (xã).",
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
def targets(here: Installation, day: date | None, place: str, kind: str) -> None:
    """In kết quả từng chỉ tiêu: tỷ lệ, khoảng cách, còn cần bao nhiêu, nhịp độ."""
    as_of = day or clock.today()
    with here.database.reading() as db:
        schemes = queries.schemes_known(db)
        check_target_day(schemes, as_of, clock.today())
        area = area_of_targets(db, queries.sight_of(db, OPERATOR, as_of), place)
        told = targets_of(db, schemes, area, as_of)
    click.echo(_told(told, kind), nl=kind != "csv")


def _told(told: TargetReport, kind: str) -> str | bytes:
    if kind == "csv":
        return targets_as_csv(told)
    if kind == "json":
        return json.dumps(targets_as_json(told), ensure_ascii=False, indent=2)
    return targets_as_table(told)
