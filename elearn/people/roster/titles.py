"""How posts are written in lists: titles.yaml, with the names of posts.yaml."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from elearn.areas import Level
from elearn.people.reader import POSTS, posts
from elearn.people.roster.rules.cells.titles import Role, Titles
from elearn.text import fold

FILE = Path(__file__).parent / "data" / "titles.yaml"


@lru_cache(1)
def titles() -> Titles:
    """Return the words of the file that comes with the product."""
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    names = {post.key: post.name for post in posts(POSTS).posts}
    return Titles(
        names=names,
        abbreviations=content["abbreviations"],
        phrases=content["phrases"],
        planned=tuple(sorted(content["planned"], key=len, reverse=True)),
        memberships=frozenset(content["memberships"]),
        roles=tuple(map(_role, content["roles"])),
        levels={word: Level(level) for word, level in content["levels"].items()},
        cities=tuple(content["cities"]),
        branches=tuple(content["branches"]),
        keys={_bare(name): key for key, name in names.items()},
    )


def _role(entry: dict[str, Any]) -> Role:
    return Role(
        posts=entry["posts"],
        called=tuple(entry["called"]),
        begins=tuple(entry.get("begins", ())),
        is_in_branch=entry.get("in_branch", False),
        not_before=tuple(entry.get("not_before", ())),
    )


def _bare(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())
