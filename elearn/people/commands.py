"""`elearn people`: the posts and target groups."""

import click

from elearn.cli import Installation
from elearn.people import reader, service


@click.group("people")
def group() -> None:
    """Cán bộ và chức danh."""


@group.command("load-posts")
@click.pass_obj
def load_posts(here: Installation) -> None:
    """Nạp các chức danh và nhóm đối tượng kèm theo."""
    listed = reader.posts(reader.POSTS)
    with here.database.writing() as db:
        touched = service.load_posts(db, listed)
    if touched:
        click.echo(f"Đã ghi {touched} dòng chức danh và nhóm đối tượng.")
    else:
        click.echo("Chức danh đã có đủ, không có gì thay đổi.")
