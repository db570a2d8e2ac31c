"""`elearn`: the only module that knows every domain's commands and jobs."""

import os
import sys

import click
from sqlalchemy.exc import DatabaseError, OperationalError

from elearn import migrations
from elearn.accounts import commands as accounts
from elearn.accounts import jobs as account_jobs
from elearn.areas import commands as areas
from elearn.audit import commands as audit
from elearn.audit import jobs as audit_jobs
from elearn.catalogue import commands as catalogue
from elearn.certificates import commands as certificates
from elearn.certificates import jobs as certificate_jobs
from elearn.classes import commands as classes
from elearn.cli import Group, Installation, serve, worker
from elearn.config import Settings
from elearn.coverage import commands as coverage
from elearn.coverage import jobs as coverage_jobs
from elearn.db import Database
from elearn.errors import Refusal
from elearn.home.changes import commands as changes
from elearn.home.changes import jobs as change_jobs
from elearn.home.demo import commands as demo
from elearn.home.demo import jobs as demo_jobs
from elearn.home.operations import commands as operations
from elearn.home.privacy import commands as privacy
from elearn.home.privacy import jobs as privacy_jobs
from elearn.home.ruling import jobs as ruling_jobs
from elearn.home.setup import commands as setup
from elearn.jobs import Handlers
from elearn.learning import commands as learning
from elearn.learning import jobs as learning_jobs
from elearn.media import arriving as media_uploads
from elearn.media import cleaning as media_cleaning
from elearn.media import commands as media
from elearn.media import hearing as media_hearing
from elearn.media import jobs as media_jobs
from elearn.media import slide_jobs as media_slides
from elearn.notices import commands as notices
from elearn.notices import jobs as notice_jobs
from elearn.people import commands as people
from elearn.people.roster import jobs as roster_jobs
from elearn.search import commands as search
from elearn.search import jobs as search_jobs
from elearn.storage import StoreAway
from elearn.text import Message, msg

HANDLERS: Handlers = {
    **roster_jobs.HANDLERS,
    **media_jobs.HANDLERS,
    **media_hearing.HANDLERS,
    **media_cleaning.HANDLERS,
    **media_slides.HANDLERS,
    **media_uploads.HANDLERS,
    **certificate_jobs.HANDLERS,
    **demo_jobs.HANDLERS,
    **account_jobs.HANDLERS,
    **notice_jobs.HANDLERS,
    **change_jobs.HANDLERS,
    **ruling_jobs.HANDLERS,
    **coverage_jobs.HANDLERS,
    **learning_jobs.HANDLERS,
}
FOLLOWERS = (
    *media_jobs.FOLLOWERS,
    *media_uploads.FOLLOWERS,
    *audit_jobs.FOLLOWERS,
    *roster_jobs.FOLLOWERS,
    *media_cleaning.FOLLOWERS,
    *privacy_jobs.FOLLOWERS,
    *account_jobs.FOLLOWERS,
    *notice_jobs.FOLLOWERS,
    *search_jobs.FOLLOWERS,
    *change_jobs.FOLLOWERS,
    *coverage_jobs.FOLLOWERS,
    *learning_jobs.FOLLOWERS,
)


_UNFIT = msg("Cơ sở dữ liệu chưa được cài, hoặc của phiên bản khác. Chạy một lần: elearn setup")
_AWAY = msg("Không kết nối được cơ sở dữ liệu. Kiểm tra nó đang chạy và ELEARN_DATABASE_URL đúng.")
_MAKING = ("setup", "db")  # What brings the schema up to date: why that failed must be seen.


class Line(Group):
    """The whole command line: one line says what is away, or that nothing is set up yet."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except StoreAway as problem:
            why = msg(
                "Kho tệp không trả lời; xem các thiết lập ELEARN_STORAGE_…: %(why)s", why=problem
            )
            raise click.ClickException(str(why)) from problem
        except DatabaseError as problem:
            told = _told_of(ctx.obj.database)
            if told is None or (told is _UNFIT and ctx.invoked_subcommand in _MAKING):
                raise
            raise click.ClickException(str(told)) from problem


def _told_of(database: Database) -> Message | None:
    """Return what is wrong with a database as a whole, if anything is."""
    try:
        return None if migrations.is_current(database.engine) else _UNFIT
    except OperationalError:
        return _AWAY


@click.group(cls=Line)
@click.pass_context
def cli(context: click.Context) -> None:
    """elearn: bồi dưỡng cán bộ cơ sở qua bài giảng video."""
    if context.obj is None:
        context.obj = Installation.of(Settings.from_environment(os.environ))


@cli.group("db")
def database() -> None:
    """Cơ sở dữ liệu."""


@database.command()
@click.pass_obj
def upgrade(here: Installation) -> None:
    """Đưa cơ sở dữ liệu lên phiên bản mới nhất."""
    migrations.upgrade(here.database.engine)


@database.command()
@click.argument("revision")
@click.argument("message")
def revise(revision: str, message: str) -> None:
    """Viết bản chuyển đổi từ lược đồ cũ sang các bảng hiện khai báo (cho người phát triển)."""
    migrations.revise(message, revision)


def _refuse_other_schema(here: Installation) -> None:
    if not migrations.is_current(here.database.engine):
        raise Refusal(_UNFIT)


@cli.command("worker")
@click.option("--drain", is_flag=True, help="Dừng khi không còn việc.")
@click.option("--priority", default=0, help="Chỉ làm việc có mức ưu tiên từ đây trở lên.")
@click.pass_obj
def work(here: Installation, drain: bool, priority: int) -> None:
    """Làm các việc trong hàng đợi (chuyển mã …)."""
    _refuse_other_schema(here)
    worker.run(here, HANDLERS, drain=drain, priority=priority, followers=FOLLOWERS)


@cli.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--worker/--no-worker", default=True, help="Chạy kèm một tiến trình làm việc.")
@click.pass_obj
def start(here: Installation, host: str, port: int, worker: bool) -> None:
    """Chạy máy chủ web và một tiến trình làm việc."""
    _refuse_other_schema(here)
    sys.exit(serve.run(here, host=host, port=port, worker=worker))


for command in (
    setup.setup,
    audit.group,
    areas.group,
    people.group,
    accounts.group,
    notices.group,
    media.group,
    catalogue.group,
    learning.group,
    classes.group,
    certificates.group,
    coverage.group,
    search.group,
    operations.group,
    demo.group,
):
    cli.add_command(command)
people.group.add_command(privacy.forget)  # It has to know what every domain holds of a person.
areas.group.add_command(changes.change)


def main() -> None:
    """Run the command; a refusal before any command is told in one line."""
    try:
        cli(prog_name="elearn")
    except Refusal as refusal:
        sys.exit(f"Error: {refusal}")


if __name__ == "__main__":
    main()
