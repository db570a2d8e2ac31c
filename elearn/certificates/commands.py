"""`elearn certificates`: issuing, the register and its inspection, from the shell."""

from datetime import date
from typing import Any

import click

from elearn import classes, clock
from elearn.access import OPERATOR
from elearn.certificates import queries, service
from elearn.certificates.rules import STATE_NAMES
from elearn.cli import Group, Installation
from elearn.cli.days import Day
from elearn.errors import Refusal
from elearn.text import msg


@click.group("certificates", cls=Group)
def group() -> None:
    """Chứng chỉ và giấy chứng nhận."""


@group.command()
@click.argument("class_code")
@click.option("--decision", required=True, help="Số quyết định, ví dụ 512/QĐ-HVPN.")
@click.option("--on", "decided_on", type=Day(), required=True, help="Ngày quyết định.")
@click.option("--issuer", required=True, help="Ký hiệu nơi cấp, ví dụ HVPN.")
@click.option("--signer", required=True, help="Họ tên người ký.")
@click.option("--title", default="", help="Chức vụ người ký; không có: như nơi cấp thường ghi.")
@click.option("--prefix", default="", help="Dòng ký thay, đi cùng --title.")
@click.pass_obj
def issue(here: Installation, /, class_code: str, decided_on: date, **given: Any) -> None:
    """Cấp giấy cho những người hoàn thành lớp CLASS_CODE mà chưa được cấp."""
    with here.database.writing() as db:
        held = classes.class_by_code(db, class_code)
        due = [one for one in queries.candidates_of(db, held) if one.is_due]
        order = service.Order(
            held.id,
            given["issuer"],
            service.NewDecision(given["decision"], decided_on),
            service.Signer(given["signer"], given["title"], given["prefix"]),
            frozenset(one.participation.id for one in due),
            here.settings.public_url,
        )
        issued = service.issue(db, OPERATOR, order, now=clock.now()) if due else []
    for one in issued:
        click.echo(f"{one.shown_number}  {one.full_name}  {one.address}")
    if not issued:
        click.echo("Không ai còn chờ giấy của lớp này.")


@group.command("list")
@click.option("--year", type=int, help="Chỉ năm này.")
@click.option("--name", default="", help="Một phần của họ tên, có dấu hay không.")
@click.option("--number", default="", help="Một phần của số.")
@click.option("--page", type=click.IntRange(1), default=1, show_default=True)
@click.pass_obj
def list_certificates(here: Installation, /, page: int, **given: Any) -> None:
    """Kể các giấy đã cấp, mới nhất trước."""
    with here.database.reading() as db:
        rows, count = queries.certificate_page(db, OPERATOR, queries.Wanted(**given), page)
    for row in rows:
        one = row.certificate
        click.echo(
            f"{one.shown_number}  {one.full_name}  {one.issued_on}  {STATE_NAMES[row.state]}"
        )
    click.echo(f"{len(rows)} trên {count} giấy.")


@group.command()
@click.pass_obj
def verify(here: Installation) -> None:
    """Soát sổ: số liền nhau, không trùng, tệp còn nguyên."""
    with here.database.reading() as db:
        found = queries.inspect(db, here.store)
    for problem in found.problems:
        click.echo(str(problem))
    if found.problems:
        raise Refusal(msg("Có %(count)s chỗ sai trong sổ cấp.", count=len(found.problems)))
    click.echo(f"{found.certificates} giấy, số liền nhau, không trùng; {found.unprinted} đang in.")
