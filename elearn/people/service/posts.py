"""Taking in the list of posts and target groups."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.db import UNKNOWN_START, changed
from elearn.people.models import Post, PostGroup, TargetGroup
from elearn.people.reader import PostList


def load_posts(db: Session, listed: PostList) -> int:
    """Write the list's groups and posts and return how many rows are new or changed.

    A second time nothing changes; what the list no longer names stays, for tenures refer to it. The
    outbox tells later domains that posts or groups have changed.
    """
    groups = {group.key: group for group in db.scalars(select(TargetGroup))}
    posts = {post.key: post for post in db.scalars(select(Post))}
    touched = 0
    for key, name in listed.groups.items():
        touched += _put(db, groups.get(key) or TargetGroup(key=key), name=name)
    for rank, post in enumerate(listed.posts, start=1):
        row = posts.get(post.key) or Post(key=post.key)
        touched += _put(db, row, name=post.name, level=post.level, rank=rank)
    db.flush()
    touched += _place_in_groups(db, listed)
    if touched:
        changed(db, "posts", "all", now=clock.now())
        db.flush()
    return touched


def _place_in_groups(db: Session, listed: PostList) -> int:
    held = {(row.post_key, row.group_key): row for row in db.scalars(select(PostGroup))}
    touched = 0
    for post in listed.posts:
        for group in post.groups:
            row = held.get((post.key, group)) or PostGroup(
                post_key=post.key, group_key=group, valid_from=UNKNOWN_START
            )
            touched += _put(db, row, valid_to=post.until)
    db.flush()
    return touched


def _put(db: Session, row: Post | TargetGroup | PostGroup, **values: Any) -> bool:
    """Set the values and return whether that says anything new."""
    if row in db and all(getattr(row, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(row, name, value)
    db.add(row)
    return True
