"""`elearn people forget`: erase who a person is, from the shell."""

import click
from sqlalchemy.orm import Session

from elearn import clock, people
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.home.privacy import gathering, service


@click.command("forget")
@click.argument("person", type=int)
@click.pass_obj
def forget(here: Installation, person: int) -> None:
    """Xóa dữ liệu cá nhân của người số PERSON; không lùi lại được, nên hỏi hai lần."""
    with here.database.reading() as db:
        found = people.person_by_id(db, person)
        _tell(db, found)
    click.confirm("Xóa dữ liệu cá nhân của người này?", abort=True)
    typed = click.prompt("Gõ lại họ và tên")
    with here.database.writing() as db:
        again = people.person_by_id(db, person)
        certain = service.Certainty(typed, here.settings.secret_key)
        service.forget(db, OPERATOR, again, certain, now=clock.now())
    click.echo("Đã xóa. Việc này ghi trong nhật ký.")


def _tell(db: Session, person: people.Person) -> None:
    click.echo(f"{person.id}  {person.full_name}  {person.birth_year or '–'}")
    keys = [entry.id for entry in people.entries_of(db, person)]
    for section in gathering.held_about(db, keys):
        if section.rows:
            click.echo(f"- {section.title}: {len(section.rows)}. {section.fate}")
