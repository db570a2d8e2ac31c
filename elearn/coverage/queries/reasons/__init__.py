"""Which written facts moved a person in or out of a figure between two moments of knowing."""

from collections.abc import Callable, Collection, Iterator

from sqlalchemy.orm import Session

from elearn.coverage.queries.comparing import Compared
from elearn.coverage.queries.reasons.ground import of_borders, of_exclusions
from elearn.coverage.queries.reasons.holding import of_people
from elearn.coverage.queries.reasons.learning import of_learning
from elearn.coverage.queries.reasons.owners import Owners, Told, owners_of
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.why import Cause
from elearn.text import Message

Reader = Callable[[Session, Compared, Indicator, Owners], Iterator[tuple[int, Message]]]

#: What tells of a cause; a definition moves everybody alike, and no row of hers tells of it.
_READERS: dict[Cause, Reader] = {
    Cause.BORDERS: of_borders,
    Cause.EXCLUSIONS: of_exclusions,
    Cause.PEOPLE: of_people,
    Cause.COMPLETIONS: of_learning,
}


def reasons_of(
    db: Session,
    asked: Compared,
    indicator: Indicator,
    cause: Cause,
    person_ids: Collection[int],
) -> Told:
    """Return what was written of some persons that bears upon a cause; at most twelve queries."""
    reader = _READERS.get(cause)
    if reader is None or not person_ids:
        return {}
    owners = owners_of(db, asked, person_ids)
    return owners.told(reader(db, asked, indicator, owners))


__all__ = ["reasons_of"]
