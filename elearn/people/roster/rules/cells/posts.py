"""Cells of posts: one or several, held or planned for, with the place that is said beside them."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from elearn.areas import Level
from elearn.people.roster.rules.cells.texts import is_nothing
from elearn.people.roster.rules.cells.titles import Role, Titles
from elearn.text import fold

_STRONG = re.compile(
    r"[+;/\n]|\b(?:ki[êe]m(?: nhi[ệe]m)?|[đd][ồo]ng th[ờo]i(?: l[àa])?)\b", re.IGNORECASE
)
_ALL = re.compile(_STRONG.pattern + r"|,|&|\bv[àa]\b|\s[-–—]\s|[-–—]", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_YEARS = re.compile(
    r"(?:(?:nhiệm k[ỳì]|nhiem ky|nk|giai đoạn|giai doan)\s*:?\s*)?\d{4}\s*[-–—/]\s*\d{2,4}",
    re.IGNORECASE,
)
_TERM = re.compile(r"\b(?:nhiem ky|nk|giai doan|vao|lam|\d{4})\b")
_ENDS = " .,;:-–()[]\"'"


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
class Posts:
    """What a cell says of posts."""

    titles: tuple[Title, ...] = ()
    #: Parts that are no posts we know, as written.
    unknown: tuple[str, ...] = ()
    #: Seats in committees, as written.
    left: tuple[str, ...] = ()
    #: The name of the post that comes nearest to what is unknown.
    nearest: str | None = None


_NONE = Posts()


@lru_cache(20_000)
def posts_of(text: str, level: Level, titles: Titles, *, is_planned: bool = False) -> Posts:
    """Return the posts in a cleaned text, on the level of the row unless it says another."""
    if is_nothing(text):
        return _NONE
    asked, said = _Asked(level, titles, is_planned), _YEARS.sub(" ", text)
    for parts in _ways(said):
        if (found := _taken(parts, asked)) and not found.unknown:
            return found
    return _partly(text, asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    level: Level
    titles: Titles
    is_planned: bool

    def of(self, text: str, *, is_planned: bool, has_tail: bool = True) -> Title | None:
        return _title(text, self, is_planned=is_planned or self.is_planned, has_tail=has_tail)


def _ways(text: str) -> list[list[str]]:
    """Return the ways to take a cell apart: whole to the letter, all parts, few parts, whole."""
    ways = [_parts(_ALL, text), _parts(_STRONG, text), [text]]
    return [parts for at, parts in enumerate(ways) if parts not in ways[:at]]


def _parts(between: re.Pattern[str], text: str) -> list[str]:
    return [part.strip(_ENDS) for part in between.split(text) if part.strip(_ENDS)]


def _taken(parts: list[str], asked: _Asked) -> Posts | None:
    """Return what each part says; nothing of parts that are only seats."""
    whole = asked.of(" ".join(parts), is_planned=False, has_tail=False) if len(parts) > 1 else None
    if whole:
        return Posts((whole,))
    found: list[Title] = []
    unknown: list[str] = []
    left: list[str] = []
    for part in parts:
        title = asked.of(part, is_planned=_follows_plan(found, part, asked))
        if title:
            found.append(title)
        else:
            (left if _is_seat(part, asked.titles) else unknown).append(part)
    return Posts(tuple(dict.fromkeys(found)), tuple(unknown), tuple(left)) if found else None


def _follows_plan(found: list[Title], part: str, asked: _Asked) -> bool:
    """Return whether it is planned because what stands before is: "QH CT, PCT"."""
    title = asked.of(part, is_planned=False)
    is_of_branch = bool(title) and title is not None and _is_of_branch(title.post, asked.titles)
    return bool(found) and found[-1].is_planned and not is_of_branch


def _is_of_branch(post: str, titles: Titles) -> bool:
    return any(post in role.posts.values() for role in titles.roles if role.is_in_branch)


def _is_seat(part: str, titles: Titles) -> bool:
    words = titles.in_full(_folded(part))
    head = re.split(r"\b(?:xa|phuong|thi tran|dac khu|huyen|quan|tinh)\b", words)[0].strip()
    return words in titles.memberships or head in titles.memberships


def _partly(text: str, asked: _Asked) -> Posts:
    """Return what some parts say, and the others as unknown; all of it where none says anything."""
    for parts in _ways(text)[:2]:
        if found := _taken(parts, asked):
            return Posts(found.titles, found.unknown, found.left, _nearest(found.unknown, asked))
    return Posts(unknown=(text,), nearest=_nearest((text,), asked))


def _nearest(unknown: tuple[str, ...], asked: _Asked) -> str | None:
    titles = asked.titles
    words = titles.in_full(_folded(unknown[0]))
    for called in get_close_matches(words, titles.all_called(), 3, 0.7):
        role = titles.called.get(called)
        post = role.post_at(asked.level) if role else titles.keys.get(called)
        if post:
            return titles.names.get(post)
    return None


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _title(text: str, asked: _Asked, *, is_planned: bool, has_tail: bool) -> Title | None:
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


def _cut(head: list[str], tail: list[str], asked: _Asked) -> Title | None:
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


def _of_city(tail: list[str], asked: _Asked) -> Level | None:
    """Return the level of a city: below a province, unless the row itself is of one."""
    is_city = " ".join(map(fold, tail)).startswith(tuple(map(fold, asked.titles.cities)))
    return Level.DISTRICT if is_city and asked.level is not Level.PROVINCE else None


def _place(tail: list[str]) -> str | None:
    """Return the place behind a post if it is named: "xã Minh Khai", not "xã" alone."""
    named = tail[1:] if fold(tail[0]) == "cap" else tail
    above = (at for at, word in enumerate(named) if at and fold(word) in ("huyen", "quan", "tinh"))
    named = named[: next(above, None)]
    return " ".join(named) if any(word[:1].isupper() for word in named[1:]) else None


def _on_level(role: Role, level: Level | None, asked: _Asked) -> Title | None:
    post = role.post_at(level or asked.level)
    return Title(post, level=level) if post else None


def _begun(words: list[str], asked: _Asked, is_planned: bool) -> Title | None:
    role = asked.titles.begun(asked.titles.in_full(" ".join(map(fold, words))))
    post = role.post_at(asked.level) if role else None
    return Title(post, is_planned) if post else None
