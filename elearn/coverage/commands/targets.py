"""`elearn coverage targets`: what has become of the targets, from the shell."""

from datetime import date

import click

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.coverage import queries
from elearn.coverage.commands import options
from elearn.coverage.queries.targets import area_of_targets, check_target_day, targets_of
from elearn.coverage.rules.attainment import targets_as_csv, targets_as_json, targets_as_table


@click.command()
@options.as_of
@options.area("Mã địa bàn vào ngày ấy: VN, 2 số (tỉnh), 5 số (xã).")
@options.written_as(
    "json", "csv", "table", words="json cho chương trình, csv cho Excel, table để đọc."
)
@click.pass_obj
def targets(here: Installation, day: date | None, place: str, kind: str) -> None:
    """In kết quả từng chỉ tiêu: tỷ lệ, khoảng cách, còn cần bao nhiêu, nhịp độ."""
    as_of = day or clock.today()
    with here.database.reading() as db:
        schemes = queries.schemes_known(db)
        check_target_day(schemes, as_of, clock.today())
        area = area_of_targets(db, queries.sight_of(db, OPERATOR, as_of), place)
        found = targets_of(db, schemes, area, as_of)
    options.tell(found, kind, json=targets_as_json, csv=targets_as_csv, table=targets_as_table)
