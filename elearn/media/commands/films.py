"""`elearn media add` and `list`: films taken in from the shell."""

from pathlib import Path

import click

from elearn import clock
from elearn.cli import Installation
from elearn.media import queries, service
from elearn.media.models import STATE_NAMES


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--title", default="", help="Tên của video; mặc định là tên tệp.")
@click.option("--priority", default=5, help="Việc có số lớn hơn được làm trước.")
@click.pass_obj
def add(here: Installation, file: Path, title: str, priority: int) -> None:
    """Nhận một tệp video hoặc ghi âm và xếp vào hàng chờ xử lý."""
    about = service.About(title or file.stem, file.name, priority=priority)
    received = service.receive(here.store, file, about)
    with here.database.writing() as db:
        version = service.add(db, received, now=clock.now())
        number = version.medium_id
    click.echo(f"Đã nhận video số {number}: {received.about.title}.")


@click.command("list")
@click.option(
    "--page", type=click.IntRange(min=1), default=1, show_default=True, help="Trang thứ mấy."
)
@click.pass_obj
def list_(here: Installation, page: int) -> None:
    """Liệt kê các video, mới nhất trước."""
    with here.database.reading() as db:
        rows, count = queries.media_page(db, page)
        for row in rows:
            version = row.version
            state = STATE_NAMES[version.state]
            told = f"{version.medium_id}  {state}  {version.seconds} giây"
            click.echo(f"{told}  {row.medium.title}")
            if version.told_reason:
                click.echo(f"    {version.told_reason}")
    click.echo(f"Tất cả: {count} video.")
