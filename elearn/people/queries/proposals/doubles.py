"""Who may be the same human being as somebody given as new: her name without signs, her year."""

from collections.abc import Iterable, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.people.models import Person, TenureProposal
from elearn.people.queries.sight import visible_to
from elearn.text import fold, nfc

_MOST = 5


def likely_doubles(
    db: Session, actor: Actor, full_name: str, birth_year: int | None
) -> Sequence[Person]:
    """Return those the actor sees who may be this person; an entry joined to another is left out.

    Somebody whose year is not known may be anybody of her name.
    """
    found = select(Person).where(
        Person.name_folded == fold(nfc(full_name)),
        Person.same_as_id.is_(None),
        visible_to(db, actor),
    )
    if birth_year is not None:
        found = found.where(or_(Person.birth_year.is_(None), Person.birth_year == birth_year))
    return db.scalars(found.order_by(Person.id).limit(_MOST)).all()


def doubles_of(db: Session, actor: Actor, proposal: TenureProposal) -> Sequence[Person]:
    """Return those who may be the person a proposal gives as new; of others there are none."""
    if not proposal.is_of_somebody_new:
        return ()
    return likely_doubles(db, actor, proposal.new_name or "", proposal.new_birth_year)


def have_doubles(db: Session, actor: Actor, proposals: Iterable[TenureProposal]) -> set[int]:
    """Return which proposals give somebody as new who may be known already; two queries."""
    new = {one.id: one for one in proposals if one.is_of_somebody_new}
    names = {fold(nfc(one.new_name or "")) for one in new.values()}
    if not names:
        return set()
    found = select(Person.name_folded, Person.birth_year).where(
        Person.name_folded.in_(names), Person.same_as_id.is_(None), visible_to(db, actor)
    )
    years: dict[str, set[int | None]] = {}
    for name, year in db.execute(found):
        years.setdefault(name, set()).add(year)
    return {key for key, one in new.items() if _meets(one, years)}


def _meets(proposal: TenureProposal, years: dict[str, set[int | None]]) -> bool:
    there = years.get(fold(nfc(proposal.new_name or "")), set())
    return bool(there) and (
        proposal.new_birth_year is None or bool(there & {None, proposal.new_birth_year})
    )
