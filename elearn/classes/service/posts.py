"""By which post somebody comes to a class."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.classes.models import TrainingClass
from elearn.classes.queries import posts_for


def tenures_by(
    db: Session, training_class: TrainingClass, person_ids: Collection[int]
) -> dict[int, int]:
    """Return the tenure by which each comes: held on the first day, best one the class is for.

    By the key that stands for a person; who holds no post that day is not named. Two queries.
    """
    meant = {post.key for post in posts_for(db, training_class)}
    tenure, whole = people.Tenure, people.canonical_id()
    held = db.execute(
        select(whole, tenure.id, tenure.post_key)
        .join(people.Person, people.Person.id == tenure.person_id)
        .join(people.Post, people.Post.key == tenure.post_key)
        .where(whole.in_(person_ids), tenure.is_current())
        .where(tenure.valid_on(training_class.starts_on))
        .order_by(people.Post.rank, tenure.id)
    ).all()
    first = sorted(held, key=lambda row: row.post_key not in meant)
    found: dict[int, int] = {}
    for person_id, tenure_id, _post in first:
        found.setdefault(person_id, tenure_id)
    return found
