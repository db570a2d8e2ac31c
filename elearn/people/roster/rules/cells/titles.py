"""The words in which posts are written, and what one says of one post."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from elearn.areas import Level


@dataclass(frozen=True, slots=True)
class Role:
    """A role that is a post of its own on each level, and what it is called, folded."""

    posts: Mapping[str, str]
    called: tuple[str, ...]
    begins: tuple[str, ...] = ()
    is_in_branch: bool = False
    #: What follows where it is the post of others: "tổ trưởng tổ dân phố".
    not_before: tuple[str, ...] = ()

    def post_at(self, level: Level) -> str | None:
        """Return the post that it is on a level, if it is one."""
        return self.posts.get("any") or self.posts.get(level.value)


@dataclass(frozen=True, eq=False)
class Titles:
    """All words in which posts are written; folded, single blanks."""

    #: Post → its name as people read it.
    names: Mapping[str, str]
    abbreviations: Mapping[str, str]
    phrases: Mapping[str, str]
    planned: tuple[str, ...]
    memberships: frozenset[str]
    roles: tuple[Role, ...]
    levels: Mapping[str, Level]
    cities: tuple[str, ...]
    branches: tuple[str, ...]
    #: The name of a post, folded → the post.
    keys: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def called(self) -> dict[str, Role]:
        """Return the role of everything that is called in so many words."""
        return {words: role for role in self.roles for words in role.called}

    @cached_property
    def _tail(self) -> re.Pattern[str]:
        return _one_of((*self.levels, *self.cities), "^(?:cap )?")

    @cached_property
    def _branch(self) -> re.Pattern[str]:
        return _one_of(self.branches, "^")

    def in_full(self, words: str) -> str:
        """Return folded words with abbreviations written out and phrases made one."""
        told = " ".join(self.abbreviations.get(word, word) for word in words.split())
        for phrase, instead in self.phrases.items():
            if phrase in told:
                told = " ".join(f" {told} ".replace(f" {phrase} ", f" {instead} ").split())
        return told

    def begun(self, words: str) -> Role | None:
        """Return the role whose name begins these words, if anything may follow it."""
        for role in self.roles:
            if any(f"{words} ".startswith(f"{begin} ") for begin in role.begins):
                return role
        return None

    def level_named(self, tail: str) -> tuple[bool, Level | None]:
        """Return whether words behind a post begin like a place, and its level if they tell it."""
        found = self._tail.match(tail)
        if not found or tail[found.start() :].startswith("xa hoi"):
            return False, None
        return True, self.levels.get(found[1])

    def is_branch(self, tail: str) -> bool:
        """Return whether words behind a post begin like a village, a quarter or a number."""
        return bool(self._branch.match(tail)) or tail[:1].isdigit()

    def all_called(self) -> list[str]:
        """Return everything a post is called, for what comes near it."""
        return list(dict.fromkeys(chain(self.called, self.keys)))


def _one_of(words: Mapping[str, object] | tuple[str, ...], before: str = r"\b") -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(before + "(" + "|".join(map(re.escape, longest)) + r")\b")
