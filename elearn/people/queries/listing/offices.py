"""The posts and target groups a list may be narrowed to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.people.models import Post, PostGroup, TargetGroup


@dataclass(frozen=True, slots=True)
class Group:
    """A target group, and the posts that put people into it on the day."""

    key: str
    name: str
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offices:
    """Every post in the order of lists, and the target groups of several posts."""

    posts: Sequence[Post]
    groups: tuple[Group, ...]

    def chosen(self, key: str) -> tuple[str, tuple[str, ...]] | None:
        """Return the name and the posts of a post or a group, if there is one of this key."""
        for group in self.groups:
            if group.key == key:
                return group.name, group.posts
        return next(((post.name, (post.key,)) for post in self.posts if post.key == key), None)


def offices(db: Session, day: date) -> Offices:
    """Return what there is to choose from on the day; two queries."""
    posts = db.scalars(select(Post).order_by(Post.rank)).all()
    group = TargetGroup
    rows = db.execute(
        select(group.key, group.name, PostGroup.post_key)
        .join(PostGroup, PostGroup.group_key == group.key)
        .where(PostGroup.valid_on(day))
        .order_by(group.name, PostGroup.post_key)
    )
    held: dict[tuple[str, str], list[str]] = {}
    for key, name, post in rows:
        held.setdefault((f"group-{key}", name), []).append(post)
    several = ((key, name, keys) for (key, name), keys in held.items() if len(keys) > 1)
    return Offices(posts, tuple(Group(key, name, tuple(keys)) for key, name, keys in several))
