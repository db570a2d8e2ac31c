"""The list of posts and target groups, posts.yaml."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from elearn.areas import Level
from elearn.errors import Refusal
from elearn.text import msg

POSTS = Path(__file__).parent / "data" / "posts.yaml"


@dataclass(frozen=True, slots=True)
class ListedPost:
    """A post as the list has it, with the groups of its holders and the last day they counted."""

    key: str
    name: str
    level: Level
    groups: tuple[str, ...]
    until: date | None


@dataclass(frozen=True, slots=True)
class PostList:
    """Everything the list says, in its order."""

    groups: dict[str, str]
    posts: tuple[ListedPost, ...]


def posts(path: Path) -> PostList:
    """Read a list of posts.

    :raise Refusal: if it cannot be read or names an unknown group.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        listed = tuple(_post(entry) for entry in content["posts"])
        groups = dict(content["groups"])
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as problem:
        raise Refusal(
            msg("Tệp %(file)s: %(reason)s.", file=path.name, reason=str(problem))
        ) from problem
    for post in listed:
        if unknown := set(post.groups) - groups.keys():
            raise Refusal(
                msg(
                    "Tệp %(file)s: chức danh %(post)s thuộc nhóm không có: %(groups)s.",
                    file=path.name,
                    post=post.key,
                    groups=", ".join(sorted(unknown)),
                )
            )
    return PostList(groups, listed)


def _post(entry: dict[str, Any]) -> ListedPost:
    return ListedPost(
        entry["key"],
        entry["name"],
        Level(entry["level"]),
        tuple(entry["groups"]),
        entry.get("until"),
    )
