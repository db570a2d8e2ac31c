"""Who may be admitted to a class: holders of posts in an area on its first day, or by name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import areas, catalogue, people
from elearn.access import Actor
from elearn.classes.models import TrainingClass
from elearn.classes.queries.candidates import Candidate, candidates
from elearn.classes.queries.sight import MANAGING

PAGE = 100


@dataclass(frozen=True, slots=True)
class Selection:
    """The holders of some posts, of any if none is named, in an area and below it."""

    area: areas.AreaVersion
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """One page of those proposed, and how many there are in all, or that there are more."""

    candidates: tuple[Candidate, ...]
    count: int
    page: int = 1
    is_cut: bool = False

    @property
    def page_count(self) -> int:
        return -(-self.count // PAGE)


def managing(actor: Actor) -> Actor:
    """Return the actor with only those grants by which she answers for people."""
    return replace(actor, grants=tuple(one for one in actor.grants if one.role in MANAGING))


def holders(db: Session, selection: Selection, day: date) -> dict[int, int]:
    """Return the tenure by which each person is selected, by given name; one query.

    Of two posts the first in the list of offices counts. Two entries of one human being are one.
    """
    chosen: dict[int, int] = {}
    for person_id, tenure_id in db.execute(_holders(selection, day)):
        chosen.setdefault(person_id, tenure_id)
    return chosen


def _holders(selection: Selection, day: date) -> Select[int, int]:
    tenure, place, version = people.Tenure, people.OrgUnitPlace, areas.AreaVersion
    found = (
        select(people.canonical_id(), tenure.id)
        .join(people.Person, people.Person.id == tenure.person_id)
        .join(people.Post, people.Post.key == tenure.post_key)
        .join(place, place.org_unit_id == tenure.org_unit_id)
        .join(version, version.area_id == place.area_id)
        .where(tenure.valid_on(day), tenure.is_current(), place.valid_on(day))
        .where(version.valid_on(day), version.is_current(), areas.below([selection.area.path]))
        .order_by(people.Person.sort_key, people.canonical_id(), people.Post.rank, tenure.id)
    )
    return found.where(tenure.post_key.in_(selection.posts)) if selection.posts else found


def roster(
    db: Session, training_class: TrainingClass, selection: Selection, *, page: int = 1
) -> Roster:
    """Return those whom a selection proposes for a class, page after page; bounded queries."""
    chosen = holders(db, selection, training_class.starts_on)
    shown = list(chosen)[(page - 1) * PAGE : page * PAGE]
    terms = _terms(db, training_class, shown)
    wanted = {
        key: next((one for one in terms.get(key, ()) if one.tenure_id == chosen[key]), None)
        for key in shown
    }
    return Roster(candidates(db, training_class, wanted), len(chosen), page)


def found_by_name(db: Session, actor: Actor, training_class: TrainingClass, text: str) -> Roster:
    """Return the first people whom the actor answers for, by a part of name or telephone."""
    day = training_class.starts_on
    listed = people.people_page(db, managing(actor), people.Filters(text), day=day)
    wanted: dict[int, people.Term | None] = {}
    for one in listed.rows:
        key = one.person.same_as_id or one.person.id
        wanted[key] = wanted.get(key) or next(iter(one.terms), None)
    found = candidates(db, training_class, wanted)
    return Roster(found, len(found), is_cut=listed.next_after is not None)


def _terms(
    db: Session, training_class: TrainingClass, person_ids: Collection[int]
) -> dict[int, list[people.Term]]:
    """Return the records of people over all their entries, by the key that stands for each."""
    if not person_ids:
        return {}
    entries = _entries(db, person_ids)
    terms = people.terms_of(db, list(entries), day=training_class.starts_on)
    found: dict[int, list[people.Term]] = {}
    for entry, whole in entries.items():
        found.setdefault(whole, []).extend(terms.get(entry, ()))
    return found


def _entries(db: Session, person_ids: Collection[int]) -> dict[int, int]:
    """Return the keys of all entries of people, each with the key that stands for her."""
    whole = people.canonical_id()
    found = select(people.Person.id, whole).where(whole.in_(person_ids))
    return dict(db.execute(found).all())


def posts(db: Session) -> Sequence[people.Post]:
    """Return every office, in the order of lists."""
    return db.scalars(select(people.Post).order_by(people.Post.rank)).all()


def posts_for(db: Session, training_class: TrainingClass) -> Sequence[people.Post]:
    """Return the offices whose holders the programme is for on the first day of the class."""
    group, place = catalogue.ProgrammeGroup, people.PostGroup
    wanted = (
        select(place.post_key)
        .join(group, group.group_key == place.group_key)
        .where(group.programme_version_id == training_class.programme_version_id)
        .where(place.valid_on(training_class.starts_on))
    )
    found = select(people.Post).where(people.Post.key.in_(wanted))
    return db.scalars(found.order_by(people.Post.rank)).all()
