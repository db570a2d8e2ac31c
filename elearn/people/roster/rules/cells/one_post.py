"""What one part of a cell says of a post: held or planned for, and where."""

import re
from dataclasses import dataclass

from elearn.areas import Level
from elearn.people.roster.rules.cells.titles import Role, Titles
from elearn.text import fold

_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r"\b(?:nhiem ky|nk|giai doan|vao|lam|\d{4})\b")


@dataclass(frozen=True, slots=True)
class Title:
    """A post that is said, whether it is planned for, and where, as far as is said beside it."""

    post: str
    is_planned: bool = False
    branch: str | None = None
    place: str | None = None
    level: Level | None = None

    @property
    def shown(self) -> str:
        """Return it as a dry run names it."""
        return f"{self.post}_successor" if self.is_planned else self.post


@dataclass(frozen=True, slots=True)
class Asked:
    """How a part is read: on the level of its row, in which words, and whether as a plan."""

    level: Level
    titles: Titles
    is_planned: bool

    def of(self, text: str, *, is_planned: bool, has_tail: bool = True) -> Title | None:
        """Return the post that a part says, if it is one."""
        return _title(text, self, is_planned=is_planned or self.is_planned, has_tail=has_tail)


def _title(text: str, asked: Asked, *, is_planned: bool, has_tail: bool) -> Title | None:
    """Return the post that a part says, if it is one."""
    words = _WORD.findall(text)
    if role := asked.titles.called.get(asked.titles.in_full(" ".join(map(fold, words)))):
        post = role.post_at(asked.level)
        return Title(post, is_planned) if post else None
    says_so, words = _without_plan(words, asked.titles)
    is_planned = is_planned or says_so
    if post := asked.titles.keys.get(" ".join(map(fold, words))):
        return Title(post, is_planned)
    for cut in range(len(words), 0, -1) if has_tail else (len(words),):
        title = _cut(words[:cut], words[cut:], asked)
        if title:
            return Title(title.post, is_planned, title.branch, title.place, title.level)
    return _begun(words, asked, is_planned) if has_tail else None


def _without_plan(words: list[str], titles: Titles) -> tuple[bool, list[str]]:
    """Return whether words speak of a plan, and the rest of them."""
    folded = " ".join(titles.abbreviations.get(fold(word), fold(word)) for word in words)
    if not any(f" {plan} " in f" {folded} " for plan in titles.planned):
        return False, words
    for plan in titles.planned:
        folded = " ".join(f" {folded} ".replace(f" {plan} ", " ").split())
    return True, _TERM.sub(" ", folded).split()


def _cut(head: list[str], tail: list[str], asked: Asked) -> Title | None:
    """Return the post that the head says, if what follows it can be a place."""
    titles = asked.titles
    role = titles.called.get(titles.in_full(" ".join(map(fold, head))))
    if role is None:
        return None
    if not tail:
        return _on_level(role, None, asked)
    behind = " ".join(tail)
    is_place, level = titles.level_named(behind)
    if is_place:
        named = _on_level(role, level or _of_city(tail, asked), asked)
        return named and Title(named.post, place=_place(tail), level=named.level)
    is_others = fold(behind).startswith(role.not_before)
    if role.is_in_branch and titles.is_branch(behind) and not is_others:
        return Title(role.post_at(asked.level) or "", branch=behind)
    return None


def _of_city(tail: list[str], asked: Asked) -> Level | None:
    """Return the level of a city: below a province, unless the row itself is of one."""
    is_city = " ".join(map(fold, tail)).startswith(tuple(map(fold, asked.titles.cities)))
    return Level.DISTRICT if is_city and asked.level is not Level.PROVINCE else None


def _place(tail: list[str]) -> str | None:
    """Return the place behind a post if it is named: "xã Minh Khai", not "xã" alone."""
    named = tail[1:] if fold(tail[0]) == "cap" else tail
    above = (at for at, word in enumerate(named) if at and fold(word) in ("huyen", "quan", "tinh"))
    named = named[: next(above, None)]
    return " ".join(named) if any(word[:1].isupper() for word in named[1:]) else None


def _on_level(role: Role, level: Level | None, asked: Asked) -> Title | None:
    post = role.post_at(level or asked.level)
    return Title(post, level=level) if post else None


def _begun(words: list[str], asked: Asked, is_planned: bool) -> Title | None:
    role = asked.titles.begun(asked.titles.in_full(" ".join(map(fold, words))))
    post = role.post_at(asked.level) if role else None
    return Title(post, is_planned) if post else None


def folded_words(text: str) -> str:
    """Return the words of a text, folded, with single blanks between."""
    return " ".join(_WORD.findall(fold(text)))
