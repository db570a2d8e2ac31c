"""`elearn setup`: from an empty folder to an installation that people can be added to."""

import click

from elearn import clock, coverage, migrations
from elearn.cli import Installation
from elearn.home.setup.base import load_base


@click.command()
@click.pass_obj
def setup(here: Installation) -> None:
    """Tạo cơ sở dữ liệu và nạp dữ liệu nền; chạy lại không thay đổi gì."""
    migrations.upgrade(here.database.engine)
    with here.database.writing() as db:
        for message in load_base(db, now=clock.now()):
            click.echo(str(message))
    click.echo(f"Số liệu độ phủ: {coverage.count_due(here.database)} số liệu đếm mới.")
