"""`elearn audit`: seal what was done, and see whether it still stands as it was written."""

from pathlib import Path

import click

from elearn import clock
from elearn.audit import head, jobs, queries
from elearn.cli import Group, Installation
from elearn.errors import Refusal

_TOLD_EVERY = 1000


@click.group("audit", cls=Group)
def group() -> None:
    """Nhật ký: ai đã làm gì, với ai, lúc nào."""


@group.command()
@click.pass_obj
def seal(here: Installation) -> None:
    """Niêm phong ngay những mục đang chờ; tiến trình làm việc vẫn tự làm mỗi giây."""
    while jobs.keep_sealed(here.settings, here.database):
        pass
    with here.database.reading() as db:
        last = queries.last_seal(db)
    click.echo(f"Dấu cuối: số {last.number}, mã {last.hash}" if last else "Nhật ký còn trống.")


@group.command()
@click.option("--from-head", default="", help="Mã của một dấu đã ghi lại ở nơi khác.")
@click.option(
    "--head-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Bản sao của tệp audit-head đã cất ở nơi khác.",
)
@click.pass_obj
def verify(here: Installation, from_head: str, head_file: Path | None) -> None:
    """Tính lại toàn bộ nhật ký; kết thúc bằng 1 và nói chỗ sai đầu tiên nếu có."""
    known = from_head.strip().lower() or _told(head_file or here.settings.home / head.FILE)
    with here.database.reading() as db:
        found = queries.verify(db, known=known, progress=_tell)
        rest = queries.waiting(db)
    if found.flaw is not None:
        click.echo(f"Đúng đến hết dấu số {found.head.number}, mã {found.head.hash}")
        raise Refusal(found.flaw)
    click.echo(f"Nguyên vẹn: {found.entries} mục trong {found.head.number} dấu niêm phong.")
    click.echo(f"Dấu cuối: số {found.head.number}, mã {found.head.hash}")
    if rest.since:
        since = rest.since.astimezone(clock.ZONE).strftime("%H:%M:%S %d/%m/%Y")
        click.echo(f"Chờ niêm phong: {rest.count} mục, từ {since}.")


def _told(path: Path) -> str:
    told = head.read(path)
    return told.hash if told else ""


def _tell(done: int, total: int) -> None:
    if done % _TOLD_EVERY == 0:
        click.echo(f"… {done}/{total} dấu", err=True)
