"""`elearn areas`: loading the administrative units, and looking one up."""

from datetime import date
from pathlib import Path

import click

from elearn import clock, sheets
from elearn.areas import queries, reader, service
from elearn.areas.rules import trait_lines_of
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.errors import Refusal
from elearn.text import msg


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


@group.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--source", required=True, help="Số quyết định, ví dụ 60/QĐ-BDTTG.")
@click.option("--from", "first", type=Day(), required=True, help="Ngày đầu có hiệu lực.")
@click.option("--to", "last", type=Day(), help="Ngày cuối có hiệu lực; bỏ trống là chưa có.")
@click.pass_obj
def traits(here: Installation, file: Path, source: str, first: date, last: date | None) -> None:
    """Nạp đặc điểm của xã (miền núi, khu vực I …) từ tệp có cột Mã và Đặc điểm."""
    rows = [(row.number, row.texts) for row in sheets.rows_of(file.read_bytes())]
    lines, problems = trait_lines_of(rows)
    with here.database.writing() as db:
        count, unknown = 0, problems
        if not problems:
            paper = service.TraitSource(source, first, last)
            count, unknown = service.load_traits(db, lines, paper)
    for problem in unknown[:20]:
        click.echo(f"Sai dòng {problem.line}: {problem.text}")
    if unknown:
        raise Refusal(msg("Chưa ghi gì: còn %(count)s dòng sai.", count=len(unknown)))
    click.echo(f"Đã ghi {_told(count)} đặc điểm.")
