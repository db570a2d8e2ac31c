"""The names that rows speak of by keys: posts, and areas of today."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.people.models import Post, TargetGroup
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.views.showing.fields import DIFFERENCE_NAMES
from elearn.web import told

_PLANNED = "quy hoạch"


@dataclass(frozen=True, slots=True)
class Names:
    """Posts by key, and areas by id."""

    posts: dict[str, str]
    groups: dict[str, str]
    areas: dict[int, str]

    def of_difference(self, field: str) -> str:
        """Return how that is called in which a row differs."""
        kind, _, group = field.partition(":")
        if kind == "headcount":
            return self.groups.get(group, group)
        return told(DIFFERENCE_NAMES[kind]) if kind in DIFFERENCE_NAMES else kind

    def posts_of(self, entry: Entry) -> str:
        """Return the posts of an entry in a line, those planned for behind them."""
        held = [self.posts.get(key, key) for key in entry.posts]
        planned = [self.posts.get(key, key) for key in entry.planned_posts]
        told = ", ".join([*held, *(f"{_PLANNED} {name}" for name in planned)])
        return told[:1].upper() + told[1:]


def names_for(db: Session, area_ids: Iterable[int | None]) -> Names:
    """Return the names of all posts, of all groups and of these areas; three queries."""
    posts = dict(db.execute(select(Post.key, Post.name)).all())
    groups = dict(db.execute(select(TargetGroup.key, TargetGroup.name)).all())
    return Names(posts, groups, _areas(db, {key for key in area_ids if key}))


def _areas(db: Session, wanted: Collection[int]) -> dict[int, str]:
    if not wanted:
        return {}
    found = areas.versions_on(db, wanted, clock.today())
    return {key: version.full_name for key, version in found.items()}
