"""The roster written to a file."""

from datetime import date
from pathlib import Path

import click

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.people.commands.door import group
from elearn.people.roster import export


@group.command("export")
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
@click.option("--area", default="VN", help="Địa bàn: VN, mã, hoặc tên như “Xã Hưng Hà, Hưng Yên”.")
@click.option("--day", type=Day(), help="Số liệu của ngày nào; không có: hôm nay.")
@click.pass_obj
def export_people(here: Installation, file: Path, area: str, day: date | None) -> None:
    """Xuất danh sách cán bộ của một địa bàn ra tệp Excel FILE; nhập lại thì không có gì đổi."""
    on = day or clock.today()
    with here.database.reading() as db:
        found = export.roster(db, OPERATOR, areas.area_meant(db, area, day=on), on)
        with file.open("wb") as target:
            export.write_roster(found, target, temporary=str(here.settings.temporary))
    click.echo(f"Đã ghi {found.count} dòng vào {file}.")
