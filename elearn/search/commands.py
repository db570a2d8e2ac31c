"""`elearn search`: the index, from the shell."""

import click

from elearn import clock
from elearn.cli import Group, Installation
from elearn.search import service
from elearn.search.shelf import Shelf


@click.group("search", cls=Group)
def group() -> None:
    """Tìm kiếm."""


@group.command()
@click.pass_obj
def rebuild(here: Installation) -> None:
    """Làm lại chỉ mục tìm kiếm từ cơ sở dữ liệu; trong lúc đó vẫn tìm được bằng chỉ mục cũ."""
    with here.database.reading() as db:
        service.rebuild(db, Shelf.of(here.settings), now=clock.now())
    click.echo("Đã làm lại chỉ mục tìm kiếm.")
