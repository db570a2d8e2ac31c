"""What is asked once for many rows: where a split commune's people are now, how posts were left."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.people.roster.models import QuestionKind, RosterQuestion
from elearn.people.rules import MOVE_NAMES
from elearn.web import told


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question with its choices in words."""

    question: RosterQuestion
    choices: Sequence[tuple[str, str]]

    @property
    def is_place(self) -> bool:
        return self.question.kind is QuestionKind.PLACE


def questions_shown(db: Session, questions: Sequence[RosterQuestion]) -> list[ShownQuestion]:
    """Return questions as a page asks them; at most two queries."""
    places = [one for one in questions if one.kind is QuestionKind.PLACE]
    keys = {int(key) for one in places for key in one.choices if key.isdecimal()}
    today = clock.today()
    versions = areas.versions_on(db, keys, today) if keys else {}
    above = areas.places_on(db, versions.values(), today) if keys else {}
    names = {
        str(key): ", ".join(filter(None, (one.full_name, above.get(one.id, ""))))
        for key, one in versions.items()
    }
    moves = {key.value: told(name) for key, name in MOVE_NAMES.items()}
    return [
        ShownQuestion(one, [(key, {**names, **moves}.get(key, key)) for key in one.choices])
        for one in questions
    ]
