"""Which names of a figure somebody asks for, and which of them she may know."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from elearn import people
from elearn.access import Actor
from elearn.coverage.queries.asking import SEEING
from elearn.coverage.rules import Geography, Indicator, Which


@dataclass(frozen=True, slots=True)
class Names:
    """Which names are asked for, and after which one the page begins.

    `seen` is the condition that the reader may know the name of a person: by the borders of another
    day some stand in her area who serve in another's. `opened`: that she may open her record.
    """

    which: Which
    after: int | None = None
    seen: ColumnElement[bool] | None = None
    opened: ColumnElement[bool] | None = None


def names_asked(
    db: Session, actor: Actor, which: Which, indicator: Indicator, geography: Geography
) -> Names:
    """Return the names of a state that an actor may know; few queries.

    By the borders of the day itself all who stand in her area are hers to know. Of those planned
    for a post there, she knows the names also of such as serve elsewhere, but not their records.
    Who was given a province that is no more opens the records of its communes, which live on, and
    knows the names of such as served in its own offices.
    """
    if not (geography.is_restated or indicator.planned_for or actor.ended(*SEEING)):
        return Names(which)
    seen = serving = people.visible_to(db, actor)
    if indicator.planned_for:
        seen = serving | people.planned_visible_to(db, actor)
    return Names(
        which,
        seen=seen if geography.is_restated else None,
        opened=None if geography.is_restated and seen is serving else serving,
    )
