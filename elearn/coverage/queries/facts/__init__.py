"""Reading the facts an indicator asks for, of everybody or of some persons."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from elearn.coverage.rules.facts import Facts
from elearn.coverage.rules.knowledge import NOW, Knowledge
from elearn.coverage.rules.schemes import Indicator


def facts_of(
    db: Session,
    indicator: Indicator,
    knowledge: Knowledge = NOW,
    person_ids: Collection[int] | None = None,
) -> Facts:
    """Return the facts of all human beings, or of those to whom these entries belong."""
    raise NotImplementedError
