"""`elearn areas`: loading the administrative units, and looking one up."""

from pathlib import Path

import click

from elearn import clock
from elearn.areas import queries, reader, service
from elearn.cli import Installation


@click.group("areas")
def group() -> None:
    """Đơn vị hành chính."""


@group.command()
@click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path),
    default=reader.DATA,
    help="Thư mục chứa các danh mục CSV; mặc định là danh mục kèm theo.",
)
@click.pass_obj
def load(here: Installation, folder: Path) -> None:
    """Nạp các đơn vị hành chính, trước và sau ngày 1/7/2025."""
    lists = reader.lists(folder)
    with here.database.writing() as db:
        loaded = service.load(db, lists, now=clock.now())
    if not loaded.areas:
        click.echo("Danh mục đã có đủ, không có gì thay đổi.")
        return
    click.echo(
        f"Đã nạp {_told(loaded.areas)} đơn vị hành chính, {_told(loaded.versions)} phiên bản, "
        f"{_told(loaded.lineage)} dòng nối cũ với mới."
    )


@group.command()
@click.argument("name")
@click.option("--limit", default=10, show_default=True, help="Số kết quả nhiều nhất.")
@click.pass_obj
def find(here: Installation, name: str, limit: int) -> None:
    """Tìm một đơn vị hành chính theo tên cũ hoặc mới."""
    with here.database.reading() as db:
        for found in queries.find(db, name, day=clock.today(), limit=limit):
            place = f" ({found.place})" if found.place else ""
            heirs = "; ".join(heir.address for heir in found.successors)
            ended = f", kết thúc ngày {found.ended_on:%d/%m/%Y}" if found.ended_on else ""
            now = f" → nay là {heirs}" if heirs else ended
            click.echo(f"{found.area_id}  {found.full_name}{place}{now}")


def _told(number: int) -> str:
    return f"{number:,}".replace(",", ".")
