"""`elearn areas change`: a file of changes from the shell, looked at or applied."""

from datetime import date
from pathlib import Path

import click
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.errors import Refusal
from elearn.home.changes import queries, service
from elearn.text import msg

_SHOWN = 20


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--number", required=True, help="Số nghị quyết, ví dụ 12/NQ-UBTVQH16.")
@click.option("--title", required=True, help="Trích yếu nghị quyết.")
@click.option("--decided", type=Day(), required=True, help="Ngày ban hành.")
@click.option("--effective", type=Day(), required=True, help="Ngày có hiệu lực.")
@click.option("--preview", is_flag=True, help="Chỉ xem, không ghi gì.")
@click.pass_obj
def change(  # noqa: PLR0913  # Each option of the command is a parameter.
    here: Installation,
    file: Path,
    number: str,
    title: str,
    decided: date,
    effective: date,
    *,
    preview: bool,
) -> None:
    """Nạp một thay đổi đơn vị hành chính từ tệp Excel hoặc CSV."""
    rows = service.rows_in(file.read_bytes())
    new = areas.NewChange(number, title, decided, effective, file.name, rows)
    with here.database.writing() as db:
        received = areas.receive(db, OPERATOR, new, now=clock.now())
        if received.applied_at is not None:
            click.echo("Tệp này đã áp dụng, không có gì thay đổi.")
            return
        _tell(db, received)
        if preview:
            db.rollback()
            return
        outcome = service.carry_out(db, OPERATOR, received, now=clock.now())
    click.echo(f"Đã áp dụng. {outcome.moved} đơn vị công tác chuyển theo địa bàn.")
    if outcome.left:
        click.echo(f"Còn {outcome.left} đơn vị công tác ở địa bàn đã kết thúc, cần xếp tay.")


def _tell(db: Session, received: areas.AreaChange) -> None:
    """Tell what the change would do.

    :raise Refusal: if a line cannot be applied, after all such lines were told.
    """
    drafted = areas.draft_of(db, received)
    touched = queries.touched_by(db, drafted, received.effective_on)
    for problem in drafted.warnings[:_SHOWN]:
        click.echo(f"Lưu ý dòng {problem.line}: {problem.text}")
    for problem in drafted.problems[:_SHOWN]:
        click.echo(f"Sai dòng {problem.line}: {problem.text}")
    if drafted.problems:
        raise Refusal(msg("Chưa ghi gì: còn %(count)s dòng sai.", count=len(drafted.problems)))
    click.echo(
        f"Lập {len(drafted.begun)}, kết thúc {len(drafted.ended)}, thay đổi {len(drafted.altered)}"
        f" đơn vị hành chính; {touched.units} đơn vị công tác, {touched.people} người,"
        f" {touched.grants} quyền trong các địa bàn đó."
    )
