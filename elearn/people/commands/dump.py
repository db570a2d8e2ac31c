"""All that is known of people, line by line."""

import click

from elearn import areas, clock
from elearn.cli import Installation
from elearn.people.commands.door import group
from elearn.people.roster.queries.dumping import dumped


@group.command()
@click.option("--area", "place", help="Chỉ của địa bàn này: mã, hoặc tên như “Hưng Yên”.")
@click.pass_obj
def dump(here: Installation, place: str | None) -> None:
    """In ra mọi điều đã ghi về đơn vị, cán bộ và số khai báo, mỗi dòng một mục JSON, không có số.

    Hai nơi, hay một nơi ở hai lúc, ghi như nhau thì in ra như nhau từng chữ.
    """
    with here.database.reading() as db:
        area = areas.area_meant(db, place, day=clock.today()) if place else None
        for line in dumped(db, area):
            click.echo(line)
