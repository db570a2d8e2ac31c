"""The areas somebody may choose: those she answers for, step by step downwards."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from elearn import areas, catalogue
from elearn.access import Actor
from elearn.classes.models import TrainingClass
from elearn.classes.queries.sight import MANAGING, answered_for, answers_for
from elearn.errors import Forbidden, NotFound
from elearn.text import msg


def own_areas(db: Session, actor: Actor, day: date) -> Sequence[areas.AreaVersion]:
    """Return the areas over which the actor may open classes, each before what lies in it.

    :raise Forbidden: if there are none, since she only proposes.
    """
    actor = actor.as_decider()
    if not actor.has(*MANAGING):
        raise Forbidden(msg("Lớp do cấp tỉnh mở. Hãy nhờ người phụ trách ở tỉnh."))
    keys = [_last(path) for path in actor.scopes(*MANAGING) if _last(path)]
    tops = areas.versions_on(db, keys, day) if keys else _country(db, day)
    return [
        place for top in tops.values() for place in (top, *areas.children_of(db, top.area_id, day))
    ]


def _country(db: Session, day: date) -> dict[int, areas.AreaVersion]:
    return areas.versions_on(db, [areas.root(db).id], day)


def _last(path: str) -> int:
    """Return the key of the area a path leads to; 0 for the path of everything."""
    return int(path.strip("/").rpartition("/")[2] or 0)


def usual_organiser(place: areas.AreaVersion, programme: catalogue.ProgrammeVersion) -> str:
    """Return who most often holds a class: the union of the area, or who holds the programme."""
    if place.parent_id is None:
        return programme.organiser
    return f"Hội LHPN {areas.in_a_sentence(place.full_name)}"


def place_chosen(
    db: Session, actor: Actor, training_class: TrainingClass, area_id: int | None
) -> areas.AreaVersion:
    """Return an area as it was on the first day of a class; that of the class unless one is named.

    :raise NotFound: if it was not there then, or is none the actor answers for.
    """
    place = areas.version_on(db, area_id or training_class.area_id, training_class.starts_on)
    if not answers_for(db, actor, place):
        raise NotFound(msg("Anh/chị không phụ trách địa bàn vừa chọn."))
    return place


def places_around(
    db: Session, actor: Actor, place: areas.AreaVersion, day: date
) -> Sequence[areas.AreaVersion]:
    """Return what to choose from at a place: what it lies in, itself, and what lies in it.

    Of a place in which nothing lies, its neighbours.
    """
    above = areas.ancestors(db, place, day)
    inside = areas.children_of(db, place.area_id, day)
    if inside or not above:
        shown = [*above, place, *inside]
    else:
        shown = [*above, *areas.children_of(db, above[-1].area_id, day)]
    return answered_for(db, actor, shown)
