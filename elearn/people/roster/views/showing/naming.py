"""The names that rows speak of by keys: posts, and areas of today."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.people.models import Post
from elearn.people.roster.rules.entries import Entry

_PLANNED = "quy hoạch"


@dataclass(frozen=True, slots=True)
class Names:
    """Posts by key, and areas by id."""

    posts: dict[str, str]
    areas: dict[int, str]

    def posts_of(self, entry: Entry) -> str:
        """Return the posts of an entry in a line, those planned for behind them."""
        held = [self.posts.get(key, key) for key in entry.posts]
        planned = [self.posts.get(key, key) for key in entry.planned_posts]
        return ", ".join([*held, *(f"{_PLANNED} {name}" for name in planned)])


def names_for(db: Session, area_ids: Iterable[int | None]) -> Names:
    """Return the names of all posts and of these areas; two queries."""
    posts = dict(db.execute(select(Post.key, Post.name)).all())
    wanted = {key for key in area_ids if key}
    return Names(posts, _areas(db, wanted))


def _areas(db: Session, wanted: Collection[int]) -> dict[int, str]:
    if not wanted:
        return {}
    found = areas.versions_on(db, wanted, clock.today())
    return {key: version.full_name for key, version in found.items()}
