"""`elearn learning`: places on programmes, from the shell."""

import click
from sqlalchemy.orm import Session

from elearn import accounts, catalogue, clock, people
from elearn.cli import Group, Installation
from elearn.errors import NotFound
from elearn.learning import service
from elearn.text import msg


@click.group("learning", cls=Group)
def group() -> None:
    """Việc học."""


@group.command()
@click.argument("user")
@click.argument("programme")
@click.pass_obj
def enrol(here: Installation, user: str, programme: str) -> None:
    """Ghi danh người có tài khoản USER vào chương trình có mã PROGRAMME."""
    now = clock.now()
    with here.database.writing() as db:
        person = people.person_by_id(db, accounts.account_named(db, user).person_id)
        version = _programme(db, programme)
        place = service.enrol(db, person, version, now=now)
        told = f"{person.full_name}, chương trình “{version.title}”"
    if place.enrolled_at == now:
        click.echo(f"Đã ghi danh: {told}.")
    else:
        click.echo(f"Đã ghi danh từ {clock.day_of(place.enrolled_at):%d/%m/%Y}: {told}.")


def _programme(db: Session, code: str) -> catalogue.ProgrammeVersion:
    try:
        return catalogue.programme_by_code(db, code)
    except NotFound as unknown:
        offers = catalogue.programmes(db, clock.today())
        known = ", ".join(offer.programme.code for offer in offers) or "–"
        raise NotFound(
            msg("Không có chương trình %(code)s. Đang có: %(known)s.", code=code, known=known)
        ) from unknown
