"""Where people serve on a day, as it would be printed."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from elearn import classes, people


def units_on(db: Session, turns: Sequence[classes.Participation], day: date) -> dict[int, str]:
    """Return where each person serves on the day, by her participation, if she serves anywhere.

    Of several posts the one by which she came to the class, if she holds it then, else the latest.
    """
    terms = people.terms_of(db, [turn.person_id for turn in turns], day=day)
    units: dict[int, str] = {}
    for turn in turns:
        held = [term for term in terms.get(turn.person_id, ()) if term.is_held_on(day)]
        held.sort(key=lambda term: term.tenure_id != turn.tenure_id)
        if held:
            units[turn.id] = people.unit_as_printed(held[0].org_unit, held[0].place)
    return units
