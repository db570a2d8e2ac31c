"""`elearn jobs`: what the page of operations shows and does, from the shell."""

from datetime import datetime

import click

from elearn import clock, jobs
from elearn.access import OPERATOR
from elearn.cli import Group, Installation
from elearn.home.operations import queries, rules, service
from elearn.home.operations.queries import Line

_SHOWN = ("running", "hindered", "waiting", "failed")
_MB = 1_000_000


@click.group("jobs", cls=Group)
def group() -> None:
    """Việc trong hàng đợi: xem, thử lại, hủy."""


@group.command("list")
@click.option("--group", "which", type=click.Choice(list(queries.GROUPS)), help="Chỉ một nhóm.")
@click.pass_obj
def show_all(here: Installation, which: str | None) -> None:
    """Liệt kê việc đang làm, chưa làm được, đang chờ và bị hỏng."""
    now, told = clock.now(), 0
    with here.database.reading() as db:
        for name in (which,) if which else _SHOWN:
            lines, count = queries.page_of(db, name, now)
            for line in lines:
                click.echo(_one_line(line))
            if count > len(lines):
                click.echo(f"… và {count - len(lines)} việc nữa ({name})")
            told += count
    if not told:
        click.echo("Không có việc nào.")


@group.command("show")
@click.argument("number", type=int)
@click.pass_obj
def show(here: Installation, number: int) -> None:
    """Xem một việc: tới đâu, ai làm, vì sao hỏng."""
    with here.database.reading() as db:
        [line] = queries.lines_of(db, [queries.job_by_id(db, number)], clock.now())
    job = line.job
    click.echo(_one_line(line))
    moments = {
        "vào hàng": job.enqueued_at,
        "bắt đầu": job.started_at,
        "xong": job.finished_at,
        "thử lại": job.run_after,
    }
    told = [f"{name} {_moment(at)}" for name, at in moments.items() if at]
    click.echo(", ".join([*told, f"số lần bắt đầu {job.attempts}", f"mã {job.key}"]))
    if job.worker:
        click.echo(f"tiến trình: {job.worker}")
    if line.reason:
        click.echo(f"lý do: {line.reason}")


@group.command("retry")
@click.argument("numbers", type=int, nargs=-1, required=True)
@click.pass_obj
def retry(here: Installation, numbers: tuple[int, ...]) -> None:
    """Làm lại ngay những việc hỏng, đã hủy hoặc chưa làm được."""
    for number in numbers:
        with here.database.writing() as db:
            service.retry(db, OPERATOR, number, now=clock.now())
        click.echo(f"{number}: làm lại ngay khi có tiến trình rảnh")


@group.command("cancel")
@click.argument("numbers", type=int, nargs=-1, required=True)
@click.pass_obj
def cancel(here: Installation, numbers: tuple[int, ...]) -> None:
    """Hủy việc; việc đang làm dừng lại sau vài giây."""
    for number in numbers:
        with here.database.writing() as db:
            job = service.cancel(db, OPERATOR, number, now=clock.now())
        click.echo(f"{number}: {'đã hủy' if job.is_over else 'đang dừng'}")


@group.command("workers")
@click.pass_obj
def workers(here: Installation) -> None:
    """Liệt kê các tiến trình làm việc, và máy của chúng còn bao nhiêu chỗ."""
    now = clock.now()
    with here.database.reading() as db:
        found = jobs.workers_seen(db)
    for one in found:
        state = "đang chạy" if rules.is_alive(one, now) else "im"
        free = f"còn {one.free_bytes // _MB} MB"
        click.echo(f"{one.name}  {state}, thấy lúc {_moment(one.seen_at)}, {free}")
    if not found:
        click.echo("Không có tiến trình làm việc nào. Chạy: elearn worker")


def _one_line(line: Line) -> str:
    job = line.job
    about = f" ({line.name})" if line.name else ""
    progress = f" {job.percent}%" if job.total and not job.is_over else ""
    error = f": {line.reason}" if line.reason else ""
    return f"{job.id}  {line.kind}{about}  {line.words}{progress}{error}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(clock.ZONE):%H:%M:%S %d/%m/%Y}"
