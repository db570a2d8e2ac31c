"""`elearn notices`: letters, from the shell."""

import click

from elearn import clock
from elearn.cli import Group, Installation
from elearn.notices import queries
from elearn.notices.rules import LETTER_STATE_NAMES, LetterState


@click.group("notices", cls=Group)
def group() -> None:
    """Thông báo."""


@group.command()
@click.pass_obj
def mail(here: Installation) -> None:
    """Thư thông báo: bao nhiêu thư chờ gửi, đã gửi, bị trả lại, và máy chủ thư có lỗi không."""
    if not here.settings.mail_url:
        click.echo("Chưa đặt ELEARN_MAIL_URL: thông báo chỉ hiện trong trang Thông báo.")
    with here.database.reading() as db:
        found = queries.mail_state(db)
    for state, name in LETTER_STATE_NAMES.items():
        click.echo(f"{name}: {found.counts.get(state, 0)}")
    if found.counts.get(LetterState.WAITING) and found.oldest:
        click.echo(f"thư chờ lâu nhất: từ {found.oldest.astimezone(clock.ZONE):%H:%M %d/%m/%Y}")
    if found.pause:
        since, until = (
            f"{at.astimezone(clock.ZONE):%H:%M %d/%m/%Y}"
            for at in (found.pause.since, found.pause.due_at)
        )
        click.echo(f"Không gửi được từ {since}: {found.pause.error}. Thử lại lúc {until}.")
