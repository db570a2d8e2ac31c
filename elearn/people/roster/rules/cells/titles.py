"""The words in which posts are written, and what one says of one post."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from elearn.areas import Level
from elearn.text import fold


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
    def _tail(self) -> "Beginnings":
        return Beginnings((*self.levels, *self.cities), "(?:cấp |cap )?")

    @cached_property
    def _branch(self) -> "Beginnings":
        return Beginnings(self.branches)

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
        found = self._tail.of(tail)
        if not found or fold(tail).startswith("xa hoi"):
            return False, None
        return True, self.levels.get(found)

    def is_branch(self, tail: str) -> bool:
        """Return whether words behind a post begin like a village, a quarter or a number."""
        return bool(self._branch.of(tail)) or tail[:1].isdigit()

    def all_called(self) -> list[str]:
        """Return everything a post is called, for what comes near it."""
        return list(dict.fromkeys(chain(self.called, self.keys)))


class Beginnings:
    """Words that may begin a text; its diacritics count if it has any."""

    def __init__(self, words: Iterable[str], before: str = "") -> None:
        """Take the words with their diacritics, and a pattern of what may stand before them."""
        longest = sorted(words, key=len, reverse=True)
        self._bare = {fold(word): word for word in longest}
        self._marked = _one_of(longest, before)
        self._plain = _one_of(self._bare, before)

    def of(self, text: str) -> str | None:
        """Return the word that begins the text, with its diacritics."""
        lower = text.lower()
        if fold(text) == lower:
            found = self._plain.match(lower)
            return self._bare[found[1]] if found else None
        found = self._marked.match(lower)
        return found[1] if found else None


def _one_of(words: Iterable[str], before: str) -> re.Pattern[str]:
    return re.compile(before + "(" + "|".join(map(re.escape, words)) + r")\b")
