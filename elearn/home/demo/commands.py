"""`elearn demo`: an installation to try everything on."""

import sys

import click

from elearn import clock, coverage
from elearn.cli import Installation
from elearn.cli import serve as serving
from elearn.home.demo.accounts import PASSWORD, sign_in_rows
from elearn.home.demo.country import Country, make_country
from elearn.home.demo.factor import SECRET, USER, load_factor
from elearn.home.demo.filling import load_demo
from elearn.home.demo.papers import send_papers
from elearn.home.demo.roster import send_roster
from elearn.home.setup import commands as setup

TURNS_A_PERSON = 10


@click.group("demo")
def group() -> None:
    """Dữ liệu dùng thử: nhân vật và bài giảng minh họa."""


@group.command()
@click.pass_context
def load(context: click.Context) -> None:
    """Cài đặt và nạp dữ liệu dùng thử; chạy lại không thay đổi gì."""
    context.invoke(setup.setup)
    here: Installation = context.obj
    with here.database.writing() as db:
        for message in load_demo(db, now=clock.now()):
            click.echo(str(message))
        load_factor(db, key=here.settings.secret_key, now=clock.now())
    if send_roster(here.database, here.store, here.settings):
        click.echo("Danh sách cán bộ gửi vào (chưa ghi gì): một tệp, chờ quản trị tỉnh Hưng Yên.")
    with here.database.writing() as db:
        if send_papers(db, here.store):
            click.echo("Giấy học ở nơi khác của chihoi1: một chờ xác nhận, một được tính.")
    click.echo(f"Số liệu độ phủ: {coverage.count_due(here.database)} số liệu đếm mới.")


@group.command()
@click.option(
    "--people", type=click.IntRange(1), default=100_000, show_default=True, help="Số người."
)
@click.option("--seed", default=1893, show_default=True, help="Cùng số này thì dựng ra y như nhau.")
@click.option(
    "--completions",
    type=click.IntRange(0),
    help="Số lượt bồi dưỡng đã hoàn thành, 2019–2026; mặc định mười lượt một người.",
)
@click.pass_context
def country(context: click.Context, people: int, seed: int, completions: int | None) -> None:
    """Dựng cả nước minh họa ở nơi chưa có ai: người, chức danh, đơn vị, lượt bồi dưỡng, lớp."""
    context.invoke(setup.setup)
    here: Installation = context.obj
    turns = TURNS_A_PERSON * people if completions is None else completions
    wanted, url = Country(people, seed, turns), here.settings.public_url
    with here.database.writing() as db:
        for message in make_country(db, wanted, now=clock.now(), public_url=url):
            click.echo(str(message))


@group.command()
@click.pass_obj
def accounts(here: Installation) -> None:
    """In bảng tài khoản dùng thử."""
    with here.database.reading() as db:
        rows = sign_in_rows(db)
    click.echo(f"Tài khoản dùng thử, mật khẩu chung: {PASSWORD}")
    for row in rows:
        click.echo(f"  {row.role!s:<26} {row.user_name:<12} {row.phone or '':<12} {row.name}")
    click.echo(f"{USER} được hỏi thêm 6 số: chạy “elearn accounts code {USER}” trên máy này,")
    click.echo(f"hoặc nhập khóa {SECRET} vào một ứng dụng xác thực.")


@group.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.pass_context
def serve(context: click.Context, host: str, port: int) -> None:
    """In bảng tài khoản, rồi chạy máy chủ web và một tiến trình làm việc."""
    context.invoke(accounts)
    sys.exit(serving.run(context.obj, host=host, port=port, worker=True))
